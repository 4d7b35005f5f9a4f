"""People whom a desk knows, and further spellings of those already known."""

from dataclasses import replace

from parley.codebook.entries import Entry
from parley.codebook.own_series import as_party
from parley.codebook.own_topics import as_id
from parley.codebook.people import KnownPerson, People, folded, known_people

FIELDS = ("id", "name", "party", "leads", "also")


def people_with(people: People, entry: Entry) -> People:
    """The known people with those of an entry. A spelling that is already someone else's is refused: two people are
    never made one."""
    known = dict(people.by_spelling)
    by_id = {person.id: person for person in known.values()}
    for item in entry.items():
        given = item.allow(FIELDS)
        name = as_id(item.at("id").text(), item.at("id"))
        person = _person(name, item, given, by_id.get(name))
        spellings = [(given.get("name", item), person.name)]
        spellings += [(one, one.text()) for one in (given["also"].items() if "also" in given else ())]
        for place, spelling in spellings:
            other = known.get(folded(spelling))
            if other and other.id != person.id:
                raise place.wrong(f'"{spelling}" is already a spelling of {other.name} ({other.id}). Take one away.')
            known[folded(spelling)] = person
        known = {spelling: person if one.id == person.id else one for spelling, one in known.items()}
        by_id[person.id] = person
    return known_people(known)


def _person(name: str, item: Entry, given: dict[str, Entry], known: KnownPerson | None) -> KnownPerson:
    """The person of an entry: as it says, and where it is silent as already known."""
    found = known or KnownPerson(name, item.at("name").text(), None, leads=False)
    if "name" in given:
        found = replace(found, name=given["name"].text())
    if "party" in given:
        found = replace(found, party=as_party(given["party"]))
    if "leads" in given:
        found = replace(found, leads=given["leads"].one_of(("true", "false")) == "true")
    return found
