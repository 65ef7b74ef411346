#pragma once

#include "document/event.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::extract {

/// What sort of happening a verb or a noun tells of; `name_of` is the record's `kind`.
enum class EventKind : std::uint8_t {
    Plain,
    Visit,
    Meeting,
    Negotiation,
    Signing,
    Recognition,
    Opening,
    Closing,
    Construction,
    Founding,
    Attack,
    Combat,
    Incident,
    Disaster,
    Arrest,
    Discovery,
    Deployment,
    Exercise,
    Supply,
    Trade,
    Investment,
    Figure,
    Plan,
    Decision,
    Appointment,
    Election,
    Assertion,
    Ceremony,
    Protest,
    Aid,
    Movement,
    Ending
};
std::string_view name_of(EventKind kind);

/// How a verb takes part in telling an event.
enum VerbUse : std::uint16_t {
    kAnnounces = 1u << 0,   ///< "announced that X did": the event is what X did, and the announcer answers for it
    kSays = 1u << 1,        ///< reports speech
    kRecalls = 1u << 2,     ///< its object has a time of its own: "thanked for the help in 2014"
    kIntends = 1u << 3,     ///< its infinitive is what is planned
    kLight = 1u << 4,       ///< says only that something happened: "came", "took place"
    kState = 1u << 5,       ///< a standing fact, no event unless the text dates it: "connects", "covers"
    kObjectPlace = 1u << 6  ///< its object is where it happened: "visited X", "shelled X"
};

enum class VerbForm : std::uint8_t { None, Base, Present, Past, Participle, PastOrParticiple, Gerund };

/// A verb form; `strength` 3 tells an event by itself, 2 wants a date or an actor beside it, 1 a date.
struct VerbSense {
    EventKind kind = EventKind::Plain;
    document::Category category = document::Category::Other;
    std::uint8_t strength = 0;
    std::uint16_t use = 0;
    VerbForm form = VerbForm::None;
    bool known = false;
    bool noun_too = false;  ///< "visit", "attacks", "opening"
    std::string_view base;
    std::string_view past;  ///< of "taken", "took"
};
/// Of a form that no list has: `known` is false.
const VerbSense& verb_sense(std::string_view folded);

/// A noun that is a happening, or a paper that is known by its date.
struct NounSense {
    EventKind kind = EventKind::Plain;
    document::Category category = document::Category::Other;
    std::uint8_t strength = 0;
    bool paper = false;  ///< "Statement", "treaty"
    bool known = false;
};
const NounSense& noun_sense(std::string_view folded);

/// What a word says about the subject, by category; null for nothing.
using Topics = std::vector<std::pair<document::Category, double>>;
const Topics* topics_of(std::string_view folded);
/// Adds it to `scores`, one for each document::Category.
void add_topic(const Topics* topics, double weight, double (&scores)[document::kCategoryCount]);

/// Every word that one of these has, some of them more than once.
void each_event_word(const std::function<void(std::string_view word)>& visit);

}  // namespace dateline::extract
