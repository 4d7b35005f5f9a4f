"""Topics, series, offices, places and verbs as data, with their loader."""

from functools import cache
from pathlib import Path

from parley.codebook.book import Codebook
from parley.codebook.own import Files, with_files, with_own
from parley.codebook.people import load_people
from parley.codebook.series import Series, load_series
from parley.codebook.topics import Topic, load_topics
from parley.codebook.version import version

__all__ = ["Codebook", "Files", "Series", "Topic", "load", "of_files"]


def load(own: Path | None = None) -> Codebook:
    """The packaged codebook with what the desk's folder `own` adds and changes; raises CodebookError.

    The same content gives the same value, so that what was built from it once can be used again.
    """
    return with_own(_packaged(), own) if own else _packaged()


def of_files(files: Files) -> Codebook:
    """The packaged codebook with what these files of a desk's own add and change; raises CodebookError."""
    return with_files(_packaged(), files)


@cache
def _packaged() -> Codebook:
    return Codebook(version(), load_topics(), load_series(), load_people())
