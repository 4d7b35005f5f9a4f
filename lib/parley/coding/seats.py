"""Where the reported meeting was: in its own sentence, in one about the talks, or at the host's."""

import re
from collections.abc import Sequence

from parley.codebook.world import load_world
from parley.coding.atoms import Atom
from parley.coding.datelines import dateline_end, is_dateline
from parley.coding.dates import When, agree
from parley.coding.parties import named_parties
from parley.coding.passages import Passage
from parley.coding.places import Place, find_country, find_place, find_venue
from parley.coding.scenes import Scene
from parley.coding.story import Story
from parley.model import Language

_TALKS_IN = re.compile(r"\b(?:meeting|talks|dialogue|discussions|consultations|held|took place|convened) in\b")
_EARLIER = re.compile(
    r"\b(?:[Ff]ollowing(?: up)?(?: on)?|[Ss]ince|[Bb]uil(?:ds|t|ding) on|[Rr]ecall\w*) (?:their|the|his|her|our)\b"
)
_HERE = re.compile(r"\b(?:here|здесь)\b(?! (?:is|are|was|were)\b)")
_MARGINS = re.compile(r"(?:on|at|in) the (?:margins?|sidelines) of\b")
# Letters after the turn of a sentence; a summit's city stands after the summit's name.
_NEAR, _BESIDE_OF = 40, 130
_BETWEEN_STOPS = 60
_PLACE = re.compile(r"[^,.(\d]*[^,.(\d\s]")
_ON_TO = re.compile(
    r"(?:[\s,;-]|\b(?:and|then|on|from|to|the|through|followed by|before|as well as)\b|[A-Z][a-z]++ (?=\d)|"
    r"\d++(?:st|nd|rd|th)?)++"
)
_DAY = len("2024-06-05")
_IN_THE_CITY = re.compile(r"\bin the (?:city|capital)\b")
_SAID_HERE = re.compile(
    r"\b(?:here in|[Ww]elcome (?:(?:all of )?you |everyone |\w+ (?:[A-Z][\w-]+ ){1,3})?(?:all |here |back )?to|"
    r"(?:видеть|приветствовать) [Вв]ас (?:здесь )?в|[Дд]обро пожаловать в) (?:the )?"
)
_CITY_HOSTS = re.compile(r" (?:has |is |will )?(?:also )?(?:host(?:s|ed|ing)?|welcom(?:es|ed))\b")
_SUMMIT_OF = re.compile(r" (?:summit|forum)\b")
_GUEST = 70
_VISITS = re.compile(
    r"\b(?:who (?:is|was|will|has)\b[^.;,]{0,20}\bvisit(?:ing|ed)?|who (?:is|was|will be) on (?:an?|his|her) "
    r"(?:[\w-]+ ){0,3}(?:visit|trip) to|(?:during|as part of) (?:an?|his|her|the) (?:[\w-]+ ){0,3}(?:visit|trip) to)"
    r"(?: the)? $|\bкотор\w\w (?:[\w-]+ ){0,3}?(?:посетит|посещает|посетил\w?) $"
)
_WAS_HOST = re.compile(r" (?:was|were|is|will be) the hosts?\b")
# "The account does not say in which city the delegations met": then no other sentence's city is the meeting's.
_NO_PLACE = re.compile(
    r"\b(?:does|do|did) not (?:say|tell|name|give)[^.;]{0,20}\b(?:which city|where|place)\b|"
    r"\b(?:no|nor) (?:place|city)\b[^.;]{0,20}$|\b(?:no|nor) (?:place|city) (?:is|was|are) (?:given|named)\b"
)


def find_seat(story: Story, scene: Scene, parties: Sequence[str], when: When | None) -> Place | None:
    """Where it was: in the sentence, else the dateline, else one about the talks, else the host's country."""
    passage = scene.passage
    if passage.of("virtual") or _says_no_place(story):
        return None
    reach = _BESIDE_OF if _MARGINS.match(passage.text, scene.trigger.cut) else _NEAR
    found = find_place(passage, passage.sentence.start, scene.trigger.cut + reach) or _of_dateline(story)
    found = found or _city_that_hosts(passage)
    if found:
        return found
    here = _here(story, parties) if scene.trigger.does != "visit" else None
    if here and here.city:
        return here
    host = find_country(passage, passage.sentence.start, scene.trigger.cut + 40, parties) or find_venue(
        passage.sentence.text
    )
    if host and scene.trigger.does != "visit":
        return Place(None, host)
    told = _told_elsewhere(story, scene, when) or here
    return told or _of_guest(scene, parties) or _of_report(story, scene, parties) or _host(story, scene, parties)


def _city_that_hosts(passage: Passage) -> Place | None:
    """The city that is said to host ("Lima hosted talks between …")."""
    cities = (a for a in passage.of("name") if a.value.kind == "city" and _CITY_HOSTS.match(passage.text, a.end))
    return next((Place(city.value.name, str(city.value.parties[0])) for city in cities), None)


def _here(story: Story, parties: Sequence[str]) -> Place | None:
    """Where a speaker says "here in …", or welcomes those who met to: a city or a country of one of them.

    Who meets virtually is "here" in as many places as there are sides.
    """
    if "virtual" in story.article.title.casefold() or "virtual" in story.article.text:
        return None
    for word in _SAID_HERE.finditer(story.article.text):
        for atom in _names_at(story, word.end()):
            if atom.value.kind in ("city", "country") and atom.value.parties[0] in parties:
                return Place(atom.value.name if atom.value.kind == "city" else None, str(atom.value.parties[0]))
    return None


def _names_at(story: Story, at: int) -> list[Atom]:
    """The name that begins at a character of the text, if any."""
    inside = (one for one in story.passages if one.sentence.start <= at < one.sentence.end)
    return [atom for passage in inside for atom in passage.of("name") if atom.start == at]


def _of_guest(scene: Scene, parties: Sequence[str]) -> Place | None:
    """The country that one of those who met was on a visit to ("who will visit Utopia", "during her trip to …")."""
    passage = scene.passage
    for atom in passage.of("name") if scene.trigger.does != "visit" else ():
        if atom.value.kind != "country" or atom.value.parties[0] not in parties:
            continue
        if _VISITS.search(passage.text, max(passage.sentence.start, atom.start - _GUEST), atom.start):
            return Place(None, str(atom.value.parties[0]))
    return None


def find_stops(scene: Scene) -> list[Atom]:
    """The cities and countries that a journey leads to one after the other, with no more than days between them."""
    found: list[Atom] = []
    for atom in scene.passage.of("name"):
        if atom.start < scene.trigger.till or atom.value.kind not in ("city", "country"):
            continue
        if found and atom.start - found[-1].end > _BETWEEN_STOPS:
            break
        if found and not _ON_TO.fullmatch(scene.passage.text, found[-1].end, atom.start):
            break
        found.append(atom)
    return found


def over_all(passage: Passage, when: When | None, at: int) -> When | None:
    """The days of a whole journey: from its first stop's first to its last stop's last, where each has its own."""
    days = [date for date in passage.dates if date.start and len(date.start) == _DAY and date.at > at]
    if when is None or when not in days:
        return when
    first, last = min(str(date.start) for date in days), max(date.end or str(date.start) for date in days)
    return When(when.at, when.till, when.sort, first, last if last > first else None)


def _says_no_place(story: Story) -> bool:
    """Whether the text itself says that it does not know the place."""
    return any(_NO_PLACE.search(passage.sentence.text.rstrip(".")) for passage in story.passages[: story.told])


def _told_elsewhere(story: Story, scene: Scene, when: When | None) -> Place | None:
    """The city of another sentence about the talks that names no other day, else the headline's."""
    before = story.passages[max(0, scene.number - 1) : scene.number]
    if _IN_THE_CITY.search(scene.passage.sentence.text):
        for other in before:
            near = find_place(other, other.sentence.start, None, "in")
            if near:
                return near
    for other in story.passages:
        text = other.sentence.text
        if other is scene.passage or not _TALKS_IN.search(text) or _EARLIER.search(text):
            continue
        if not _is_of_other_day(other, when):
            near = find_place(other, other.sentence.start, other.sentence.start + 160, "in")
            if near:
                return near
    named = _city_of_summit(story) if scene.trigger.does != "visit" else None
    if named:
        return named
    return next((near for line in story.headline if (near := find_place(line, 0, None))), None)


def _city_of_summit(story: Story) -> Place | None:
    """The city after which the text calls the summit that it reports ("the Lima summit ended with …")."""
    if "ummit" not in story.article.text:
        return None
    for passage in story.passages[: story.told]:
        for atom in passage.of("name") if not passage.dates else ():
            of = atom.value.kind == "city" and _SUMMIT_OF.match(passage.text, atom.end)
            if of and passage.text.endswith(("The ", "the "), 0, atom.start):
                return Place(atom.value.name, str(atom.value.parties[0]))
    return None


def _is_of_other_day(passage: Passage, when: When | None) -> bool:
    """Whether a sentence tells of a round on another day, or of one to come."""
    if passage.of("next"):
        return True
    told = [date for date in passage.dates if date.start]
    return when is not None and bool(told) and not any(agree(date.start, when.start) for date in told)


def _of_dateline(story: Story) -> Place | None:
    for passage in story.passages[:2]:
        text = passage.sentence.text
        cities = [a for a in passage.of("name") if a.value.kind == "city"]
        if cities and (is_dateline(text) or (len(text) < 40 and passage.sentence.start == 0)):
            return Place(cities[-1].value.name, cities[-1].value.parties[0])
        if is_dateline(text) and find_venue(text):
            return Place(None, find_venue(text))
    return None


def _of_report(story: Story, scene: Scene, parties: Sequence[str]) -> Place | None:
    """The city in a wire's dateline, for talks told as held "here", or that very day and in one side's country.

    A dateline says where a report was written, so that alone it is no meeting's place.
    """
    text = story.passages[0].text if story.passages else ""
    head = dateline_end(text)
    city = _city_of_dateline(text[:head], story.article.language)
    told = scene.passage
    if city is None or any(a.value.kind == "city" and a.start >= head for a in told.of("name")):
        return None
    published = story.article.published_on
    then = any(when.start == published and len(published or "") == len("2024-06-05") for when in told.dates)
    is_here = _HERE.search(told.text, max(head, told.sentence.start), told.sentence.end) is not None
    return city if is_here or (then and city.country in parties) else None


def _city_of_dateline(dateline: str, language: Language) -> Place | None:
    """The city that a dateline begins with, in letters of any size."""
    words = _PLACE.match(dateline)
    known = load_world(language).names.get(words[0].title()) if words else None
    return Place(known.name, str(known.parties[0])) if known and known.kind == "city" else None


def _host(story: Story, scene: Scene, parties: Sequence[str]) -> Place | None:
    """Who receives, or is called the host in the next sentence, is at home."""
    host = _named_host(story, scene) if scene.trigger.does != "receive" else _receiver(story, scene)
    return Place(None, host) if host in parties and len(host or "") == 2 else None


def _receiver(story: Story, scene: Scene) -> str | None:
    before = [p for start, _, p in story.people_in(scene.number) if start < scene.trigger.at]
    named = named_parties(scene.passage, scene.passage.sentence.start, scene.trigger.at)
    return next((p.party for p in before if p.party), None) or (named[0] if named else story.home)


def _named_host(story: Story, scene: Scene) -> str | None:
    for passage in story.passages[scene.number + 1 : scene.number + 3]:
        told = _WAS_HOST.search(passage.text, passage.sentence.start, passage.sentence.end)
        names = [a for a in passage.of("name") if told and a.end <= told.start() and a.value.kind != "city"]
        if names and len(names[0].value.parties) == 1:
            return str(names[0].value.parties[0])
    return None
