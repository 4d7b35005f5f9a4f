"""Databases with hand-written articles and codings, for tests of what stands on the store.

`make(settings, articles)` fills a new database; `ONE` is one article, `MANY` about thirty over 2012–2025: several
dialogues, one meeting told by two outlets with different dates, one planned, one undated, one call, two languages.
Everything here is invented for tests; people and outlets are not real.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parley import codebook
from parley.model import (
    Article,
    Coding,
    Commitment,
    CommitmentKind,
    Language,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Mention,
    Participant,
    Reading,
    Sentence,
    Strength,
)
from parley.settings import Settings
from parley.store import save, writer
from parley.store.seen import set_seen
from parley.store.words import fill_words

Told = tuple[Article, Coding]


@dataclass(frozen=True)
class Said:
    """A sentence of an article with the topics it carries, and what it promises: (kind, actor)."""

    text: str
    topics: tuple[str, ...] = ()
    strength: Strength = "noted"
    by: str | None = "joint"
    meeting: int | None = 0
    promise: tuple[CommitmentKind, str] | None = None


@dataclass(frozen=True)
class Met:
    """A meeting as an article tells it; `people` are (name, office, side); `at` is the sentence that tells it.

    Not `dated`: the text gives no date, and the day is the article's date of publication.
    """

    kind: MeetingKind
    parties: tuple[str, ...]
    start: str | None
    place: str | None = None
    country: str | None = None
    series_id: str | None = None
    series: str | None = None
    edition: int | None = None
    status: MeetingStatus = "held"
    focal: bool = True
    people: tuple[tuple[str, str, str], ...] = ()
    end: str | None = None
    at: int = 0
    dated: bool = True


@dataclass(frozen=True)
class Story:
    """What `told` makes an Article and its Coding of."""

    title: str
    said: tuple[Said, ...]
    met: tuple[Met, ...] = ()
    source: str | None = "Example Herald"
    published_on: str | None = None
    language: Language = "en"
    spoken_of: tuple[tuple[str, str, str], ...] = field(default=())


def settings_in(folder: Path) -> Settings:
    """Settings whose data lie in this folder, without samples."""
    return Settings(data=folder / "data", samples=folder / "no-samples")


def make(
    settings: Settings, articles: Iterable[Told] = (), *, is_sample: bool = False, toured: bool = True
) -> Settings:
    """A database with these articles; an empty one without. Its reader is no newcomer, but for one not `toured`."""
    db = writer(settings)
    fill_words(db, codebook.load())
    set_seen(db, "local", "tour", seen=toured)
    for article, coding in articles:
        save(db, article, coding, actor="test", is_sample=is_sample)
    db.close()
    return settings


def told(story: Story) -> Told:
    """An article and its coding, spans exact, from a hand-written story."""
    text = " ".join(said.text for said in story.said)
    sentences, at = [], 0
    for said in story.said:
        sentences.append(Sentence(at, at + len(said.text), said.text))
        at += len(said.text) + 1
    article = Article(
        title=story.title,
        text=text,
        source=story.source,
        url="https://example.org/" + "-".join(story.title.casefold().split()),
        published_on=story.published_on,
        published_basis="page" if story.published_on else None,
        language=story.language,
        id=story.title,
    )
    coding = Coding(
        sentences=tuple(sentences),
        meetings=tuple(_meeting(met, sentences) for met in story.met),
        spoken_of=tuple(_person(person, sentences[0]) for person in story.spoken_of),
        mentions=tuple(
            Mention(topic, sentence.evidence, "test", 0.9)
            for said, sentence in zip(story.said, sentences, strict=True)
            for topic in said.topics
        ),
        readings=tuple(_readings(story)),
        commitments=tuple(
            Commitment(
                said.promise[1], said.promise[0], said.topics, None, _tied(said, story), sentence.evidence, "test"
            )
            for said, sentence in zip(story.said, sentences, strict=True)
            if said.promise
        ),
        sources=(),
        codebook_version=codebook.load().version,
    )
    return article, coding


def _tied(said: Said, story: Story) -> int | None:
    return said.meeting if story.met else None


def _readings(story: Story) -> Iterable[Reading]:
    first: dict[str, Said] = {}
    for said in story.said:
        for topic in said.topics:
            first.setdefault(topic, said)
    return [Reading(topic, said.strength, said.by, _tied(said, story)) for topic, said in first.items()]


def _person(person: tuple[str, str, str], sentence: Sentence) -> Participant:
    name, office, side = person
    return Participant(name, office, side, name.casefold().replace(" ", "-"), sentence.evidence, "test")


def _meeting(met: Met, sentences: Sequence[Sentence]) -> Meeting:
    return Meeting(
        focal=met.focal,
        status=met.status,
        kind=met.kind,
        parties=met.parties,
        evidence=sentences[met.at].evidence,
        series=met.series,
        series_id=met.series_id,
        edition=met.edition,
        edition_basis="stated" if met.edition else None,
        start=met.start,
        end=met.end,
        place=met.place,
        country=met.country,
        participants=tuple(_person(person, sentences[met.at]) for person in met.people),
        date_evidence=sentences[met.at].evidence if met.start and met.dated else None,
        rule="test",
    )


ESPD = ("us-kz-espd", "U.S.–Kazakhstan Enhanced Strategic Partnership Dialogue", ("KZ", "US"))
C5 = ("c5+1", "C5+1", ("KG", "KZ", "TJ", "TM", "US", "UZ"))
COUNCIL = ("eu-kz-cooperation-council", "EU–Kazakhstan Cooperation Council", ("EU", "KZ"))
REVIEW = ("us-uz-abc", "U.S.–Uzbekistan Annual Bilateral Consultations", ("US", "UZ"))

ENVOY = ("Dana Example", "Assistant Secretary of State", "US")
DEPUTY = ("Ermek Ulgi", "Deputy Foreign Minister", "KZ")
ENVOY_EU = ("Anna Muster", "Head of Delegation", "EU")
MINISTER = ("Aziz Namuna", "Foreign Minister", "UZ")


@dataclass(frozen=True)
class Format:
    """A dialogue of the table below: its series, kind, people and the outlet that reports it."""

    series: tuple[str, str, tuple[str, ...]]
    kind: MeetingKind
    people: tuple[tuple[str, str, str], ...]
    source: str


FORMATS = {
    "council": Format(COUNCIL, "dialogue", (ENVOY_EU, DEPUTY), "EU Wire"),
    "c5": Format(C5, "ministerial", (ENVOY, MINISTER), "Capital Post"),
    "review": Format(REVIEW, "dialogue", (ENVOY, MINISTER), "Capital Post"),
    "espd": Format(ESPD, "dialogue", (ENVOY, DEPUTY), "Example Herald"),
}
# format, round, day, place and country ("- -" for a video conference), topics
ROUNDS = """
council 11 2012-06-18 Brussels BE trade human-rights
council 12 2013-07-03 Brussels BE trade energy-security
council 13 2014-10-10 Astana KZ rule-of-law trade
c5 1 2015-11-01 Samarkand UZ trade climate
c5 2 2016-08-03 Washington US counterterrorism trade
council 15 2016-10-04 Brussels BE trade transport
review 1 2017-02-14 Tashkent UZ human-rights trade
espd 1 2018-12-08 Astana KZ trade investment
review 2 2019-03-05 Washington US defense investment
espd 2 2019-11-20 Washington US energy-security trade
c5 6 2020-06-30 - - health border-security
espd 3 2020-12-08 - - health trade human-rights
council 18 2021-05-10 Brussels BE clean-energy trade
c5 7 2021-09-22 New_York US climate conflict
espd 4 2021-12-15 Astana KZ climate investment
council 19 2022-06-20 Luxembourg LU sanctions transport
review 3 2022-12-12 Tashkent UZ trade-status gender
council 20 2023-10-23 Luxembourg LU sanctions critical-minerals
espd 5 2023-11-06 Astana KZ sanctions climate trade-status
espd 6 2024-05-31 Washington US border-security trade
review 4 2024-11-18 Washington US critical-minerals trade
council 21 2024-12-02 Brussels BE trade digital
council 22 2025-06-23 Brussels BE transport digital
"""

STRENGTH_BY_PLACE: tuple[Strength, ...] = ("agreed", "stressed", "noted")


def _round(line: str) -> Told:
    name, edition, day, place, country, *topics = line.split()
    form = FORMATS[name]
    series_id, series, parties = form.series
    city, land = (None, None) if place == "-" else (place.replace("_", " "), country)
    met = Met(form.kind, parties, day, city, land, series_id, series, int(edition), people=form.people)
    heads = " and ".join(f"{office} {person}" for person, office, _ in form.people)
    said = [Said(f"{heads} led round {edition} of the {series} on {day} in {city or 'a video conference'}.")]
    for n, topic in enumerate(topics):
        words = f"In that round of {day[:4]} the sides turned to {topic.replace('-', ' ')}."
        said.append(Said(words, (topic,), STRENGTH_BY_PLACE[n], promise=("agreed", "both") if n == 0 else None))
    return told(Story(f"Round {edition} of the {series}", tuple(said), (met,), form.source, day))


FIRST_SUMMIT = Met("summit", C5[2], "2023-09-19", "New York", "US", C5[0], C5[1], 1)
SAME_SUMMIT = Met("summit", C5[2], "2023-09-22", "New York", "US", C5[0], C5[1], 1)
NEXT_ROUND = Met("dialogue", ESPD[2], "2025", "Astana", "KZ", ESPD[0], ESPD[1], 7, status="planned", focal=False, at=1)
UNDATED = Met("bilateral", ("KZ", "TR"), None, "Ankara", "TR", people=(("Selin Örnek", "Foreign Minister", "TR"),))
CALL = Met("call", ("DE", "UZ"), "2024-02-07", people=(("Jonas Beispiel", "Chancellor", "DE"),))
TALKS = Met("bilateral", ("KZ", "RU"), "2025-03", "Moscow", "RU", people=(("Иван Примеров", "министр", "RU"),))

ONE: tuple[Told, ...] = (
    told(
        Story(
            "Envoys close the round in Astana",
            (
                Said("Assistant Secretary Dana Example and Deputy Minister Ermek Ulgi met on 6 November."),
                Said(
                    "The sides agreed to widen trade in grain.",
                    ("trade", "agriculture"),
                    "agreed",
                    promise=("agreed", "both"),
                ),
                Said("They voiced concern about sanctions.", ("sanctions",), "stressed", "KZ"),
            ),
            (Met("dialogue", ESPD[2], "2023-11-06", "Astana", "KZ", ESPD[0], ESPD[1], 5, people=(ENVOY, DEPUTY)),),
            published_on="2023-11-07",
            spoken_of=(("Madina Bastyk", "President", "KZ"),),
        )
    ),
)

MANY: tuple[Told, ...] = (
    *(_round(line) for line in ROUNDS.split("\n") if line),
    told(
        Story(
            "Six leaders sit down for the first time",
            (
                Said("The leaders of the C5+1 met for the first time on 19 September 2023 in New York."),
                Said("They agreed on a council for critical minerals.", ("critical-minerals",), "agreed"),
                Said("Security of borders was discussed.", ("border-security",)),
            ),
            (FIRST_SUMMIT,),
            published_on="2023-09-20",
        )
    ),
    told(
        Story(
            "A summit of six on the margins of the assembly",
            (
                Said("On 22 September the presidents held the first C5+1 summit in New York."),
                Said("Climate was stressed by all six.", ("climate",), "stressed"),
            ),
            (SAME_SUMMIT,),
            "Capital Post",
            "2023-09-23",
        )
    ),
    told(
        Story(
            "What the envoys want from the next round",
            (
                Said("The sixth round ended in Washington on 31 May 2024.", ("diplomatic-engagement",), meeting=0),
                Said("The seventh round in Astana in 2025 will take up space.", ("space",), "intended", meeting=1),
            ),
            (Met("dialogue", ESPD[2], "2024-05-31", "Washington", "US", ESPD[0], ESPD[1], 6), NEXT_ROUND),
            "Steppe Times",
            "2024-06-03",
        )
    ),
    told(
        Story(
            "Ministers talk in Ankara",
            (
                Said("Foreign Minister Selin Örnek received her colleague from Astana in Ankara."),
                Said("Direct flights for visitors came up.", ("tourism", "transport"), "wished", "TR"),
            ),
            (UNDATED,),
            None,
        )
    ),
    told(
        Story(
            "Chancellor telephones Tashkent",
            (
                Said("Chancellor Jonas Beispiel spoke by telephone with Tashkent on 7 February 2024."),
                Said(
                    "Skilled workers were the subject.",
                    ("labour-migration",),
                    "intended",
                    "DE",
                    promise=("intends", "DE"),
                ),
            ),
            (CALL,),
            "Capital Post",
            "2024-02-08",
        )
    ),
    told(
        Story(
            "Переговоры в Москве",
            (
                Said("В марте 2025 года министр Иван Примеров принял коллегу из Астаны."),
                Said("Стороны отметили важность транспортных коридоров.", ("transport",), "stressed"),
            ),
            (TALKS,),
            "Пример-Информ",
            "2025-03-28",
            "ru",
        )
    ),
    told(
        Story(
            "A notice without a meeting", (Said("The ministry is closed on Monday."),), (), "Capital Post", "2022-01-03"
        )
    ),
)
