"""A sentence as tokens with a letter for the class of each, so that grammars are short patterns over the letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parley.codebook.offices import Offices
from parley.coding.atoms import Atom

# An acronym with dots, an initial, a word with its hyphens and apostrophes, or one mark.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}+|[^\W\d_]\.(?=\s)|[^\W_]++(?:['+-][^\W_]++)*+|[,;:()\-—.\"“”]")
_LETTERS = {"country": "G", "people": "G", "organisation": "O", "group": "O", "city": "C"}


class Token(NamedTuple):
    """A word, mark or known name at `[start, end)` of the text."""

    start: int
    end: int
    text: str
    atom: Atom | None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's tokens, and their classes as a string of as many letters.

    R rank, V other word of an office, G country or people, O organisation, C city, H "Mr", N other capital word,
    I initial, J "Jr.", a particle of a name; o of/for/to, i in/at, t the, & and, s possessive; r and v ranks and
    office words in small letters; x any other word; marks as they are, any other mark is a full stop.
    """

    tokens: Sequence[Token]
    classes: str


def read_line(text: str, start: int, end: int, names: Sequence[Atom], offices: Offices) -> Line:
    """The tokens of `text[start:end]`; `names` are the atoms of names in it, in order."""
    tokens: list[Token] = []
    letters: list[str] = []
    at = start
    for atom in names:
        _read_gap(text, at, atom.start, tokens, letters, offices.classes)
        tokens.append(Token(atom.start, atom.end, text[atom.start : atom.end], atom))
        letters.append(_LETTERS[atom.value.kind])
        at = atom.end
    _read_gap(text, at, end, tokens, letters, offices.classes)
    return Line(tokens, "".join(letters))


def _read_gap(text: str, at: int, end: int, tokens: list[Token], letters: list[str], classes: dict[str, str]) -> None:
    """Append the tokens between two names."""
    if text.startswith("'s", at) and at + 2 <= end:
        _put(tokens, letters, Token(at, at + 2, "'s", None), "s")
        at += 2
    for match in _TOKEN.finditer(text, at, end):
        word = match.group()
        letter = classes.get(word)
        if letter is not None:
            _put(tokens, letters, Token(*match.span(), word, None), letter)
        elif word == "." and letters and letters[-1] == "H":
            continue
        else:
            _add_unknown(tokens, letters, classes, word, match.start())


def _add_unknown(tokens: list[Token], letters: list[str], classes: dict[str, str], word: str, at: int) -> None:
    """Append a word that no list holds, its possessive and an office run together with it as tokens of their own."""
    owner = word.endswith("'s")
    bare = word[:-2] if owner else word
    seam = _seam(bare, classes)
    parts = [bare[:seam], bare[seam:]] if seam else [bare]
    for part in parts:
        _put(tokens, letters, Token(at, at + len(part), part, None), classes.get(part) or _letter(part, classes))
        at += len(part)
    if owner:
        _put(tokens, letters, Token(at, at + 2, "'s", None), "s")


def _put(tokens: list[Token], letters: list[str], token: Token, letter: str) -> None:
    tokens.append(token)
    letters.append(letter)


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
