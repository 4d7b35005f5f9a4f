"""Names of standing formats in English: parties, what it is called, and which round ("the Seventh U.S.-Thailand …")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parley.codebook.words import words
from parley.coding.atoms import Atom
from parley.coding.tokens import Line, Token

_LONGEST = 18
_BEFORE = 8
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_ABOUT = re.compile(r"ot?[VNGOR]s?(?:(?:[VNGORd]s?|,(?=[VNGO&])|&(?=[VNGO])|ot?(?=[VNGOR]))){0,8}+")
_PLUS = re.compile(r"^\d\+\d$")


@dataclass(frozen=True, slots=True)
class Format:
    """A named format at `[at, till)`: its name without the ordinal, its kind, its round and the parties it names."""

    at: int
    till: int
    name: str
    kind: str
    edition: int | None
    parties: tuple[str, ...]
    bare: str
    """Its own words in small letters, without the parties' names, as the registry knows it."""
    standing: bool
    """Whether the name is one of a standing format, and not of a single meeting."""


def find_formats(text: str, line: Line, atoms: Sequence[Atom]) -> list[Format]:
    """Every name of a format written with capitals in a sentence; `atoms` are the sentence's."""
    heads = [atom for atom in atoms if atom.kind == "heads"]
    found: list[Format] = []
    if not heads:
        return found
    ends = {token.end: number for number, token in enumerate(line.tokens)}
    ordinals = {atom.start: atom.value for atom in atoms if atom.kind == "ordinals"}
    for head in heads:
        last = ends.get(head.end)
        if last is None or (found and head.start < found[-1].till):
            continue
        nxt = line.tokens[last + 1] if last + 1 < len(line.tokens) else None
        if nxt and line.classes[last + 1] in "VN" and any(h.end == nxt.end for h in heads):
            continue
        made = _format(text, line, last, head.value, ordinals)
        if made:
            found.append(made)
    return found


def _format(text: str, line: Line, last: int, kind: str, ordinals: dict[int, int]) -> Format | None:
    """The format whose name closes at token `last`."""
    first = _first(line, last)
    edition, first = _edition(line, first, last, ordinals)
    if first > last:
        return None
    about = _ABOUT.match(line.classes, last + 1)
    end = about.end() - 1 if about and kind != "bilateral" and not _is_venue(line, last + 1) else last
    while line.classes[end] in ",&odt":
        end -= 1
    parties = _parties(line.tokens[first : last + 1])
    name = " ".join(text[line.tokens[first].start : line.tokens[end].end].split()).replace(" -", "-").replace("- ", "-")
    bare = " ".join(
        t.text
        for t, letter in zip(line.tokens[first : end + 1], line.classes[first:], strict=False)
        if _is_own(t, letter)
    )
    own = [t for t, letter in zip(line.tokens[first:last], line.classes[first:last], strict=True) if letter in "VNR"]
    standing = kind != "bilateral" or edition is not None or (bool(parties) and bool(own))
    if line.tokens[last].text in words("bodies"):
        standing = edition is not None or len(parties) > 1 or any(t.text in words("talking") for t in own)
    if not own and not parties and end == last:
        return None
    return Format(
        line.tokens[first].start, line.tokens[end].end, name, kind, edition, parties, bare.casefold(), standing
    )


def _is_own(token: Token, letter: str) -> bool:
    """Whether a token is a word of the format's own name, and no party's."""
    if token.atom:
        return token.text == "C5+1"
    return letter not in "ds,"


def _first(line: Line, last: int) -> int:
    """The first token of a capital phrase that ends at `last`; verbs of headlines stop it."""
    at, stops = last, words("title_verbs")
    while at > 0 and last - at < _LONGEST:
        letter, token = line.classes[at - 1], line.tokens[at - 1]
        if letter in "VNRGOCd" or _PLUS.match(token.text) or letter == "s":
            if token.text in stops:
                break
        elif (
            letter not in "&o"
            or line.classes[at - 2 : at - 1] not in ("V", "N", "G", "O")
            or at < 2
            or letter == "o"
            or (line.classes[at] in "GO" and letter == "&" and line.classes[at - 2] not in "GO")
        ):
            break
        at -= 1
    while at < last and line.classes[at] in "d&oCs":
        at += 1
    if at == 0 and line.classes[0] in "NV" and line.tokens[0].text in words("openers"):
        at = 1
    return at


def _edition(line: Line, first: int, last: int, ordinals: dict[int, int]) -> tuple[int | None, int]:
    """The ordinal in or before the name, and where the name begins without it."""
    for at in range(first, last):
        value = _ordinal(line.tokens[at], ordinals)
        if value is not None and line.classes[at - 1 : at] != "D":
            return value, at + 1
    for at in range(first - 1, max(-1, first - _BEFORE), -1):
        value = _ordinal(line.tokens[at], ordinals)
        if value is not None and line.classes[at - 1 : at] != "D":
            return value, first
        if line.classes[at] in ",.RG" or line.tokens[at].text not in words("before_formats"):
            break
    return _edition_after(line, last, ordinals), first


def _edition_after(line: Line, last: int, ordinals: dict[int, int]) -> int | None:
    """The ordinal of a round named right after the format ("the Working Group's Second Meeting")."""
    at = last + 1 + (line.classes[last + 1 : last + 2] == "s")
    after = line.tokens[at : at + 2]
    is_round = len(after) > 1 and after[1].text.casefold() in words("rounds")
    return _ordinal(after[0], ordinals) if is_round else None


def _ordinal(token: Token, ordinals: dict[int, int]) -> int | None:
    if token.start in ordinals:
        return ordinals[token.start]
    nth = _NTH.match(token.text)
    return int(nth[1]) if nth else None


def _is_venue(line: Line, at: int) -> bool:
    """Whether "on" or "of" begins a date or a year, not what the format is about."""
    after = line.tokens[at + 1].text if at + 1 < len(line.tokens) else ""
    return line.classes[at + 1 : at + 2] in ("D", "x") or after in words("months")


def _parties(tokens: Sequence[Token]) -> tuple[str, ...]:
    named = [party for token in tokens if token.atom for party in token.atom.value.parties]
    return tuple(dict.fromkeys(named))
