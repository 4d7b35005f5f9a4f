"""People put together and parted, as people decide: each decision kept, and the articles that it touches coded anew.

`join`, `part` and `undo` are all that screens need; each is one transaction.
"""

from collections.abc import Iterable

from parley import coding
from parley.codebook import Codebook
from parley.errors import StoreError
from parley.store import Connection, aliases
from parley.store.aliases import Alias
from parley.store.history import bump
from parley.store.recodings import rebuild, stored
from parley.store.sqlite import transaction
from parley.store.words import drop_unused, name_again


def join(db: Connection, person: str, into: str, reason: str, actor: str, book: Codebook) -> int:
    """Make one person of two: all namings of the first are of the second, in articles to come as well.

    The number by which `undo` takes it back. Raises StoreError where one of them is not here, or both are one.
    """
    _prepare(db, person, book)
    with transaction(db):
        names = _name(db, person), _name(db, into)
        if person == into:
            raise StoreError("These two are one person already.")
        touched = aliases.naming(db, person)
        number = aliases.keep(db, [Alias(person, into, names, reason=reason)], actor)
        _code_anew(db, [article for article, _ in touched], book)
    return number


def part(db: Connection, person: str, article_keys: Iterable[str], reason: str, actor: str, book: Codebook) -> int:
    """Make two people of one: what these articles say of the person is said of somebody else, new here.

    Raises StoreError where no article is left to one of the two.
    """
    _prepare(db, person, book)
    with transaction(db):
        name = _name(db, person)
        naming = {key: article for article, key in aliases.naming(db, person)}
        wanted = [key for key in naming if key in set(article_keys)]
        if not wanted or len(wanted) == len(naming):
            raise StoreError("Choose at least one article, and leave at least one to the person as they stand.")
        other = aliases.new_key(db, person)
        number = aliases.keep(db, [Alias(person, other, (name, name), key, reason) for key in wanted], actor)
        _code_anew(db, [naming[key] for key in wanted], book)
    return number


def undo(db: Connection, number: int, actor: str, book: Codebook) -> bool:
    """Take a decision back, with those made in one go with it; False where it does not stand any more."""
    for person in aliases.whom(db, number):
        _prepare(db, person, book)
    with transaction(db):
        held = {alias.into: None for alias in aliases.undo(db, number, actor)}
        touched = [row for person in held for row in aliases.naming(db, aliases.now_called(db, person))]
        touched += [row for person in held for row in aliases.naming(db, person)]
        _code_anew(db, [article for article, _ in sorted(set(touched))], book)
    return bool(held)


def _prepare(db: Connection, person: str, book: Codebook) -> None:
    """Load the words of a first reading before the write lock is taken: it is to be held for moments alone."""
    for article, _ in aliases.naming(db, person)[:1]:
        coding.code(stored(db, article), book)


def _name(db: Connection, person: str) -> str:
    name = aliases.shown_name(db, person)
    if name is None:
        raise StoreError("One of the two is not here any more: their articles were removed, or others decided on them.")
    return name


def _code_anew(db: Connection, articles: Iterable[int], book: Codebook) -> None:
    for article in articles:
        rebuild(db, article, coding.code(stored(db, article), book))
    name_again(db)
    drop_unused(db)
    bump(db)
