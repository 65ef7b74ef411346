#!/usr/bin/python3
"""Prepares the bundled text fonts from Debian's fonts-inter, fonts-noto-core, fonts-noto-cjk and fonts-dejavu-core, and checks them.

    assets/fonts/prepare.py [--fonts FOLDER] [--only-east]      FOLDER: /usr/share/fonts (default)

Needs python3-fonttools. Inter's digits become its tabular ones, because the interface's text drawing ignores
OpenType features and dates would jitter; Inter is then renamed, as the Open Font License asks of a changed font. Of Han, Kana and Hangul
only those letters are taken that names of the map have, by the tables of assets/gazetteer; --only-east makes that font alone.
"""

import argparse
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent

# Latin with all extensions used from Reykjavík to Astana, Greek, Cyrillic, punctuation, currency, arrows, shapes.
TEXT = [(0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
        (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20C0), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF),
        (0x2200, 0x22FF), (0x2300, 0x23FF), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2713, 0x2718), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]
GEORGIAN = [(0x20, 0x20), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)]
ARMENIAN = [(0x20, 0x20), (0x530, 0x58F), (0xFB13, 0xFB17)]
ARABIC = [(0x20, 0x20), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF), (0x200C, 0x200F)]
HEBREW = [(0x590, 0x5FF), (0xFB1D, 0xFB4F)]

INTER = {"Regular": "Inter-Regular.otf", "Medium": "Inter-Medium.otf", "SemiBold": "Inter-SemiBold.otf", "Italic": "Inter-Italic.otf"}
NOTO = [("NotoSansGeorgian-Regular.ttf", GEORGIAN), ("NotoSansGeorgian-Bold.ttf", GEORGIAN),
        ("NotoSansArmenian-Regular.ttf", ARMENIAN), ("NotoSansArmenian-Bold.ttf", ARMENIAN),
        ("NotoNaskhArabic-Regular.ttf", ARABIC)]
EAST = [(0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7A3)]
EAST_NAMES = ["east_towns.tsv", "east_divisions.tsv", "map_names.tsv"]
SIMPLIFIED = 2   # of the collection's faces, which draw some letters each in their country's way
DIGIT_ADVANCE = (1824, 2816)  # tabular digit over em, as the layout tests expect

MUST_HAVE = {
    "InterDateline": "Qarabağ Ələt Şuşa İstanbul ı ğ č ć š đ ž Ț ț Ș ș ő ű Київ Қазақ Ұ Ө Ә Ң – — “ ” ’ … → ↗ · • № € ° ′",
    "NotoSansGeorgian": "თბილისი", "NotoSansArmenian": "Երևան", "NotoNaskhArabic": "تهران",
    "NotoSansCJK": "北京東京서울さいたま",
}


def codes(ranges):
    return [c for first, last in ranges for c in range(first, last + 1)]


def options():
    chosen = subset.Options()
    chosen.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "case", "liga", "rlig", "calt", "init", "medi",
                              "fina", "isol", "tnum", "frac", "sups", "subs"]
    chosen.name_IDs = ["*"]
    chosen.name_languages = [0x409]
    chosen.notdef_outline = True
    chosen.glyph_names = False
    chosen.hinting = True
    chosen.recalc_timestamp = False
    return chosen


def substitution(font, tag):
    """The glyph-for-glyph substitutions of one OpenType feature."""
    table, pairs = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    pairs.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return pairs


def use_tabular_digits(font):
    tabular = substitution(font, "tnum")
    digits = [tabular[g] for g in map(font.getBestCmap().get, range(ord("0"), ord("9") + 1)) if g in tabular]
    widest = max(font["hmtx"][g][0] for g in digits)
    for glyph in digits:  # two of the heavier weights' digits are a hair narrower
        font["hmtx"][glyph] = (widest, font["hmtx"][glyph][1])
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            glyph = table.cmap.get(code)
            if glyph in tabular:
                table.cmap[code] = tabular[glyph]


def rename(font, family, style, note):
    """Names the changed font, keeping copyright (0) and licence (13, 14) as they are."""
    table = font["name"]
    values = {1: f"{family} {style}" if style not in ("Regular", "Italic") else family,
              2: style if style in ("Regular", "Italic") else "Regular", 3: f"{family}-{style};dateline",
              4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}", 10: note, 16: family, 17: style}
    table.names = [n for n in table.names if n.nameID in (0, 5, 13, 14)]
    for number, text in values.items():
        table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = values[6]
        top = cff[0]
        top.FamilyName, top.FullName = family, values[4]
        if hasattr(top, "Notice"):
            top.Notice = values[10]


def save_subset(font, ranges, path, layout=True):
    chosen = options()
    if not layout:
        chosen.layout_features = []
    worker = subset.Subsetter(chosen)
    worker.populate(unicodes=codes(ranges))
    worker.subset(font)
    font.save(path)


def east_letters():
    """Those of the names that the map writes, and the ones that Japanese puts between others."""
    text = "".join((HERE.parent / "gazetteer" / name).read_text(encoding="utf-8") for name in EAST_NAMES)
    return sorted({(ord(c), ord(c)) for c in text if any(first <= ord(c) <= last for first, last in EAST)})


def prepare_east(fonts):
    font = TTFont(fonts / "opentype/noto/NotoSansCJK-Regular.ttc", fontNumber=SIMPLIFIED, recalcTimestamp=False)
    path = HERE / "NotoSansCJK-Subset.otf"
    save_subset(font, east_letters(), path, layout=False)
    return [path]


def prepare(fonts):
    written = prepare_east(fonts)
    for style, name in INTER.items():
        font = TTFont(fonts / "opentype/inter" / name, recalcTimestamp=False)
        use_tabular_digits(font)
        rename(font, "InterDateline", style, "A subset of the Inter typeface in which the default digits are tabular.")
        path = HERE / f"InterDateline-{style}.otf"
        save_subset(font, TEXT, path)
        written.append(path)
    for name, ranges in NOTO:
        font = TTFont(fonts / "truetype/noto" / name, recalcTimestamp=False)
        path = HERE / name
        save_subset(font, ranges, path)
        written.append(path)
    font = TTFont(fonts / "truetype/dejavu/DejaVuSans.ttf", recalcTimestamp=False)
    path = HERE / "DejaVuSans-Fallback.ttf"
    rename(font, "Dateline Fallback", "Regular", "A subset of DejaVu Sans, renamed as its licence asks.")
    save_subset(font, TEXT + GEORGIAN + ARMENIAN + ARABIC + HEBREW + [(0x2700, 0x27BF)], path)
    written.append(path)
    return written


def check(paths):
    problems = []
    for path in paths:
        font = TTFont(path)
        cmap = font.getBestCmap()
        for prefix, text in MUST_HAVE.items():
            missing = [c for c in text if path.name.startswith(prefix) and not c.isspace() and ord(c) not in cmap]
            if missing:
                problems.append(f"{path.name}: lacks {' '.join(missing)}")
        if path.name.startswith("InterDateline"):
            advances = {font["hmtx"][cmap[ord(d)]][0] for d in "0123456789"}
            if path.name.endswith("-Regular.otf"):
                expected = {DIGIT_ADVANCE[0] * font["head"].unitsPerEm // DIGIT_ADVANCE[1]}
                if advances != expected:
                    problems.append(f"{path.name}: digits advance by {sorted(advances)}, not {expected}")
            elif len(advances) != 1:
                problems.append(f"{path.name}: digits are not tabular")
        print(f"{path.name}: {len(cmap)} characters, {path.stat().st_size // 1024} KB")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fonts", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts"))
    parser.add_argument("--only-east", action="store_true", help="the font of Han, Kana and Hangul alone")
    args = parser.parse_args()
    fonts = args.fonts
    if args.only_east:
        return 1 if check(prepare_east(fonts)) else 0
    if not (fonts / "opentype/inter").is_dir() or not (fonts / "truetype/noto").is_dir():
        print(f"prepare.py: {fonts} lacks fonts-inter or fonts-noto-core; install both", file=sys.stderr)
        return 1
    problems = check(prepare(fonts))
    for problem in problems:
        print(f"prepare.py: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
