"""How firm the wording of a topic is: the verb that governs its part of the sentence."""

from bisect import bisect_left

from parley.codebook.words import words
from parley.coding.automaton import Hit
from parley.coding.scan import Found, Scanned
from parley.coding.voices import Voiced
from parley.model import STRENGTHS, Strength

Cue = Hit[Strength]
_TO = frozenset({"to", "of", "for"})
_RELATIVES = frozenset({"that", "which", "who", "whose"})
_FAR_RELATIVES = frozenset({"which", "who", "whose", "where"})
_REASONS = frozenset({"as", "because", "when", "where", "once", "until", "if", "after", "before", "unless"})
_NO_REASON = frozenset({"well", "part", "a", "an", "of", "such"})  # "As part of", "as well as", "such as".
_CLAUSE = 7  # Words from a conjunction to the verb of its clause.
_BREAKS = frozenset({",", ";", ":", "and", "but", "that", "while", "(", ")", "–", "—"})
# "the recently completed review", "our shared goal": a participle before its noun tells nothing of this meeting.
_OWNERS = frozenset({"the", "a", "an", "our", "its", "his", "her", "their", "recently", "newly", "longstanding"})
_LOOK_BACK = 4  # Words before a noun of deed that may say that it is an earlier one.
_BEING = frozenset({"was", "were", "is", "are", "been", "be", "being"})
_HELPING = frozenset({"help", "helps", "helped", "helping"})
_ENSURING = frozenset({"ensure", "ensuring", "ensures", "ensured"})
_INFINITIVES = ("ть", "ться", "ти", "тись", "чь")
_DUTIES = frozenset({"must", "should"})
_SEEKING = frozenset({"seek", "seeks", "aim", "aims", "continue", "continues"})
_AUXILIARIES = frozenset({"will", "would", "shall"})
_MEETING = frozenset(
    {"meet", "met", "meets", "travel", "traveled", "visit", "host", "convene", "welcome", "talks", "join"}
)
_AGENDA = 15  # Words between "will meet" and "to discuss".
_LISTING = ":"


def governing_cue(forms: tuple[str, ...], cues: list[Cue], found: Found) -> Cue | None:
    """The finite cue that a topic hangs on: the last one before it, else the first after it, else none."""
    at = bisect_left(cues, found.first, key=lambda cue: cue.first)
    if at == 1 and len(cues) > 1 and forms[cues[0].first].casefold() in words("deed_nouns"):
        # "The agreements on fishing have entered into force": a subject's own verb says what became of it.
        return max(cues[:2], key=lambda cue: STRENGTHS.index(cue.payload))
    if at:
        return cues[at - 1]
    return cues[0] if cues else None


def finite_cues(one: Scanned) -> list[Cue]:
    """The sentence's cues less infinitives ("agreed to discuss"), relative clauses and those inside a longer cue."""
    kept: list[Cue] = []
    for cue in sorted(one.cues, key=lambda c: (c.first, -c.end, -STRENGTHS.index(c.payload))):
        if kept and (cue.end <= kept[-1].end or cue.first < kept[-1].end):
            continue
        if not _is_subordinate(one.words.forms, cue, kept):
            kept.append(cue)
    return kept or sorted(one.cues, key=lambda cue: cue.first)


def clause_voice(voiced: Voiced, one: Scanned, verb: int) -> str | None:
    """Whose the clause of the verb at word `verb` is; infinitives and nouns have no subject but the sentence's."""
    forms = one.words.forms
    if forms[verb - 1 : verb] == ("to",) or forms[verb].casefold() in words("deed_nouns"):
        return voiced.subject
    return voiced.of_clause(max((cue.end for cue in finite_cues(one) if cue.end <= verb), default=0), verb)


def is_subordinate(one: Scanned, hit: Hit[str]) -> bool:
    """Whether the words of a promise only fill in another verb, or are what somebody is thanked for."""
    finite = finite_cues(one)
    if one.words.forms[hit.first].casefold() in words("deed_nouns"):
        before = [cue for cue in finite if cue.end <= hit.first]
        return bool(before) and one.words.forms[before[-1].end - 1].casefold() in words("taking_note")
    if one.words.forms[hit.first] not in _AUXILIARIES | _SEEKING:
        return False
    here = [cue for cue in one.cues if cue.first <= hit.first < cue.end]
    return bool(here) and not any(cue.first <= hit.first < cue.end for cue in finite)


def _is_noun(forms: tuple[str, ...], cue: Cue) -> bool:
    """Whether a cue is a noun ("commitment to", "a memorandum on"), which has no subject of its own."""
    return forms[cue.first].casefold() in words("deed_nouns")


def _is_subordinate(forms: tuple[str, ...], cue: Cue, before: list[Cue]) -> bool:
    """Whether a verb only fills in another: "to discuss", "which provides", a "must" that was agreed."""
    if before and _is_noun(forms, cue):
        return _is_earlier_deed(forms, cue, before[-1])
    verb = cue.first
    previous = forms[verb - 1] if verb else ""
    while verb and (forms[verb - 1].endswith("ly") or forms[verb - 1] == "further"):
        verb -= 1
        previous = forms[verb] if forms[verb] in _OWNERS else forms[verb - 1]
    if forms[cue.first] in _DUTIES:
        return bool(before)
    if previous in _OWNERS and forms[cue.first].endswith("ed") and cue.end - cue.first == 1:
        return True
    if previous in _TO:
        return not (
            cue.payload == "noted"
            and before
            and _is_journey(forms[max(before[-1].first, cue.first - _AGENDA) : cue.first])
        )
    if previous in _RELATIVES or _is_participle(forms, cue, previous):
        return True
    if before and (previous in _HELPING or forms[cue.first].endswith(_INFINITIVES)):
        return True
    return bool(before) and (_gives_reason(forms, cue, before[-1]) or _is_contact_clause(forms, cue, before[-1]))


def _is_earlier_deed(forms: tuple[str, ...], cue: Cue, before: Cue) -> bool:
    """Whether a noun of deed is only looked back on, or is weaker than the verb that it stands under."""
    if forms[before.end - 1].casefold() in words("taking_note"):
        return True
    if not words("earlier_deed").isdisjoint(forms[max(before.end, cue.first - _LOOK_BACK) : cue.first]):
        return True
    return before.payload == "agreed" and cue.payload != "agreed" and _BREAKS.isdisjoint(forms[before.end : cue.first])


def _is_participle(forms: tuple[str, ...], cue: Cue, previous: str) -> bool:
    """Whether a verb in -ed only tells more of the noun before it ("challenges presented by", ", founded in 2010,")."""
    if not forms[cue.first].endswith("ed") or cue.end - cue.first > 1 or cue.end >= len(forms):
        return False
    after = forms[cue.end]
    return (after == "by" and previous not in _BEING) or (previous == "," and after in {"in", "at", "during"})


def _gives_reason(forms: tuple[str, ...], cue: Cue, before: Cue) -> bool:
    """Whether a verb stands in a clause that only says when or why ("… as it continues to defend itself")."""
    for at in range(cue.first - 1, max(before.end - 1, cue.first - _CLAUSE), -1):
        if forms[at] in _BREAKS - {"that"} and (at == cue.first - 1 or forms[at] != "and"):
            return False
        if forms[at] in _FAR_RELATIVES or (forms[at] in _ENSURING and at < cue.first - 1):
            return True
        if forms[at] == "that":
            return at > before.end and forms[before.first].casefold() not in words("saying")
        if forms[at] in _REASONS:
            return forms[at + 1] not in _NO_REASON and forms[at - 1] not in _NO_REASON
    return False


def _is_contact_clause(forms: tuple[str, ...], cue: Cue, before: Cue) -> bool:
    """Whether a "will" belongs to a noun's own clause ("a workshop that side will host"), not to what was said."""
    if forms[cue.first] not in _AUXILIARIES or forms[before.first].casefold() in words("saying"):
        return False
    return _BREAKS.isdisjoint(forms[before.end : cue.first])


def _is_journey(forms: tuple[str, ...]) -> bool:
    """Whether the words tell of going to meet someone: what that is for is an agenda ("will meet to discuss")."""
    return not _MEETING.isdisjoint(forms)


def listing_strength(scanned: tuple[Scanned, ...], at: int) -> Strength | None:
    """The strength that a list's items take from the words before its colon; None outside a list."""
    here = at
    while here and scanned[here].sentence.text[-1:] in ";,:" and here > at - 30:
        here -= 1
        if scanned[here].sentence.text.endswith(_LISTING):
            cues = finite_cues(scanned[here])
            return cues[-1].payload if cues else "intended"
    return None
