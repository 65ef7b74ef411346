"""Names of towns and divisions in Han, Kana, Hangul and Hebrew letters, for the map: of towns from GeoNames' names by language, of
divisions from Natural Earth's. A Chinese name is one of simplified letters, one of Taiwan and Hong Kong of traditional ones.
GeoNames names some Chinese towns by the quarter that its point lies in: what does not read as the town is called is left out, which
needs uconv, of icu-devtools.
Run: east_names.py GEONAMES_LOCALE_FOLDER MAPS_BASE OUT_FOLDER"""

import difflib
import gettext
import pathlib
import re
import subprocess
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "maps"))

HAN = r"\u3400-\u9fff々"
JAPANESE = re.compile(rf"[{HAN}\u3040-\u30ffヶ]+")
KOREAN = re.compile(r"[\uac00-\ud7a3 ]+")
CHINESE = re.compile(rf"[{HAN}]+")
HEBREW = re.compile(r"[\u05d0-\u05ea\u05f3\u05f4 '\"-]+")

# Country: the language of GeoNames' catalogue, its letters, an encoding that has no other spelling's, what towns are called beside
# their name.
LANGUAGES = {
    "JP": ("ja", JAPANESE, "shift_jis", ("特別市", "市", "都")),
    "KR": ("ko", KOREAN, "euc_kr", ("특별자치시", "특별시", "광역시", "시", "군")), "KP": ("ko", KOREAN, "euc_kr", ("직할시", "특별시", "시", "군")),
    "CN": ("zh", CHINESE, "gb2312", ("特别市", "地区", "市", "县", "镇", "区")), "TW": ("zh", CHINESE, "big5", ("市", "縣", "鎮", "區")),
    "HK": ("zh", CHINESE, "big5", ()), "MO": ("zh", CHINESE, "big5", ()), "IL": ("he", HEBREW, "iso8859_8", ()),
}
STATES = {"JPN": "JP", "KOR": "KR", "PRK": "KP", "CHN": "CN", "TWN": "TW", "HKG": "HK", "MAC": "MO", "ISR": "IL"}
LEAST_LEFT = 2   # 津市 is no 津, 沙市 no 沙
# Read otherwise than most words with these letters are.
READ_OTHERWISE = set("厦门 长沙 长春 成都 佛山 蚌埠 六安 绥棱 拉萨 和田 喀什 库车".split())
NOT_THE_TOWN = set("흥람 中央区 調布ヶ丘".split())   # misspelt; quarters
NO_HAN_NAME, UNLIKE = 3, 0.5   # so many letters may spell a name of another language, that alike
# Natural Earth has these in traditional letters alone, or not at all.
DIVISIONS = dict(zip("CN-CQ CN-GD CN-GS CN-GX CN-GZ CN-JS CN-LN CN-NM CN-NX CN-QH CN-SD CN-SN CN-XJ CN-YN JP-22 JP-47".split(),
                     "重庆 广东 甘肃 广西 贵州 江苏 辽宁 内蒙古 宁夏 青海 山东 陕西 新疆 云南 静岡県 沖縄県".split()))


def is_spelt(name, country):
    _, letters, encoding, _ = LANGUAGES[country]
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return False
    return letters.fullmatch(name) is not None


def bare(name, english, endings):
    """The name itself; 四日市, Yokkaichi, ends in what is no ending."""
    if english.casefold().endswith("ichi") and not name.endswith("市市"):
        return name
    for ending in endings:
        if name.endswith(ending) and len(name) - len(ending) >= LEAST_LEFT:
            return name[:-len(ending)]
    return name


def letters_of(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isascii() and c.isalpha())


def read_alike(rows):
    """Of (id, name, English) those whose letters are read as the town is called."""
    read = subprocess.run(["uconv", "-x", "Han-Latin; Latin-ASCII; Lower"], input="\n".join(name for _, name, _ in rows), capture_output=True, text=True, check=True)
    for (ident, name, english), latin in zip(rows, read.stdout.split("\n")):
        said, called = letters_of(latin), letters_of(english)
        other = len(name) >= NO_HAN_NAME and difflib.SequenceMatcher(None, said, called).ratio() >= UNLIKE
        if said == called or name in READ_OTHERWISE or other:
            yield ident, name


def towns(locales, places, read_layer):
    catalogues = {}
    for language in {known[0] for known in LANGUAGES.values()}:
        with open(locales / language / "LC_MESSAGES" / "geonames.mo", "rb") as file:
            catalogues[language] = gettext.GNUTranslations(file)
    rows, chinese = {}, []
    for _, values in read_layer(places):
        country, ident = values["iso_a2"], values["geonameid"]
        if country not in LANGUAGES or not ident:
            continue
        language, _, _, endings = LANGUAGES[country]
        name = catalogues[language].gettext(str(ident))
        if not is_spelt(name, country) or name in NOT_THE_TOWN:
            continue
        name = bare(name, values["name"], endings)
        if country == "CN":
            chinese.append((ident, name, values["name"]))
        else:
            rows[ident] = name
    rows.update(read_alike(chinese))
    return sorted(rows.items())


def divisions(layer, read_layer):
    rows = dict(DIVISIONS)
    for _, values in read_layer(layer):
        country = STATES.get(values["adm0_a3"])
        if not country or not values["iso_3166_2"] or values["iso_3166_2"] in DIVISIONS:
            continue
        names = [values["name_local"] or ""] + (values["names"] or "").split(";")
        if own := next((name for name in names if name and is_spelt(name, country)), ""):
            rows[values["iso_3166_2"]] = own
    return sorted(rows.items())


def main(locales, base, out):
    from deriving.writing import read_layer
    base, out = pathlib.Path(base), pathlib.Path(out)
    for name, column, rows in (("east_towns.tsv", "geonameid", towns(pathlib.Path(locales), base / "places.fgb", read_layer)),
                               ("east_divisions.tsv", "iso_3166_2", divisions(base / "admin1_10m.fgb", read_layer))):
        with open(out / name, "w", encoding="utf-8") as file:
            file.write(f"{column}\tname\n")
            file.writelines(f"{ident}\t{own}\n" for ident, own in rows)
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
