"""A scan in the inbox: it says what it is, takes pasted text, and is read where Tesseract is installed."""

import subprocess
import sys
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from streamlit.testing.v1 import AppTest

from parley import scans
from parley.errors import UnreadableFile
from parley.settings import Settings
from parley.store import reader, writer
from parley.store.given import give_text
from parley.store.intake import accept
from tests.pages.screens import opened, words
from tests.pages.test_inbox import heads, read_all

TEXT = "Talks held\n\n3 May 2021\n\nThe ministers of Examplia and Testland met in Rome and discussed trade."
# Stands where Tesseract would: tells its languages, checks that it is given a picture, and prints what it "read".
FAKE = f"""#!{sys.executable}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\neng\\nrus")
else:
    head = open(sys.argv[1], "rb").read(2)
    assert head == b"P5" and sys.argv[2:] == ["stdout", "-l", "eng+rus"], (head, sys.argv)
    print({TEXT!r})
"""


def scan() -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 100))
    canvas.rect(20, 20, 60, 40, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def scanned(empty: Settings) -> Settings:
    """A desk whose one upload is a scan, read by the worker."""
    with closing(writer(empty)) as db:
        accept(db, empty, [("scan.pdf", scan())], "upload", "local")
    read_all(empty)
    return empty


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called tesseract on the path."""
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text(FAKE)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return program


def receipt(settings: Settings) -> tuple[int, str, str, str]:
    """The number, name, outcome and reason of the one receipt."""
    with closing(reader(settings)) as db:
        ((number, name, outcome, reason),) = db.execute("SELECT id, name, outcome, reason FROM receipts").fetchall()
    return int(number), name, outcome, reason


def article(settings: Settings) -> tuple[str, str, int]:
    """Title, date and document of the one article."""
    with closing(reader(settings)) as db:
        (row,) = db.execute("SELECT title, published_on, document_id FROM articles").fetchall()
    return row


def logged(settings: Settings) -> str:
    with closing(reader(settings)) as db:
        return str(db.execute("SELECT group_concat(action || ' ' || detail, '\n') FROM log").fetchone()[0])


def pasted(settings: Settings, title: str = "") -> AppTest:
    number = receipt(settings)[0]
    screen = opened("inbox")
    screen.text_area(key=f"give.text.{number}").input(TEXT)
    screen.text_input(key=f"give.title.{number}").input(title)
    screen.button(key=f"give.send.{number}").click().run()
    return screen


@pytest.mark.usefixtures("scanned")
def test_a_scan_says_that_it_is_one_and_how_parley_could_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    told = words(opened("inbox"))
    assert "This PDF holds pictures of pages and no text (a scan)." in told
    assert "once Tesseract (a free program) is installed" in told


@pytest.mark.parametrize(("title", "shown"), [("", "Talks held"), ("The talks in Rome", "The talks in Rome")])
def test_pasted_text_becomes_the_article_of_the_scan_in_the_same_upload(
    scanned: Settings, title: str, shown: str
) -> None:
    assert any("1 document: 1 waiting" in head for head in heads(pasted(scanned, title)))
    read_all(scanned)
    assert article(scanned) == (shown, "2021-05-03", 1)
    assert receipt(scanned)[1:3] == ("scan.pdf (pasted by a person)", "new")
    assert any("1 document: 1 new" in head for head in heads(opened("inbox")))
    assert "text given" in logged(scanned)
    assert "pasted by a person" in logged(scanned)


@pytest.mark.parametrize("name", ["talks.json", "talks.csv", "talks.eml", "talks.docx"])
def test_a_pasted_text_is_read_as_text_whatever_the_document_was(empty: Settings, name: str) -> None:
    with closing(writer(empty)) as db:
        accept(db, empty, [(name, b"{} \x00\x01")], "upload", "local")
    read_all(empty)
    assert receipt(empty)[2] == "unreadable"
    pasted(empty)
    read_all(empty)
    assert receipt(empty)[1:3] == (f"{name} (pasted by a person)", "new")
    assert article(empty)[:2] == ("Talks held", "2021-05-03")


def test_an_empty_field_says_what_is_missing(scanned: Settings) -> None:
    number = receipt(scanned)[0]
    screen = opened("inbox").button(key=f"give.send.{number}").click().run()
    assert any("There is no text yet" in error.value for error in screen.error)
    assert receipt(scanned)[0] == number


def test_a_scan_that_was_read_meanwhile_takes_no_second_text(scanned: Settings) -> None:
    number = receipt(scanned)[0]
    pasted(scanned)
    with closing(writer(scanned)) as db, pytest.raises(Exception, match="read or taken back since"):
        give_text(db, scanned, number, b"x", actor="local", how="test")


def test_where_tesseract_is_installed_it_reads_the_scan(
    scanned: Settings, tesseract: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command))
    number = receipt(scanned)[0]
    opened("inbox").button(key=f"tesseract.{number}").click().run()
    assert started == [[sys.executable, "-m", "parley.scans", str(number)]]
    assert receipt(scanned)[3].startswith("Tesseract is reading this scan now")
    again = opened("inbox").button(key=f"tesseract.{number}")  # the machine may have been switched off meanwhile
    assert again.label == "Start anew"
    again.click().run()
    assert len(started) == 2
    monkeypatch.undo()
    monkeypatch.setenv("PATH", str(tesseract.parent))
    monkeypatch.setenv("PARLEY_DATA", str(scanned.data))
    scans.read_scan(number)
    read_all(scanned)
    assert article(scanned) == ("Talks held", "2021-05-03", 1)
    assert "read with Tesseract" in logged(scanned)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (f"#!{sys.executable}\nprint()", "Tesseract found no words"),
        (f"#!{sys.executable}\nraise SystemExit(1)", "Tesseract could not read this scan"),
        (f"#!{sys.executable}\nb = bytearray(8 << 30)", "Tesseract could not read this scan"),
    ],
)
def test_where_tesseract_fails_the_scan_says_why(scanned: Settings, tesseract: Path, program: str, reason: str) -> None:
    tesseract.write_text(program)
    scans.read_scan(receipt(scanned)[0])
    assert receipt(scanned)[3].startswith(reason)


def test_tesseract_that_takes_too_long_is_ended(tesseract: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract.write_text(f"#!{sys.executable}\nwhile True: pass")
    monkeypatch.setattr(scans, "PAGE_SECONDS", 1)
    with pytest.raises(UnreadableFile, match=r"took too long|could not read"):
        scans.recognised(scan())
