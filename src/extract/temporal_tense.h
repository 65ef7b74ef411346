#pragma once

#include "extract/temporal_tokens.h"

#include <cstdint>

namespace dateline::extract::temporal {

/// What the verb that a date goes with says of it.
struct VerbTense {
    Tense tense = Tense::None;
    bool in_past = false;    ///< "was to arrive on May 9": before or after the document
    bool put_off = false;    ///< "postponed until November": a day after what is told beside it
    bool timetable = false;  ///< "runs from May to July": the present of what goes on by a plan
    bool present = false;    ///< "joins on 3 May", "is signed on 3 May": a form of the present, taken for what is to come
};

/// The tense of the verb nearest before the expression [first, last) in its clause, else of the first after it, else of
/// the nearest in its sentence.
VerbTense tense_near(const Tokens& tokens, std::uint32_t first, std::uint32_t last);

}  // namespace dateline::extract::temporal
