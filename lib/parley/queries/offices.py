"""Whether two wordings of an office say the same: "U.S. Secretary of State", "Secretary of State of United States"."""

import re
from functools import cache
from typing import Literal

from parley.codebook.words import words
from parley.codebook.world import load_world
from parley.model import Language

POSSESSIVE = re.compile(r"[’']s\b")
WORD = re.compile(r"[^\W_]+")


def office_note(a: str, b: str, party: str | None, language: Language) -> Literal["agrees", "less exact", "differs"]:
    """How the office `a` stands to `b`, both in one language and of one side, whose own name says nothing.

    An office that says less ("Director" beside "Director for Asia") is less exact; where the words between them
    change the rank ("Deputy Director"), they differ.
    """
    mine, other = (_said(office, party, language) for office in (a, b))
    if mine == other or (mine > other and not _steps(mine - other)):
        return "agrees"
    return "less exact" if mine < other and not _steps(other - mine) else "differs"


def _steps(more: frozenset[str]) -> bool:
    """Whether the words that one of two offices has more make it another rank."""
    return bool(more & words("office_steps"))


def _said(office: str, party: str | None, language: Language) -> frozenset[str]:
    """The words that tell an office, without the name of its own side and without little words."""
    own = _own_names(party, language) if party else None
    text = own.sub(" ", office) if own else office
    return frozenset(WORD.findall(POSSESSIVE.sub("", text).casefold())) - words("office_fillers")


@cache
def _own_names(party: str, language: Language) -> re.Pattern[str] | None:
    """Every name of a side in one language, the longest first; None where the language knows none."""
    known = load_world(language).names.items()
    names = sorted((n for n, entry in known if entry.parties == (party,) and entry.kind != "city"), key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, reversed(names)))})(?!\w)") if names else None
