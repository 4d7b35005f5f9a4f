"""How words are inflected: endings as data, so that a phrase in its dictionary form finds its other forms."""

from collections.abc import Iterator
from functools import cache

from parley.codebook.words import read_yaml
from parley.model import Language

_SHORTEST_STEM = 3
_LONGEST_CHAIN = {"ru": 1, "kk": 4}
_LONGEST_WORD = 40  # Beyond any real word; keeps the peeling of a chain short on garbage.


class Endings:
    """The endings of one language; a language without any has only whole words."""

    def __init__(self, language: Language) -> None:
        """Read the endings of `language` from endings.yaml."""
        data = read_yaml("endings.yaml")
        self._language = language
        self._endings = frozenset(str(data.get(language, "")).split())
        self._longest = max(map(len, self._endings), default=0)
        self._softened: dict[str, str] = data["kk_softened"] if language == "kk" else {}

    def stems(self, word: str) -> tuple[str, ...]:
        """The stems of a phrase's word in its dictionary form, in lower case."""
        if self._language == "ru":
            return (next(self._cut(word), word),)
        if word[-1:] in self._softened:
            return word, word[:-1] + self._softened[word[-1]]
        return (word,)

    def stems_of(self, form: str) -> set[str]:
        """Every stem that an inflected form, in lower case, may have."""
        if self._language == "en":
            return {form, *_singulars(form)}
        found, latest = {form}, {form}
        for _ in range(_LONGEST_CHAIN.get(self._language, 0) if len(form) <= _LONGEST_WORD else 0):
            latest = {stem for word in latest for stem in self._cut(word)} - found
            found |= latest
        return found

    def _cut(self, word: str) -> Iterator[str]:
        """What is left of a word without an ending, the longest ending first."""
        for length in range(min(self._longest, len(word) - _SHORTEST_STEM), 0, -1):
            if word[-length:] in self._endings:
                yield word[:-length]


def _singulars(form: str) -> Iterator[str]:
    if form.endswith("s") and len(form) > _SHORTEST_STEM:
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
        if form.endswith("ies"):
            yield form[:-3] + "y"


@cache
def endings(language: Language) -> Endings:
    """The endings of a language, read once."""
    return Endings(language)
