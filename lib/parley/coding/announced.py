"""Meetings to come that an article speaks of: the next round, a seminar, a visit, a dialogue on a journey."""

import re
from collections.abc import Iterator, Sequence

from parley.coding.atoms import Atom
from parley.coding.attendance import ON_BEHALF
from parley.coding.dates import When
from parley.coding.forward import looked_forward_to
from parley.coding.mentioned import Aside, date_between, is_ahead, mentioned, series_of
from parley.coding.parties import joined, named_parties
from parley.coding.passages import Passage
from parley.coding.places import Place, find_place
from parley.coding.rare import Rare
from parley.coding.registry import series_called, series_of_any_round
from parley.coding.rounds import Round
from parley.coding.series import Format
from parley.coding.story import Story
from parley.model import Meeting

_NEXT_ROUND = Rare(
    r"\b(?:[Nn]ext|[Uu]pcoming|[Ff]orthcoming)(?: [\w-]+){0,3}? "
    r"(?:meeting|round|session|iteration|edition|dialogue|consultations|talks|plenary)\b"
    r"|\b(?:[Сс]ледующ|[Оо]чередн)\w+(?: [\w-]+){0,2}? (?:раунд|встреч|заседани|консультаци|сесси|переговор)\w*",
    *("ext ", "pcoming ", "orthcoming ", "ледующ", "чередн"),
)
_OTHERS = re.compile(r" (?:of|with|between) (?:the )?[A-Z]")
_EVENTS = ("workshop", "seminar", "conference", "symposium", "webinar", "training course", "roundtable", "forum")
_WORKSHOP = Rare(rf"\b(?:{'|'.join(_EVENTS)})\b", *_EVENTS)
_KINDS = {"workshop": "other", "training course": "other", "roundtable": "other", "webinar": "other"}
_WILL_HOST = re.compile(r" will (?:soon |also )?host\b")
_AGREED_ON = re.compile(
    r"\b(?:agreed|plans?|planned|intends?|decided)\b[^.;]{0,60}\b(?:on|for|hold|organi[sz]e|host) (?:an?|the)\b"
)
_ATTENDS = Rare(
    r"\bwill (?:take part|participate) in\b|\bconfirmed (?:his|her|their) (?:participation|attendance)\b|"
    r"\b(?:примет|примут) участие\b|\bподтвердил\w? (?:своё|свое) участие\b|"
    r"\bпринял\w? приглашение (?:посетить|принять участие)\b",
    *("will ", "confirmed ", "примут ", "примет ", "подтвердил", "принял"),
)
_CURRENT = Rare(r"\b(?:visit|trip)\b[^.;]{0,90}\bcurrently\b", "currently")
_GOES_TO = re.compile(
    r"\bwill\b.*\b(?:participate|take part|(?:co-)?(?:lead|chair|open)|launch|attend|hold|join|host|convene)\b"
)
_CONFERENCE = Rare(
    r"\bwill(?: also| then)? (?:participate in|take part in|attend|speak at|join|co-host|lead[^.;]{3,40} (?:to|at)) "
    r"(?:an?|the)\b[^.;]{0,80}?\b(?:[Cc]onference|[Ff]orum|[Ss]ymposium|[Ss]eminar)\b",
    *("onference", "orum", "ymposium", "eminar"),
)
_BESIDE = 40
_MONTH = len("2024-05")


def announced_meetings(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """Every meeting to come that the sentence places in time or space."""
    text = passage.sentence.text
    if _NEXT_ROUND.search(text):
        yield from _next_round(story, number, passage, own)
    if _WORKSHOP.search(text):
        yield from _workshop(story, number, passage, own)
    if _ATTENDS.search(text):
        yield from _attendance(story, number, passage, own)
    yield from looked_forward_to(story, number, passage, own)
    if _CURRENT.search(text):
        yield from _going_on(story, number, passage, own)
    if own.kind == "visit" and own.status == "planned":
        yield from _on_the_way(story, number, passage, own)
    if own.kind == "visit" and _CONFERENCE.search(text):
        yield from _at_conference(story, number, passage, own)


def _next_round(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """The next round of the format just told, with its day or place."""
    told = _NEXT_ROUND.pattern.search(passage.text, passage.sentence.start, passage.sentence.end)
    if told is None or _OTHERS.match(passage.text, told.end()) or own.kind in ("call", "visit"):
        return
    when = date_between(passage, told.end(), told.end() + 90) or date_between(passage, told.start() - 40, told.start())
    if when and not _may_be_ahead(story, when):
        return
    place = find_place(passage, told.end(), told.end() + 90, "in")
    others = set(named_parties(passage, passage.sentence.start, passage.sentence.end)) - set(own.parties)
    if (when is None and place is None) or others:
        return
    known = series_of_any_round(passage, story, own.parties, when.start if when else None)
    round_ = Round(known.name, known.series.id) if known else series_of(own, passage, told.start())
    yield mentioned(story, number, Aside(own.kind, "planned", own.parties, when, place, (), round_), "announced:round")


def _may_be_ahead(story: Story, when: When) -> bool:
    """Whether a date lies after publication, or is but the month or the year of it."""
    published = story.article.published_on or ""
    start = when.start or ""
    return is_ahead(story, when) or (len(start) < len("2024-01-01") and published.startswith(start))


def _workshop(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A seminar or the like that one side will host, or on which both agreed."""
    text, sentence = passage.text, passage.sentence
    event = _WORKSHOP.pattern.search(text, sentence.start, sentence.end)
    if event is None:
        return
    hosts = [a for a in passage.of("name") if a.value.kind == "country" and _WILL_HOST.match(text, a.end)]
    host = next((a for a in hosts if abs(a.start - event.end()) < 60), None)
    when = date_between(passage, event.end(), event.end() + 60)
    agreed = _AGREED_ON.search(text, sentence.start, event.start())
    if host is None and not (agreed and when and _may_be_ahead(story, when)):
        return
    place = find_place(passage, event.end(), event.end() + 60, "in")
    if host and place is None:
        place = Place(None, str(host.value.parties[0]))
    kind = _KINDS.get(event.group(), "forum")
    yield mentioned(story, number, Aside(kind, "planned", own.parties, when, place), "announced:workshop")


def _attendance(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """Somebody's coming to an event in another state's city."""
    people = list({id(person): person for _, _, person in story.people_in(number)}.values())
    place = find_place(passage, passage.sentence.start, None, "in")
    if len(people) != 1 or place is None or place.country is None or people[0].party in (None, place.country):
        return
    parties = joined([people[0].party], [place.country])
    when = date_between(passage, passage.sentence.start, passage.sentence.end)
    if when and not is_ahead(story, when):
        return
    if own.kind == "visit" and set(own.parties) == set(parties):
        return
    ordered = own.parties if set(own.parties) == set(parties) else parties
    yield mentioned(story, number, Aside("visit", "planned", ordered, when, place, people), "announced:attendance")


def _going_on(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A journey during which the meeting took place: "a trip that a delegation is currently undertaking in Peru"."""
    host = next(
        (a for a in _countries(passage) if passage.text[: a.start].endswith((" in ", " in the ", " to "))), None
    )
    guests = [a for a in passage.of("name") if a.value.kind in ("country", "people") and a is not host]
    if host is None or not guests or own.kind == "visit" or not own.start:
        return
    parties = joined(guests[0].value.parties[:1], host.value.parties[:1])
    if len(parties) > 1:
        month = When(0, 0, "near", own.start[:_MONTH])
        place = Place(None, str(host.value.parties[0]))
        yield mentioned(story, number, Aside("visit", "held", parties, month, place), "announced:journey")


def _on_the_way(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A standing dialogue that is held on a journey to come."""
    for format_ in passage.formats:
        sides = set(format_.parties)
        if not sides and format_.kind == "ministerial":
            yield from _ministerial(story, number, passage, format_, own)
        if not (format_.standing and format_.kind == "dialogue" and len(sides) > 1):
            continue
        if (story.home and story.home not in sides) or (sides == set(own.parties) and own.series):
            continue
        if not _GOES_TO.search(passage.text, passage.sentence.start, format_.at):
            continue
        when = date_between(passage, format_.at, format_.till + 40) or _only_before(passage, format_.at) or _within(own)
        known = series_called(format_.bare, format_.parties, when.start if when else None, story.book)
        edition = format_.edition
        round_ = Round(format_.name, known.id if known else None, edition, "stated" if edition else None)
        people = [person for start, _, person in story.people_in(number) if start < format_.at]
        place = _on_the_way_to(story, passage, format_.parties, own)
        aside = Aside("dialogue", "planned", format_.parties, when, place, people, round_)
        yield mentioned(story, number, aside, "announced:on-the-way")


def _at_conference(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """A conference on a journey, in a city that the sentence names: of those who travel with its host."""
    told = _CONFERENCE.pattern.search(passage.text, passage.sentence.start, passage.sentence.end)
    place = find_place(passage, passage.sentence.start, None, "in to")
    if told is None or place is None or place.city is None or own.place == place.city:
        return
    when = date_between(passage, passage.sentence.start, passage.sentence.end) or _within(own)
    people = [person for start, _, person in story.people_in(number) if start < told.start()]
    parties = joined([story.home], [place.country])
    if len(parties) > 1 and not passage.formats:
        aside = Aside("forum", "planned", parties, when, place, people)
        yield mentioned(story, number, aside, "announced:on-the-way")


def _ministerial(story: Story, number: int, passage: Passage, format_: Format, own: Meeting) -> Iterator[Meeting]:
    """A ministerial of no side's name that is held on a journey, between those who the sentence says will be there."""
    when = date_between(passage, format_.at, format_.till + _BESIDE)
    if when is None or not _GOES_TO.search(passage.text, passage.sentence.start, format_.at):
        return
    people = [
        person
        for start, _, person in story.people_in(number)
        if start < format_.at and not ON_BEHALF.search(passage.text[max(0, start - 90) : start])
    ]
    parties = joined(person.party for person in people)
    if len(parties) > 1:
        edition = format_.edition
        round_ = Round(format_.name, None, edition, "stated" if edition else None)
        place = Place(own.place, own.country) if own.country in parties else None
        aside = Aside("ministerial", "planned", parties, when, place, people, round_)
        yield mentioned(story, number, aside, "announced:on-the-way")


def _only_before(passage: Passage, at: int) -> When | None:
    """The date before a character of the text, where the sentence gives no other."""
    return passage.dates[0] if len(passage.dates) == 1 and passage.dates[0].start and passage.dates[0].at < at else None


def _on_the_way_to(story: Story, passage: Passage, parties: Sequence[str], own: Meeting) -> Place | None:
    """Where the journey leads in this sentence: a city, else the country of the other side."""
    found = find_place(passage, passage.sentence.start, None, "in to")
    others = [a.value.parties[0] for a in _countries(passage) if a.value.parties[0] in parties]
    host = next((party for party in others if party != story.home), None)
    if found is None and host and own.country == host:
        return Place(own.place, own.country)  # The one city that the journey leads to.
    return found or (Place(None, str(host)) if host else None)


def _within(own: Meeting) -> When | None:
    """What is known of a day within a journey: its month, or its year where it runs over two."""
    if not own.start:
        return None
    end = own.end or own.start
    if own.start == end:
        return When(0, 0, "near", own.start)
    same = [n for n in (_MONTH, len("2024")) if own.start[:n] == end[:n]]
    return When(0, 0, "near", own.start[: same[0]]) if same else None


def _countries(passage: Passage) -> list[Atom]:
    return [a for a in passage.of("name") if a.value.kind == "country"]
