"""Names over a whole article become people: one full name each, an office, a side, and every place of mention."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from parley.codebook.people import KnownPerson, People
from parley.codebook.romanised import person_slug
from parley.coding.passages import Passage
from parley.coding.titles import Title

_ARTICLE = re.compile(r"^(?:al|el|ad|as|an|ar)-", re.IGNORECASE)
_PRESIDENT_OF = re.compile(r"\b[Pp]residents? of (?:the )?$")
_PRESIDENT = re.compile(r" President\b(?! of)")
_DOUBTS = 4
_STEM = 4
_CACHED_NAMES = 4096
HEADLINE = -1
"""The passage number of the headline."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a person is named: the passage's number and the span of the name in its text."""

    passage: int
    start: int
    end: int
    title: Title | None = None


@dataclass(slots=True)
class Person:
    """Someone named in the article, under the fullest form of the name; filled while the article is read."""

    name: str
    office: str | None = None
    party: str | None = None
    person_id: str = ""
    leads: bool = False
    """Whether known as a head of state or government."""
    spots: list[Spot] = field(default_factory=list)

    def names_in(self, passage: int) -> list[Spot]:
        """Where in this passage the person is named."""
        return [spot for spot in self.spots if spot.passage == passage]


def find_people(headline: Sequence[Passage], passages: Sequence[Passage], known: People) -> list[Person]:
    """Everyone named with an office, an address or a known name; surnames go to the full name that they shorten."""
    titled = [(HEADLINE, p, t) for p in headline for t in p.titles] + [
        (n, p, t) for n, p in enumerate(passages) for t in p.titles
    ]
    people: list[Person] = []
    persons = [entry for entry in titled if _is_person(entry[2], known)]
    for rank in range(_DOUBTS):
        _gather(people, (entry for entry in persons if _doubt(entry[2]) == rank), known)
    _gather_bare(people, titled, known)
    _gather_surnames(people, passages)
    for person in people:
        found = _known(person, known)
        person.person_id = found.id if found else _own_id(person, known)
        person.leads = bool(found and found.leads)
        if found and found.party and person.party is None:
            person.party = found.party
        if person.leads and person.office in (None, "President"):
            person.office = _office_of_state(passages, person.party) or person.office
    return people


def _known(person: Person, known: People) -> KnownPerson | None:
    """Who this is in the list of known people: by the name, or by a surname that only one head of state there has."""
    found = known.named(person.name) or known.spelt(person.name, person.party)
    if found or " " in person.name or not person.office:
        return found
    namesakes = known.by_surname.get(person.name.casefold(), ())
    alone = namesakes[0] if len(namesakes) == 1 else None
    return alone if alone and alone.leads == ("President" in person.office or "Prime" in person.office) else None


def _own_id(person: Person, known: People) -> str:
    """The id of someone unknown; with the side where a known namesake speaks for another."""
    own = person_slug(person.name)
    return f"{own}-{person.party.casefold()}" if person.party and known.spelt(person.name, None) else own


def _is_person(title: Title, known: People) -> bool:
    return title.side != "bare" or known.named(title.name) is not None


def _doubt(title: Title) -> int:
    """How little a name tells by itself: in full, in full but in an unclear case, with initials, one word alone."""
    if " " not in title.name:
        return _DOUBTS - 1
    return 2 if "." in title.name.split()[0] else 1 if title.others else 0


def _gather(people: list[Person], titled: Iterable[tuple[int, Passage, Title]], known: People) -> None:
    """Add each title to the person it names, or to a new one."""
    for number, passage, title in titled:
        meant = [name for name in (title.name, *title.others) if _same(people, name, known) or known.named(name)]
        if meant and meant[0] != title.name:
            title = title._replace(name=meant[0])
        person = _same(people, title.name, known)
        if person is None:
            if title.side == "honorific" and " " not in title.name:
                continue
            person = Person(title.name)
            people.append(person)
        listed = known.named(person.name)
        home = person.party or (listed.party if listed else None)
        _learn(person, number, title, _is_of_register(passage.text, title), home)


def _is_of_register(text: str, title: Title) -> bool:
    """Whether a name stands surname first, as lists and cards have it: no fuller than the name in its usual order."""
    first, last = text[title.start : title.start + _STEM], title.name.split()[-1][:_STEM]
    return first == last and " " in title.name


def _learn(person: Person, number: int, title: Title, of_register: bool, home: str | None) -> None:
    """Keep what a title tells about its person, of side `home` where known: the fullest name and office, the side."""
    fuller = len(title.name) > len(person.name) and _is_fuller(title.name, person.name)
    if fuller and not (of_register and " " in person.name and "." not in person.name):
        person.name = title.name
    # "Mr Ito, President of Japan, Mr Roy": an office of another side is the neighbour's.
    is_own = title.party is None or home in (None, title.party)
    if title.office and is_own and _says_more(title.office, person.office):
        person.office = title.office
    if title.party and person.party is None and is_own:
        person.party = title.party
    person.spots.append(Spot(number, title.start, title.end, title))


def _says_more(office: str, known: str | None) -> bool:
    return known is None or len(office.split()) > len(known.split())


def _is_fuller(name: str, known: str) -> bool:
    words = name.split()
    return all(word in words for word in known.split()) or " " not in known


def _same(people: list[Person], name: str, known: People) -> Person | None:
    """The person whom this name, or this surname, means among those already known in the article."""
    parts = _parts(name)
    if not parts:
        return None
    meant = known.named(name)
    found = [
        person
        for person in people
        if _is_form_of(parts, _parts(person.name)) or (meant and meant is known.named(person.name))
    ]
    if len(found) > 1 and "." in parts[0]:
        return None  # «С. Лавров» beside Сергей and Семён Лавров may be either.
    return found[0] if found else None


@lru_cache(maxsize=_CACHED_NAMES)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without an article and without "Jr."."""
    return tuple([_bare(part) for part in name.split() if part.strip(".,") not in ("Jr", "II", "III")])


def _is_form_of(parts: tuple[str, ...], known: tuple[str, ...]) -> bool:
    if parts == known or (len(parts) == 2 and parts == known[::-1]):
        return True
    if len(parts) == 1 or len(known) == 1:
        short, long = sorted((parts, known), key=len)
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long[1:])
    short, long = sorted((parts, known), key=len)
    if len(short) > 1 and long[-len(short) :] == short:
        return True
    return parts[-1] == known[-1] and (parts[0] == known[0] or _initials_agree(parts, known))


def _initials_agree(parts: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether one name gives initials of the other's, each of the letter that it stands for."""
    return "." in parts[0] + known[0] and all(a[:1] == b[:1] for a, b in zip(parts[:-1], known[:-1], strict=False))


def _bare(part: str) -> str:
    return _ARTICLE.sub("", part).casefold()


def _office_of_state(passages: Sequence[Passage], party: str | None) -> str | None:
    """How the text calls the president of this country ("President of Russia", "Russian President")."""
    for passage in passages:
        for atom in passage.atoms:
            if atom.kind != "name" or atom.value.parties != (party,) or atom.value.kind not in ("country", "people"):
                continue
            before = _PRESIDENT_OF.search(passage.text[max(0, atom.start - 22) : atom.start])
            if before:
                return "President of " + passage.text[atom.start : atom.end]
            if _PRESIDENT.match(passage.text, atom.end):
                return passage.text[atom.start : atom.end] + " President"
    return None


def _gather_bare(people: list[Person], titled: Iterable[tuple[int, Passage, Title]], known: People) -> None:
    """Names without an office belong to people known from elsewhere in the article."""
    for number, _, title in titled:
        if title.side == "bare" and not _is_person(title, known):
            person = _same(people, title.name, known)
            if person and (len(title.name.split()) > 1):
                person.spots.append(Spot(number, title.start, title.end, title))


def _gather_surnames(people: list[Person], passages: Sequence[Passage]) -> None:
    """Every further place where one word of a person's name stands alone ("Umarov underscored …")."""
    surnames: dict[str, Person] = {}
    for person in people:
        parts = person.name.split()
        for part in (parts[-1], parts[0]):
            surnames.setdefault(part, person)
    seen = {(spot.passage, spot.start) for person in people for spot in person.spots}
    for number, passage in enumerate(passages):
        here = passage.text[passage.sentence.start : passage.sentence.end]
        if not any(map(here.__contains__, surnames)):
            continue
        ends = {t.start: t.end for t in passage.titles}
        covered = 0
        for token, letter in zip(passage.line.tokens, passage.line.classes, strict=True):
            if token.start in ends:
                covered = max(covered, ends[token.start])
            if letter == "N" and token.text in surnames and token.start >= covered:
                if (number, token.start) in seen:
                    continue
                surnames[token.text].spots.append(Spot(number, token.start, token.end))
