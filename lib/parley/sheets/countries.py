"""Countries and organisations as spreadsheets write them, into codes; a name without a code stays as it is written."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from parley.codebook.words import read_yaml
from parley.codebook.world import rows

LANGUAGES = ("en", "ru", "kk")
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*")
_SEVERAL = re.compile(r"\s*(?:[;/|\n]|\s[–—]\s)\s*")


def sides_in(cell: str) -> tuple[str, ...]:
    """The sides that a cell names, each as a code or as written: several stand apart by a semicolon, slash or dash."""
    parts = [part for part in _SEVERAL.split(cell.strip()) if part]
    return tuple(dict.fromkeys(party_named(part) for part in parts))


def party_named(written: str) -> str:
    """The code of a state or an organisation by its name ("Korea, Republic of" is KR), else the name as written.

    A state that is no more keeps its name: the Soviet Union is not Russia.
    """
    return code_of(written) or " ".join(written.split())


def is_side(cell: str) -> bool:
    """Whether a cell names a state or an organisation, one that is no more among them."""
    return code_of(cell) is not None or _plain(cell) in _former()


def is_as_written(side: str) -> bool:
    """Whether a side that `party_named` gave is a name, as there is no code for it."""
    return side not in _all_codes()


@cache
def code_of(written: str) -> str | None:
    """The code behind a name as a spreadsheet writes it; None where there is none, or the state is no more."""
    name = _plain(written)
    found = _known(name)
    if found or name in _former():
        return found or None
    outside, inside = _PARENTHESIS.sub(" ", name).strip(), _PARENTHESIS.findall(name)
    if outside in _former():
        return None
    return next((code for part in (outside, *inside) if (code := _known(part))), None)


def _known(name: str) -> str:
    """The code of a name in one of the ways in which lists write it."""
    if name in _former():
        return ""
    return next((code for way in _ways(name) if (code := _codes().get(way))), "")


def _ways(name: str) -> Iterator[str]:
    """As it stands; "Korea, Republic of" the right way round; without its article; a code itself."""
    yield name
    main, comma, rest = name.partition(", ")
    if comma:
        yield f"{rest} {main}"
        yield f"{rest} the {main}"
    for article in ("the ", "republic of "):
        yield name.removeprefix(article)
    yield name.replace("st. ", "saint ")
    yield name.replace("-", " and ")


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("&", "and").casefold().split())


@cache
def _former() -> frozenset[str]:
    return frozenset(_plain(name) for name in read_yaml("written_names.yaml")["former"])


@cache
def _codes() -> dict[str, str]:
    """Every name to its code: the codebook's own first, then those of the Unicode project, in three languages."""
    codes: dict[str, str] = {}
    for code, names in read_yaml("written_names.yaml")["also"].items():
        codes.update({_plain(name): code for name in names})
    for row in (*rows("countries.csv"), *rows("organisations.csv")):
        for name in f"{row['names']}|{row['russian'] or ''}".replace("~", "").split("|"):
            codes.setdefault(_plain(name), row["code"])
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if _is_state(str(code)):
                codes.setdefault(_plain(str(name)), str(code))
    states = [str(code) for code in Locale("en").territories if _is_state(str(code))]
    return {**{code.casefold(): code for code in states}, **codes}


def _is_state(code: str) -> bool:
    """Whether a code is that of a state or a territory; the digits of a continent are not."""
    return len(code) == 2 and code.isalpha()


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(_codes().values())
