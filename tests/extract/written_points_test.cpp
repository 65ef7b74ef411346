#include "extract/written_points.h"
#include "extract/event_support.h"
#include "extract/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace dateline::extract {
namespace {

std::vector<WrittenPoint> points_of(std::string_view words) {
    const Layout layout = lay_out(words);
    std::uint32_t byte = 0, code_point = 0;
    const Text text = read_text(layout, 0, layout.blocks.size(), byte, code_point);
    std::vector<WrittenPoint> out;
    for (const Sentence& s : text.sentences)
        for (const WrittenPoint& p : written_points(text, s)) out.push_back(p);
    return out;
}

struct Written {
    const char* text;
    double lat_deg, lon_deg, radius_km;
};

TEST(WrittenPoints, AreReadAsSailorsAndSoldiersWriteThem) {
    for (const Written& w :
         {Written{"boarded in location 06°19N, 003°11E by men", 6.3167, 3.1833, 0.93},
          Written{"near position 04:47 S – 011:52 E, at anchor", -4.7833, 11.8667, 0.93},
          Written{"in position 12° 34.5' N 043° 20' E today", 12.575, 43.3333, 0.93},
          Written{"at 12°34'56\"N, 043°20'10\"E today", 12.5822, 43.3361, 0.016},
          Written{"a warning for 0155.9S 04756.8E was sent", -1.9317, 47.9467, 0.093},
          Written{"at N 36 12 30, E 037 09 10 today", 36.2083, 37.1528, 0.016}, Written{"at N36°12', E037°09' today", 36.2, 37.15, 0.93},
          Written{"seen (48.8566, 2.3522) today", 48.8566, 2.3522, 0.006},
          Written{"at the coordinates 33.8568, -151.2153 today", 33.8568, -151.2153, 0.006},
          Written{"at 12.5° N, 43.25° E today", 12.5, 43.25, 5.6}, Written{"at 36 12 30 N, 037 09 10 E today", 36.2083, 37.1528, 0.016},
          Written{"at latitude 36.2083, longitude 37.1528 today", 36.2083, 37.1528, 0.006},
          Written{"ambushed at grid 33U XP 05004 44998 today", 48.24949, 16.4145, 0.0005},
          Written{"seen at 33UXP0500444998.", 48.24949, 16.4145, 0.0005},
          Written{"at 56H LH 34873 52266 today", -33.8568, 151.2150, 0.0005},
          Written{"at 24XWT783908, on the ice", 83.62778, -32.66433, 0.05},
          Written{"in position 061930N 0031105E today", 6.325, 3.1847, 0.016}}) {
        const auto found = points_of(w.text);
        ASSERT_EQ(found.size(), 1u) << w.text;
        EXPECT_NEAR(found[0].at.lat_deg, w.lat_deg, 0.0002) << w.text;
        EXPECT_NEAR(found[0].at.lon_deg, w.lon_deg, 0.0002) << w.text;
        EXPECT_NEAR(found[0].radius_km, w.radius_km, w.radius_km * 0.1) << w.text;
    }
}

TEST(WrittenPoints, AreNoHoursSumsOrDegreesOfHeat) {
    for (const char* text : {"from 04:47 to 11:52 on Monday", "the euro fell from 1.0912, 1.0834 being its low",
                             "at 38°C, 41°C in the south", "moved 12 N miles and 40 E miles", "sections 12, 34 and 56",
                             "on 12 11 30 Nigerians came", "the vote was 48.856, 2.352 being spoilt",
                             "between 5:30 – 7:45 E and W parties met", "at 95°12N, 003°11E they", "at 33U AB 05004 44998 today",
                             "at 33U XP 050 4499 today", "form 12C AB 12 of the ministry", "the 37S bus", "at 99S BA 12345 67890 today"})
        EXPECT_TRUE(points_of(text).empty()) << text;
}

TEST(WrittenPoints, AreWhereTheirEventWas) {
    const auto event = only_event("On 12 November robbers boarded a tanker in position 06°19N, 003°11E.");
    EXPECT_EQ(event.place, "06°19N, 003°11E");
    EXPECT_EQ(event.place_precision, document::PlacePrecision::Exact);
    const auto* at = std::get_if<geo::LonLat>(&event.geometry);
    ASSERT_TRUE(at);
    EXPECT_NEAR(at->lat_deg, 6.3167, 0.001);
    EXPECT_NEAR(at->lon_deg, 3.1833, 0.001);
    EXPECT_EQ(date_of(only_event("On 12 November robbers boarded a tanker near position 04:47 S – 011:52 E.")), "2024-11-12");
    EXPECT_EQ(only_event("10.11.2024: Posn 01:06.5N – 103:44.2E, at anchor. Five robbers boarded a carrier.").place,
              "01:06.5N – 103:44.2E");
    EXPECT_EQ(only_event("A patrol was ambushed at grid 37S BA 12345 67890 on 12 November.").place, "37S BA 12345 67890");
    EXPECT_EQ(only_event("On 12 November robbers boarded a tanker off Lomé.").place.find("N,"), std::string::npos);
}

}  // namespace
}  // namespace dateline::extract
