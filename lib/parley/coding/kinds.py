"""What kind of meeting it was: by its name, by the verb, and by the rank of those who met."""

import re
from collections.abc import Sequence

from parley.codebook.series import Series
from parley.codebook.words import words
from parley.coding.people import Person
from parley.coding.series import Format
from parley.model import MeetingKind

_NEGOTIATION = re.compile(
    r"\b(?:negotiat\w+|cease-?fire|peace (?:proposal|plan|process|talks|agreement)|expert groups?|"
    r"экспертн\w+ групп\w*|мирн\w+ урегулирован\w+)\b"
)
_HEAD = re.compile(
    r"\b(?:President|Prime Minister|King|Emir|Amir|"
    r"Sultan|Chancellor|Taoiseach|Emperor|Queen|Head of State|Pope|Premier|"
    r"Президент|Премьер-министр|Король|Эмир|Султан|Канцлер|Председатель (?:КНР|Китайской))\b"
)
_MINISTER = re.compile(
    r"\b(?:[Mm]inisters?|Secretary of (?:State|Defense|the Treasury)|High Representative|Secretary-General)\b"
)
_NATIONS = 2
_LEVELS = {
    "leaders": re.compile(
        r"\b(?:summit|leaders|presidents|heads of state|саммит|президент[ыо]|лидер|бес президент)", re.I
    ),
    "ministers": re.compile(
        r"\b(?:ministers|ministerial|secretary of state|министр|главы МИД|мемлекеттік хатшы)", re.I
    ),
    "officials": re.compile(r"\b(?:officials|representatives|высокого уровня|лауазымды)", re.I),
}


def is_head(person: Person) -> bool:
    """Whether a person is a head of state or government, by the office that the text gives, else by renown."""
    if person.office is None:
        return person.leads
    if not _HEAD.search(person.office):
        return False
    return not any(word in words("not_of_state") for word in re.findall(r"[\w'-]+", person.office))


def is_minister(person: Person) -> bool:
    """Whether a person is a minister or a minister's deputy."""
    return bool(person.office and _MINISTER.search(person.office))


def kind_of(
    does: str, formats: Sequence[Format], parties: Sequence[str], people: Sequence[Person], sentence: str
) -> MeetingKind:
    """The kind of a meeting, from the verb, the formats named, who met, and the sentence that tells it."""
    named = next((f.kind for f in formats if f.standing), None)
    if named and named != "bilateral":
        return named  # type: ignore[return-value]
    if does == "call":
        return "call"
    if does == "dialogue":
        return "dialogue"
    if does == "sign":
        return "other"
    heads = {person.party for person in people if is_head(person)} - {None}
    if len(heads) >= _NATIONS and does != "visit":
        return "summit"
    ministers = {person.party for person in people if is_minister(person)} - {None}
    if named or len(ministers) > _NATIONS:
        return "ministerial" if len(parties) > _NATIONS else "bilateral"
    if does == "visit":
        return "visit"
    if _NEGOTIATION.search(sentence) and not people:
        return "negotiation"
    return "bilateral" if len(parties) <= _NATIONS else "other"


def of_series(kind: MeetingKind, series_id: str | None, series: Sequence[Series], texts: Sequence[str]) -> MeetingKind:
    """The kind, or where it is left open, that of the level at which the series met, by its registry and the texts."""
    entry = next((entry for entry in series if entry.id == series_id), None)
    if entry is None or kind not in ("other", "bilateral"):
        return kind
    level = next((found for text in texts if (found := _level(text, entry.levels))), entry.levels[-1])
    if level == "leaders":
        return "summit"
    return "ministerial" if level == "ministers" and len(entry.parties) > _NATIONS else "dialogue"


def _level(text: str, levels: Sequence[str]) -> str | None:
    """Who met, as a text says it, where a series meets at several levels."""
    return next((level for level in levels if len(levels) == 1 or _LEVELS[level].search(text)), None)
