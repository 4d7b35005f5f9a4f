"""Waiting for what another process does, without a sleep of a guessed length."""

import time
from collections.abc import Callable
from threading import Event

DEADLINE_SECONDS = 60.0


def waited_for(what: Callable[[], bool]) -> bool:
    """Ask again and again until it is so, or a minute has passed."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline:
        if what():
            return True
        Event().wait(0.02)
    return False
