"""One document in a process of its own: forked, put under limits, watched, and ended when it is over."""

import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from parley.converter import reasons, wire
from parley.converter.limits import Limits, close_all_but, die_with_parent, renew_seconds, take
from parley.converter.network import block_sockets
from parley.converter.wire import Part, Told
from parley.errors import UnreadableFile

DEEPEST = 10
"""How many documents a document may stand in."""
MOST_DEATHS = 4
"""Documents of one file that may stop the reader before the rest of that file is given up."""

Send = Callable[[wire.Message], None]
Task = Callable[[Send], None]


class Stopped(UnreadableFile):
    """The document did not end by itself."""


@dataclass
class Ended:
    """What a child has used, once it is over: the most memory it held, in bytes."""

    memory: int = 0


def watched(
    task: Task, limits: Limits, *, kept: Iterable[int] = (), client: int | None = None, ended: Ended | None = None
) -> Iterator[wire.Message]:
    """Run a task in a forked child, and hand on what it sends; raises Stopped where it does not come to its end.

    `kept` are open files that the child needs; `client` is a channel whose stirring means that nobody waits any more.
    """
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(task, limits, into, {into, *kept})
    os.close(into)
    reason = ""
    try:
        while (message := wire.receive(out, limits.seconds, client))[0] != "end":
            yield message
        reason = "" if message[1:] != ["memory"] else reasons.TOO_MUCH_MEMORY
    except wire.TooSlow:
        reason = reasons.TOO_SLOW
    except (EOFError, ValueError):
        reason = reasons.CRASHED
    finally:
        os.close(out)
        _end(child)
        _, status, usage = os.wait4(child, 0)
        memory = usage.ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024)
        if ended is not None:
            ended.memory = memory
    if reason:
        raise Stopped(_why(reason, status, memory, limits).format(seconds=limits.seconds, megabytes=limits.megabytes))


def _end(child: int) -> None:
    """Kill the child and those that it forked, in whatever state they are."""
    for kill in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)


def _why(reason: str, status: int, memory: int, limits: Limits) -> str:
    """A crash with the memory nearly used up is for want of memory: libraries in C end themselves then."""
    if reason != reasons.CRASHED:
        return reason
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return reasons.TOO_SLOW
    return reasons.TOO_MUCH_MEMORY if memory > limits.memory // 2 else reason


def _be_the_child(task: Task, limits: Limits, into: int, kept: set[int]) -> NoReturn:
    """What a forked child does from its first moment to its last; it never returns into the code of its parent."""
    try:
        if os.getpgid(0) == os.getsid(0):  # those that a child forks stay in its group, and end with it
            os.setpgid(0, 0)
        die_with_parent()
        close_all_but(kept)
        take(limits)
        block_sockets()
        wire.send(into, ["end", _done(task, limits, into)])
        os._exit(0)
    finally:
        os._exit(1)


def _done(task: Task, limits: Limits, into: int) -> str:
    """Do the task; a fault of a reader's own is told in full for the log, and to the user as such."""

    def send(message: wire.Message) -> None:
        wire.send(into, message)
        renew_seconds(limits)

    try:
        task(send)
    except MemoryError:
        return "memory"
    except UnreadableFile as reason:
        send(["error", wire.encoded(reason)])
    except Exception as fault:  # noqa: BLE001  (whatever it is: it is told, and the next document is read)
        kind = type(fault).__name__
        send(["fault", kind, traceback.format_exc()])
        send(["error", wire.encoded(UnreadableFile(reasons.STUMBLED.format(fault=kind)))])
    return ""


def send_parts(parts: Iterable[Told], send: Send) -> None:
    """Send each part as soon as it is read."""
    for name, found in parts:
        send(["part", name, wire.encoded(found)])


@dataclass
class Apart:
    """Reads each document that stands in another in a child of its own, as `parley.reading.Apart` asks for.

    `limits` are those of the document around, `send` tells whoever watches it, `deaths` counts who stopped the reader.
    """

    limits: Limits
    send: Send
    depth: int = 0
    deaths: int = 0

    def __call__(self, _: str, read: Callable[[], Iterable[Part]]) -> Iterator[Part]:
        """The parts of one such document; raises UnreadableFile. Whoever waits above is told that it goes on."""
        self.send(["pulse"])
        if self.deaths >= MOST_DEATHS:
            raise UnreadableFile(reasons.TOO_MANY)
        if self.depth >= DEEPEST:
            raise UnreadableFile(reasons.TOO_DEEP)
        try:
            yield from self._parts(read)
        except Stopped as reason:
            self.deaths += 1
            raise UnreadableFile(str(reason)) from None

    def _parts(self, read: Callable[[], Iterable[Part]]) -> Iterator[Part]:
        within = self.limits.within()

        def task(send: Send) -> None:
            """In the child, what stands in this document is one deeper, and told to this one."""
            self.limits, self.send, self.depth, self.deaths = within, send, self.depth + 1, 0
            send_parts(read(), send)

        for kind, *told in watched(task, within):
            if kind == "part":
                yield told[0], wire.decoded(told[1])
            elif kind == "error":
                raise wire.decoded(told[0])
            else:
                self.send([kind, *told])
