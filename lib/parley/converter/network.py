"""No network for whoever reads a document: an empty network of its own on Linux, else no sockets in Python."""

import ctypes
import os
import socket
import sys
from contextlib import closing

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_SECONDS = 1.0
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty.")


def leave() -> bool:
    """Move this process into a network without connections; whether it did, by trying to reach a door left outside.

    Children are born into the same empty network. Needs a process of one thread.
    """
    with closing(socket.socket()) as door:
        try:
            door.bind(("127.0.0.1", 0))
            door.listen()
        except OSError:
            return False
        port = door.getsockname()[1]
        return _reaches(port) and _unshare() and not _reaches(port)


def _unshare() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (OSError, AttributeError):
        return False
    # The first needs rights that a container's root has; the second none, where the system lets users have namespaces.
    return any(unshare(kinds) == 0 for kinds in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


def _reaches(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), _SECONDS).close()
    except OSError:
        return False
    return True


def block_sockets() -> None:
    """Refuse this process, for good, every socket and every program that Python would open or start for it."""

    def watch(event: str, _: object) -> None:
        if event.startswith(_REFUSED):
            raise PermissionError(event)

    sys.addaudithook(watch)


def are_sockets_blocked() -> bool:
    """Whether this process can open no socket and start no program, by trying both."""
    return not _works(lambda: socket.socket().close()) and not _works(lambda: os.system("true"))


def _works(attempt: object) -> bool:
    try:
        attempt()  # type: ignore[operator]
    except OSError:
        return False
    return True
