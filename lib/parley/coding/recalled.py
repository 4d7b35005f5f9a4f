"""Meetings of the past that an article speaks of: "during their talks in Riga in May", "the May NATO summit"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.codebook.organs import organ_called, sessions
from parley.coding.atoms import Atom
from parley.coding.dates import When, agree
from parley.coding.kinds import kind_of
from parley.coding.mentioned import Aside, date_between, is_ahead, mentioned
from parley.coding.parties import BODIES, joined, named_parties
from parley.coding.passages import Passage
from parley.coding.people import Person
from parley.coding.places import Place, find_place
from parley.coding.rare import Rare
from parley.coding.registry import series_of_any_round, spans_of_whole_names
from parley.coding.rounds import Round
from parley.coding.story import Story
from parley.model import Meeting, MeetingStatus

_TALKS = ("bilateral", "call", "negotiation", "summit")
# Whose talks: "her meeting", "their talks", "the Minister's call", "the December 7 call".
_WHOSE = re.compile(
    r"\b(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)(?: [\w.-]+){0,3} $|(?P<owner>'s?)(?: [\w.-]+){0,3} $"
)
_BETWEEN = re.compile(r" (?:in [A-Z]\w+ )?between\b")
_WITH = re.compile(r" (?:in [A-Z][\w.]+(?: [A-Z]\w+)? )?with\b")
_SIGNED = Rare(
    r"\b(?:was|were) (?:negotiated and )?signed\b|\bподписан(?:а|о|ы|ного|ной|ных)?\b", " signed", "подписан"
)
_SINCE = re.compile(r"\bfirst (?:time|such|[\w-]+) (?:[\w-]+ ){0,5}since $")
_MEETING = re.compile(r"\b(?:meeting|talks|visit)\b")
_BREAK = re.compile(r"[;:]|, (?:and|but|which|where|as)\b")
_REACH = 110
_BESIDE = 16
_SESSIONS = ("summit", "forum", "ministerial")
_JOINED = re.compile(r"-| - ")
_YEAR = re.compile(r"\b((?:19|20)\d\d) $")
TO_COME = re.compile(
    r"\b(?:to be held|will (?:be|take|begin|host|gather)|due to|upcoming|forthcoming|preparations? for|plans for|"
    r"ahead of|looks? forward|looking forward|in the (?:run|lead)-?up)\b|"
    r"\b(?:предстоящ|подготовк|состоится|состоятся|пройд[её]т|запланирован)"
)
_COP = re.compile(r"\bCOP-?(\d\d)\b")
_COP_MONTH = "-11"
_OPENING = 2  # Sentences in which an article says what it reports.
_MARGINS = re.compile(r"\b(?:margins?|sidelines) of(?: the)?(?: [\w-]+){0,2} $")


@dataclass(frozen=True, slots=True)
class _Session:
    """A named session of an organisation at `[at, till)`."""

    at: int
    till: int
    name: str
    kind: str
    parties: tuple[str, ...]
    edition: int | None
    is_listed: bool = False
    """Whether a list knows it, and not the words around it alone."""


def recalled_meetings(story: Story, number: int, passage: Passage, own: Meeting | None) -> Iterator[Meeting]:
    """Every meeting of the past that the sentence places in time or space."""
    for atom in passage.of("events"):
        if own and atom.value in _TALKS and passage.text[atom.start].islower():
            yield from _talks(story, number, passage, atom, own)
    for session in _sessions(passage):
        is_of_own = own and own.evidence.start == passage.sentence.start and session.kind == own.kind
        if is_of_own and session.is_listed and not _is_beside(passage, session):
            continue  # The session that the article reports.
        yield from _of_body(story, number, passage, session, own)
    if _SIGNED.search(passage.sentence.text):
        yield from _signing(story, number, passage)
    if own:
        yield from _last_before(story, number, passage, own)


def _talks(story: Story, number: int, passage: Passage, event: Atom, own: Meeting) -> Iterator[Meeting]:
    """Talks that somebody had on another day: "during her meeting with President Roe on January 27"."""
    text = passage.text
    low = max(passage.sentence.start, event.start - 60)
    whose = _WHOSE.search(text, low, event.start)
    between = _BETWEEN.match(text, event.end)
    if not whose and not between:
        return
    stop = _BREAK.search(text, event.end, min(event.end + _REACH, passage.sentence.end))
    high = stop.start() if stop else min(event.end + _REACH, passage.sentence.end)
    when = date_between(passage, event.end, high) or date_between(passage, event.start - 25, event.start)
    if when is None or agree(when.start, own.start) or is_ahead(story, when):
        return
    people, parties = _sides(story, number, passage, event, high, own)
    if len(parties) < 2:
        return
    place = None if event.value == "call" else find_place(passage, event.end, high + 30, "in")
    kind = "call" if event.value == "call" else kind_of("meet", [], parties, people, "")
    yield mentioned(story, number, Aside(kind, "held", parties, when, place, people), "recalled:talks")


def _sides(
    story: Story, number: int, passage: Passage, event: Atom, high: int, own: Meeting
) -> tuple[list[Person], tuple[str, ...]]:
    """Who met: those named after "with" or "between", and the one whose meeting it was."""
    text, named = passage.text, story.people_in(number)
    after = _once(p for start, _, p in named if event.end <= start < high)
    if _BETWEEN.match(text, event.end):
        return after, joined((p.party for p in after), named_parties(passage, event.end, high))
    whose = _WHOSE.search(text, max(passage.sentence.start, event.start - 60), event.start)
    if whose and (whose["pronoun"] or "").lower() in ("their", "our") and not _WITH.match(text, event.end):
        return [], own.parties
    if not _WITH.match(text, event.end):
        return [], ()
    before = [p for start, _, p in named if start < event.start][-1:]
    first = before or [p for p in story.people if p.party == story.home and p.names_in(-1)][:1]
    parties = joined((p.party for p in first), (p.party for p in after), named_parties(passage, event.end, high))
    if len(parties) == 1 and after and parties[0] in own.parties:
        parties = own.parties
    return [*first, *after], parties


def _once(people: Iterable[Person]) -> list[Person]:
    """Each person once, though a page names them twice."""
    return list({id(person): person for person in people}.values())


def _of_body(story: Story, number: int, passage: Passage, session: _Session, own: Meeting | None) -> Iterator[Meeting]:
    """The summit or forum of an organisation, with its day or place: "the February 25 NATO summit"."""
    if own and set(session.parties) <= set(own.parties) and own.kind == session.kind:
        return
    spans = spans_of_whole_names(passage, story.book) if len(session.parties) == 1 else ()
    if any(low <= session.at < high for low, high in spans):
        return  # "The summit of the European Union and Central Asia" is none of one organisation.
    when, place = _day_of(passage, session), find_place(passage, session.till, session.till + 40, "in")
    place = place or _city_before(passage, session.at)
    if own and own.place and own.start and _is_beside(passage, session):
        place, when = place or Place(own.place, own.country), when or When(0, 0, "year", own.start[: len("2024")])
    status = _status(story, passage, session, when)
    is_told = own is None and status == "held" and session.is_listed and session.kind != "forum" and number < _OPENING
    if is_told and when is None and place and story.article.published_on:
        when = When(0, 0, "today", story.article.published_on[: len("2024-01-09")])
    if when is None and (place is None or own is None):
        return
    named = _round_of(story, passage, session, when)
    aside = Aside(session.kind, status, session.parties, when, place, (), named)
    yield mentioned(story, number, aside, "recalled:body", focal=is_told)


def _round_of(story: Story, passage: Passage, session: _Session, when: When | None) -> Round:
    """The series and round of a session: one organisation's own, or one of the registry's between its many sides."""
    edition = session.edition or _ordinal_before(passage, session.at)
    if len(session.parties) == 1:
        return Round(session.name, None, edition, "stated" if edition else None)
    known = series_of_any_round(passage, story, session.parties, when.start if when else None)
    if known is None:
        return Round()
    edition = edition or known.edition
    return Round(known.name, known.series.id, edition, "stated" if edition else None)


def _day_of(passage: Passage, session: _Session) -> When | None:
    """The date right before a session's name, or soon after it; else the year before the name."""
    before = [
        when
        for when in passage.dates
        if when.start and 0 <= session.at - when.till <= _BESIDE and " and " not in passage.text[when.till : session.at]
    ]
    year = _YEAR.search(passage.text, max(passage.sentence.start, session.at - 8), session.at)
    alone = When(year.start(1), year.end(1), "year", year[1]) if year else None
    return next(iter(before), None) or alone or date_between(passage, session.till, session.till + 60)


def _is_beside(passage: Passage, session: _Session) -> bool:
    """Whether something was held on the margins of the session, and so while it was going on."""
    return _MARGINS.search(passage.text, max(passage.sentence.start, session.at - 50), session.at) is not None


def _status(story: Story, passage: Passage, session: _Session, when: When | None) -> MeetingStatus:
    """Planned where its day is to come, or where no day is told and the words around speak of what is to come."""
    if when and len(when.start or "") > len("2024-01"):
        return "planned" if is_ahead(story, when) else "held"
    low, high = max(passage.sentence.start, session.at - 60), min(session.till + 60, passage.sentence.end)
    ahead = TO_COME.search(passage.text, low, high) or (when and is_ahead(story, when))
    if session.name == "COP" and when is None:
        ahead = _cop_of(session.edition or 0) > (story.article.published_on or "")
    return "planned" if ahead else "held"


def _sessions(passage: Passage) -> Iterator[_Session]:
    """The sessions of organisations that a sentence names: in capitals, or by the word beside the organisation."""
    for format_ in passage.formats:
        bodies = [a for a in passage.of("name") if format_.at <= a.start < format_.till]
        alone = len(bodies) == 1 and bodies[0].value.kind in BODIES and len(bodies[0].value.parties) == 1
        if alone and format_.standing and format_.kind in _SESSIONS:
            parties = bodies[0].value.parties
            yield _Session(format_.at, format_.till, format_.name, format_.kind, parties, format_.edition)
    for event in passage.of("events"):
        body = _body(passage, event) if event.value in _SESSIONS else None
        covered = any(format_.at <= event.start < format_.till for format_ in passage.formats)
        if body is None or covered or passage.text[event.end - 1] == "s":
            continue
        first = next((a for a in passage.of("name") if _JOINED.fullmatch(passage.text, a.end, body.start)), None)
        parties = joined(first.value.parties if first else (), body.value.parties)
        name = " ".join(passage.text[at.start : at.end] for at in (body, event))
        low, high = min((first or body).start, event.start), max(body.end, event.end)
        yield _Session(low, high, name, event.value, parties, None)
    yield from _of_organs(passage)


def _of_organs(passage: Passage) -> Iterator[_Session]:
    """Sessions of an organ that a list knows, and climate conferences by their number."""
    low, high, text = passage.sentence.start, passage.sentence.end, passage.sentence.text
    for told in sessions().finditer(passage.text, low, high) if "ouncil" in text or "овет" in text else ():
        organ = organ_called(told["en"] or told["en2"] or told["ru"])
        yield _Session(told.start(), told.end(), organ.name, organ.kind, (organ.party,), None, True)
    for told in _COP.finditer(passage.text, low, high) if "COP" in text else ():
        yield _Session(told.start(), told.end(), "COP", "forum", ("UN",), int(told[1]), True)


def _cop_of(number: int) -> str:
    """When a climate conference began: each November since 1995, and one year left out before the 26th."""
    return f"{1994 + number + (number > 25)}{_COP_MONTH}"


def _body(passage: Passage, event: Atom) -> Atom | None:
    """The organisation right before "summit", or after "summit of"."""
    for atom in passage.of("name"):
        if atom.value.kind in BODIES and (
            atom.end + 1 == event.start or passage.text[event.end : atom.start] in (" of ", " of the ")
        ):
            return atom
    return None


def _city_before(passage: Passage, low: int) -> Place | None:
    """The city that a session is called by ("the Lisbon summit of the OSCE")."""
    cities = (a for a in passage.of("name") if a.value.kind == "city" and a.end + 1 == low)
    return next((Place(a.value.name, str(a.value.parties[0])) for a in cities), None)


def _ordinal_before(passage: Passage, low: int) -> int | None:
    return next((int(a.value) for a in passage.of("ordinals") if a.end + 1 == low), None)


def _signing(story: Story, number: int, passage: Passage) -> Iterator[Meeting]:
    """An agreement signed on a day in a city: both sides met there, if only to sign."""
    signed = _SIGNED.pattern.search(passage.text, passage.sentence.start, passage.sentence.end)
    if signed is None:
        return
    when = date_between(passage, signed.end(), signed.end() + 60)
    place = find_place(passage, signed.end(), signed.end() + 60, "in")
    parties = _of_agreement(passage, signed.start())
    if when and place and len(parties) > 1 and len(when.start or "") == len("2024-01-09") and not is_ahead(story, when):
        yield mentioned(story, number, Aside("other", "held", parties, when, place), "recalled:signing")


def _of_agreement(passage: Passage, till: int) -> tuple[str, ...]:
    """The parties named before the signing, in any place: "the agreement between Peru and Chile on …"."""
    return joined(
        party
        for atom in passage.of("name")
        if atom.start < till and atom.value.kind != "city"
        for party in atom.value.parties
    )


def _last_before(story: Story, number: int, passage: Passage, own: Meeting) -> Iterator[Meeting]:
    """The last meeting before a long pause: "the first time since 2005 that ministers of the two states met"."""
    for when in passage.dates:
        since = when.sort == "year" and _SINCE.search(passage.text, max(passage.sentence.start, when.at - 70), when.at)
        if since and _MEETING.search(passage.sentence.text) and not agree(when.start, own.start):
            kind = "visit" if own.kind == "visit" else "bilateral"
            yield mentioned(story, number, Aside(kind, "held", own.parties, _year(when)), "recalled:since")


def _year(when: When) -> When:
    return When(when.at, when.till, "year", when.start)
