"""Which sentences a change of the codebook would move: the articles that it can touch, read anew, and nothing kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from parley import coding
from parley.codebook import Codebook
from parley.codebook.endings import endings
from parley.codebook.topics import Phrase
from parley.coding.automaton import Phrases
from parley.coding.registry import may_name
from parley.coding.sentences import split_sentences
from parley.model import Article, Language
from parley.store import Connection
from parley.store.moves import Place, places, read_by_another
from parley.store.recodings import stored_after, tried

GROUP = 25
"""Articles looked at between two moments at which a reader may stop it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How far a look at what would move is: up to which article, how many were seen and read anew, what moved."""

    last_id: int = 0
    seen: int = 0
    read: int = 0
    gained: frozenset[Place] = frozenset()
    lost: frozenset[Place] = frozenset()
    is_whole: bool = False


def further(db: Connection, old: Codebook, new: Codebook, so_far: Moved) -> Moved:
    """The same a group of articles further; whole once there are none left.

    Articles are stored as `old` reads them, but for those that another version has read, which are read anew too.
    """
    group = stored_after(db, so_far.last_id, GROUP)
    if not group:
        return Moved(so_far.last_id, so_far.seen, so_far.read, so_far.gained, so_far.lost, is_whole=True)
    touches, last = touched_by(old, new), group[-1][0]
    stale = read_by_another(db, so_far.last_id, last, old.version)
    read, gained, lost = so_far.read, set(so_far.gained), set(so_far.lost)
    for number, article in group:
        if number in stale or touches(article):
            before, after = tried(db, number, coding.code(article, new), places)
            gained |= after - before
            lost |= before - after
            read += 1
    return Moved(last, so_far.seen + len(group), read, frozenset(gained), frozenset(lost))


@lru_cache(maxsize=8)
def touched_by(old: Codebook, new: Codebook) -> Callable[[Article], bool]:
    """Whether the difference of two codebooks can change what is found in an article; in doubt it can."""
    if dict(old.people.by_spelling) != dict(new.people.by_spelling):
        return lambda _: True  # A name is also known by its sound, in letters that the text need not hold.
    finders = {
        language: Phrases([(p.pattern, "", None) for p in found], endings(language))
        for language, found in _phrases_changed(old, new).items()
    }
    names = tuple(alias.text for one in set(old.series) ^ set(new.series) for alias in one.aliases)

    def touches(article: Article) -> bool:
        finder = finders.get(article.language)
        sentences = split_sentences(article.text, article.language) if finder else ()
        if finder and any(finder.find(finder.read(one.text)) for one in sentences):
            return True
        return any(may_name(name, f"{article.title}\n{article.text}") for name in names)

    return touches


def _phrases_changed(old: Codebook, new: Codebook) -> dict[Language, list[Phrase]]:
    before, after = ({(t.id, p) for t in book.topics for p in t.phrases} for book in (old, new))
    found: dict[Language, list[Phrase]] = {}
    for _, phrase in before ^ after:
        found.setdefault(phrase.language, []).append(phrase)
    return found
