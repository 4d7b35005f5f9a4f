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
_HAVING = frozenset({"was", "were", "is", "are", "been", "be", "being", "has", "have", "had", "also", "not", "jointly"})
# What stands before a participle that says something of its own: ", stressing that", "by welcoming".
_BESIDE = frozenset({",", "by", "and", "while"})
_AS = frozenset({"as", "previously", "earlier"})
_IRREGULAR = frozenset({"undertaken", "taken", "given", "held", "made", "set"})
_PLANS = frozenset({"plan", "plans"})
# Long forms of Russian participles and adjectives: they stand with a noun, and are no verb.
_DOCUMENTS = ("соглашени", "договорённост", "договоренност")  # What was done with them, the verb before them says.
_CASES = ("ый", "ая", "ое", "ые", "ого", "ой", "ому", "ым", "ых", "ыми", "ую", "ом")
_ATTRIBUTIVE = tuple(stem + case for stem in ("нн", "т") for case in _CASES)
_HELPING = frozenset({"help", "helps", "helped", "helping"})
_ENSURING = frozenset({"ensure", "ensuring", "ensures", "ensured"})
_INFINITIVES = ("ть", "ться", "ти", "тись", "чь")
_DUTIES = frozenset({"must", "should"})
_SEEKING = frozenset({"seek", "seeks", "aim", "aims", "continue", "continues"})
_AUXILIARIES = frozenset({"will", "would", "shall"})
_MEETING = frozenset(
    {
        "meet",
        "met",
        "meets",
        "travel",
        "traveled",
        "visit",
        "host",
        "convene",
        "welcome",
        "talks",
        "join",
        "spoke",
        "call",
        "called",
    }
)
_PURPOSES = frozenset({"noted", "stressed"})
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
    # A noun of deed tells of what follows it alone.
    return cues[0] if cues and not _is_noun(forms, cues[0]) else None


def finite_cues(one: Scanned) -> list[Cue]:
    """The sentence's cues less infinitives ("agreed to discuss"), relative clauses and those inside a longer cue."""
    kept: list[Cue] = []
    for cue in sorted(one.cues, key=lambda c: (c.first, -c.end, -STRENGTHS.index(c.payload))):
        if kept and (cue.end <= kept[-1].end or cue.first < kept[-1].end):
            continue
        if not _is_subordinate(one.words.forms, cue, kept):
            kept.append(cue)
    # Where no finite verb tells it, an infinitive or a noun does; a participle before or after its noun never.
    return kept or [cue for cue in sorted(one.cues, key=lambda c: c.first) if not is_attribute(one.words.forms, cue)]


def clause_voice(voiced: Voiced, forms: tuple[str, ...], finite: list[Cue], verb: int) -> str | None:
    """Whose the clause of the verb at word `verb` is; infinitives and nouns have no subject but the sentence's.

    `finite` are the sentence's cues.
    """
    if forms[verb - 1 : verb] == ("to",) or forms[verb].casefold() in words("deed_nouns"):
        return voiced.subject
    return voiced.of_clause(max((cue.end for cue in finite if cue.end <= verb), default=0), verb)


def is_subordinate(one: Scanned, finite: list[Cue], hit: Hit[str]) -> bool:
    """Whether the words of a promise only fill in another verb, or are what somebody is thanked for."""
    if one.words.forms[hit.first].casefold() in words("deed_nouns"):
        before = [cue for cue in finite if cue.end <= hit.first]
        return bool(before) and one.words.forms[before[-1].end - 1].casefold() in words("taking_note")
    if one.words.forms[hit.first] not in _AUXILIARIES | _SEEKING:
        return False
    here = [cue for cue in one.cues if cue.first <= hit.first < cue.end]
    return bool(here) and not any(cue.first <= hit.first < cue.end for cue in finite)


def _is_noun(forms: tuple[str, ...], cue: Cue) -> bool:
    """Whether a cue is a noun ("commitment to", "a memorandum on"), which has no subject of its own."""
    word = forms[cue.first].casefold()
    if word in _PLANS and cue.first:
        before = forms[cue.first - 1].casefold()
        return before in _OWNERS or before in words("before_nouns")
    return word in words("deed_nouns")


def _is_subordinate(forms: tuple[str, ...], cue: Cue, before: list[Cue]) -> bool:
    """Whether a verb only fills in another: "to discuss", "which provides", a "must" that was agreed."""
    if before and forms[cue.first].casefold() in words("nouns_of_subject") and before[-1].payload != "stressed":
        return True
    if forms[cue.first].casefold() in words("saying_besides"):
        return bool(cue.first) and forms[cue.first - 1] not in _BESIDE
    if before and forms[cue.first].casefold().startswith(_DOCUMENTS):
        return True
    if before and _is_noun(forms, cue):
        is_hoped = _is_hoped(forms, cue, before[-1])
        return is_hoped or forms[cue.first] in _PLANS or _is_earlier_deed(forms, cue, before[-1])
    verb = cue.first
    previous = forms[verb - 1] if verb else ""
    while verb and (forms[verb - 1].endswith("ly") or forms[verb - 1] == "further"):
        verb -= 1
        previous = forms[verb] if forms[verb] in _OWNERS else forms[verb - 1]
    if forms[cue.first] in _DUTIES:
        return bool(before)
    if previous in _DUTIES or is_attribute(forms, cue):
        return True
    if previous in _TO:
        return not (
            cue.payload in _PURPOSES
            and before
            and _is_journey(forms[max(before[-1].first, cue.first - _AGENDA) : cue.first])
        )
    if previous in _RELATIVES:
        return True
    if before and (previous in _HELPING or forms[cue.first].endswith(_INFINITIVES)):
        return True
    return bool(before) and (
        _gives_reason(forms, cue, before[-1])
        or _is_contact_clause(forms, cue, before[-1])
        or _is_hoped(forms, cue, before[-1])
    )


def _is_earlier_deed(forms: tuple[str, ...], cue: Cue, before: Cue) -> bool:
    """Whether a noun of deed is only looked back on, or is weaker than the verb that it stands under."""
    if forms[before.end - 1].casefold() in words("taking_note"):
        return True
    if not words("earlier_deed").isdisjoint(forms[max(before.end, cue.first - _LOOK_BACK) : cue.first]):
        return True
    return before.payload == "agreed" and cue.payload != "agreed" and _BREAKS.isdisjoint(forms[before.end : cue.first])


def is_attribute(forms: tuple[str, ...], cue: Hit[Strength] | Hit[str]) -> bool:
    """Whether a word is a participle that only tells more of a noun, and no verb of its own.

    "the signed protocol", "challenges presented by", "an accord reached in Riga", «подписанное соглашение».
    """
    word = forms[cue.first].casefold()
    before = forms[cue.first - 1].casefold() if cue.first else ""
    if word.endswith(_ATTRIBUTIVE):
        return True
    if cue.end - cue.first > 1 or not (word.endswith("ed") or word in _IRREGULAR):
        return False
    after = forms[cue.end : cue.end + 2]
    if before in _OWNERS or before in _AS:
        return True
    if before in _HAVING or not after:
        return False
    return (after[0] == "by") or (before == "," and after[0] in {"in", "at", "during"}) or _tells_where(word, after)


def _tells_where(word: str, after: tuple[str, ...]) -> bool:
    """Whether a verb that needs an object has only a place, a day or a manner behind it ("signed in Riga")."""
    if word not in words("needing_object") or after[0] not in words("where_or_when"):
        return False
    return after[-1] not in {"detail", "depth", "length", "particular", "principle", "full"}


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


def _is_hoped(forms: tuple[str, ...], cue: Cue, before: Cue) -> bool:
    """Whether a verb only tells what is hoped for ("hope that the sides will agree"): no firmer than the hope."""
    if before.payload != "wished" or forms[cue.first - 1] == "and":
        return False
    between = forms[before.first : cue.first]
    return "that" in between and {",", ";", "but", "while"}.isdisjoint(between)


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
