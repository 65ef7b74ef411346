#!/usr/bin/python3
"""Checks the themes: categories can be told apart with any colour vision, markers and text from their ground.

Colour vision deficiency after Machado, Oliveira and Fernandes 2009 at full severity; distances in OKLab × 100.
"""

import itertools
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
VISION = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_CONES = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566), (0.0883024619, 0.2817188376, 0.6299787005))
TO_LAB = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099), (0.0259040371, 0.7827717662, -0.8086757660))
CATEGORY_APART = 5.95  # 6 in whole numbers
TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0


def product(matrix, vector):
    return [sum(m * v for m, v in zip(row, vector)) for row in matrix]


def linear(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def oklab(light):
    return product(TO_LAB, [max(c, 0.0) ** (1 / 3) for c in product(TO_CONES, light)])


def seen(colour, vision):
    return oklab([min(max(c, 0.0), 1.0) for c in product(VISION[vision], linear(colour))])


def apart(one, other, vision):
    return 100 * sum((a - b) ** 2 for a, b in zip(seen(one, vision), seen(other, vision))) ** 0.5


def contrast(one, other):
    low, high = sorted(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x))) for x in (one, other))
    return (high + 0.05) / (low + 0.05)


def faults(theme):
    for (a, one), (b, other) in itertools.combinations(theme["category"].items(), 2):
        for vision in VISION:
            distance = apart(one, other, vision)
            if distance < CATEGORY_APART:
                yield f"{a} and {b} are {distance:.2f} apart in {vision} vision"
    for ground in ("land", "land_focus"):
        for name, colour in {**theme["category"], **{f"route {k}": v for k, v in theme["route"].items()}}.items():
            if contrast(colour, theme[ground]) < MARK_CONTRAST:
                yield f"{name} on {ground} has contrast {contrast(colour, theme[ground]):.2f}"
    for surface in ("app", "well", "panel", "raised"):
        for text in ("text", "text2", "text3", "ink"):
            if contrast(theme[text], theme[surface]) < TEXT_CONTRAST:
                yield f"{text} on {surface} has contrast {contrast(theme[text], theme[surface]):.2f}"


def main():
    themes = {n: json.loads((HERE / f"{n}.json").read_text(encoding="utf-8")) for n in ("dark", "light", "print")}
    ids = {c["id"] for c in json.loads((HERE / "shared.json").read_text(encoding="utf-8"))["categories"]}
    problems = [f"{name}: {fault}" for name, theme in themes.items() for fault in faults(theme)]
    for name, theme in themes.items():
        if set(theme) != set(themes["dark"]) or set(theme["category"]) != ids:
            problems.append(f"{name}: other keys than dark's, or other categories than shared.json's")
    for problem in problems:
        print(f"check.py: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
