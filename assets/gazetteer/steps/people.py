"""Common given names and surnames, so that a reader of texts can tell persons from places."""

import json
import subprocess

from deriving.sources import SourceError

from .towns import script_of

FIELDS = ["name", "use", "languages"]

READ = """
import { allLocales } from '@faker-js/faker';
const out = {};
for (const [code, locale] of Object.entries(allLocales)) {
  const person = locale.person ?? {};
  const take = (group) => Object.values(group ?? {}).flatMap((v) => Array.isArray(v) ? v : []).filter((v) => typeof v === 'string');
  out[code] = { given: take(person.first_name), family: take(person.last_name) };
}
console.log(JSON.stringify(out));
"""


def build(package, extra):
    """`extra`: our own list for languages that the package lacks, a line `language: name name …`."""
    node_modules = package.parent / "node_modules" / "@faker-js"
    node_modules.mkdir(parents=True, exist_ok=True)
    link = node_modules / "faker"
    if not link.exists():
        link.symlink_to(package, target_is_directory=True)
    done = subprocess.run(["node", "--input-type=module", "-e", READ], cwd=package.parent, capture_output=True, text=True)
    if done.returncode != 0:
        raise SourceError(f"reading given names with node failed: {done.stderr.strip()[-200:]}")
    uses = {}
    for code, lists in json.loads(done.stdout).items():
        for use in ("given", "family"):
            for name in lists[use]:
                add(uses, name.strip(), use, code.split("_")[0])
    for line in extra.read_text(encoding="utf-8").splitlines():
        language, _, names = line.partition(":")
        for name in names.split():
            add(uses, name, "given", language.strip())
    return [{"name": name, "use": "+".join(sorted(u["use"])), "languages": ",".join(sorted(u["languages"]))}
            for name, u in sorted(uses.items())]


def add(uses, name, use, language):
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 or any(script_of(c) not in ("LATIN", "CYRILLIC", "GEORGIAN", "ARMENIAN") for c in letters):
        return
    if " " in name or not letters[0].isupper() and script_of(letters[0]) != "GEORGIAN":
        return
    entry = uses.setdefault(name, {"use": set(), "languages": set()})
    entry["use"].add(use)
    entry["languages"].add(language)
