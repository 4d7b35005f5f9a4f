"""The worker's side: hands documents to the helper process, takes their parts, and starts it anew where it dies."""

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Literal

from parley.converter import reasons, wire
from parley.converter.wire import Part, Told
from parley.errors import UnreadableFile
from parley.model import Article, Columns, SheetRow

COMMAND = ("-m", "parley.converter.server")
STARTING_SECONDS = 120.0
"""Until a helper must be ready: it loads every reader, on a machine that may be busy."""
SILENT_SECONDS = 40.0
"""Until a helper that says nothing is given up; it watches its children itself, so this never happens in health."""
ENDING_SECONDS = 5.0
LONGEST_NAME = 1000
ATTEMPTS = 2
KEPT_IN_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR")
"""The helper needs no more of it: what else stands there, a key or a password, is none of a document's business."""

FAILURES = (EOFError, ValueError, OSError, wire.TooSlow, TypeError, IndexError)
"""How it shows itself that the helper has died, never lived, or was taken over: then it says what nobody awaits."""

Network = Literal["left", "blocked", "open"]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """Which limits hold here, as tried at the start: seconds and bytes of memory a document may take, 0 for no limit.

    The network is "left" where readers are in an empty one of their own, "blocked" where Python refuses them sockets.
    """

    seconds: float
    memory: int
    network: Network


@dataclass(frozen=True, slots=True)
class Used:
    """What the last document took: the most memory that its process held, in bytes."""

    memory: int = 0


class Converter:
    """Reads documents through a helper process; for one thread."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """`command` is what Python runs as the helper; it is started when it is first needed.

        Of the document that is read, `expected` is about how many parts it has, and `used` what it took in the end.
        """
        self.command = tuple(command)
        self.expected = 0
        self.used = Used()
        self.process: subprocess.Popen[bytes] | None = None
        self.channel: socket.socket | None = None
        self.known: Standing | None = None

    def start(self) -> None:
        """Start the helper, without waiting until it is ready."""
        if self.channel is not None:
            return
        ours, theirs = socket.socketpair()
        environment = {name: os.environ[name] for name in KEPT_IN_ENVIRONMENT if name in os.environ}
        environment |= {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, *self.command, str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for the worker, which then ends its helper
            )
        self.channel, self.known = ours, None

    def standing(self) -> Standing | None:
        """Which limits hold here; waits for the helper. None where it cannot be started."""
        try:
            return self._ready()
        except FAILURES:
            logger.warning("the reader of documents cannot be started")
            self.close()
            return None

    def _ready(self) -> Standing:
        self.start()
        if self.known is None:
            _, seconds, memory, network = self._next(STARTING_SECONDS)
            self.known = Standing(seconds, memory, network)
        return self.known

    def close(self) -> None:
        """End the helper, and with it what it reads."""
        if self.channel is not None:
            self.channel.close()
        if self.process is not None:
            try:
                self.process.wait(ENDING_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.channel = self.process = self.known = None

    def parts_in(self, name: str, document: BinaryIO, columns: Columns | None = None) -> Generator[Part, None, None]:
        """The parts of an open file one by one; raises UnreadableFile where it holds no article, or was given up.

        `columns` says which columns of a spreadsheet are which; NeedsColumns asks for it. That a file was given up
        after some of its parts is told as its last part.
        """
        with closing(self._told(name, document, columns)) as parts:
            for part, found in parts:
                if not isinstance(found, SheetRow):
                    yield part, found

    def rows_in(self, name: str, document: BinaryIO, columns: Columns) -> list[SheetRow]:
        """The rows of a spreadsheet of meetings; raises UnreadableFile where not all of them could be read."""
        rows = []
        for _, found in self._told(name, document, columns):
            if isinstance(found, UnreadableFile):
                raise found
            if isinstance(found, SheetRow):
                rows.append(found)
        return rows

    def _told(self, name: str, document: BinaryIO, columns: Columns | None) -> Generator[Told, None, None]:
        """What a file holds. Where the helper dies, the file is read again, and nothing is handed out twice."""
        handed = 0
        for _ in range(ATTEMPTS):
            try:
                for part in islice(self._answers(name, document, columns), handed, None):
                    handed += 1
                    yield part
            except UnreadableFile as reason:
                if not handed:
                    raise
                yield name, reason
            except FAILURES:
                logger.warning("the reader of documents has stopped at %s", name)
                self.close()
                continue
            return
        if not handed:
            raise UnreadableFile(reasons.GONE)
        yield name, UnreadableFile(reasons.GONE)

    def _answers(self, name: str, document: BinaryIO, columns: Columns | None) -> Iterator[Told]:
        """What the helper says of a document; it is ended where nobody waits for the rest."""
        self._ready()
        self.expected = 0
        document.seek(0)
        is_over = False
        try:
            self._ask(["read", name[:LONGEST_NAME], wire.encoded(columns)], document)
            refusal: UnreadableFile | None = None
            while (message := self._next(SILENT_SECONDS))[0] != "end":
                kind, *told = message
                if kind == "part":
                    yield _part(*told)
                elif kind == "of":
                    self.expected = int(told[0])
                elif kind == "error":
                    refusal = _reason(*told)
                elif kind == "fault":
                    logger.error("could not read %s (%s)", name, told[0])
                    logger.info("%s", told[1])
            is_over, self.used = True, Used(message[1])
        finally:
            if not is_over:
                self.close()
        if refusal is not None:
            raise refusal

    def _ask(self, request: wire.Message, document: BinaryIO) -> None:
        if self.channel is None:
            raise EOFError
        socket.send_fds(self.channel, [b"?"], [document.fileno()])
        wire.send(self.channel.fileno(), request)

    def _next(self, seconds: float) -> wire.Message:
        if self.channel is None:
            raise EOFError
        return wire.receive(self.channel.fileno(), seconds)


def _part(name: object, found: object) -> Told:
    """A part as the model knows it; ValueError for anything else."""
    value = wire.decoded(found)
    if not isinstance(name, str) or not isinstance(value, Article | SheetRow | UnreadableFile):
        raise ValueError("no part")  # noqa: TRY004  (a message of the wrong kind, not an argument)
    return name, value


def _reason(found: object) -> UnreadableFile:
    value = wire.decoded(found)
    if not isinstance(value, UnreadableFile):
        raise ValueError("no reason")  # noqa: TRY004
    return value
