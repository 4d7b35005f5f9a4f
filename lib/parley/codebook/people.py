"""People known beforehand: one id over the spellings and scripts of a name, and the side that they speak for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from parley.codebook.romanised import romanised
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


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Who is known beforehand, by every spelling of the name and by the surname, both in small letters."""

    by_spelling: Mapping[str, KnownPerson]
    by_surname: Mapping[str, tuple[KnownPerson, ...]]
    by_sound: Mapping[str, KnownPerson]
    """By given name and surname in the one form of all spellings; without those that two people share."""

    def named(self, name: str) -> KnownPerson | None:
        """Whose name this is; None where nobody of it is known."""
        return self.by_spelling.get(folded(name))

    def spelt(self, name: str, party: str | None) -> KnownPerson | None:
        """Whose full name this is in another spelling or script; nobody's who speaks for another side."""
        sound = romanised(name)
        found = self.by_sound.get(sound) if sound else None
        return found if found and (party is None or found.party in (None, party)) else None


def folded(name: str) -> str:
    """A name in the letters in which it is looked up."""
    return name.casefold().replace("ё", "е")


def known_people(by_spelling: Mapping[str, KnownPerson]) -> People:
    """The people of these spellings, also by surname."""
    by_surname: dict[str, tuple[KnownPerson, ...]] = {}
    for person in dict.fromkeys(by_spelling.values()):
        last = person.name.split()[-1].casefold()
        by_surname[last] = (*by_surname.get(last, ()), person)
    return People(by_spelling, by_surname, _by_sound(by_spelling))


def _by_sound(by_spelling: Mapping[str, KnownPerson]) -> dict[str, KnownPerson]:
    """Each person by the sound of every full name; a sound of two people names neither."""
    heard: dict[str, set[str]] = {}
    people = {person.id: person for person in by_spelling.values()}
    for spelling, person in by_spelling.items():
        sound = romanised(spelling)
        if sound:
            heard.setdefault(sound, set()).add(person.id)
    return {sound: people[next(iter(ids))] for sound, ids in heard.items() if len(ids) == 1}


@cache
def load_people() -> People:
    """The packaged people."""
    known = {}
    for row in rows("people.csv"):
        person = KnownPerson(row["id"], row["name"], row["party"] or None, row["leads"] == "yes")
        for spelling in [row["name"], *(row["also"] or "").split("|")]:
            if spelling:
                known[folded(spelling)] = person
    return known_people(known)


@cache
def outlets() -> tuple[tuple[str, str], ...]:
    """Parts of outlets' names and addresses, and the party that publishes there."""
    return tuple(read_yaml("outlets.yaml").items())


@cache
def _outlet_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_whole(part)), party) for part, party in outlets())


def _whole(part: str) -> str:
    """A part of a name or an address as whole words: "un.org" is neither in "sun.org" nor in "un.org.example"."""
    is_address = "." in part and " " not in part
    return rf"(?<![\w-]){re.escape(part)}" + (r"(?![\w-]|\.\w)" if is_address else "")


def publisher(source: str | None, url: str | None) -> str | None:
    """The party whose outlet this is, by its name or the host of its address; None where no list knows it."""
    return _publisher_told(f"{source or ''} {_host(url)}".casefold())


@lru_cache(maxsize=1_000)  # Outlets, each of which has many articles.
def _publisher_told(told: str) -> str | None:
    return next((party for pattern, party in _outlet_patterns() if pattern.search(told)), None)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


@cache
def venues() -> tuple[tuple[str, str], ...]:
    """Well-known seats of government, and the country of each."""
    return tuple(read_yaml("venues.yaml").items())
