"""Russian names as they stand in a sentence: initials, given name, patronymic and surname, in either order."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from parley.codebook.words import read_yaml
from parley.coding.nominative import (
    feminine_past,
    has_tag,
    is_listed,
    is_name,
    is_surname,
    name_cases,
    nominative,
)
from parley.coding.tokens import Line, Token

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_LONGEST_NAME = 5
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_LOOKALIKES = str.maketrans("ABCEHKMOPTX", "АВСЕНКМОРТХ")
_MOST_INITIALS = 4


class Reading(NamedTuple):
    """A name from token to token: its end, the end of its echo in a card, its nominative, and what it may mean else."""

    high: int
    till: int
    name: str
    others: tuple[str, ...] = ()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(read_yaml("offices_ru.yaml")[name]).split())


def starts_name(line: Line, at: int) -> bool:
    """Whether a person's name may begin at this token: a capital word, or initials with a surname after them."""
    token = line.tokens[at]
    if token.atom or not token.text[0].isupper() or line.text[max(0, token.start - 1)] == "«":
        return False
    begin = initials_end(line, at)
    if begin > at:
        return _is_family_name(line, begin) and line.tokens[begin].start - line.tokens[begin - 1].end < 2
    return line.classes[at] == "N" and len(token.text) > 1 and is_name(token.text)


def read_name(line: Line, at: int, case: str | None) -> Reading | None:
    """The name that begins at this token, standing in `case`; None where it is none.

    Where the case is not told by an office, the forms themselves tell it, and the other meanings are kept.
    """
    begin = initials_end(line, at)
    if begin > at:
        return _with_initials(line, begin, begin + 1, _letters(line, at, begin), case)
    high = _end_of_words(line, at)
    after = initials_end(line, high) if high == at + 1 and _is_family_name(line, at) else high
    if after == high + 1 and len(line.tokens[high].text) < 3 and not _is_listed(line.tokens[at].text):
        after = high  # «Ван И.» closes a sentence.
    near = after > high and line.tokens[high].start - line.tokens[high - 1].end == 1
    if near and not (after < len(line.tokens) and _is_family_name(line, after) and _adjoins(line, after)):
        return _with_initials(line, at, after, _letters(line, high, after), case)
    return _in_full(line, at, high, case)


def _with_initials(line: Line, surname: int, high: int, initials: str, case: str | None) -> Reading:
    """A surname with initials, in the nominative, the initials first."""
    word = line.tokens[surname].text
    if case:
        return Reading(high, _echo_end(line, high, [word]), f"{initials} {nominative(word, case)}")
    told = name_cases(word) or ({"ablt"} if word.endswith("ым") else {"nomn"})
    forms = list(dict.fromkeys(nominative(word, one) for one in CASES if one in told))
    # «С. В. Лаврова» is a woman who does something, or a man to whom something is done.
    if len(forms) > 1 and forms[0] == word and is_surname(word) and not _does_herself(line, high):
        forms = [*forms[1:], forms[0]]
    return Reading(high, high, f"{initials} {forms[0]}", tuple(f"{initials} {form}" for form in forms[1:]))


def _does_herself(line: Line, at: int) -> bool:
    """Whether a verb in the feminine follows soon."""
    return any(feminine_past(token.text) for token in line.tokens[at : at + 3])


def _in_full(line: Line, at: int, high: int, case: str | None) -> Reading | None:
    """A name in words, in the nominative; without an office it needs a given name and a surname."""
    tokens = line.tokens[at:high]
    if case:
        name = _joined(tokens, case)
        high = at + len(name.split())
        till = _echo_end(line, high, [token.text for token in line.tokens[at:high]])
        return Reading(high, till, _given_first(name, line.tokens[at:high]))
    if len(tokens) < 2 or not any(has_tag(token.text, "Name") for token in tokens[:2]):
        return None
    cases = name_cases(tokens[0].text) or name_cases(tokens[1].text)
    both = cases & name_cases(tokens[1].text) or cases
    told = [one for one in CASES if one in both] or ["nomn"]
    names = list(dict.fromkeys(_joined(tokens, one) for one in told))
    high = at + len(names[0].split())
    if high - at < 2:
        return None
    till = _echo_end(line, high, [token.text for token in tokens])
    forms = [_given_first(name, tokens) for name in names]
    return Reading(high, till, forms[0], tuple(dict.fromkeys(form for form in forms[1:] if form != forms[0])))


def initials_end(line: Line, at: int) -> int:
    """The end of a run of initials that begins at this token; the token itself where none does."""
    end, tokens = at, line.tokens
    while end < len(tokens) and end - at < _MOST_INITIALS:
        token = tokens[end]
        if not token.text[0].isupper() or (end > at and token.start - tokens[end - 1].end > 1):
            break
        if _INITIALS.fullmatch(token.text) and token.text.isupper():
            end += 1
        elif len(token.text) == 1 and end + 1 < len(tokens) and tokens[end + 1].text == "." and _touch(line, end + 1):
            end += 2
        else:
            break
    return end


def _letters(line: Line, low: int, high: int) -> str:
    """Initials in one form («С. В.»), in Cyrillic letters."""
    said = "".join(token.text for token in line.tokens[low:high])
    return " ".join(f"{letter}." for letter in said.translate(_LOOKALIKES).replace(".", ""))


def _is_listed(word: str) -> bool:
    return has_tag(word, "Surn") or is_surname(word)


def _touch(line: Line, at: int) -> bool:
    return line.tokens[at].start == line.tokens[at - 1].end


def _adjoins(line: Line, at: int) -> bool:
    return line.tokens[at].start - line.tokens[at - 1].end < 2


def _is_family_name(line: Line, at: int) -> bool:
    if at >= len(line.tokens):
        return False
    token = line.tokens[at]
    if token.atom or line.classes[at] != "N" or len(token.text) < 2 or not token.text[0].isupper():
        return False
    return has_tag(token.text, "Surn") or is_surname(token.text) or is_name(token.text)


def _end_of_words(line: Line, at: int) -> int:
    """Where the words of a name end: at a mark, a rank, a word that is none, or the next person's given name."""
    end, tokens = at + 1, line.tokens
    while end < len(tokens) and end - at < _LONGEST_NAME:
        word = tokens[end].text
        if tokens[end].atom or line.classes[end] != "N" or tokens[end].start - tokens[end - 1].end != 1:
            break
        if word.casefold() in _words("stops") or not (is_name(word) or is_surname(word)):
            break
        if end - at > 1 and _is_next_person(line, end):
            break
        end += 1
    return end


def _is_next_person(line: Line, at: int) -> bool:
    """Whether a given name after a surname begins another name, as under a row of pictures."""
    before, here = line.tokens[at - 1].text, line.tokens[at].text
    if before.casefold() in _words("particles") or (has_tag(before, "Name", first=True) and is_listed(before)):
        return False
    follows = at + 1 < len(line.tokens) and _is_family_name(line, at + 1) and _adjoins(line, at + 1)
    return follows and has_tag(here, "Name", first=True) and not has_tag(line.tokens[at + 1].text, "Patr")


def _echo_end(line: Line, at: int, said: Sequence[str]) -> int:
    """The end of a name's second telling right after it («Иван Котов Котов Иван Ильич»); `at` where it has none."""
    if at >= len(line.tokens) or not _adjoins(line, at) or not any(_alike(line.tokens[at].text, word) for word in said):
        return at
    return _end_of_words(line, at)


def _joined(tokens: Sequence[Token], case: str) -> str:
    """The name in the nominative, cut where it begins to repeat itself."""
    found: list[str] = []
    for token in tokens:
        word = nominative(token.text, case, whole=len(tokens) < 3)
        if any(_alike(word, known) or _alike(token.text, known) for known in found):
            break
        found.append(word)
    return " ".join(found)


def _given_first(name: str, tokens: Sequence[Token]) -> str:
    """The name with the surname last, wherever the text puts it."""
    said = name.split()
    if len(said) == 3 and has_tag(tokens[2].text, "Patr") and has_tag(tokens[1].text, "Name"):
        return f"{said[1]} {said[2]} {said[0]}"
    surname_first = is_surname(tokens[0].text) and not has_tag(tokens[0].text, "Name", first=True)
    if len(said) == 2 and surname_first and has_tag(tokens[1].text, "Name", first=True):
        return f"{said[1]} {said[0]}"
    return name


def _alike(word: str, known: str) -> bool:
    return word == known or (
        len(known) > 4 and word[: len(known) - 1] == known[:-1] and abs(len(word) - len(known)) < 3
    )
