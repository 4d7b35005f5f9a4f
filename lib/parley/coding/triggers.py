"""Which verb or noun in a sentence says that a meeting took place, or will."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parley.codebook.several import pattern_of
from parley.coding.atoms import Atom
from parley.coding.passages import Passage
from parley.model import MeetingStatus

# "met" of a meeting, and not of a need: what may follow it.
_MET = re.compile(
    r" (?:(?:today|yesterday|virtually|again|separately|briefly|here|privately|informally|individually|trilaterally|"
    r"earlier|recently|bilaterally|on|in|with|at|for|by|to discuss|via|from|late|this|last|[A-Z]\w+day\b)|[A-Z])|[.,;:]"
)
# "met the five Central Asian foreign ministers", and not "met the conditions".
_BY_OFFICE = re.compile(
    r",? (?:with )?(?:the|an?|all|all the|his|her|its|their|[A-Z][\w-]+)\b(?:(?! (?:to|of|and) )[^.,;:]){0,60}?"
    r"\b(?:ministers|minister|presidents|"
    r"president|leaders|leader|heads|counterparts|counterpart|colleagues|delegations?|representatives?|officials|ambassadors)\b"
)
_SPOKE = re.compile(
    r"(?:,? (?:today|yesterday|again|separately|individually|earlier|briefly|by \w+|this \w+|on \w+|\w+day|"
    r"over the phone|via \w+)){0,4},? (?:with|to) (?!(?:the )?(?:journalists|reporters|press|media|nation)\b)"
)
# "The two presidents spoke today regarding …": said of all who are named before.
_SPOKE_OF = re.compile(r",?(?: (?:today|yesterday|again|together|by \w+)){0,2} (?:regarding|about|to discuss)\b")
_HOSTS = re.compile(r"host(?:s|ed)? (?:the|an?|its|their|our)\b")
_DELEGATION = re.compile(r".{0,60}? (?:delegation|mission|visit|trip)\b.{0,120}? to ")
_SIGNED = re.compile(
    r"\b(?:agreement|memorandum|protocol|treaty|declaration|MOU|arrangement|statement|plan|compact)\b", re.I
)
_SURE: dict[str, MeetingStatus] = {"told": "held", "coming": "planned"}
# What a name goes on with where it is a house's ("Holocaust Memorial Museum"), and not a country's alone.
_HOUSE = re.compile(r" (?:[A-Z][\w'-]+ ){0,4}(?:Museum|Memorial|Center|Centre|Library|University|Academy|Institute)\b")
_FOR_OTHERS = re.compile(r"\bfor (?:[\w.'-]+ ){1,5}(?<!and )to\b[^.;]{0,60}$")
# "The session will convene in May": nobody is said to convene it.
_ITSELF = re.compile(r" (?:again |virtually )?(?:(?:on|in|at|from)\b|[A-Z]\w+ \d)")
_STRAIGHT = re.compile(r",? (?:with )?(?:(?:the|an?|his|her|its|their) )?")
_NEAR = 110


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sentence's word of meeting: what was done, whether it is past or to come, where the word stands."""

    does: str
    status: MeetingStatus
    at: int
    till: int
    cut: int
    """Where the sentence turns to what the talks were about."""
    dated: bool = True
    """Whether the text is the day's news, so that the day of publication is the meeting's where none is told."""


def find_trigger(passage: Passage, people: Sequence[tuple[int, int, object]], headline: bool = False) -> Trigger | None:
    """The first word of meeting in the passage whose surroundings bear it out."""
    cut = _cut(passage)
    for act in passage.of("act"):
        if act.value.tense == "present" and not headline and " " not in passage.text[act.start : act.end]:
            continue  # "visits" and "talks" are mostly nouns outside headlines.
        does = _meaning(passage, act, people)
        status = _status(passage, act)
        if does and status:
            return Trigger(does, status, act.start, act.end, max(cut, act.end))
    return None


def _cut(passage: Passage) -> int:
    acts = [act.start for act in passage.of("act")]
    first = min(acts, default=passage.sentence.start)
    later = [atom.start for atom in passage.of("about") if atom.start > first]
    return min(later, default=passage.sentence.end)


def _meaning(passage: Passage, act: Atom, people: Sequence[tuple[int, int, object]]) -> str | None:
    """What the verb does here; None where it is no word of meeting in this place."""
    text, does = passage.text, act.value.does
    if act.value.tense in _SURE and does != "happen":
        return None if does == "receive" and pattern_of("taken").match(text, act.end + 1) else str(does)
    after = text[act.end : act.end + _NEAR]
    if does == "meet":
        return does if _MET.match(after) or _BY_OFFICE.match(after) or is_before_person(passage, act.end) else None
    if does == "call":
        both = sum(end <= act.start for _, end, _ in people) > 1 and _SPOKE_OF.match(after)
        return does if both or _SPOKE.match(after) or after.startswith(" on the phone") else None
    if does == "receive":
        hosts = _HOSTS.match(text, act.start) and text[act.start - 1 : act.start] != "-"
        return does if _receives(passage, act, people) else _event_near(passage, act) if hosts else None
    if does == "visit":
        return does if _goes_somewhere(passage, act) else None
    if does == "lead":
        return "visit" if _DELEGATION.match(after) else None
    if does == "sign":
        return does if _SIGNED.search(after) and len(people) > 1 else None
    if does in ("hold", "convene", "join", "occur", "happen"):
        return _event_near(passage, act)
    return None


def is_before_person(passage: Passage, at: int) -> bool:
    """Whether somebody's office and name come right after a character ("met the EU envoy Ana Lopes")."""
    return any(
        title.side != "bare" and at < title.start and _STRAIGHT.fullmatch(passage.text, at, title.first)
        for title in passage.titles
    )


def _receives(passage: Passage, act: Atom, people: Sequence[tuple[int, int, object]]) -> bool:
    """Whether someone was received: a person named soon after, and not that person's words or deeds."""
    for start, end, _ in people:
        if act.end <= start < act.end + 200:
            between = passage.text[act.end : start]
            return not passage.text.startswith("'s", end) and " to " not in between.replace(" to the", "")
    return _BY_OFFICE.match(passage.text, act.end, act.end + _NEAR) is not None


def _goes_somewhere(passage: Passage, act: Atom) -> bool:
    """Whether a city or a country follows, and not a house that is called after one ("the Kenya National Museum")."""
    days = {atom.start for atom in passage.of("months", "weekdays")}
    for atom in passage.of("name"):
        if act.end <= atom.start < act.end + 60 and atom.value.kind in ("city", "country"):
            house = atom.value.kind == "country" and _HOUSE.match(passage.text, atom.end)
            if not house or atom.end + 1 in days:
                return True
    return False


def _event_near(passage: Passage, act: Atom) -> str | None:
    """What was held, opened or attended, where a format or an event stands close to the verb."""
    itself = act.value.does == "convene" and _ITSELF.match(passage.text, act.end) is not None
    low = act.start - _NEAR if itself or act.value.does in ("occur", "happen") else act.end
    high = act.start if itself or act.value.does == "occur" else act.end + _NEAR
    if passage.text.endswith((" that ", " which "), max(0, act.start - 7), act.start) and act.value.does == "occur":
        return None
    for format_ in passage.formats:
        if format_.standing and low <= format_.till and format_.at <= high + 40:
            return "format"
    for atom in passage.of("events"):
        if passage.text[atom.start].isupper() and atom.start != passage.sentence.start:
            continue  # "Call to Action" is a name.
        if low <= atom.start <= high and not (act.value.does == "hold" and atom.start - act.end > 60):
            if act.value.does == "join" and atom.value in ("other", "visit"):
                continue
            return {"call": "call", "visit": "visit"}.get(atom.value, "meet") if act.value.does != "join" else "meet"
    return None


def _status(passage: Passage, act: Atom) -> MeetingStatus | None:
    """Whether the verb tells of something past or to come; None where it tells of neither."""
    if act.value.tense in _SURE:
        return _SURE[act.value.tense]
    if act.value.tense != "base":
        before = passage.text[max(0, act.start - 14) : act.start]
        return None if re.search(r"\b(?:not|never|would|could|if|не|бы) $", before) else "held"
    future = [f for f in passage.of("future") if f.end <= act.start < f.end + 40]
    if not future:
        return "held" if act.value.does in ("visit",) and act.start == passage.sentence.start else None
    word = passage.text[future[-1].start : future[-1].end]
    if word == "to":
        if _FOR_OTHERS.search(passage.text[max(0, act.start - 110) : act.start]):
            return None  # "easier for families to visit" tells of nobody's visit.
        earlier = [a for a in passage.of("act") if a.start < act.start and a.value.tense == "past"]
        will = any(
            passage.text[f.start : f.end].startswith("will") and f.start < act.start for f in passage.of("future")
        )
        return "planned" if will else "held" if earlier else None
    return "planned"
