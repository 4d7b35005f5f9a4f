"""The helper process: every reader loaded once, it forks a child for each document that it is asked to read.

`python -m parley.converter.server CHANNEL`, started by `client`; it ends when the other end of its channel is closed.
"""

import gc
import mmap
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

from parley import reading
from parley.converter import wire
from parley.converter.child import Apart, Ended, Send, Stopped, send_parts, watched
from parley.converter.limits import Limits
from parley.converter.network import are_sockets_blocked, leave
from parley.errors import UnreadableFile
from parley.model import Columns
from parley.reading.spreadsheet import meeting_rows, parts_by_columns

Read = Callable[[str, bytes, reading.Apart, Columns | None], tuple[int, Iterable[wire.Told]]]
"""About how many parts a document has, and the parts."""


LONGEST_REQUEST_SECONDS = 10.0
WARM = (
    (
        "a.html",
        "<!doctype html><html><head><title>Talks</title></head><body><article><p>{}</p></article></body></html>",
    ),
    ("a.txt", "{}"),
)
SENTENCE = (
    "The ministers of two neighbours met in Tashkent on 3 March 2024 and spoke about trade and the price of grain."
)


def read_document(
    name: str, data: bytes, apart: reading.Apart, columns: Columns | None
) -> tuple[int, Iterable[wire.Told]]:
    """The parts of a document; the rows of a spreadsheet of meetings, where its columns say that it is one."""
    if columns and columns.kind == "meetings":
        rows = meeting_rows(name, data, columns)
        return len(rows), ((name, row) for row in rows)
    parts = parts_by_columns(name, data, columns) if columns else reading.parts_in(name, data, apart)
    return parts.count, parts


def serve(channel: int, read: Read = read_document, limits: Limits | None = None) -> None:
    """Say what holds here, then read one document after the other until the client has gone."""
    limits = limits or Limits()
    has_left = leave()
    _warm(read)
    with socket.socket(fileno=channel) as client, suppress(ConnectionError, EOFError, wire.Abandoned, wire.TooSlow):
        wire.send(channel, ["ready", *_trials(limits, has_left)])
        while True:
            name, columns, document = _request(client)
            _read(document, partial(_task, read, name, columns, document, limits), channel, limits)


def _warm(read: Read) -> None:
    """Let every list and model be loaded here, once, and not in each child."""
    for name, text in WARM:
        with suppress(UnreadableFile):
            _ = [*read(name, text.format(SENTENCE).encode(), reading.together, None)[1]]
    gc.collect()
    gc.freeze()  # a child that collects would copy every page it walks


def _request(client: socket.socket) -> tuple[str, Columns | None, int]:
    """The name of the next document, its columns if it has any, and the open file; EOFError where no more come."""
    begun, documents, _, _ = socket.recv_fds(client, 1, 1)
    if not begun:
        raise EOFError
    _, name, columns = wire.receive(client.fileno(), LONGEST_REQUEST_SECONDS)
    return name, wire.decoded(columns), documents[0]


def _task(read: Read, name: str, columns: Columns | None, document: int, limits: Limits, send: Send) -> None:
    """Read the document, in the child."""
    if os.fstat(document).st_size > reading.LARGEST:
        raise UnreadableFile(reading.TOO_LARGE)
    with open(document, "rb") as file:
        data = file.read()
    count, parts = read(name, data, Apart(limits, send), columns)
    send(["of", count])
    send_parts(parts, send)


def _read(document: int, task: Callable[[Send], None], channel: int, limits: Limits) -> None:
    """Hand on what the child says, with why it ended where it did not come to its end."""
    ended = Ended()
    try:
        for message in watched(task, limits, kept=(document,), client=channel, ended=ended):
            if message[0] != "pulse":
                wire.send(channel, message)
    except Stopped as reason:
        wire.send(channel, ["error", wire.encoded(UnreadableFile(str(reason)))])
    finally:
        os.close(document)
    wire.send(channel, ["end", ended.memory])


def _trials(limits: Limits, has_left: bool) -> tuple[float, int, str]:
    """Which limits hold on this system, each tried in a child: seconds, bytes of memory (0: none), and the network."""
    tried = [*watched(partial(_try, limits), limits)]
    memory = limits.memory if ["memory", True] in tried else 0
    network = "left" if has_left else "blocked" if ["sockets", True] in tried else "open"
    return limits.seconds if _is_ended_in_time() else 0.0, memory, network


def _try(limits: Limits, send: Send) -> None:
    send(["sockets", are_sockets_blocked()])
    try:
        mmap.mmap(-1, limits.memory).close()
    except (OSError, MemoryError):
        send(["memory", True])


def _is_ended_in_time() -> bool:
    try:
        for _ in watched(lambda _: time.sleep(60), Limits(seconds=0.02)):
            pass
    except Stopped:
        return True
    return False


if __name__ == "__main__":
    serve(int(sys.argv[1]))
