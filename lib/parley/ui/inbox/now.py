"""Questions whose answers change without a change that other screens can see: how far an upload is."""

from collections.abc import Callable
from contextlib import closing
from typing import Any, TypeVar

from parley import settings
from parley.store.open import reader

Answer = TypeVar("Answer")


def now(question: Callable[..., Answer], *about: Any) -> Answer:
    """The answer of a query as things stand at this moment, never a kept one."""
    with closing(reader(settings.from_environment())) as db:
        return question(db, *about)
