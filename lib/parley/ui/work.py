"""Someone to do the work: screens opened without `parley serve` start a worker of their own."""

from functools import cache

from parley.settings import Settings
from parley.store import open as opened


def begin(here: Settings) -> None:
    """Open the database once per process (StoreError where that fails), and start a worker where none runs."""
    _begun(here)


@cache
def _begun(here: Settings) -> None:
    opened.reader(here).close()
