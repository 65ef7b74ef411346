#pragma once

#include <string>
#include <string_view>

/// Words that stand in names, or that are called as places are. All are folded.
namespace dateline::extract {

/// What is built or dug is often written small after its own name: "the Kakhovka dam". Such a word makes no name by itself,
/// it only may end one that the gazetteer knows in full.
bool is_works_noun(std::string_view folded);
/// "Murtala Muhammed | International | Airport", with the word or without; empty for what is no airport.
std::string other_name_of_airport(std::string_view folded);
/// Firms that are called as the towns are that were called after them, or that they were called after.
bool is_firm_alone(std::string_view folded);
/// "an Arab summit": a people of many lands, and a town of Alabama.
bool is_people_alone(std::string_view folded);
/// Universities that are called so alone, and small towns that are called after them.
bool is_school_alone(std::string_view folded);
/// "Turkey prices rose": the bird at a sentence's start, not the state.
bool is_fowl(std::string_view folded, std::string_view next);
/// "Former Dartmouth mayor", "Nearby Chico": what a sentence may open with before a name, and no part of it.
bool describes_office(std::string_view folded);

}  // namespace dateline::extract
