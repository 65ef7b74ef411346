// Runs a fuzz target without libFuzzer: its corpus as it is, then what random changes make of it, for a number of seconds.
// It follows no coverage; scripts/fuzz does. short_run CORPUS SECONDS FOUND
#include <sanitizer/common_interface_defs.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostBytes = 4096;
constexpr std::array kWords{"on 25 April 2023"sv,
                            "the same day"sv,
                            "two days later"sv,
                            "Q3 1999"sv,
                            "9:30 a.m."sv,
                            "\n\n"sv,
                            "| a | b |\n"sv,
                            "> "sv,
                            "- "sv,
                            "# "sv,
                            "\""sv,
                            "“"sv,
                            "”"sv,
                            "("sv,
                            ")"sv,
                            "<table><tr><td>"sv,
                            "</p>"sv,
                            "\\u0000"sv,
                            "{\"text\":\""sv,
                            "}]"sv,
                            "\xE2\x80\xAE"sv,
                            "\xE2\x80\x8B"sv,
                            "\xC3\x28"sv,
                            "\xFF\xFE"sv,
                            "\0"sv,
                            "999999999999"sv,
                            "Dr. A. B."sv,
                            "Paris, Texas"sv};

std::string current;
const char* found = "found";

void keep_input() {
    if (std::FILE* file = std::fopen(found, "wb")) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
        std::fprintf(stderr, "the input is in %s\n", found);
    }
}

std::vector<std::string> corpus_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Changes {
  public:
    explicit Changes(const std::vector<std::string>& corpus) : corpus_(corpus) {}

    std::string next() {
        std::string text = corpus_[below(corpus_.size())];
        for (std::size_t i = 1 + below(8); i > 0; --i) change(text);
        if (text.size() > kMostBytes) text.resize(kMostBytes);
        return text;
    }

  private:
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, std::max<std::size_t>(bound, 1) - 1)(random_);
    }
    void change(std::string& text) {
        const std::size_t at = below(text.size() + 1), length = below(std::min<std::size_t>(text.size() - at, 200) + 1);
        switch (below(6)) {
            case 0:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                break;
            case 1: text.insert(at, kWords[below(kWords.size())]); break;
            case 2: text.erase(at, length); break;
            case 3: text.insert(below(text.size() + 1), text.substr(at, length)); break;
            case 4: {
                const std::string& other = corpus_[below(corpus_.size())];
                const std::size_t from = below(other.size() + 1);
                text.insert(at, other.substr(from, below(400)));
                break;
            }
            default: {
                const std::string piece = text.substr(at, 1 + below(6));
                for (std::size_t i = below(60); i > 0 && text.size() < kMostBytes; --i) text.insert(at, piece);
            }
        }
    }

    const std::vector<std::string>& corpus_;
    std::mt19937_64 random_{1};
};

void run(std::string input) {
    current = std::move(input);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return std::fputs("short_run CORPUS SECONDS FOUND\n", stderr), 2;
    found = arguments[3];
    __sanitizer_set_death_callback(keep_input);
    std::signal(SIGABRT, [](int) {
        keep_input();
        std::_Exit(1);
    });
    const std::vector<std::string> corpus = corpus_of(arguments[1]);
    if (corpus.empty()) return std::fprintf(stderr, "%s: no corpus\n", arguments[1]), 2;
    for (const std::string& input : corpus) run(input);
    Changes changes(corpus);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(arguments[2]));
    std::size_t runs = corpus.size();
    for (; std::chrono::steady_clock::now() < end; ++runs) run(changes.next());
    std::printf("%zu inputs\n", runs);
}
