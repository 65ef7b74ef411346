#!/usr/bin/env python3
"""Fails on any include that is not an arrow of docs/architecture.md, on GL outside src/gl, GDAL outside src/io,
and on a foreign library's types in a module's public headers.

  include_arrows.py ROOT        check the tree
  include_arrows.py --self-test check that the check can fail
"""
import re
import sys
import tempfile
from pathlib import Path

# What the modules table in docs/architecture.md says, row for row; read from there, so the two cannot drift.
ROW = re.compile(r"^\|\s*`(\w+)/`\s*\|[^|]*\|\s*([^|]*?)\s*\|")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
GL_CALL = re.compile(r"(?<![\w:.>])gl[A-Z]\w*\s*\(")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)

# header prefix -> (library, the modules that may include it, may it be in a header there?)
FOREIGN = [
    (r"(gdal|ogr|cpl_|gnm)", "GDAL", {"io"}, False),
    (r"geos", "GEOS", {"geo", "io"}, False),
    (r"epoxy/", "OpenGL", {"gl"}, True),
    (r"GLFW/", "GLFW", {"gl", "app", "ui"}, False),
    (r"EGL/", "EGL", {"gl"}, False),
    (r"(imgui|backends/imgui)", "Dear ImGui", {"ui", "app"}, True),
    (r"unicode/", "ICU", {"document", "extract", "io", "view"}, False),
    (r"(hb\.h|hb-|ft2build|freetype)", "text shaping", {"view", "ui", "publish"}, False),
    (r"cairo", "Cairo", {"publish"}, False),
]


def arrows(table: str) -> dict[str, set[str]]:
    """module -> every module it may include, itself and what its uses use among them"""
    uses: dict[str, set[str]] = {}
    for line in table.splitlines():
        if row := ROW.match(line):
            names = {name.strip() for name in row[2].split(",")} - {"–", "-", ""}
            uses[row[1]] = names
    for module, names in uses.items():
        if "all" in names:
            uses[module] = set(uses) - {module}
    closed = {}
    for module in uses:
        reach, todo = {module}, [module]
        while todo:
            for name in uses[todo.pop()] - reach:
                if name not in uses:
                    raise SystemExit(f"docs/architecture.md: {module} uses {name}, which has no row")
                reach.add(name)
                todo.append(name)
        closed[module] = reach
    return closed


def problems(root: Path) -> list[str]:
    allowed = arrows((root / "docs/architecture.md").read_text(encoding="utf-8"))
    found = [] if len(allowed) > 1 else ["docs/architecture.md: no table of modules found"]
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp", ".inc"):
            continue
        name = path.relative_to(root).as_posix()
        module = path.relative_to(root / "src").parts[0]
        if module not in allowed:
            found.append(f"{name}: module {module} has no row in docs/architecture.md")
            continue
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start(2)) + 1
            target = match[2]
            if match[1] == '"' and "/" in target and target.split("/")[0] not in allowed[module] \
                    and (root / "src" / target).exists():
                found.append(f"{name}:{line}: {module} may not include {target}")
            for prefix, library, modules, in_header in FOREIGN:
                if re.match(prefix, target) and match[1] == "<":
                    if module not in modules:
                        found.append(f"{name}:{line}: {library} belongs to {', '.join(sorted(modules))}")
                    elif path.suffix == ".h" and not in_header:
                        found.append(f"{name}:{line}: {library} must not show in a header")
        if module != "gl" and not name.startswith("src/ui/imgui_host"):
            code = COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
            for match in GL_CALL.finditer(code):
                found.append(f"{name}:{code.count(chr(10), 0, match.start()) + 1}: {match[0]}…) is called outside src/gl")
    return found


def self_test() -> None:
    table = "| `base/` | x | – | yes |\n| `view/` | x | base | yes |\n| `gl/` | x | base | no |\n| `app/` | x | all | no |\n"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in {
            "docs/architecture.md": table,
            "src/base/a.h": '#pragma once\n#include "view/b.h"\n',
            "src/view/b.h": "#pragma once\n#include <ogr_api.h>\nvoid f() { glClear(1); }  // glFlush() in words is fine\n",
            "src/gl/c.cpp": '#include "base/a.h"\nvoid g() { glClear(1); }\n',
            "src/app/d.cpp": '#include "view/b.h"\n',
        }.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        expected = [
            "src/base/a.h:2: base may not include view/b.h",
            "src/view/b.h:2: GDAL belongs to io",
            "src/view/b.h:3: glClear(…) is called outside src/gl",
        ]
        if (got := problems(root)) != expected:
            raise SystemExit(f"self-test: expected {expected}, got {got}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        complaints = problems(Path(sys.argv[1]))
        print(*complaints, sep="\n")
        sys.exit(1 if complaints else 0)
