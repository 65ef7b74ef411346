#pragma once

#include <fmt/format.h>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace dateline::base {

/// What a user is told when input is at fault: one line that says what, where, and what to do.
struct Error {
    std::string what;    ///< "the file is not a GeoPackage"
    std::string where;   ///< file, file:line, or span; may be empty
    std::string remedy;  ///< "give a .gpkg that Dateline saved"; may be empty

    /// "where: what; remedy", without the parts that are empty. Never holds a line break.
    std::string line() const;
};

template <class T = void>
using Result = tl::expected<T, Error>;

/// `return fail("what", where, "what to do");` from any function that returns a Result.
inline tl::unexpected<Error> fail(std::string what, std::string where = {}, std::string remedy = {}) {
    return tl::unexpected<Error>(Error{std::move(what), std::move(where), std::move(remedy)});
}

}  // namespace dateline::base
