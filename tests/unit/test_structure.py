"""The house: which package may know which, how long things may grow, and what no file may say."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest

from tests.home import HOME

LIB = HOME / "lib" / "parley"

# What each part may import of the others. `model`, `errors` and `settings` are the ground floor.
GROUND = {"model", "errors", "litter"}
ARROWS = {
    "model": set(),
    "errors": {"model"},
    "litter": set(),
    "settings": set(),
    "reading": GROUND | {"sheets"},
    "converter": GROUND | {"reading"},
    "sheets": GROUND | {"codebook"},
    "codebook": GROUND,
    "coding": GROUND | {"codebook"},
    "store": GROUND | {"settings", "codebook"},
    "queries": GROUND | {"settings", "store", "codebook"},
    "charts": GROUND,
    "briefs": GROUND,
    "accuracy": GROUND,
    "spreadsheets": GROUND | {"sheets", "store"},
    "adding": GROUND | {"converter", "coding", "codebook", "store"},
    "ingest": GROUND | {"settings", "converter", "spreadsheets", "adding", "codebook", "store"},
    "waiting": GROUND | {"adding", "codebook", "store", "queries"},
    "corrections": GROUND | {"coding", "codebook", "store"},
    "same_people": GROUND | {"coding", "codebook", "store"},
    "recode": GROUND | {"coding", "codebook", "store"},
    "whatif": GROUND | {"coding", "codebook", "store"},
    "worker": GROUND
    | {"settings", "converter", "coding", "codebook", "store", "queries", "ingest", "recode"}
    | {"waiting"},
    "ui": GROUND
    | {"settings", "queries", "charts", "briefs", "sheets", "coding", "codebook", "store", "corrections", "access"}
    | {"waiting", "whatif", "same_people", "slow"},
    "access": GROUND | {"settings"},
    "slow": GROUND,
    "scans": GROUND | {"settings", "store"},
    "cli": GROUND
    | {"settings", "reading", "converter", "sheets", "coding", "codebook", "accuracy"}
    | {"store", "queries", "ingest", "recode", "worker"},
}
SIZES = {"function": 45, "file": 300, "page": 80, "entry": 40}


def python_files() -> list[Path]:
    return sorted([*LIB.rglob("*.py"), *(HOME / "pages").glob("*.py"), HOME / "dashboard.py"])


def part_of(path: Path) -> str:
    inside = path.relative_to(LIB).parts
    return inside[0].removesuffix(".py")


def parts_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "parley":
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("parley."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {name.name.split(".")[1] for name in node.names if name.name.startswith("parley.")}
    return found - {"__version__"}


def outside_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
    return found


@pytest.mark.parametrize("path", sorted(LIB.rglob("*.py")), ids=lambda p: str(p.relative_to(LIB)))
def test_imports_point_down_only(path: Path) -> None:
    part = part_of(path)
    if part in {"__init__", "__main__"}:
        return
    assert parts_imported(path) - {part} <= ARROWS[part]


def test_streamlit_is_known_to_the_screens_alone() -> None:
    knowing = {part_of(path) for path in LIB.rglob("*.py") if "streamlit" in outside_imported(path)}
    assert knowing <= {"ui", "cli"}


@pytest.mark.parametrize("part", ["reading", "sheets", "coding", "charts", "accuracy"])
def test_pure_parts_know_no_database_and_no_clock(part: str) -> None:
    for path in (LIB / part).rglob("*.py"):
        assert not outside_imported(path) & {"sqlite3", "sqlite_utils", "pysqlite3", "time", "requests", "urllib3"}, (
            path
        )


def test_only_the_store_and_the_queries_speak_sql() -> None:
    words = ("SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE ")
    for path in python_files():
        inside = path.relative_to(HOME).parts
        if len(inside) > 2 and inside[2] in {"store", "queries"}:
            continue
        strings = [n.value for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Constant)]
        texts = [s for s in strings if isinstance(s, str)]
        assert not [t for t in texts if t.lstrip().startswith(words)], path


def test_functions_that_only_sqlite_knows_stand_in_its_one_file() -> None:
    theirs = re.compile(r"\b(json_[a-z]+|group_concat|strftime|julianday)\(")
    for path in python_files():
        if path != LIB / "store" / "sqlite.py":
            strings = [n.value for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Constant)]
            assert not [s for s in strings if isinstance(s, str) and theirs.search(s)], path


def function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - (body[0].lineno if body else node.lineno) + 1 if body else 0


@pytest.mark.parametrize("path", python_files(), ids=lambda p: str(p.relative_to(HOME)))
def test_no_file_and_no_function_outgrows_its_measure(path: Path) -> None:
    text = path.read_text("utf-8")
    kind = "page" if path.parent.name == "pages" else "entry" if path.name == "dashboard.py" else "file"
    assert len(text.splitlines()) <= SIZES[kind]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert function_lines(node) <= SIZES["function"], f"{path}:{node.lineno} {node.name}"


def test_no_file_is_named_after_nothing() -> None:
    assert not [p for p in python_files() if p.stem in {"utils", "helpers", "common", "misc"}]


def test_every_public_function_of_the_package_says_what_it_means() -> None:
    silent = []
    for path in LIB.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        tops = chain([tree], (n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)))
        for node in tops:
            name = getattr(node, "name", path.stem)
            if (name == "__init__" or not name.startswith("_")) and not ast.get_docstring(node):
                silent.append(f"{path.relative_to(LIB)}:{name}")
    assert not silent


def test_screens_lead_to_one_another_by_links() -> None:
    """`st.switch_page` leaves the old address, or loses the filters from it: the way back would not lead back."""
    assert not [path.name for path in python_files() if "switch_page" in path.read_text("utf-8")]
