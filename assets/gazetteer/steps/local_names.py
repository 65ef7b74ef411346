"""Names of towns as their countries write them, for the map. A town's names in a script are those of all languages that write
it: "Днепр", "Днипро", "Дніпро". Its own is spelt with the letters of its language, by its rules, and reads like its name.
Run: local_names.py CITIES500 PLACES_FGB OUT"""

import pathlib
import re
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "maps"))

ARABIC = set("SA AE QA KW BH OM YE IQ SY JO LB PS EG LY TN DZ MA MR SD".split())
ARABIC_LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
PERSIAN_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئء"
# No word begins with ئ or اا, none has a letter thrice, and ة and ى end one: others write so, "ئاممان".
NOT_ARABIC = re.compile(r"\bئ|\bاا|(.)\1\1|[ةى]\B")
NOT_NAMES = ("مدينة ", "محافظة ", "ولاية ", "والاية ")


def pairs(text):
    """"ж zh щ shch": what each letter is in Latin ones."""
    words = text.split()
    return {a: b.strip("_") for a, b in zip(words[::2], words[1::2])}


CYRILLIC = pairs("һ h а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch "
                 "ъ _ ы y ь _ э e ю yu я ya")
SERBIAN = {**CYRILLIC, **pairs("ј j љ lj њ nj ђ d ћ c џ dz ѓ g ќ k ѕ dz х h ц c")}
TURKIC = {**CYRILLIC, **pairs("ә a ғ g қ k ң n ө o ұ u ү u һ h і i")}
GREEK = pairs("α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o")
GEORGIAN = pairs("ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ k შ sh ჩ ch ც ts "
                 "ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h")
ARMENIAN = pairs("ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j "
                 "ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev")
SEMITIC = pairs("ا a آ a أ a إ i ع a و u ؤ u ي i ی i ى a ئ i ة _ ب b ت t ث t ج j ح h خ h د d ذ d ر r ز z س s ش s ص s ض d ط t ظ z غ j ف f ق k ك k ل l م m ن n ه h پ b چ s ژ z گ j ک k")

# Country: its letters in Latin ones, those among them that no neighbour has, and what its spelling has not.
LANGUAGES = {
    "RU": (CYRILLIC, "ё", re.compile("ъ(?![еёюя])|[сц]ьк(ий|$|-)|[^лр]ьск|мьн|ець$|шч|чны$")),
    "BY": ({**CYRILLIC, **pairs("г h е ye ё yo і i ў w")}, "ўі", re.compile("[ищъ]|ьк|[тдр][яюёеі]")),
    "UA": ({**CYRILLIC, **pairs("г h и y і i ї yi є ye ґ g")}, "іїєґ", re.compile("[ыэёъ]|[сц]к(ий|а|е)?$|чь|иевка$")),
    "BG": ({**CYRILLIC, **pairs("щ sht ъ a х h")}, "ъ", re.compile("[ыэё]")),
    "RS": (SERBIAN, "јљњђћџ", re.compile("[ыэёъьйщюяѓќѕ]")), "MK": (SERBIAN, "јљњѓќѕ", re.compile("[ыэёъьйщюяђћ]")),
    "KZ": (TURKIC, "әғқңөұүһі", re.compile("[сц]ьк$")), "KG": ({**TURKIC, "ж": "j"}, "өүң", None),
    "MN": ({**TURKIC, **pairs("х h е ye")}, "өү", re.compile("щ")),
    "TJ": ({**CYRILLIC, **pairs("ғ g ӣ i қ k ӯ u ҳ h ҷ j")}, "ғӣқӯҳҷ", re.compile("[ыщ]")),
    "GE": (GEORGIAN, "", None), "AM": (ARMENIAN, "", None), "GR": (GREEK, "", None), "CY": (GREEK, "", None),
}
# Towns that English calls by another name than their own, or whose own has the article or a short vowel otherwise than it tells.
OWN = pairs("RS/Belgrade beograd RU/Moscow moskva RU/Saint_Petersburg sankt-peterburg RU/Ulan-Ude ulan-udeh GR/Athens athina CY/Nicosia lefkosia GR/Rhodes rodos "
            "GR/Corfu kerkyra EG/Cairo al-qahira DZ/Algiers al-jazair SY/Damascus dimashq SY/Aleppo halab SA/Mecca makka LB/Tripoli tarabulus "
            "LY/Tripoli tarabulus EG/Alexandria al-iskandariyya EG/Luxor al-uqsur EG/Suez as-suways LB/Tyre sur LB/Sidon sayda "
            "PS/Hebron al-khalil PS/Nablus nabls MA/Casablanca ad-dar_al-bayda MA/Tangier tanja DZ/Oran wahran DZ/Constantine qusantina "
            "AE/Abu_Dhabi abu_zabi AE/Sharjah ash-shariqa PS/Bethlehem bayt_lahm LB/Beirut bayrut OM/Muscat masqat PS/East_Jerusalem al-quds_ash-sharqiya "
            "EG/Port_Said bur_said IQ/Erbil arbil EG/Zagazig az-zaqaziq")
# What reads alike in two spellings.
KNOWN = pairs("RU/Bratsk Братск RU/Sovetsk Советск RU/Ishcherskaya Ищерская")
UNLIKE = 0.5   # of the letters: from there on it is another name
ARTICLE = re.compile(r"\b(al|ar|as|at|az|an|ad|el|ash|adh|ed|er|es)[ -]")


def folded(text):
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ı", "i").replace("ə", "a").replace("đ", "d")
    return "".join(c for c in plain if c.isascii() and (c.isalpha() or c in " -"))


def sounds(latin):
    """"Shtip" and "Štip" are one."""
    for a, b in (("shch", "sc"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("ts", "c"), ("gh", "g"), ("q", "k"), ("yy", "y")):
        latin = latin.replace(a, b)
    return latin


def semitic(latin):
    """As Arabic letters would be read: without the article, each sound one letter."""
    bare = ARTICLE.sub("", latin)
    for a, b in (("sh", "s"), ("ch", "s"), ("kh", "h"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("zh", "z"), ("q", "k"), ("c", "k"), ("g", "j"),
                 ("p", "b"), ("v", "b"), ("x", "ks"), ("ou", "u"), ("w", "u"), ("o", "u"), ("y", "i"), ("e", "i")):
        bare = bare.replace(a, b)
    return re.sub(r"h\b", "", re.sub(r"(.)\1+", r"\1", bare))


def consonants(read):
    """Vowels, long or short, are told differently in the two scripts."""
    return re.sub(r"[aiu -]", "", read)


def by_place(small):
    """Russian "е" is "ye" where no consonant stands before it, and "э" is rare where one does."""
    return re.sub("(?<=[бвгджзклмнпрстфхцчшщ])э", "эһ", re.sub("(?<![бвгджзклмнпрстфхцчшщьъ])е", "йе", small))


def apart(a, b):
    """Levenshtein's distance by the longer one's length."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1] / max(len(a), len(b), 1)


def spelt_arabic(name, persian):
    letters = PERSIAN_LETTERS if persian else ARABIC_LETTERS
    return name and set(name) <= set(letters + " ") and not name.startswith(NOT_NAMES) and (persian or not NOT_ARABIC.search(name))


def choose_arabic(latin, names, persian, article):
    own = semitic(latin)

    def order(other):
        words = [w.removeprefix("ال") for w in other.split()]
        read = " ".join("".join(SEMITIC.get(c, "") for c in re.sub("ه$", "", w)) for w in words)
        bare = re.sub(r"(.)\1+", r"\1", consonants(read))
        if persian:
            return apart(re.sub(r"(.)\1+", r"\1", consonants(own)), bare), len(other), other
        return (apart(re.sub(r"(.)\1+", r"\1", consonants(own)), bare), other.startswith("ال") != article, apart(own, read),
                -sum(c in "عحصضطظقةأإ" for c in other), other.count(" "), len(other), other)

    ranked = sorted(map(order, (n for n in names if spelt_arabic(n, persian))))
    return with_its_dots(ranked[0][-1], latin) if ranked and ranked[0][0] < UNLIKE else ""


def with_its_dots(name, latin):
    """"دبى" for "دبي", "صعده" for "صعدة": Egypt leaves the dots of a last letter out, and others after it."""
    if name.endswith("ى") and latin[-1] in "iy":
        return name[:-1] + "ي"
    return name[:-1] + "ة" if name.endswith("ه") and not name.endswith("لله") and latin.endswith("ah") else name


def choose(country, name, names):
    """`name`: as the gazetteer has it, in Latin letters; `names`: all that the town is called; empty where none is its own."""
    if f"{country}/{name}" in KNOWN:
        return KNOWN[f"{country}/{name}"]
    known = OWN.get(f"{country}/{name}".replace(" ", "_"), "").replace("_", " ")
    latin = known or folded(name).removesuffix(" city")
    if country in ARABIC or country == "IR":
        return choose_arabic(latin, names, country == "IR", not known or bool(ARTICLE.match(known)))
    letters, rare, foreign = LANGUAGES[country]
    ranked = []
    for other in names:
        small = other.casefold()
        accents = unicodedata.normalize("NFD", small) if letters is GREEK else by_place(small) if country == "RU" else small
        read = [letters.get(c) if c.isalpha() else c for c in accents if not unicodedata.combining(c) and c not in "’'"]
        if not small or None in read or any(not c.isalpha() and c not in " -’'" for c in small) or foreign and foreign.search(small):
            continue
        if letters is GREEK and accents == small and len(small) > 3:
            continue  # without its accent: capitals, or another language
        plain = "".join(read).replace("oy", "ou") if letters is GREEK else "".join(read).replace("ov", "u") if letters is ARMENIAN else "".join(read)
        ranked.append((apart(sounds(latin), sounds(plain)), -sum(c in rare for c in small), -small.count("ь"), len(other), other))
    return min(ranked)[-1] if ranked and min(ranked)[0] < UNLIKE else ""


def main(source, places, out):
    from deriving.writing import read_layer
    shown = {values["geonameid"]: (values["iso_a2"], values["name"]) for _, values in read_layer(places) if values["geonameid"]}
    rows = []
    with open(source, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            country, name = shown.get(int(fields[0]), ("", "")) if len(fields) > 14 else ("", "")
            if country not in LANGUAGES and country not in ARABIC and country != "IR":
                continue
            names = [part for called in fields[3].split(",") for part in called.split(" - ")]
            if own := choose(country, name, names):
                rows.append((int(fields[0]), own))
    with open(out, "w", encoding="utf-8") as file:
        file.write("geonameid\tname\n")
        file.writelines(f"{ident}\t{name}\n" for ident, name in sorted(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
