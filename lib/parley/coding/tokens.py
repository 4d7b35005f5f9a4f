"""A sentence as tokens with a letter for the class of each, so that grammars are short patterns over the letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from parley.codebook.offices import load_offices
from parley.codebook.words import words
from parley.coding.atoms import Atom

# An acronym with dots, an initial, a word with its hyphens and apostrophes, one mark, or the possessive of a name.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}+|[^\W\d_]\.(?=\s)|[^\W_]++(?:['+-][^\W_]++)*+|[,;:()\-—.\"“”]|(?<=[^\W_])'s")
_CACHED_WORDS = 50_000
_STOP = "\0"  # A full stop, until it is known whether it belongs to "Mr".
_STOP_OF_HONORIFIC = re.compile(r"H\0")
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


@dataclass(frozen=True)
class Line:
    """A sentence's tokens, and their classes as a string of as many letters.

    R rank, V other word of an office, G country or people, O organisation, C city, H "Mr", N other capital word,
    I initial, J "Jr.", a particle of a name; o of/for/to, i in/at, t the, & and, s possessive; r and v ranks and
    office words in small letters; x any other word; marks as they are, any other mark is a full stop.
    """

    text: str
    start: int
    end: int
    names: Sequence[Atom]

    @cached_property
    def classes(self) -> str:
        """The letters alone; cheaper than the tokens, and enough for most sentences."""
        letters: list[str] = []
        for low, high, atom in self._gaps():
            letters += map(_letters, _TOKEN.findall(self.text, low, high))
            if atom:
                letters.append(_LETTERS[atom.value.kind])
        return _STOP_OF_HONORIFIC.sub("H", "".join(letters)).replace(_STOP, ".")

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words, marks and names in order; one for each letter of the classes."""
        tokens: list[Token] = []
        honorific = False
        for low, high, atom in self._gaps():
            for match in _TOKEN.finditer(self.text, low, high):
                start = match.start()
                for part, letter in _parts(match.group()):
                    end = start + len(part)
                    if not (honorific and letter == _STOP):
                        tokens.append(_token(Token, (start, end, part, None)))
                    start = end
                    honorific = letter == "H"
            if atom:
                tokens.append(Token(atom.start, atom.end, self.text[atom.start : atom.end], atom))
                honorific = False
        return tokens

    def _gaps(self) -> Iterator[tuple[int, int, Atom | None]]:
        """The stretches between names, each with the name that follows it; none follows the last."""
        at = self.start
        for atom in self.names:
            yield at, atom.start, atom
            at = atom.end
        yield at, self.end, None


@lru_cache(maxsize=_CACHED_WORDS)
def _letters(word: str) -> str:
    """The letters of a word's parts."""
    return "".join(letter for _, letter in _parts(word))


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
