"""Text -> atoms: every known name, verb, event, month and ordinal, found in one pass."""

from functools import cache
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from parley.codebook.grammar import load_grammar
from parley.codebook.world import load_world
from parley.model import Language


class Atom(NamedTuple):
    """A known phrase at `[start, end)` of the text: its kind and what it stands for."""

    start: int
    end: int
    kind: str
    value: Any


# Of so many, one made straight from the tuple takes half the time.
_atom = tuple.__new__


def plain(text: str) -> str:
    """The text with one form of each mark, character for character, so that spans stay true."""
    text = text.replace("’", "'").replace("‘", "'").replace("\xa0", " ").replace("\n", " ")
    return text.replace("–", "-").replace("‑", "-")


def find_atoms(text: str, language: Language) -> list[Atom]:
    """Every phrase known in the language, in order; `text` is plain. A phrase of several kinds gives several."""
    automaton, meanings = _search(language)
    found: list[Atom] = []
    for number, start, end in automaton.find_matches_as_indexes(text):
        if _is_word(text, start, end):
            found += [_atom(Atom, (start, end, kind, value)) for kind, value in meanings[number]]
    return found


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a match is no mere part of a longer word."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    return end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())


@cache
def _search(language: Language) -> tuple[AhoCorasick, list[list[tuple[str, Any]]]]:
    """The one automaton of a language, and for each of its phrases the kinds and values."""
    meanings: dict[str, list[tuple[str, Any]]] = {}
    known = [*load_grammar(language).phrases, *((name, "name", it) for name, it in load_world(language).names.items())]
    for phrase, kind, value in known:
        # Russian texts write ё or е, as they please.
        for spelling in {plain(phrase), plain(phrase).replace("ё", "е")}:
            meanings.setdefault(spelling, []).append((kind, value))
    return AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest), list(meanings.values())
