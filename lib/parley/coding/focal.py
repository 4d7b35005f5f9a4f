"""The meeting that an article reports, with all its fields."""

import re
from collections.abc import Sequence

from parley.codebook.organs import Organ, named_session
from parley.coding.atoms import Atom
from parley.coding.attendance import find_participants
from parley.coding.bodies import counted_up, names_summit, nth_session, summit_of
from parley.coding.dates import When
from parley.coding.days import find_day
from parley.coding.kinds import kind_of, of_series
from parley.coding.mentioned import Aside, mentioned
from parley.coding.parties import also_held_with, joined, named_parties
from parley.coding.passages import Passage
from parley.coding.people import HEADLINE, Person
from parley.coding.places import Place
from parley.coding.registry import named_wholly
from parley.coding.rounds import Round, find_round
from parley.coding.scenes import Scene
from parley.coding.seats import find_seat, find_stops, over_all
from parley.coding.series import Format
from parley.coding.story import Story
from parley.model import Meeting, MeetingKind, MeetingStatus

_MANY = 2
_OPENING = 3  # Sentences in which a report says which session it was.
_FURTHER_SIDES = re.compile(
    r"\b(?:leaders|heads|representatives|presidents|ministers|delegations?|counterparts?|officials|ambassadors?|governments)\b"
)
_OUR_DELEGATION = re.compile(
    r"\b(?:[Tt]he|[Oo]ur) (?:[Ii]nter-?agency )?delegation (?:was |is )?(?:led|headed|chaired) by\b"
)
_PURPOSE = re.compile(
    r",? where\b|"
    r"\bto (?!the\b|then\b|nearby\b|\w+ing\b)[a-z]{3,} |"
    r"\bfor (?:[a-z-]+ )?(?:consultations|talks|discussions|meetings|the|a|an)\b"
)
_AGAINST = re.compile(r"\b(?:against|on|about)(?: the)? $")
_DEED = re.compile(
    r"'s? (?:\w+ ){0,3}?(?:[Ww]ar|[Aa]ggression|[Ii]nvasion|[Aa]ttacks?|[Ll]aunch(?:es)?|[Cc]rackdown|[Ss]trikes?)\b"
)


def reported_meeting(story: Story, scene: Scene) -> Meeting:
    """The article's own meeting, put together from the sentence that reports it, the headline and the rest."""
    people = find_participants(story, scene)
    formats = _formats(story, scene)
    parties = _parties(story, scene, formats, people)
    organ = _organ(story, scene)
    for person in people if organ else ():
        # Where an organisation meets, those without a state are the outlet's own ministers.
        person.party = person.party or story.home
    settle_sides(story, people, parties, scene)
    parties = joined(parties, (person.party for person in people)) if len(parties) < 2 else parties
    called = scene.trigger.does == "call"
    round_ = find_round(story, scene.number, formats, parties, _date_text(story, scene), counted=not called)
    does = "dialogue" if round_.kind == "dialogue" else scene.trigger.does
    texts = (story.article.text[scene.passage.sentence.start : scene.trigger.cut], story.article.title)
    kind = kind_of(does, formats, parties, people, _told(story, scene))
    kind = of_series(kind, round_.series_id, story.book.series, texts)
    if organ and round_.series_id is None:
        nth = round_.edition or next(filter(None, map(nth_session, story.passages[:_OPENING])), None)
        round_ = Round(organ.name, None, nth, round_.basis or ("stated" if nth else None))
        kind = organ.kind  # type: ignore[assignment]
        parties = (organ.party,) if set(parties) <= {story.home, organ.party} else parties
    elif kind in ("other", "bilateral"):
        kind = _level(story, scene, parties) or kind
    when, _ = find_day(story, scene)
    place = find_seat(story, scene, parties, when) or _only_destination(scene, kind, parties)
    stops = find_stops(scene) if kind == "visit" and scene.trigger.does == "visit" else []
    if len({stop.value.parties for stop in stops}) > 1:
        place, when = None, over_all(scene.passage, when, stops[0].start)
    told = Aside(
        kind,
        _status(story, scene, when),
        parties,
        when,
        None if kind == "call" else place,
        people,
        round_,
    )
    return mentioned(story, scene.number, told, f"scene:{scene.trigger.does}", focal=True)


def _organ(story: Story, scene: Scene) -> Organ | None:
    """The organ whose session the article reports, by its headline or its sentence."""
    if scene.trigger.does == "call":
        return None
    told = next((told for line in story.headline if (told := named_session(line.text))), None)
    told = told or named_session(scene.passage.sentence.text)
    if told or scene.trigger.does == "visit":
        return told
    return next((told for line in story.headline if (told := summit_of(line))), None)


def _level(story: Story, scene: Scene, parties: Sequence[str]) -> MeetingKind | None:
    """The level at which many met: as their heads or ministers are counted up, or as the headline calls it."""
    if scene.trigger.does == "call":
        return None
    counted = counted_up(scene.passage) if len(parties) > _MANY else None
    if counted and {*counted.parties} <= {*parties}:
        return counted.kind
    return "summit" if any(map(names_summit, story.headline)) else None


def _status(story: Story, scene: Scene, when: When | None) -> MeetingStatus:
    """As the verb tells, but a day after publication is still to come ("looks forward to welcoming … on Friday")."""
    published = story.article.published_on
    ahead = when and when.start and published and when.start > published[: len(when.start)]
    return "planned" if ahead and scene.trigger.status == "held" else scene.trigger.status


def _told(story: Story, scene: Scene) -> str:
    """The sentence that tells of the meeting, with the headline where only that names it."""
    return scene.passage.sentence.text + ("" if scene.trigger.dated else f" {story.article.title}")


def _formats(story: Story, scene: Scene) -> list[Format]:
    """The formats that the scene and the headline name, the scene's first."""
    found = [f for f in scene.passage.formats if f.standing and f.at < scene.trigger.cut]
    found += [f for passage in story.headline for f in passage.formats if f.standing]
    return found


def _parties(story: Story, scene: Scene, formats: Sequence[Format], people: Sequence[Person]) -> tuple[str, ...]:
    for format_ in formats:
        if len(format_.parties) > 1:
            return format_.parties
    whole = _of_series(story, scene)
    if whole:
        return whole
    sentence = scene.passage.sentence
    named = named_parties(scene.passage, sentence.start, scene.trigger.cut)
    if scene.trigger.at == scene.trigger.till and _headline_sides(story):
        named = []  # Only the headline tells of the meeting: whom the sentence names besides is what was spoken of.
    if scene.trigger.does == "visit":
        named += _destinations(scene)
    if len(joined(named, (p.party for p in people))) < 2:
        for passage in story.headline:
            named += named_parties(passage, 0, len(passage.text)) or _between(passage)
    if scene.trigger.does == "visit" and story.home and people and people[0].party is None:
        named = [story.home, *named]  # Who travels and is of no state named is the outlet's own.
    if len(joined(named, (p.party for p in people))) > _MANY and scene.trigger.does in ("call", "meet"):
        named = _at_table(story, scene, named, people)
    if len(named) > _MANY:
        return joined(named, (person.party for _, _, person in story.people_in(scene.number)))
    found = joined((person.party for person in people), named)
    also = also_held_with(story)
    if also:
        found = tuple(party for party in found if party != also[0])
    if story.home and story.home not in found and (len(found) < _MANY or (not people and also)):
        found = (story.home, *found)
    return found


def _at_table(story: Story, scene: Scene, named: list[str], people: Sequence[Person]) -> list[str]:
    """The parties named up to the last of those who met, where these are two or more; the rest is a subject."""
    passage = scene.passage
    ends = {id(person): end for _, end, person in story.people_in(scene.number) if person in people}
    last = max(ends.values(), default=0)
    if len(ends) < _MANY or _FURTHER_SIDES.search(passage.text, last, scene.trigger.cut):
        return named
    return named_parties(passage, passage.sentence.start, last)


def _headline_sides(story: Story) -> bool:
    """Whether the headline names two sides by their people or themselves."""
    named = (named_parties(passage, 0, len(passage.text)) for passage in story.headline)
    return len(joined((person.party for person in story.headline_people()), *named)) > 1


def _of_series(story: Story, scene: Scene) -> tuple[str, ...]:
    """The parties of a series named in full in the sentence; for a journey, also in the headline or the next one."""
    passages = [(scene.passage, scene.trigger.cut)]
    if scene.trigger.does == "visit":
        further = (*story.headline, *story.passages[scene.number + 1 : scene.number + 2])
        passages += [(passage, passage.sentence.end) for passage in further]
    series = named_wholly(passages, story.book, story.article.published_on)
    return series.parties if series else ()


def _destinations(scene: Scene) -> list[str]:
    """The countries travelled to; those of a further clause are what the journey is about."""
    passage = scene.passage
    turn = _PURPOSE.search(passage.text, scene.trigger.till, passage.sentence.end)
    till = turn.start() if turn else passage.sentence.end
    countries = [a for a in passage.of("name") if a.value.kind in ("country", "city") and a.start < till]
    return [
        a.value.parties[0]
        for a in countries
        if not any(t.first <= a.start < t.last for t in passage.titles) and not passage.text.startswith("'", a.end)
    ]


def _only_destination(scene: Scene, kind: str, parties: Sequence[str]) -> Place | None:
    """The country of a journey that leads to one country alone, and whose city is not told."""
    to = set(_destinations(scene)) if kind == "visit" and scene.trigger.does == "visit" else set()
    host = next(iter(to)) if len(to) == 1 else None
    return Place(None, host) if host in parties and len(parties) == _MANY else None


def _between(passage: Passage) -> list[str]:
    """The parties that a headline names in any place, but for those whose war or deed it is about."""
    named = [atom for atom in passage.of("name") if atom.value.kind != "city"]
    return [party for atom in named if not _is_subject(passage.text, atom) for party in atom.value.parties]


def _is_subject(text: str, atom: Atom) -> bool:
    """Whether a headline speaks about a country, and not of its people ("on Utopia's war against Ruritania")."""
    return bool(_AGAINST.search(text[max(0, atom.start - 12) : atom.start]) or _DEED.match(text, atom.end))


def settle_sides(story: Story, people: Sequence[Person], parties: Sequence[str], scene: Scene) -> None:
    """Give a side to those whose office names none: by their delegation, by their neighbour, or the only one left."""
    for person in people:
        if person.party is None:
            person.party = _delegation(story, person, parties)
    known = {person.party for person in people} - {None}
    for person in people[:1]:
        if person.party is None and story.home and story.home not in known and _speaks_first(person, scene):
            person.party = story.home
            known.add(story.home)
    for person in people:
        if person.party is None:
            left = [party for party in parties if party not in known]
            person.party = left[0] if len(left) == 1 else _other(story, parties)


def _speaks_first(person: Person, scene: Scene) -> bool:
    """Whether the person stands before the verb: the outlet's own side, unless a country is named."""
    spots = person.names_in(scene.number) or person.names_in(HEADLINE)
    return bool(spots) and (spots[0].passage == HEADLINE or spots[0].start < scene.trigger.at)


def _other(story: Story, parties: Sequence[str]) -> str | None:
    others = [party for party in parties if party != story.home]
    return others[0] if len(others) == 1 else None


def _delegation(story: Story, person: Person, parties: Sequence[str]) -> str | None:
    """The side whose delegation the person led, or that the person represented."""
    for spot in person.spots:
        if spot.passage == HEADLINE:
            continue
        passage = story.passages[spot.passage]
        after = [a for a in passage.of("name") if spot.end <= a.start < spot.end + 60 and len(a.value.parties) == 1]
        words = passage.text[spot.end : spot.end + 60]
        if (
            after
            and re.match(r" (?:led|leads|headed|represented|heads)\b", words)
            and after[0].value.parties[0] in parties
        ):
            return str(after[0].value.parties[0])
        before = passage.text[passage.sentence.start : spot.start]
        sides = [
            a
            for a in passage.of("name")
            if a.end <= spot.start and re.match(r"(?: \w+)? (?:delegation|side)\b", passage.text[a.end : a.end + 30])
        ]
        if sides and re.search(r"\b(?:led|headed|chaired|represented) by\b", before):
            return str(sides[-1].value.parties[0])
        if not sides and _OUR_DELEGATION.search(before) and story.home in parties:
            return story.home
    return None


def _date_text(story: Story, scene: Scene) -> str | None:
    when, _ = find_day(story, scene)
    return when.start if when else story.article.published_on
