"""Documents under limits: whatever one does to its reader, it ends with a reason, and the next one is read."""

import errno
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from parley.converter import Converter, wire
from parley.errors import UnreadableFile
from parley.model import Article, LeftOut
from tests.waiting import waited_for

Told = list[tuple[str, str]]


def told(converter: Converter, text: str, folder: Path, name: str = "a.txt") -> Told:
    """The parts of a file of these lines: its name, and the title or the reason."""
    path = folder / name
    path.write_text(text)
    with path.open("rb") as document:
        return [
            (part, found.title if isinstance(found, Article) else f"! {found}")
            for part, found in converter.parts_in(name, document)
        ]


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("hang", "took longer than 2 seconds"),
        ("burn", "took longer than 2 seconds"),
        ("swell", "needed more memory than the 700 MB"),
        ("crash", "The reader crashed on this file"),
        ("stumble", "Parley stumbled over this document (ZeroDivisionError)"),
        ("refuse", "No words. Bring others."),
    ],
)
def test_a_file_that_stops_its_reader_ends_with_a_reason_and_the_next_is_read(
    odd: Converter, tmp_path: Path, deed: str, reason: str
) -> None:
    with pytest.raises(UnreadableFile) as ended:
        told(odd, deed, tmp_path)
    assert reason in str(ended.value)
    assert told(odd, "good", tmp_path) == [("a.txt", "good")]


def test_what_was_read_before_the_end_is_kept(odd: Converter, tmp_path: Path) -> None:
    found = told(odd, "one\ntwo\nhang\nfour", tmp_path)
    assert found[:2] == [("a.txt", "one"), ("a.txt", "two")]
    assert len(found) == 3
    assert found[2][1].startswith("! This file took longer")


def test_each_document_of_a_zip_has_limits_of_its_own(odd: Converter, tmp_path: Path) -> None:
    found = told(odd, "1: one\n2: crash\n3: three\n4: swell\n5: five: inner", tmp_path)
    assert [name for name, _ in found] == ["1", "2", "3", "4", "five"]
    assert [said.split(" file")[0] for _, said in found] == [
        "one",
        "! The reader crashed on this",
        "three",
        "! This",
        "inner",
    ]
    assert "more memory" in found[3][1]


def test_a_zip_of_nothing_but_traps_is_given_up_after_a_few(odd: Converter, tmp_path: Path) -> None:
    found = told(odd, "\n".join(f"{n}: crash" for n in range(7)), tmp_path)
    assert ["crashed" in said for _, said in found] == [True] * 4 + [False] * 3
    assert "Upload it by itself." in found[-1][1]


def test_documents_in_documents_without_end_are_refused(odd: Converter, tmp_path: Path) -> None:
    found = told(odd, ": ".join("abcdefghijklmn"), tmp_path)
    assert ["files in files without end" in said for _, said in found] == [True]


def test_a_helper_that_is_ended_is_started_anew_and_what_was_handed_out_is_not_handed_out_twice(
    odd: Converter, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"one\nend_the_helper {tmp_path / 'mark'}")
    with path.open("rb") as document:
        parts = odd.parts_in("a.txt", document)
        assert "Oslo" in str(next(parts)[1])
        (tmp_path / "mark").touch()
        assert [str(found)[:45] for _, found in parts] == ["Reading this file stopped Parley's reader twi"]
    assert told(odd, "good", tmp_path) == [("a.txt", "good")]


@pytest.mark.parametrize("deed", ["call_out", "start_a_program", "write_a_file"])
def test_a_reader_can_neither_call_out_nor_start_a_program_nor_write_a_file(
    odd: Converter, tmp_path: Path, deed: str
) -> None:
    with pytest.raises(UnreadableFile) as ended:
        told(odd, f"{deed} {tmp_path / 'written'}" if deed == "write_a_file" else deed, tmp_path)
    assert "(PermissionError)" in str(ended.value) or "(OSError)" in str(ended.value)


def test_which_limits_hold_is_found_out_by_trying(odd: Converter) -> None:
    standing = odd.standing()
    assert standing is not None
    assert standing.seconds == 2.0
    assert standing.network in {"left", "blocked"}
    if sys.platform == "linux":
        assert standing.memory == 700 << 20


def test_a_helper_that_cannot_be_started_is_no_fault_of_the_document(tmp_path: Path) -> None:
    lost = Converter(["-c", "raise SystemExit"])
    assert lost.standing() is None
    with pytest.raises(UnreadableFile, match="stopped Parley's reader twice"):
        told(lost, "good", tmp_path)


def test_a_helper_ends_when_nobody_waits_for_its_document_any_more(odd: Converter, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\nhang")
    odd.standing()
    helper = odd.process
    assert helper is not None
    with path.open("rb") as document, closing(odd.parts_in("a.txt", document)) as parts:
        assert next(parts)[0] == "a.txt"
    assert helper.poll() is not None
    assert told(odd, "good", tmp_path) == [("a.txt", "good")]


ORPHAN = """
import os, signal, sys
from parley.converter import Converter
odd = Converter([sys.argv[1]])
with open(sys.argv[2], "rb") as document:
    parts = odd.parts_in("a.txt", document)
    next(parts)
    print(odd.process.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_helper_ends_with_a_worker_that_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\nhang")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", ORPHAN, str(Path(__file__).with_name("odd_reader.py")), str(path)]
    killed = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    helper = int(killed.stdout)
    assert waited_for(lambda: is_gone(helper))


def is_gone(process: int) -> bool:
    """Whether a process has ended, whoever still has to ask for its end."""
    try:
        os.kill(process, 0)
    except OSError as error:
        return error.errno == errno.ESRCH
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z"


def test_a_key_in_the_environment_is_not_handed_to_the_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_PASSWORD", "secret")
    spy = Converter(["-c", f"import os; open({str(tmp_path / 'seen')!r}, 'w').write(' '.join(os.environ))"])
    assert spy.standing() is None
    seen = (tmp_path / "seen").read_text().split()
    assert "PYTHONPATH" in seen
    assert "DESK_PASSWORD" not in seen


ARTICLE = Article("T", "Words.", published_on="2024-01-02", language="kk", left_out=(LeftOut("Menu", 3),), id="a")


def test_an_article_comes_back_as_it_was() -> None:
    assert wire.decoded(wire.encoded(ARTICLE)) == ARTICLE
    reason = wire.decoded(wire.encoded(UnreadableFile("Why.")))
    assert (type(reason), str(reason)) == (UnreadableFile, "Why.")


@pytest.mark.parametrize(
    "harm",
    [
        {"title": 3},
        {"language": "xx"},
        {"left_out": [["Menu", 3]]},
        {"left_out": [{"is": "LeftOut", "quote": "Menu", "at": True}]},
        {"is": "Popen"},
        {"more": "fields"},
    ],
)
def test_what_is_no_article_is_not_taken_from_a_child(harm: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"no|unknown"):
        wire.decoded({**wire.encoded(ARTICLE), **harm})


@pytest.mark.parametrize(
    "said", ['["part"]', '["of", []]', '["end"]', '["error", {"is": "NeedsColumns", "args": ["?"]}]', "[" * 100_000]
)
def test_a_helper_that_was_taken_over_stops_the_document_and_not_the_worker(tmp_path: Path, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    lines = (
        "import os, sys",
        "from parley.converter import wire",
        "to = int(sys.argv[1])",
        "wire.send(to, ['ready', 1.0, 1, 'left'])",
        f"data = {said!r}.encode()" if len(said) < 1000 else f"data = {said[:1]!r}.encode() * {len(said)}",
        "os.write(to, len(data).to_bytes(4, 'big') + data)",
        "while os.read(to, 1 << 16): pass",
    )
    odd = Converter(["-c", "\n".join(lines)])
    with path.open("rb") as document, pytest.raises(UnreadableFile, match="stopped Parley's reader twice"):
        list(odd.parts_in("a.txt", document))
    odd.close()
