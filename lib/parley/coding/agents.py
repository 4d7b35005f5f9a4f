"""By whom a passive verb says that something was done: "were raised by the American side"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parley.codebook.words import words

_BE = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_PASSED_OVER = frozenset({"also", "both", "again", "then", "first", "not", "jointly", "up", "forward", "out", "down"})
_WHEN = frozenset({"at", "during", "today", "yesterday", "earlier", "again"})  # "were raised at the talks by Chad".
_ENDS = frozenset(
    {",", ";", ":", ".", "(", ")", "–", "—", "in", "at", "during", "on", "to", "for", "that", "which", "who", "whose"}
    | {
        "with",
        "from",
        "as",
        "but",
        "while",
        "when",
        "after",
        "before",
        "by",
        "between",
        "against",
        "along",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
    }
)
_RELATIVES = frozenset({"that", "which", "who", "whose"})
_LONGEST = 12  # Words in which the doer is named.
_FAR = 8  # Words from the verb to its "by".
_BACK = 5  # Words from "were" to its participle.
_NEAR = 2


class Agent(NamedTuple):
    """Whose doing the passive verb at a word tells of."""

    verb: int
    voice: str


def agent_of(agents: Sequence[Agent], verb: int) -> str | None:
    """Who did what the verb at this word, or its participle right after it, tells of."""
    return next((agent.voice for agent in agents if verb <= agent.verb <= verb + _NEAR), None)


def agents_in(forms: tuple[str, ...], low: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Each passive verb with a "by" behind it, and from where to where the doer is named.

    States, bodies and people do things; "was worsened by the Russian aggression" names nobody who spoke.
    """
    before = False
    for by, word in enumerate(low):
        if word != "by":
            continue
        verb = _verb_before(low, by)
        if verb is None or not (_is_passive(low, verb) or (before and low[verb - 1] == "and")):
            continue
        end = by + 1
        while end < min(len(low), by + _LONGEST) and low[end] not in _ENDS:
            end += 1
        if forms[end - 1][:1].isupper() or low[end - 1] in words("agents"):
            before = True
            yield verb, by + 1, end


def _verb_before(low: tuple[str, ...], by: int) -> int | None:
    """The participle that a "by" belongs to: right before it, or before where and when that was."""
    for at in range(by - 1, max(-1, by - _FAR), -1):
        if _is_participle(low[at]):
            between = [word for word in low[at + 1 : by] if not _is_passed_over(word)]
            return at if not between or between[0] in _WHEN else None
        if low[at] in _ENDS - _WHEN:
            return None
    return None


def _is_passive(low: tuple[str, ...], verb: int) -> bool:
    """Whether a form of "be" stands before a participle, with adverbs or another participle between at most."""
    for at in range(verb - 1, max(-1, verb - _BACK), -1):
        if low[at] in _BE:
            return _RELATIVES.isdisjoint(
                low[max(0, at - _NEAR) : at]
            )  # "An accord that was signed by" is looked back on.
        if not (_is_passed_over(low[at]) or low[at] == "and" or _is_participle(low[at])):
            return False
    return False


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in words("participles")


def _is_passed_over(word: str) -> bool:
    return word in _PASSED_OVER or word.endswith("ly")
