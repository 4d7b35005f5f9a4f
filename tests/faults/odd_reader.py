"""A helper process whose reader does what a file's name says: `python odd_reader.py CHANNEL`."""

import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from parley.converter.limits import Limits
from parley.converter.server import serve
from parley.errors import UnreadableFile
from parley.model import Article, Columns
from parley.reading import Apart, Part

LIMITS = Limits(seconds=2.0, memory=700 << 20)


def hang() -> None:
    """As a parser does that runs in a circle."""
    signal.pause()


def burn() -> None:
    """As a parser does whose process nobody watches any more: its CPU seconds are used up."""
    resource.setrlimit(resource.RLIMIT_CPU, (0, 1))
    while True:
        pass


def swell() -> None:
    """As a bomb does that unpacks."""
    bytearray(1 << 30)


def crash() -> None:
    """As a library in C does."""
    os.kill(os.getpid(), signal.SIGSEGV)


def end_the_helper(mark: str) -> None:
    """The system may end the helper, too, when its memory runs out; not before there is such a file."""
    while not Path(mark).exists():
        signal.sigtimedwait([], 0.01)
    os.kill(os.getppid(), signal.SIGKILL)
    signal.pause()


def stumble() -> None:
    """A fault of a reader's own."""
    raise ZeroDivisionError


def refuse() -> None:
    """A file that holds no article."""
    raise UnreadableFile("No words. Bring others.")


def call_out() -> None:
    """What a document would do that took its reader over."""
    socket.create_connection(("127.0.0.1", 9), 1)


def start_a_program() -> None:
    """The same."""
    subprocess.run(["true"], check=True)


def write_a_file(path: str) -> None:
    """The same."""
    Path(path).write_text("x")


def nothing() -> None:
    """A good file."""


DEEDS: dict[str, Callable[..., None]] = {
    deed.__name__: deed
    for deed in (hang, burn, swell, crash, end_the_helper, stumble, refuse, call_out, start_a_program, write_a_file)
}


def read(name: str, data: bytes, apart: Apart, _: Columns | None) -> tuple[int, Iterator[Part]]:
    """A line of the file is a part, named after a deed, or `name: inner` for a document that stands in this one."""
    return data.count(b"\n") + 1, _parts(name, data.decode(), apart)


def _parts(name: str, text: str, apart: Apart) -> Iterator[Part]:
    for line in text.split("\n"):
        within, _, inner = line.partition(": ")
        if inner:
            try:
                yield from apart(within, partial(_parts, within, inner, apart))
            except UnreadableFile as reason:
                yield within, reason
        else:
            deed, _, mark = line.partition(" ")
            DEEDS.get(deed, nothing)(*([mark] if mark and deed in DEEDS else []))
            yield name, Article(title=line, text=f"{line}. The sides met in Oslo.", id=name)


if __name__ == "__main__":
    serve(int(sys.argv[1]), read, LIMITS)
