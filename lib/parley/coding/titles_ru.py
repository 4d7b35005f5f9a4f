"""Offices and names in Russian sentences, brought to the nominative."""

from collections.abc import Sequence
from functools import cache

from parley.codebook.inflection import adjective_forms, morphology
from parley.codebook.words import read_yaml
from parley.coding.nominative import is_name, is_surname, name_cases, nominative, parses
from parley.coding.titles import Title
from parley.coding.tokens import Line, Token

_LONGEST_OFFICE = 14
_LONGEST_NAME = 5
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@cache
def ranks() -> dict[str, tuple[str, str]]:
    """Every form of every rank, small and capital: its nominative and the case; the nominative wins where two agree."""
    found: dict[str, tuple[str, str]] = {}
    for rank in read_yaml("offices_ru.yaml")["ranks"].split():
        parsed = next((p for p in morphology().parse(rank) if p.tag.case == "nomn"), morphology().parse(rank)[0])
        for case in _CASES:
            form = parsed.inflect({case, "sing"})
            word = form.word if form else rank
            found.setdefault(word, (rank, case))
            found.setdefault(word[:1].upper() + word[1:], (rank[:1].upper() + rank[1:], case))
    return found


@cache
def _before() -> frozenset[str]:
    words = read_yaml("offices_ru.yaml")["before"].split()
    return frozenset(form for word in words for form in (adjective_forms(word) if len(word) > 4 else {word}))


def find_russian_titles(text: str, line: Line) -> list[Title]:
    """Every name in the sentence, in the nominative, with the office that stands before it."""
    found: list[Title] = []
    at, tokens = 0, line.tokens
    while at < len(tokens):
        if tokens[at].text in ranks():
            at = _with_office(text, line, at, found)
        elif _starts_name(tokens[at], line.classes[at]):
            at = _bare(line, at, found)
        else:
            at += 1
    return found


def _with_office(text: str, line: Line, at: int, found: list[Title]) -> int:
    """Read the office that begins at `at` and the name after it; return where to go on."""
    tokens = line.tokens
    rank, case = ranks()[tokens[at].text]
    first = at
    while first and tokens[first - 1].text in _before():
        first -= 1
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST_OFFICE and _is_office_word(line, end):
        if tokens[end].text in ranks() and line.classes[end - 1] == ",":
            rank, case = ranks()[tokens[end].text]
            first = at = end
        end += 1
    if end == len(tokens) or not _starts_name(tokens[end], line.classes[end]):
        return end if end > at + 1 else at + 1
    high = _name_end(line, end)
    name = _name(tokens[end:high], case)
    high = end + len(name.split())
    office = " ".join([rank, text[tokens[at].end : tokens[end - 1].end].strip()]).strip(" ,")
    found.append(
        Title(
            tokens[end].start,
            tokens[high - 1].end,
            name,
            office,
            _party(tokens, first, end),
            "before",
            tokens[first].start,
            tokens[high - 1].end,
        )
    )
    return high


def _is_office_word(line: Line, at: int) -> bool:
    token, letter = line.tokens[at], line.classes[at]
    if token.atom or token.text in ranks() or letter == ",":
        return True
    if letter == "." or not token.text[0].isalpha():
        return False
    if token.text[0].isupper():
        return not is_name(token.text)
    return not any("VERB" in parse.tag or "PRTS" in parse.tag for parse in parses(token.text)[:1])


def _starts_name(token: Token, letter: str) -> bool:
    return letter == "N" and token.atom is None and is_name(token.text)


def _name_end(line: Line, at: int) -> int:
    end = at + 1
    while end < len(line.tokens) and end - at < _LONGEST_NAME:
        token = line.tokens[end]
        if (
            token.atom
            or not token.text[:1].isupper()
            or token.text in ranks()
            or not (line.classes[end] in "NVI" and (is_name(token.text) or is_surname(token.text)))
        ):
            break
        if token.start - line.tokens[end - 1].end != 1:
            break
        end += 1
    return end


def _name(tokens: Sequence[Token], case: str) -> str:
    """The name in the nominative, cut where it begins to repeat itself."""
    words: list[str] = []
    for token in tokens:
        word = nominative(token.text, case)
        if any(_alike(word, known) or _alike(token.text, known) for known in words):
            break
        words.append(word)
    return " ".join(words).removesuffix(".") if words and len(words[-1]) == len("И.") else " ".join(words)


def _alike(word: str, known: str) -> bool:
    return word == known or (
        len(known) > 4 and word[: len(known) - 1] == known[:-1] and abs(len(word) - len(known)) < 3
    )


def _bare(line: Line, at: int, found: list[Title]) -> int:
    """A first name and a surname without an office."""
    high = _name_end(line, at)
    tokens = line.tokens[at:high]
    if len(tokens) < 2 or not any("Name" in parse.tag for parse in parses(tokens[0].text)):
        return high
    cases = name_cases(tokens[0].text)
    both = cases & name_cases(tokens[1].text) or cases
    case = next((c for c in _CASES if c in both), "nomn")
    name = _name(tokens, case)
    high = at + len(name.split())
    # A first name and a patronymic address someone; whom, the text tells elsewhere.
    if " " in name and not any("Patr" in parse.tag for parse in parses(tokens[1].text)[:2]):
        last = line.tokens[high - 1]
        found.append(Title(tokens[0].start, last.end, name, None, None, "named", tokens[0].start, last.end))
    return max(high, at + len(tokens))


def _party(tokens: Sequence[Token], first: int, end: int) -> str | None:
    """The last country that the office names, else the adjective before it."""
    named = [
        t.atom.value.parties[0]
        for t in tokens[first:end]
        if t.atom and t.atom.value.kind in ("country", "organisation")
    ]
    if named:
        return str(named[-1])
    before = tokens[first - 1].atom if first else None
    return str(before.value.parties[0]) if before and before.value.kind == "people" else None
