"""Scans read with Tesseract, where it is installed: `python -m parley.scans RECEIPT`, a process of its own.

The pages are drawn by one child process and read by others, each with limits of memory and time, since a scan may be
made to do harm. The text goes the same way as a text that a person pastes.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pypdfium2

from parley.errors import ParleyError, UnreadableFile
from parley.settings import from_environment
from parley.store import writer
from parley.store.blobs import bytes_of
from parley.store.given import TESSERACT, give_text, tell, unread

LANGUAGES = ("eng", "rus", "kaz")
MOST_PAGES = 60
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72
PAGE_SECONDS = 60
DRAWING_SECONDS = 120
MEMORY = 2 << 30
FEWEST_LETTERS = 20
NOTHING_READ = "Tesseract found no words on the pages of this scan. Paste its text, if you have it."


def read_scan(receipt_id: int) -> None:
    """Read the scan behind this receipt, and file its text; where that fails, the receipt says why."""
    settings = from_environment()
    with closing(writer(settings)) as db:
        scan = unread(db, receipt_id)
        try:
            text = recognised(bytes_of(settings, scan.sha256))
            give_text(db, settings, receipt_id, text.encode(), actor=scan.actor, how=TESSERACT)
        except ParleyError as reason:
            tell(db, receipt_id, str(reason))


def recognised(data: bytes) -> str:
    """The words on the pages of a PDF; raises UnreadableFile where there are none, or where it takes too long."""
    program = shutil.which("tesseract")
    if program is None:
        raise UnreadableFile("Tesseract is not installed on this machine. Paste the text of the scan instead.")
    with tempfile.TemporaryDirectory(prefix="parley-scan-") as folder:
        source = Path(folder, "scan.pdf")
        source.write_bytes(data)
        _run([sys.executable, "-m", "parley.scans", "--draw", str(source), folder], DRAWING_SECONDS)
        languages = "+".join(_installed(program)) or "eng"
        pages = sorted(Path(folder).glob("page-*.pgm"))
        texts = [_run([program, str(page), "stdout", "-l", languages], PAGE_SECONDS) for page in pages]
    text = "\n\n".join(text.strip() for text in texts if text.strip())
    if sum(letter.isalpha() for letter in text) < FEWEST_LETTERS:
        raise UnreadableFile(NOTHING_READ)
    return text


def _installed(program: str) -> list[str]:
    """Which of our languages Tesseract has."""
    listed = _run([program, "--list-langs"], PAGE_SECONDS).split()
    return [language for language in LANGUAGES if language in listed]


def _run(command: Sequence[str], seconds: int) -> str:
    """What a program prints, within limits of time and memory; raises UnreadableFile where it fails or passes them."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=seconds, check=True, env=environment, preexec_fn=_limits(seconds)
        )
    except subprocess.TimeoutExpired:
        raise UnreadableFile("Reading this scan took too long. Paste its text instead.") from None
    except (subprocess.CalledProcessError, OSError):
        raise UnreadableFile("Tesseract could not read this scan. Paste its text instead.") from None
    return done.stdout.decode("utf-8", "replace")


def _limits(seconds: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return limit


def draw(source: Path, folder: Path) -> None:
    """Draw the pages of a PDF as grey pictures (PGM), as Tesseract takes them."""
    document = pypdfium2.PdfDocument(source)
    for number in range(min(len(document), MOST_PAGES)):
        picture = document[number].render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True)
        rows = memoryview(picture.buffer)
        with (folder / f"page-{number:04}.pgm").open("wb") as file:
            file.write(b"P5 %d %d 255\n" % (picture.width, picture.height))
            for row in range(picture.height):
                file.write(rows[row * picture.stride : row * picture.stride + picture.width])


if __name__ == "__main__":
    if sys.argv[1] == "--draw":
        draw(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        read_scan(int(sys.argv[1]))
