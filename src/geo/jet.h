#pragma once

#include <array>
#include <cmath>

namespace dateline::geo {

/// A Taylor series in two variables up to the third degree: what a formula does near a point, worked out by running it.
///
///     terms: 1  u  v  u²  uv  v²  u³  u²v  uv²  v³
struct Jet {
    std::array<double, 10> terms{};

    Jet() = default;
    Jet(double constant) : terms{constant} {}  // NOLINT(google-explicit-constructor): numbers take part in formulas
    static Jet u() { return at(1); }
    static Jet v() { return at(2); }
    double value() const { return terms[0]; }

  private:
    static Jet at(std::size_t term) {
        Jet jet;
        jet.terms[term] = 1;
        return jet;
    }
};

inline Jet operator+(Jet a, const Jet& b) {
    for (std::size_t i = 0; i < a.terms.size(); ++i) a.terms[i] += b.terms[i];
    return a;
}
inline Jet operator-(Jet a, const Jet& b) {
    for (std::size_t i = 0; i < a.terms.size(); ++i) a.terms[i] -= b.terms[i];
    return a;
}
inline Jet operator-(const Jet& a) { return Jet(0) - a; }
inline Jet operator*(const Jet& a, const Jet& b) {
    // The powers of u and v that each term stands for, and the term of each pair of powers.
    constexpr std::array<std::array<std::size_t, 2>, 10> kPowers{
        {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}, {3, 0}, {2, 1}, {1, 2}, {0, 3}}};
    constexpr std::array<std::array<std::size_t, 4>, 4> kTerm{{{0, 2, 5, 9}, {1, 4, 8, 0}, {3, 7, 0, 0}, {6, 0, 0, 0}}};
    Jet product;
    for (std::size_t i = 0; i < 10; ++i) {
        for (std::size_t k = 0; k < 10; ++k) {
            const std::size_t pu = kPowers[i][0] + kPowers[k][0], pv = kPowers[i][1] + kPowers[k][1];
            if (pu + pv <= 3) product.terms[kTerm[pu][pv]] += a.terms[i] * b.terms[k];
        }
    }
    return product;
}

/// f of a jet, from f and its first three derivatives at the jet's value.
inline Jet composed(const Jet& a, double f0, double f1, double f2, double f3) {
    Jet step = a;
    step.terms[0] = 0;
    return Jet(f0) + step * (Jet(f1) + step * (Jet(f2 / 2) + step * Jet(f3 / 6)));
}
inline Jet sin(const Jet& a) {
    const double s = std::sin(a.value()), c = std::cos(a.value());
    return composed(a, s, c, -s, -c);
}
inline Jet cos(const Jet& a) {
    const double s = std::sin(a.value()), c = std::cos(a.value());
    return composed(a, c, -s, -c, s);
}
inline Jet exp(const Jet& a) {
    const double e = std::exp(a.value());
    return composed(a, e, e, e, e);
}
inline Jet tanh(const Jet& a) {
    const double t = std::tanh(a.value()), d = 1 - t * t;
    return composed(a, t, d, -2 * t * d, d * (6 * t * t - 2));
}
inline Jet cosh(const Jet& a) {
    const double c = std::cosh(a.value()), s = std::sinh(a.value());
    return composed(a, c, s, c, s);
}
inline Jet sqrt(const Jet& a) {
    const double r = std::sqrt(a.value()), x = a.value();
    return composed(a, r, 0.5 / r, -0.25 / (r * x), 0.375 / (r * x * x));
}
inline Jet asin(const Jet& a) {
    const double x = a.value(), w = 1 - x * x, r = std::sqrt(w);
    return composed(a, std::asin(x), 1 / r, x / (w * r), (1 + 2 * x * x) / (w * w * r));
}
inline Jet operator/(const Jet& a, const Jet& b) {
    const double r = 1 / b.value();
    return a * composed(b, r, -r * r, 2 * r * r * r, -6 * r * r * r * r);
}

}  // namespace dateline::geo
