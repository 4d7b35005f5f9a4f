"""Which words of a promise are one: somebody who acts stands before "will", a signing has taken place, a decision is
one's own."""

from parley.codebook.words import words
from parley.coding.automaton import Hit
from parley.coding.scan import Scanned
from parley.coding.strength import is_attribute
from parley.coding.voices import Voiced

_WILL = frozenset({"will", "shall"})
_MODALS = frozenset({"to", "will", "would", "could", "may", "might", "can", "should", "must", "shall", "cannot"})
_BE = frozenset({"be", "being", "soon", "also", "then", "both", "jointly", "now", "not", "finally"})
_PASSED_OVER = frozenset(
    {"also", "now", "soon", "then", "both", "never", "always", "further", "together", "therefore", "again", "still"}
)
_DASHES = frozenset({",", "–", "—", "-", ")", ";"})
_JOINTS = frozenset({"and", "but", "и"})
_INVERTING = frozenset({"no", "neither", "nor", "never"})
_DENIALS = frozenset({"not", "never", "cannot", "don't", "didn't", "doesn't", "не", "нет"})
_BUT_ALSO = frozenset({"only", "just", "только", "просто"})
_BEFORE = 2  # Words before a verb among which "not" is its own.
_INVERTED = 5  # Words before and after an inverted "will" ("under no circumstances will the sides …").
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "remains", "remain", "makes", "make", "cannot"})
_CLAUSE = 14  # Words from "agreed that" to the verb of its clause.
_OWNER = 4  # Words from whose decision it is to "decision".


def is_deed(one: Scanned, voiced: Voiced, hit: Hit[str]) -> bool:
    """Whether words of a commitment tell of a party's own deed, and not of others' or of what becomes of things."""
    low = one.words.low
    if low[hit.first] in _WILL:
        return _has_agent(one, voiced, hit.first)
    if hit.payload != "urges" and _is_denied(low, hit.first):
        return False
    if hit.payload == "signed":
        return _is_signing(one, hit)
    if low[hit.first].startswith("agree") and low[hit.end - 1] == "that":
        return not _is_assessment(low, hit.end)
    if low[hit.end - 1 : hit.end + 2] == ("will", "be", "signed"):
        return False  # "The agreement will be signed": so it is not agreed yet.
    if low[hit.first] == "decision":
        return _is_own_decision(low, hit.first)
    return True


def _is_denied(low: tuple[str, ...], verb: int) -> bool:
    """Whether "not" stands right before a verb or its adverb: "did not quite agree on"; "not only agreed" is a yes."""
    near = range(max(0, verb - _BEFORE), verb)
    return any(low[at] in _DENIALS and low[at + 1] not in _BUT_ALSO for at in near)


def _has_agent(one: Scanned, voiced: Voiced, will: int) -> bool:
    """Whether a party or a person is what "will" says something of: things, the world and "there" promise nothing."""
    forms, low = one.words.forms, one.words.low
    at = _before(low, will)
    if low[will + 1 : will + 3] in (("be", "signed"), ("be", "adopted")):
        return True
    if at < 0 or low[at] in words("agents"):
        return True
    if low[at] in _DASHES | _JOINTS:
        return voiced.subject is not None
    if low[at] == "it" and low[at - 1] == "that":
        # "Utopia confirmed that it will …"; "we know that it will take time" tells of nobody.
        return any(place < at and low[place] not in words("agents") for place, _ in voiced.named)
    if not _INVERTING.isdisjoint(low[max(0, will - _INVERTED) : will]):
        return any(will < place <= will + _INVERTED for place, _ in voiced.named)
    if forms[at][:1].isupper():
        return low[at] not in words("no_agents")
    return any(place == at for place, _ in voiced.named)


def _before(low: tuple[str, ...], verb: int) -> int:
    """The number of the word before a verb, without adverbs and what stands between two commas."""
    at = verb - 1
    while at >= 0 and (low[at] in _PASSED_OVER or low[at].endswith("ly")):
        at -= 1
    if at > 0 and low[at] == ",":
        opening = next((back for back in range(at - 1, max(0, at - _CLAUSE), -1) if low[back] == ","), 0)
        return opening - 1 if opening else at
    return at


def _is_signing(one: Scanned, hit: Hit[str]) -> bool:
    """Whether something is or was signed: what is to be signed, signs of something and "since the signing" are none."""
    forms, low = one.words.forms, one.words.low
    last = hit.end - 1 if low[hit.end - 1] == "signed" else hit.first
    if low[last] == "signing":
        near = {*low[max(0, last - _OWNER) : last], *low[hit.end : hit.end + _CLAUSE]}
        return near.isdisjoint(words("only_planned"))
    if not low[last].startswith(("sign", "initial", "подпис")):
        return True
    at = last - 1
    while at >= 0 and low[at] in _BE:
        at -= 1
    if at >= 0 and low[at] in _MODALS:
        return False
    alone = hit._replace(first=last, end=last + 1)
    return low[last] != "signs" and not is_attribute(forms, alone)


def _is_assessment(low: tuple[str, ...], since: int) -> bool:
    """Whether the clause after "agreed that" says how things are or what would be good, and no step is agreed."""
    for at in range(since, min(since + _CLAUSE, len(low))):
        if low[at] in _FINITE:
            return True
        if low[at] in _MODALS and low[at] != "to":
            return low[at + 1 : at + 2] != () and low[at + 1] in words("of_benefit")
    return False


def _is_own_decision(low: tuple[str, ...], at: int) -> bool:
    """Whether a decision is announced or taken, and not another's that is welcomed or spoken of."""
    before = low[max(0, at - _OWNER) : at]
    return not words("announcing").isdisjoint(before)
