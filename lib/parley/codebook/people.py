"""People known beforehand: one id over the spellings and scripts of a name, and the side that they speak for."""

from dataclasses import dataclass
from functools import cache

from parley.codebook.words import read_yaml
from parley.codebook.world import rows


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Someone whose name is written in several ways; `party` is None where it changed over the years."""

    id: str
    name: str
    party: str | None
    leads: bool
    """Whether known as a head of state or government."""


@cache
def load_people() -> dict[str, KnownPerson]:
    """Every packaged spelling of a name, in small letters, and whose it is."""
    known = {}
    for row in rows("people.csv"):
        person = KnownPerson(row["id"], row["name"], row["party"] or None, row["leads"] == "yes")
        for spelling in [row["name"], *(row["also"] or "").split("|")]:
            if spelling:
                known[spelling.casefold().replace("ё", "е")] = person
    return known


@cache
def surnames() -> dict[str, tuple[KnownPerson, ...]]:
    """The known people of each surname, in small letters."""
    found: dict[str, tuple[KnownPerson, ...]] = {}
    for person in dict.fromkeys(load_people().values()):
        last = person.name.split()[-1].casefold()
        found[last] = (*found.get(last, ()), person)
    return found


@cache
def outlets() -> tuple[tuple[str, str], ...]:
    """Parts of outlets' names and addresses, and the party that publishes there."""
    return tuple(read_yaml("outlets.yaml").items())


@cache
def venues() -> tuple[tuple[str, str], ...]:
    """Well-known seats of government, and the country of each."""
    return tuple(read_yaml("venues.yaml").items())
