"""The documents are true: what they name is there, and every command, option, setting and package is named."""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parley.cli import parser
from parley.settings import Settings
from parley.store import writer
from parley.store.sqlite import sqlite3
from tests.home import HOME

PAGES = [*(HOME / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *(HOME / "docs").glob("*.md")]
OPERATIONS = (HOME / "docs" / "operations.md").read_text("utf-8")
EVERY_WORD = "\n".join(page.read_text("utf-8") for page in PAGES)
PICTURES = HOME / "docs" / "pictures"


def commands() -> dict[str, argparse.ArgumentParser]:
    """Each command of `parley` by its name."""
    (found,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def options(command: argparse.ArgumentParser) -> set[str]:
    """The long options of a command, its help aside."""
    return {name for action in command._actions for name in action.option_strings if name.startswith("--")} - {"--help"}


def settings_read() -> set[str]:
    """Every environment variable of Parley's own that the code names."""
    texts = (path.read_text("utf-8") for path in (HOME / "lib").rglob("*.py"))
    return {name for text in texts for name in re.findall(r"\"(PARLEY_[A-Z_]+)\"", text)}


def told_commands() -> Iterator[list[str]]:
    """Every `parley …` in code of any document, as words."""
    code = re.findall(r"`([^`\n]+)`", EVERY_WORD) + re.findall(r"^    (.+)$", EVERY_WORD, re.MULTILINE)
    for line in code:
        words = line.split()
        if words and re.fullmatch(r"(\S*/)?parley", words[0]) and len(words) > 1:
            yield words[1:]


def targets() -> set[str]:
    """What `make` can be asked for."""
    return set(re.findall(r"^([a-z]+):.*##", (HOME / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", commands())
def test_every_command_and_each_of_its_options_is_documented(name: str) -> None:
    assert f"`parley {name}" in OPERATIONS
    missing = {
        option for option in options(commands()[name]) if not re.search(rf"parley {name}[^`]*{option}", OPERATIONS)
    }
    assert missing == set()


def test_every_command_and_option_that_a_document_names_is_there() -> None:
    known = commands()
    for words in told_commands():
        if words[0] == "--version":
            continue
        assert words[0] in known, words
        named = {word.strip("[]").split("=")[0] for word in words if word.strip("[").startswith("--")}
        assert named - {"--help"} <= options(known[words[0]]), words


def test_every_setting_is_documented_with_its_default_and_none_beside() -> None:
    assert set(re.findall(r"^\| `(PARLEY_[A-Z_]+)` \| [^|]+ \| [^|]+ \|$", OPERATIONS, re.MULTILINE)) == settings_read()
    assert set(re.findall(r"PARLEY_[A-Z_]+", EVERY_WORD)) == settings_read()


def test_every_target_of_make_that_a_document_names_is_there_and_each_is_named() -> None:
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", EVERY_WORD, re.MULTILINE))
    assert named == targets()


def test_every_message_of_the_troubleshooting_table_is_one_of_ours() -> None:
    code = "\n".join(p.read_text("utf-8") for p in [*(HOME / "lib").rglob("*.py"), HOME / "Makefile"])
    said = re.sub(r"\"\s+f?\"", "", code)
    table = OPERATIONS.split("## When something is wrong")[1]
    messages = [row.split(" | ")[0].strip("| ") for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(messages) > 10
    for message in messages:
        for part in message.split("…"):
            assert part.strip() in said, message


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if re.match(r"https?:", target):
            continue
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_picture_is_shown_and_small() -> None:
    pictures = set(PICTURES.glob("*.png"))
    assert {file.name for file in pictures} == set(re.findall(r"pictures/([\w-]+\.png)\)", EVERY_WORD))
    assert [file.name for file in pictures if file.stat().st_size > 150_000] == []


def test_every_package_is_named_with_its_reason_and_its_licence_and_none_beside() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]{5,}) \| ([^|]{3,}) \|$", dependencies(), re.MULTILINE)
    named = [name for row in rows for name in row[0].split(", ") if row[0] != "package"]
    assert sorted(named) == sorted(re.match(r"[\w-]+", one)[0] for one in wanted)  # type: ignore[index]


def dependencies() -> str:
    return (HOME / "docs" / "dependencies.md").read_text("utf-8")


def test_the_copy_that_the_backup_line_makes_of_a_running_database_is_whole(tmp_path: Path) -> None:
    line = next(line for line in OPERATIONS.splitlines() if "VACUUM INTO" in line).strip()
    command = shlex.split(line)
    script = (
        command[-1].replace("/backup", str(tmp_path)).replace("data/parley.db", str(tmp_path / "data" / "parley.db"))
    )
    with closing(writer(Settings(data=tmp_path / "data", samples=tmp_path))) as db:
        db.execute("INSERT INTO sources (name) VALUES ('The Courier')")
        path = os.pathsep.join([str(HOME / "lib"), os.environ.get("PYTHONPATH", "")])
        subprocess.run([sys.executable, command[1], script], check=True, env={**os.environ, "PYTHONPATH": path})
        with closing(sqlite3.connect(tmp_path / "parley.db")) as copy:
            assert copy.execute("SELECT name FROM sources").fetchall() == [("The Courier",)]


def test_the_readme_s_tour_of_the_house_names_every_folder() -> None:
    readme = (HOME / "README.md").read_text("utf-8")
    named = set(re.findall(r"`lib/parley/(\w+)/`", readme))
    assert {folder.parent.name for folder in (HOME / "lib" / "parley").glob("*/__init__.py")} <= named


def test_the_examples_of_style_are_code_of_ours_as_it_stands() -> None:
    examples = re.findall(r"```python\n(.*?)\n```", (HOME / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    code = "\n".join(path.read_text("utf-8") for part in ("lib", "tests") for path in (HOME / part).rglob("*.py"))
    assert len(examples) == 3
    assert [example for example in examples if example not in code] == []


def test_the_readme_begins_with_what_to_type_and_is_short() -> None:
    lines = (HOME / "README.md").read_text("utf-8").splitlines()
    assert len(lines) < 90
    assert [line.split("#")[0].strip() for line in lines[:12] if line.startswith("    make")] == [
        "make run",
        "make test",
    ]
