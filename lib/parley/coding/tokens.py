"""A sentence as tokens with a letter for the class of each, so that grammars are short patterns over the letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from parley.codebook.offices import load_offices
from parley.codebook.words import words
from parley.coding.atoms import Atom
from parley.coding.remembered import Remembered

# An initial, an acronym with dots, a word with its hyphens and apostrophes, one mark, or the possessive of a name.
_TOKEN = re.compile(r"[^\W\d_]\.(?:(?=\s)|(?:[^\W\d_]\.)++)|[^\W_]++(?:['+-][^\W_]++)*+|[,;:()\-—.\"“”]|(?<=[^\W_])'s")
_CACHED_WORDS = 50_000
_STOP = "\0"  # A full stop, until it is known whether it belongs to "Mr".
_HONORIFIC_WITH_STOP = "H" + _STOP
_LETTERS = {"country": "G", "people": "G", "organisation": "O", "group": "O", "city": "C"}


NAME = r"(?:[NI]|a(?=[aNI])){1,6}+J{0,2}"
"""A person's name, as a pattern over the letters of a line; what it took it keeps."""


class Token(NamedTuple):
    """A word, mark or known name at `[start, end)` of the text."""

    start: int
    end: int
    text: str
    atom: Atom | None


# Of a word of every line one is made: straight from the tuple takes half as long as by the fields' names.
_token = tuple.__new__
_span = re.Match.span


@dataclass(eq=False)
class Line:
    """A sentence's tokens, and their classes as a string of as many letters.

    R rank, V other word of an office, G country or people, O organisation, C city, H "Mr", N other capital word,
    I initial, J "Jr.", a particle of a name; o of/for/to, i in/at, t the, & and, s possessive; r and v ranks and
    office words in small letters; x any other word; marks as they are, any other mark is a full stop.

    One is made of every sentence, and frozen fields take thrice as long to fill; nothing sets them again.
    """

    text: str
    start: int
    end: int
    names: Sequence[Atom]

    def __post_init__(self) -> None:
        letters: list[str] = []
        for low, high, atom in self._gaps():
            letters += _letters_between(self.text, low, high)
            if atom:
                letters.append(_LETTERS[atom.value.kind])
        self._letters = "".join(letters)
        self.classes = self._letters.replace(_HONORIFIC_WITH_STOP, "H").replace(_STOP, ".")
        """The letters alone; cheaper than the tokens, and enough for most sentences."""

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words, marks and names in order; one for each letter of the classes."""
        text, letters = self.text, self._letters
        tokens: list[Token] = []
        for low, high, atom in self._gaps():
            spans = map(_span, _TOKEN.finditer(text, low, high))
            tokens += [_token(Token, (start, end, text[start:end], None)) for start, end in spans]
            if atom:
                tokens.append(Token(atom.start, atom.end, text[atom.start : atom.end], atom))
        if len(tokens) < len(letters):
            tokens = [part for token in tokens for part in _split(token)]
        if len(self.classes) < len(letters):
            tokens = [token for at, token in enumerate(tokens) if letters[at - 1 : at + 1] != _HONORIFIC_WITH_STOP]
        return tokens

    def _gaps(self) -> Iterator[tuple[int, int, Atom | None]]:
        """The stretches between names, each with the name that follows it; none follows the last."""
        at = self.start
        for atom in self.names:
            yield at, atom.start, atom
            at = atom.end
        yield at, self.end, None


def _letters_between(text: str, low: int, high: int) -> list[str]:
    """The letters of each run of a stretch that no space parts; only its first and last may touch what is beside it."""
    runs = text[low:high].split()
    letters = list(map(_letters.__getitem__, runs))
    if not runs:
        return letters
    if runs[-1][-1] == "." and not text[high - 1].isspace():
        letters[-1] = _read(_TOKEN.findall(runs[-1]))
    if text[low] == "'" and text[low - 1 : low].isalnum():
        letters[0] = _read(_TOKEN.findall(text, low, min(high, low + len(runs[0]) + 1)))
    return letters


def _split(token: Token) -> list[Token]:
    """A token as its parts; a name is one."""
    parts = _parts(token.text)
    if token.atom or len(parts) == 1:
        return [token]
    ends = list(accumulate((len(part) for part, _ in parts), initial=token.start))
    return [Token(start, end, part, None) for start, end, (part, _) in zip(ends, ends[1:], parts, strict=False)]


def _read(found: list[str]) -> str:
    """The letters of these words and marks."""
    return "".join([letter for word in found for _, letter in _parts(word)])


def _read_run(run: str) -> str:
    """The letters of what stands between two spaces."""
    return _read(_TOKEN.findall(run + " "))


_letters = Remembered(_read_run)


@lru_cache(maxsize=_CACHED_WORDS)
def _parts(word: str) -> tuple[tuple[str, str], ...]:
    """A word with the letter of its class; its possessive and an office run together with it are parts of their own."""
    classes = load_offices().classes
    if word == ".":
        return ((word, _STOP),)
    if word in classes:
        return ((word, classes[word]),)
    if word in words("contractions"):
        return ((word, "x"),)
    owner = word.endswith("'s")
    bare = word[:-2] if owner else word
    seam = _seam(bare, classes)
    parts = [bare[:seam], bare[seam:]] if seam else [bare]
    read = tuple((part, classes.get(part) or _letter(part, classes)) for part in parts)
    return (*read, ("'s", "s")) if owner else read


def _seam(word: str, classes: dict[str, str]) -> int:
    """Where an office is run together with a name ("AbeMinister", as flattened pages have it); 0 where none is."""
    if word[1:].islower() or not word[0].isupper():
        return 0
    for at in range(2, min(len(word), 40)):
        if word[at].isupper() and word[at - 1].islower() and classes.get(word[at:], "") in ("R", "V", "r"):
            return at
    return 0


def _letter(word: str, classes: dict[str, str]) -> str:
    """The class of a word that no list holds."""
    first = word[0]
    if not first.isalnum():
        return "."
    if not first.isupper():
        return "N" if "-" in word and word.rsplit("-", 1)[1][:1].isupper() and first.isalpha() else "x"
    if len(word) == 2 and word[1] == ".":
        return "I"
    if "-" in word:
        kinds = {classes.get(part, "N") for part in word.split("-")}
        if kinds <= {"R", "V"}:
            return "R" if "R" in kinds else "V"
    # An acronym is an office's, not a person's: the head of the FDFA.
    return "V" if word.isupper() and len(word) > 1 else "N"
