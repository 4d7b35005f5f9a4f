"""Sentences read in full: their atoms, tokens, titles, dates and formats, ready for people and meetings."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from parley.codebook.offices import Offices
from parley.coding.atoms import Atom, find_atoms, plain
from parley.coding.dates import When, find_dates
from parley.coding.series import Format, find_formats
from parley.coding.titles import Title, find_titles
from parley.coding.titles_kk import find_kazakh_titles
from parley.coding.titles_ru import find_russian_titles
from parley.coding.tokens import Line
from parley.model import Language, Sentence

Found = TypeVar("Found")


class Passage(NamedTuple):
    """One sentence, or the headline, with everything in it that grammars know; spans count in `text`."""

    sentence: Sentence
    text: str
    """The plain text in which the sentence stands."""
    atoms: Sequence[Atom]
    line: Line
    titles: Sequence[Title]
    dates: Sequence[When]
    formats: Sequence[Format]
    names: list[Atom]
    """The atoms that are names of states, cities and organisations; most rules ask for these alone."""

    def of(self, *kinds: str) -> list[Atom]:
        """The passage's atoms of these kinds."""
        return self.names if kinds == ("name",) else [atom for atom in self.atoms if atom.kind in kinds]


def read_passages(
    text: str, sentences: Sequence[Sentence], language: Language, published_on: str | None, offices: Offices
) -> list[Passage]:
    """Every sentence of a text, read in full; linear in the text's length."""
    if language not in {"en", "ru", "kk"}:
        return []
    bare = plain(text)
    atoms = find_atoms(bare, language)
    dates = find_dates(bare, atoms, published_on)
    starts, days = [atom.start for atom in atoms], [when.at for when in dates]
    return [
        _read(
            sentence,
            bare,
            [atom for atom in _within(atoms, starts, sentence) if atom.end <= sentence.end],
            _within(dates, days, sentence),
            language,
            offices,
        )
        for sentence in sentences
    ]


def _read(
    sentence: Sentence, text: str, atoms: list[Atom], dates: list[When], language: Language, offices: Offices
) -> Passage:
    names = [atom for atom in atoms if atom.kind == "name"]
    line = Line(text, sentence.start, sentence.end, names)
    return Passage(
        sentence,
        text,
        atoms,
        line,
        _titles(text, line, language, offices),
        dates,
        find_formats(text, line, atoms),
        names,
    )


def _titles(text: str, line: Line, language: Language, offices: Offices) -> list[Title]:
    """The people with their offices."""
    if language == "kk":
        return find_kazakh_titles(text, line)
    return find_russian_titles(text, line) if language == "ru" else find_titles(text, line, offices)


def _within(found: list[Found], starts: list[int], sentence: Sentence) -> list[Found]:
    """What begins within a sentence; `starts` is where each begins."""
    low = bisect_left(starts, sentence.start)
    return found[low : bisect_left(starts, sentence.end, low)]
