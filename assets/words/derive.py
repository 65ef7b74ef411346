#!/usr/bin/env python3
"""Derives verbs.txt and adjectives.txt from WordNet 3.0, Debian package wordnet-base 1:3.0-37.

    assets/words/derive.py [FOLDER]      FOLDER holds index.verb and the others; without it the package is fetched by apt-get

Both hold words that are nothing else, one a line:
    verbs.txt        with "*" behind a verb of a state (what one knows, feels, sees or is), "+" behind one that doubles its last
                     letter ("abet+": abetted), and its irregular forms after colons: "forsake:forsook:forsaken"
    adjectives.txt   those that are tagged in the texts that came with WordNet, and those that are other words nearly never
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "wordnet-base=1:3.0-37"
# Lexicographer files of verbs (lexnames(5WN)): cognition, emotion, perception, stative
STATES = {31, 37, 39, 42}
# How often one use of a word must be tagged for each time that the others are, where WordNet has others.
NEARLY_ALWAYS = 12
OTHER_WORDS = {"except", "owe"}  # prepositions, and what leads to one: "owing to"
WORD = re.compile(r"[a-z]{3,20}$")


def fetched(folder: Path) -> Path:
    subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["dpkg", "-x", next(folder.glob("wordnet-base_*.deb")), folder], check=True)
    return folder / "usr/share/wordnet"


def lemmas(path: Path) -> dict[str, list[int]]:
    """Words of one index file, with the offsets of their senses, the most frequent first."""
    found = {}
    for line in path.read_text().splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        if WORD.match(fields[0]):
            count = int(fields[2])
            found[fields[0]] = [int(offset) for offset in fields[-count:]]
    return found


def sense_counts(path: Path) -> dict[tuple[str, str], int]:
    """How often each word is tagged as each part of speech in the texts that came with WordNet."""
    kinds = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    counts: dict[tuple[str, str], int] = {}
    for line in path.read_text().splitlines():
        key, _, count = line.split()
        lemma, rest = key.split("%")
        pair = lemma, kinds[rest[0]]
        counts[pair] = counts.get(pair, 0) + int(count)
    return counts


def verb_files(path: Path) -> dict[int, int]:
    """The lexicographer file of each set of synonymous verbs, by offset."""
    return {int(line[:8]): int(line[9:11]) for line in path.read_text().splitlines() if not line.startswith(" ")}


def irregular(path: Path) -> tuple[dict[str, list[str]], set[str]]:
    """Past and participle of each verb that does not form them with -ed, and the verbs that double their last letter."""
    forms: dict[str, list[str]] = {}
    doubling = set()
    for line in path.read_text().splitlines():
        form, *bases = line.split()
        for base in bases:
            if form == base + base[-1] + "ed":
                doubling.add(base)
            elif WORD.match(form) and not form.endswith(("ed", "ing", "s")):
                forms.setdefault(base, []).append(form)
    return forms, doubling


def past_and_participle(forms: list[str]) -> list[str]:
    """"forsaken", "forsook" → "forsook", "forsaken"; none where only the participle has a form of its own."""
    participles = [form for form in forms if form.endswith("n") and len(forms) > 1]
    pasts = sorted((form for form in forms if form not in participles), key=len)
    if not pasts or (len(forms) == 1 and pasts[0].endswith("n")):
        return []
    return [pasts[-1], participles[0] if participles else pasts[-1]]


def words_of(source: Path) -> tuple[list[str], list[str]]:
    verbs, nouns, adjectives, adverbs = (lemmas(source / f"index.{kind}") for kind in ("verb", "noun", "adj", "adv"))
    counts, files = sense_counts(source / "cntlist.rev"), verb_files(source / "data.verb")
    forms, doubling = irregular(source / "verb.exc")

    def is_nearly(word: str, kind: str, others: str) -> bool:
        mine, theirs = counts.get((word, kind), 0), sum(counts.get((word, other), 0) for other in others)
        return mine >= NEARLY_ALWAYS * max(theirs, 1)

    plurals = {line.split()[0] for line in (source / "noun.exc").read_text().splitlines()}
    only_verbs, only_adjectives = [], []
    for word, senses in verbs.items():
        # not "clothe", "thieve": the forms in -s are other words
        if any(form in kind for form in (word, word + "s", word + "es") for kind in (nouns, plurals, adjectives, adverbs)):
            continue
        if word in OTHER_WORDS or word[:-1] + "ves" in plurals or (word.endswith("ve") and word + "s" in plurals):
            continue
        own = past_and_participle([form for form in forms.get(word, []) if form not in verbs and form[-3:] != word[-3:]])
        marks = ("+" if word in doubling and not own else "") + ("*" if files[senses[0]] in STATES else "")
        only_verbs.append(":".join([word + marks, *own]))
    for word in adjectives:
        other = word in nouns or word in verbs
        if (not other and counts.get((word, "a"), 0) > 0) or (other and is_nearly(word, "a", "nv")):
            only_adjectives.append(word)
    return sorted(only_verbs), sorted(only_adjectives)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        source = Path(sys.argv[1]) if len(sys.argv) > 1 else fetched(Path(name))
        for name, words in zip(("verbs", "adjectives"), words_of(source)):
            Path(__file__).with_name(f"{name}.txt").write_text("\n".join(words) + "\n")
            print(f"{len(words)} {name}")


if __name__ == "__main__":
    main()
