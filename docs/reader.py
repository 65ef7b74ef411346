#!/usr/bin/env python3
"""A reader for Dateline in a few lines: every sentence with a written-out day is an event.

  dateline extract bulletin.md -o events.geojson --reader "python3 docs/reader.py"

Put a spaCy pipeline or a local language model where events_of() is. A line of JSON comes in for each document, a line goes
out; Dateline checks every quote against the text.
"""
import json
import re
import sys

MONTHS = "January February March April May June July August September October November December".split()
DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d\d?)(?:, (\d{{4}}))?\b|\b(\d\d?) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")
SENTENCE = re.compile(r"[^\s#][^.!?\n]*[.!?]")


def events_of(text: str, published: str | None) -> list[dict]:
    events = []
    for sentence in SENTENCE.finditer(text):
        day = DAY.search(sentence[0])
        year = day and (day[3] or day[6] or (published or "")[:4])
        if not year:
            continue
        month, number = MONTHS.index(day[1] or day[5]) + 1, int(day[2] or day[4])
        events.append({
            "title": sentence[0] if len(sentence[0]) <= 90 else sentence[0][:89].rsplit(" ", 1)[0] + "…",
            "date": f"{year}-{month:02}-{number:02}",
            "date_text": day[0],
            "quote": sentence[0],
            "char_start": sentence.start(),
            "char_end": sentence.end(),
            "confidence": 0.5,
        })
    return events


for line in sys.stdin:
    document = json.loads(line)
    answer = {"doc": document["doc"], "events": events_of(document["text"], document["dct"])}
    print(json.dumps(answer, ensure_ascii=False), flush=True)
