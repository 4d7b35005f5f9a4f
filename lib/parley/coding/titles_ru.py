"""Offices and names in Russian sentences, brought to the nominative."""

import re
from functools import cache
from typing import NamedTuple

from parley.codebook.inflection import adjective_forms, morphology
from parley.codebook.words import read_yaml, words
from parley.coding.names_ru import CASES, Reading, read_name, starts_name
from parley.coding.nominative import agreeing, has_tag, is_listed, is_name, name_cases, parses
from parley.coding.sides import with_sides
from parley.coding.titles import Side, Title
from parley.coding.tokens import Line, Token

_LONGEST_OFFICE = 14
_INITIAL = re.compile(r"\b\w\.")


class Office(NamedTuple):
    """An office from token to token: where its rank stands, its words in the nominative, the case and the side."""

    first: int
    end: int
    words: str
    case: str
    party: str | None


@cache
def ranks() -> dict[str, tuple[str, str]]:
    """Every form of every rank, small and capital: its nominative and the case; the nominative wins where two agree."""
    found: dict[str, tuple[str, str]] = {}
    for rank in read_yaml("offices_ru.yaml")["ranks"].split():
        parsed = next((p for p in morphology().parse(rank) if p.tag.case == "nomn"), morphology().parse(rank)[0])
        for case in CASES:
            form = parsed.inflect({case, "sing"})
            word = form.word if form else rank
            found.setdefault(word, (rank, case))
            found.setdefault(word[:1].upper() + word[1:], (rank[:1].upper() + rank[1:], case))
    # «После» is rarely said of an ambassador.
    return {form: meant for form, meant in found.items() if form.casefold() not in _words("ends")}


@cache
def _before() -> frozenset[str]:
    listed = read_yaml("offices_ru.yaml")["before"].split()
    return frozenset(form for word in listed for form in (adjective_forms(word) if len(word) > 4 else {word}))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_yaml("offices_ru.yaml")[name].split())


def find_russian_titles(text: str, line: Line) -> list[Title]:
    """Every name in the sentence, in the nominative, with the office that stands before or after it."""
    found: list[Title] = []
    if "N" not in line.classes:
        return found
    at, tokens, known = 0, line.tokens, ranks()
    while at < len(tokens):
        word = tokens[at].text
        if word in known:
            at = _with_office(text, line, at, found)
        elif word[0].isupper() and starts_name(line, at):
            at = _without_office(text, line, at, found)
        else:
            at += 1
    return with_sides(line, found)


def _with_office(text: str, line: Line, at: int, found: list[Title]) -> int:
    """Read the office that begins at `at` and the name after it; return where to go on."""
    office = _office(text, line, at)
    if office.end == len(line.tokens) or not (starts_name(line, office.end) or _follows_state(line, office.end)):
        return max(office.end, at + 1)
    word = line.tokens[office.end].text
    if not _agrees(word, office.case) or line.tokens[office.end - 1].text in _words("named_after"):
        return max(office.end, at + 1)
    reading = read_name(line, office.end, office.case)
    if office.party is None and words("counterparts") & {*office.words.split()}:
        return max(office.end, at + 1)  # «Мой коллега Иван Петрович» speaks for no other side.
    is_foreign = office.party is not None and office.party not in _words("patronymics")
    if reading is None or not _is_whole(reading) or (_is_address(reading) and not is_foreign):
        return max(office.end, at + 1)
    return _add(text, line, office.end, reading, office, found)


def _agrees(word: str, case: str) -> bool:
    """Whether a listed given name can stand in the case of the office before it; else it begins what follows."""
    if not (is_listed(word) and has_tag(word, "Name", first=True)):
        return True
    cases = name_cases(word)
    return case in cases or "nomn" not in cases


def _is_address(reading: Reading) -> bool:
    """Whether a name is a given name and a patronymic: so one is addressed; whom, the text tells elsewhere."""
    return "." not in reading.name and "Patr" in parses(reading.name.split()[-1])[0].tag


def _is_whole(reading: Reading) -> bool:
    """Whether a name is more than initials."""
    return any(len(word.strip(".")) > 1 for word in reading.name.split())


def _without_office(text: str, line: Line, at: int, found: list[Title]) -> int:
    """Read a name without an office before it: one may stand after it."""
    reading = read_name(line, at, None)
    if reading is None:
        return at + 1
    if at and line.tokens[at - 1].text in _words("named_after"):
        return reading.till
    return reading.till if _is_address(reading) else _add(text, line, at, reading, None, found)


def _add(text: str, line: Line, at: int, reading: Reading, office: Office | None, found: list[Title]) -> int:
    """Keep the name with the office before or after it; return where to go on."""
    tokens, end = line.tokens, reading.till
    after = _office_after(text, line, reading, at, office)
    if after:
        end = after.end
        if office is None or len(after.words) > len(office.words):
            office = Office(at, end, after.words, after.case, after.party or (office.party if office else None))
    low, high = tokens[at].start, tokens[reading.high - 1].end
    first = min(tokens[office.first].start, low) if office else low
    said = office.words if office and office.words not in words("counterparts") else None
    side = office.party if office else None
    last = tokens[end - 1].end if after else high
    # «В. Котов» alone may be anybody; whom it means, a fuller name tells.
    alone: Side = "bare" if len(_INITIAL.findall(reading.name)) == 1 else "named"
    place: Side = alone if office is None else "after" if after and first == low else "before"
    found.append(Title(low, high, reading.name, said, side, place, first, last, reading.others))
    return end


def _office(text: str, line: Line, at: int) -> Office:
    """The office whose rank stands at `at`, up to the name after it."""
    tokens = line.tokens
    case = ranks()[tokens[at].text][1]
    first, end = _opening(line, at), at + 1
    while end < len(tokens) and end - at < _LONGEST_OFFICE and _is_office_word(line, end):
        if tokens[end].text in ranks() and line.classes[_opening(line, end) - 1] == ",":
            case = ranks()[tokens[end].text][1]
            first, at = _opening(line, end), end
        end += 1
    return Office(first, end, _said(text, line, first, at, end), case, _party(line, first, end))


def _opening(line: Line, rank: int) -> int:
    """Where the adjectives begin that stand before a rank («чрезвычайный и полномочный»)."""
    first = rank
    while first and (
        line.tokens[first - 1].text in _before()
        or (
            line.tokens[first - 1].text == "и"
            and first > 1
            and first < rank
            and line.tokens[first - 2].text in _before()
        )
    ):
        first -= 1
    return first


def _said(text: str, line: Line, first: int, rank: int, end: int) -> str:
    """The words of an office: adjectives and rank in the nominative, the rest as it stands, quotes closed."""
    tokens = line.tokens
    title = ranks()[tokens[rank].text][0]
    before = [agreeing(token.text, title.casefold()) for token in tokens[first:rank]]
    # "The President of Serbia in Moscow": where somebody is at the time is no part of the office.
    if end - rank > 2 and tokens[end - 2].text in ("в", "во") and _is_city(tokens[end - 1]):
        end -= 2
    while end - rank > 1 and tokens[end - 1].text in _words("places"):
        end -= 1
    rest = text[tokens[rank].end : tokens[end - 1].end].strip(" ,[")
    if rest.count("«") > rest.count("»") and text.startswith("»", tokens[end - 1].end):
        rest += "»"
    return " ".join(" ".join([*before, title, rest]).replace("[", "").replace("]", "").replace(" ,", ",").split())


def _is_city(token: Token) -> bool:
    return token.atom is not None and token.atom.value.kind == "city"


def _office_after(text: str, line: Line, reading: Reading, at: int, office: Office | None) -> Office | None:
    """The office after a name: in a card at once, else after a dash or a comma, where none stands before the name."""
    is_card = reading.till > reading.high
    begin = reading.till
    if begin < len(line.tokens) and not is_card:
        if office or line.classes[begin] not in ",d-" or " " not in reading.name:
            return None
        begin += 1
    rank = begin
    while rank < len(line.tokens) and line.tokens[rank].text in _before() | {"и"}:
        rank += 1
    if rank >= len(line.tokens) or line.tokens[rank].text not in ranks():
        return None
    end = rank + 1
    while end < len(line.tokens) and end - rank < _LONGEST_OFFICE and _goes_on_after(line, end):
        end += 1
    if not is_card and end < len(line.tokens) and line.classes[end] not in ",.;:()d-" and line.tokens[end].text != "и":
        return None
    # "…, Иван Котов, посол Пётр Орлов": the office of the next one.
    if end < len(line.tokens) and starts_name(line, end) and not is_card:
        return None
    return Office(at, end, _said(text, line, begin, rank, end), "nomn", _party(line, begin, end))


def _goes_on_after(line: Line, at: int) -> bool:
    """Whether an office after a name goes on with this word: not at a comma, nor where the next one's begins."""
    if line.classes[at] in ",d-" or not _is_office_word(line, at):
        return False
    if line.tokens[at].text != "и":
        return True
    rank = at + 1
    while rank < len(line.tokens) and line.tokens[rank].text in _before():
        rank += 1
    return rank < len(line.tokens) and line.tokens[rank].text not in ranks()


def _is_office_word(line: Line, at: int) -> bool:
    token, letter = line.tokens[at], line.classes[at]
    if token.atom or token.text in ranks() or letter == ",":
        return True
    if letter == "." or not token.text[0].isalpha() or token.text.casefold() in _words("ends"):
        return False
    if token.text == "на" and not line.tokens[min(at + 1, len(line.tokens) - 1)].text[0].isupper():
        return False
    if token.text[0].isupper():
        return not starts_name(line, at) and not _follows_state(line, at)
    return not any("VERB" in parse.tag or "PRTS" in parse.tag for parse in parses(token.text)[:1])


def _follows_state(line: Line, at: int) -> bool:
    """Whether a capital word right after a state opens a name, whatever the dictionary reads in it («Хаджей Лябиб»)."""
    before, after = line.tokens[at - 1], line.tokens[at + 1 : at + 2]
    if before.atom is None or before.atom.value.kind != "country" or not after or after[0].atom:
        return False
    is_noun = "NOUN" in parses(line.tokens[at].text)[0].tag
    return is_noun and line.classes[at + 1] == "N" and is_name(after[0].text)


def _party(line: Line, first: int, end: int) -> str | None:
    """The last state or organisation whose office it is, else the adjective before it; not where it is held."""
    tokens = line.tokens
    named = [
        token.atom.value.parties[0]
        for at, token in enumerate(tokens[first:end], first)
        if token.atom and token.atom.value.kind in ("country", "organisation") and not _is_place(line, first, at)
    ]
    if named:
        return str(named[-1])
    before = tokens[first - 1].atom if first else None
    return str(before.value.parties[0]) if before and before.value.kind == "people" else None


def _is_place(line: Line, first: int, at: int) -> bool:
    """Whether a state stands after "in", "at" or "on": the ambassador of one in another."""
    return any(token.text in _words("places") for token in line.tokens[max(first, at - 2) : at])
