"""The `parley` command, as a user types it."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from parley import __version__, cli
from parley.ingest import STAYS_PUBLIC
from parley.queries.internal import internal_articles
from parley.store import reader
from tests.desk import settings_in
from tests.home import HOME

TALKS = (
    "Ministers meet in Tashkent\n\nThe ministers of two neighbours met in Tashkent on 3 March 2024 to speak of trade.\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text, a copy of it, an empty file and a hidden one; PARLEY_DATA beside it."""
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
    for name, value in (("handlers", []), ("propagate", True)):  # set back after the test, which may set them
        monkeypatch.setattr(logging.getLogger("parley"), name, value)
    folder = tmp_path / "releases"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "talks.txt").write_text(TALKS)
    (folder / "copy.txt").write_text(TALKS)
    (folder / "empty.txt").write_text("")
    (folder / ".hidden").write_text("not meant")
    return folder


def test_ingest_reads_a_folder_and_says_what_became_of_each_file(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["ingest", str(desk)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "1 new · 1 already known · 1 unreadable"
    assert out[1].startswith("  empty.txt: The file is empty.")


def test_ingest_marks_as_internal_what_it_is_told_to_and_says_what_stays_public(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["ingest", str(desk / "copy.txt")])
    (desk / "memo.txt").write_text(f"{TALKS} The memo adds a line.")
    capsys.readouterr()
    cli.run(["ingest", "--internal", str(desk / "2024"), str(desk / "memo.txt")])
    assert STAYS_PUBLIC in capsys.readouterr().out
    db = reader(settings_in(desk.parent))
    (memo,) = internal_articles(db)
    assert db.execute("SELECT text LIKE '%adds a line%' FROM articles WHERE id = ?", (memo,)).fetchone() == (1,)


def test_ingest_of_a_folder_says_in_one_line_what_programs_left_there(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (".DS_Store", "2024/Thumbs.db", "2024/~$talks.docx", ".git/config"):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text("not meant")
    cli.run(["ingest", str(desk)])
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "1 new · 1 already known · 1 unreadable"
    assert out[-1] == (
        "  5 hidden or left by programs, so not read: .DS_Store, config, .hidden, Thumbs.db, ~$talks.docx"
    )


def test_ingest_of_clear_files_exits_with_0_and_a_second_time_knows_them(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talks = str(desk / "2024" / "talks.txt")
    assert [cli.run(["ingest", talks]), cli.run(["ingest", talks])] == [0, 0]
    assert capsys.readouterr().out.splitlines() == [
        "1 new · 0 already known · 0 unreadable",
        "0 new · 1 already known · 0 unreadable",
    ]
    db = reader(settings_in(desk.parent))
    assert db.execute("SELECT kind, actor FROM batches").fetchall() == [("command", "local")] * 2


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("arguments", [["ingest", "nowhere"], ["code", "nowhere.txt"]])
def test_a_path_that_is_not_there_is_named_without_a_traceback(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    assert capsys.readouterr().err == f"parley: There is no file or folder {arguments[1]}.\n"


def test_a_folder_without_files_is_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "none").mkdir()
    assert cli.run(["ingest", str(desk / "none")]) == 2
    assert "There are no files in" in capsys.readouterr().err


def test_a_database_that_cannot_be_opened_is_told_in_words(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.parent / "data").write_text("a file where the folder should be")
    assert cli.run(["ingest", str(desk)]) == 2
    assert "cannot be made" in capsys.readouterr().err


def test_code_prints_one_line_of_json_an_article(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["code", str(desk / "copy.txt"), str(desk / "2024")]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["copy", "talks"]
    assert {"title", "text", "sources", "left_out", "meetings", "topics", "commitments"} <= set(rows[0])
    assert not (desk.parent / "data").exists()


def test_code_takes_json_lines_whatever_the_name_and_keeps_each_id(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = desk / "export.txt"
    rows.write_text(
        '{"id": "a-1", "title": "T", "text": "The sides met."}\n{"id": "a-2", "title": "U", "text": "They did."}\n'
    )
    assert cli.run(["code", "--json-lines", str(rows)]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["text"]) for row in printed] == [("a-1", "The sides met."), ("a-2", "They did.")]


def test_code_names_what_it_cannot_read_and_goes_on(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["code", str(desk / "empty.txt"), str(desk / "copy.txt")]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["id"] == "copy"
    assert "empty.txt: The file is empty." in told.err


def test_code_prints_the_same_bytes_twice(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for _ in range(2):
        cli.run(["code", str(desk / "copy.txt")])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


def test_a_reader_that_leaves_early_is_no_error(desk: Path) -> None:
    rows = desk / "many.jsonl"
    rows.write_text("\n".join(json.dumps({"title": "T", "text": f"The sides met {n} times."}) for n in range(3000)))
    command = f"{sys.executable} -m parley code {rows} | head -n 1 > {desk / 'first'}"
    ended = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PYTHONPATH": str(HOME / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr == ""
    assert len((desk / "first").read_text().splitlines()) == 1


def test_version_and_help_tell_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--version"], ["--help"]):
        with pytest.raises(SystemExit) as ended:
            cli.run(arguments)
        assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"parley {__version__}\n")
    for command in ("serve", "ingest", "code", "worker"):
        assert f"parley {command}" in out or f"\n    {command} " in out
