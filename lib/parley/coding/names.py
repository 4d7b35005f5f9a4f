"""Which words of a sentence only name an office or an organ, so that a topic in them does not count."""

from dataclasses import dataclass
from functools import cache, cached_property

from parley.codebook.words import read_yaml
from parley.coding.automaton import Words
from parley.model import Language

_LONGEST_NAME = 14  # Words; a longer run of capitals is a headline.
_RUSSIAN_NAME = 6
_KAZAKH_NAME = 6
_VERBS = ("л", "ла", "ли", "лся", "лась", "лись", "ет", "ют", "ит", "ят", "ут", "ются", "ется")
_PARTS = ("followed", "preceded", "joints", "small", "stops", "nouns")
_MARKS = frozenset(".;:!?()–—")


@dataclass(frozen=True)
class _Heads:
    followed: frozenset[str]
    stems: tuple[str, ...]
    """Beginnings of heads that are followed by their name."""
    preceded: frozenset[str]
    joints: frozenset[str]
    small: frozenset[str]
    stops: frozenset[str]
    nouns: frozenset[str]

    @cached_property
    def alone(self) -> frozenset[str]:
        """Every head; a sentence without any names nothing, where heads have no endings."""
        return self.followed | self.preceded | self.small


@cache
def _heads(language: Language) -> _Heads:
    data = read_yaml("names.yaml").get(language, {})
    lists = {part: str(data.get(part, "")).split() for part in _PARTS}
    heads = lists.pop("followed")
    return _Heads(
        frozenset(head for head in heads if head[-1] != "*"),
        tuple(head[:-1] for head in heads if head[-1] == "*"),
        *(frozenset(part) for part in lists.values()),
    )


def named_words(words: Words, language: Language) -> frozenset[int]:
    """The places of words that stand in the name of an office or an organ."""
    heads = _heads(language)
    found: set[int] = set()
    stems, may_stay_small = heads.stems, language == "en"
    if not stems and heads.alone.isdisjoint(words.low):
        return frozenset()
    for at, low in enumerate(words.low):
        if low in heads.followed or (stems and low.startswith(stems)):
            found.update(range(at, _end_of_name(words.forms, at, heads, language)))
        if low in (heads.small if may_stay_small and words.forms[at].islower() else heads.preceded):
            found.update(range(_start_of_name(words.forms, at, language), at + 1))
    return frozenset(found)


def _end_of_name(forms: tuple[str, ...], head: int, heads: _Heads, language: Language) -> int:
    """Where the name that begins with this head ends."""
    if language == "ru":
        return _end_of_russian_name(forms, head, heads)
    at = end = head + 1
    if at >= len(forms) or forms[at].casefold() not in heads.joints or forms[at] == "and":
        return end
    while at < min(len(forms), head + _LONGEST_NAME):
        if forms[at][:1].isupper():
            end = at + 1
        elif forms[at].casefold() not in heads.joints and forms[at] != ",":
            return max(end, at + 1) if end == head + 1 else end
        at += 1
    return end


def _end_of_russian_name(forms: tuple[str, ...], head: int, heads: _Heads) -> int:
    """Russian names of ministries are in small letters: they run to a capital, a mark or the end.

    An envoy's own task stands after whose envoy he is ("представитель Президента по вопросам …").
    """
    at = head + 1
    while at < min(len(forms), head + 4) and forms[at][:1].isupper():
        at += 1
    if at > head + 1 and (at == len(forms) or forms[at] != "по"):
        return head + 1
    return _end_of_task(forms, at, heads) if at > head + 1 else _end_of_genitive(forms, head, heads)


def _end_of_task(forms: tuple[str, ...], at: int, heads: _Heads) -> int:
    """Where the words after "по" end; commas may stand between them."""
    end = at
    while end < min(len(forms), at + 2 * _RUSSIAN_NAME) and not forms[end][:1].isupper():
        if forms[end] in _MARKS or (forms[end] != "с" and _ends_name(forms[end], heads)):
            break
        end += 1
    return end


def _ends_name(form: str, heads: _Heads) -> bool:
    """Whether a Russian word is a preposition or a verb, before which a name ends."""
    return form in heads.stops or (form.endswith(_VERBS) and form not in heads.nouns)


def _end_of_genitive(forms: tuple[str, ...], head: int, heads: _Heads) -> int:
    """Where the words in the genitive after a head in small letters end."""
    at = head + 1
    while at < min(len(forms), head + 1 + _RUSSIAN_NAME):
        if _ends_name(forms[at], heads):
            return at
        if forms[at][:1].isupper() or forms[at] in _MARKS or (forms[at] == "," and at > head + 1):
            return at
        at += 1
    # A run without an end is a sentence; the first word after the head is still its own ("министр торговли").
    return head + 2 if forms[head][0].islower() and at == head + 1 + _RUSSIAN_NAME else at


def _start_of_name(forms: tuple[str, ...], head: int, language: Language) -> int:
    """Where the name that ends with this head begins."""
    at = head
    if language == "kk":
        while at > max(0, head - _KAZAKH_NAME) and forms[at - 1] not in _MARKS and forms[at - 1] != ",":
            at -= 1
        return at
    if forms[head].islower():
        return max(0, head - 1)
    while at > max(0, head - _LONGEST_NAME) and (forms[at - 1][:1].isupper() or forms[at - 1] in {"and", "of", "&"}):
        at -= 1
    return at
