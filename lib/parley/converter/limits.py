"""What a document may use while it is read, held by the operating system where it can."""

import ctypes
import os
import resource
import signal
import sys
from dataclasses import dataclass

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


@dataclass(frozen=True, slots=True)
class Limits:
    """Wall seconds until a document, or the next part of a long one, must be read; bytes of memory; open files."""

    seconds: float = 14.0
    memory: int = 1 << 30
    files: int = 64

    @property
    def megabytes(self) -> int:
        """The memory as people say it."""
        return self.memory >> 20

    def within(self) -> "Limits":
        """For a document that stands in this one: a little less time, so that its end is noticed in time."""
        return Limits(self.seconds - min(1.0, self.seconds / 10), self.memory, self.files)


def take(limits: Limits) -> None:
    """Put this process under the limits for good; where the system knows no such limit, the others still hold."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, limits.files)
    _lower(resource.RLIMIT_AS, limits.memory)
    renew_seconds(limits)


def renew_seconds(limits: Limits) -> None:
    """Allow this process as many CPU seconds again: it has just finished a part.

    The clock on the wall is watched from outside; this one ends a process that nobody watches any more.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + limits.seconds) + 2, hard))


def _lower(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(what, (wanted, wanted))
    except (ValueError, OSError):
        return  # macOS refuses a limit of memory; the trial at the start finds that out and says so


def die_with_parent() -> None:
    """Ask the system to end this process when the one that forked it ends, and never to give it more rights (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    here = ctypes.CDLL(None)
    here.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    here.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def close_all_but(kept: set[int]) -> None:
    """Close every open file of this process but these and its three streams, which lead nowhere from now on."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    first = 3
    for number in [*sorted(kept), 1024]:
        os.closerange(first, number)
        first = number + 1
