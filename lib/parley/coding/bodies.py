"""Who met as many at once: heads of states that a sentence counts up, or an organisation at its summit."""

import re
from typing import NamedTuple

from parley.codebook.organs import Organ
from parley.coding.atoms import Atom
from parley.coding.parties import BODIES
from parley.coding.passages import Passage
from parley.model import MeetingKind

_HEADS = (
    r"(?:[Hh]eads of (?:[Ss]tates?|[Gg]overnments?)(?: and (?:[Hh]eads of )?[Gg]overnments?)?|"
    r"[Ll]eaders|[Pp]residents|[Pp]rime [Mm]inisters)"
)
_COUNTED_UP = re.compile(
    rf"\b(?:(?P<heads>{_HEADS}|[Hh]eads of the states)|(?P<ministers>(?:(?:[Ff]oreign|[Dd]efen[cs]e) )?[Mm]inisters)) "
    r"of (?:the )?(?=[A-Z])"
)
_LIST = re.compile(r"(?:,| and|, and)(?: the)? ")
_MEET = re.compile(
    r"(?: - [^.;]{3,160} -)? (?:discussed|met|signed|adopted|examined|considered|exchanged|reviewed|gathered|held|"
    r"agreed|decided|regarded)\b"
)
# "the Utopian Union summit", "a meeting of Utopian Union heads of state", "Heads of state of the Utopian Union met".
_SUMMIT = re.compile(r" (?!business)(?:[a-z]+ )?summit\b(?! [A-Z])")
_MEETING_OF = re.compile(r"\b(?:summit|meeting|session) of (?:[a-z-]+ )?(?:the )?$", re.I)
_ITS_HEADS = re.compile(rf"(?: (?:member )?(?:states?|countries)'?)? {_HEADS}\b")
_HEADS_OF = re.compile(rf"^(?:The )?{_HEADS} of (?:the )?(?:member (?:states|countries) of (?:the )?)?$")
# What only stands beside a summit, comes before or after it, or is said of it.
_BESIDE = re.compile(
    r"\b(?:margins|sidelines|[Aa]fter|[Ff]ollowing|[Bb]efore|[Aa]head|end of|eve of|participants|outcomes?|results?|"
    r"[Dd]uring|part of|summari[sz]e|meetings|business|"
    r"attend|arriv\w+|prepar\w+|[Oo]n the|will|[Rr]emarks|[Ss]tatement|[Gg]reetings?|travel|praised|upcoming)\b"
)
_IN_NAME = re.compile(r" (?!Meeting\b|in\b)[A-Z]")
_NTH_SESSION = re.compile(r" (?:meeting|session|summit) of the (?:council|organi[sz]ation|community|union)\b")
_TENS = re.compile(r"\b([Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty)-$")
_TEN = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_MANY = 3


class Counted(NamedTuple):
    """States whose heads or ministers a sentence counts up as those who did something, and where the words end."""

    parties: tuple[str, ...]
    kind: MeetingKind
    at: int
    till: int
    acted: bool
    """Whether a verb of meeting or deciding comes right after."""


def counted_up(passage: Passage) -> Counted | None:
    """Three states or more whose heads or ministers are named in one go ("the Presidents of Chad, Mali and Niger")."""
    for told in _COUNTED_UP.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        parties: dict[str, None] = {}
        end = told.end()
        for atom in passage.of("name"):
            if atom.start < told.end() or atom.value.kind == "city":
                continue
            if atom.start != told.end() and not _LIST.fullmatch(passage.text, end, atom.start):
                break
            parties.update(dict.fromkeys(atom.value.parties))
            end = atom.end
        if len(parties) >= _MANY:
            acts = _MEET.match(passage.text, end)
            kind: MeetingKind = "summit" if told["heads"] else "ministerial"
            return Counted(tuple(parties), kind, told.start(), acts.end() if acts else end, acts is not None)
    return None


def summit_of(passage: Passage) -> Organ | None:
    """The organisation whose summit a headline reports; None where it only speaks of one."""
    for atom in passage.of("name"):
        if atom.value.kind in BODIES and len(atom.value.parties) == 1 and _meets_as_one(passage, atom):
            return Organ(f"{passage.text[atom.start : atom.end]} summit", str(atom.value.parties[0]), "summit")
    return None


def _meets_as_one(passage: Passage, atom: Atom) -> bool:
    before = passage.text[passage.sentence.start : atom.start]
    if _BESIDE.search(before):
        return False
    if _SUMMIT.match(passage.text, atom.end) or (
        _MEETING_OF.search(before) and _ITS_HEADS.match(passage.text, atom.end)
    ):
        return True
    return _HEADS_OF.match(before) is not None and " met " in passage.text[atom.end : passage.sentence.end]


def names_summit(passage: Passage) -> bool:
    """Whether a headline calls what it reports a summit."""
    text = passage.text
    summits = [a for a in passage.of("events", "heads") if a.value == "summit" and text[a.end - 1] != "s"]
    return any(
        not (_BESIDE.search(text[passage.sentence.start : atom.start]) or _IN_NAME.match(text, atom.end))
        for atom in summits
    )


def nth_session(passage: Passage) -> int | None:
    """Which session it was, where a sentence counts it ("the ninth meeting of the council")."""
    counted = next((a for a in passage.of("ordinals") if _NTH_SESSION.match(passage.text, a.end)), None)
    if counted is None:
        return None
    tens = _TENS.search(passage.text, max(0, counted.start - 8), counted.start)
    return int(counted.value) + (_TEN[tens[1].lower()] if tens else 0)
