#!/usr/bin/env bash
# Scores `dateline annotate` on every development set at hand and prints a Markdown table.
#   scripts/eval.sh [DATELINE]      DATELINE: the program, build/release/dateline unless given
# The sets are JSON lines with their scorer, score.py, in $DATELINE_EVAL (../shared/eval beside this tree unless set).
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
program=${1:-$root/build/release/dateline}
sets=${DATELINE_EVAL:-$root/../shared/eval}

if [ ! -x "$program" ]; then
    echo "eval: $program is not there; build it (cmake --build --preset release) or name it: scripts/eval.sh PROGRAM" >&2
    exit 1
fi
if [ ! -f "$sets/score.py" ]; then
    echo "eval: no score.py in $sets; set DATELINE_EVAL to the folder of the development sets" >&2
    exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for gold in "$sets"/*.jsonl; do
    name=$(basename "$gold" .jsonl)
    begin=$(date +%s.%N)
    "$program" annotate < "$gold" > "$scratch/$name.jsonl"
    end=$(date +%s.%N)
    python3 "$sets/score.py" "$gold" "$scratch/$name.jsonl" --json > "$scratch/$name.score"
    printf '%s %s %s\n' "$name" "$(stat -c %s "$gold")" "$begin $end" >> "$scratch/runs"
done

python3 - "$scratch" <<'PYTHON'
import json, os, sys

scratch = sys.argv[1]
times, places = [], []
for line in open(os.path.join(scratch, "runs")):
    name, size, begin, end = line.split()
    score = json.load(open(os.path.join(scratch, name + ".score")))
    speed = f"{int(size) / 1e6 / max(float(end) - float(begin), 1e-3):.1f}"
    if "ALL" in score:
        value = lambda row: f"{100 * score[row]['value_F1_can']:.1f}"
        times.append((name, f"{100 * score['ALL']['relaxed_F1']:.1f}", value("ALL"), value("DATE"), value("CAL"), speed))
    elif "overlap_F1" in score:
        share = lambda key: f"{100 * (score[key] or 0):.1f}"
        places.append((name, share("overlap_F1"), share("acc161_on_matched"), share("acc161_end_to_end"), speed))

def table(title, heads, rows):
    if not rows:
        return
    print(f"| {title} | " + " | ".join(heads) + " |")
    print("|---" * (len(heads) + 1) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()

table("times", ["found F1", "value F1, all", "dates", "calendar dates", "MB/s, with start"], times)
table("places", ["found F1", "within 161 km, of resolved", "of all", "MB/s, with start"], places)
PYTHON
