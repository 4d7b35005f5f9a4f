"""A desk on which every number of every screen is above zero somewhere: samples, a spreadsheet, an inbox, decisions."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from parley import codebook
from parley.coding import code
from parley.corrections import decide
from parley.model import ContextEvent
from parley.queries.waiting import waiting_rows
from parley.settings import Settings
from parley.sheets.columns import made
from parley.store import Connection, held, save, writer
from parley.store.context import add_events
from parley.store.corrections import Anchor, Correction
from parley.store.intake import accept
from parley.store.words import fill_words
from tests.desk import DEPUTY, ENVOY, Met, Said, Story, Told, settings_in, told
from tests.golden.sample_articles import samples
from tests.papers import LONG, SIX, TALKS, forty, settled
from tests.spreadsheets import HEAD, ROWS, bring

COLUMNS = made("meetings", {"id": ["Ref"], "date": ["Day"], "person": ["Guest"], "sides": ["Land"]}, always="US")
EARLIER, LATER = "2019-06-01T00:00:00.000+00:00", "2021-06-01T00:00:00.000+00:00"
TOPICS = "SELECT a.key, k.topic, min(a.title) FROM mentions x JOIN topics k ON k.id = x.topic_id JOIN articles a"
OF_EVERY_THIRD = " ON a.id = x.article_id WHERE a.id % 3 = 0 AND k.generic = 0 GROUP BY a.id, k.topic LIMIT 14"
NAMESAKE = ("Erika Ulgi", "Deputy Foreign Minister", "KZ")


def bilateral(title: str, day: str, place: str, person: tuple[str, str, str]) -> Story:
    """Talks that no dialogue holds."""
    said = (
        Said(f"{person[1]} {person[0]} met the envoy in {place}."),
        Said("The usual customs paperwork was praised."),
        Said("Trade came up.", ("trade",)),
    )
    return Story(title, said, (Met("bilateral", ("KZ", "MT"), day, place, people=(person, ENVOY)),), published_on=day)


OWN_STORIES = (
    bilateral("Talks with Malta", "2022-03-02", "Valletta", DEPUTY),
    bilateral("Talks with Malta, another telling", "2022-03-04", "Mdina", ("E. Ulgi", *DEPUTY[1:])),
    bilateral("Talks in spring", "2023-05-04", "Gozo", DEPUTY),
    Story(
        "A council of a name of its own",
        (Said("The Barley Council met."), Said("It will report on barley by 1 May 2024.", ("trade",))),
        (Met("dialogue", ("KZ", "MT"), "2022-05-05", "Valletta", series_id="barley-council", series="Barley Council"),),
        published_on="2022-05-06",
    ),
    Story(
        "A forum to come",
        (Said("The Oat Forum is to meet in 2023."),),
        (
            Met(
                *("dialogue", ("KZ", "MT"), "2023", "Valletta"),
                series_id="oat-forum",
                series="Oat Forum",
                status="planned",
                focal=False,
            ),
        ),
        published_on="2022-05-07",
    ),
)


UNSURE = Story(
    "What the envoy asks for",
    (
        Said("The envoy recalled the talks of 2021 in Valletta."),
        Said("Malta calls on Kazakhstan to open its ports.", ("transport",), promise=("urges", "MT")),
        Said("Kazakhstan will send a list of its ports by 1 June 2023.", ("transport",), promise=("pledges", "KZ")),
    ),
    (Met("bilateral", ("KZ", "MT"), "2021", "Valletta", focal=False),),
    published_on="2022-06-01",
)


def unsure(story: Told) -> Told:
    """The same, with a deadline that has passed, and nothing of it sure."""
    article, coding = story
    low = [[replace(one, confidence=0.1) for one in ones] for ones in (coding.meetings, coding.mentions)]
    promised = tuple(replace(one, confidence=0.1, due="2023-06-01") for one in coding.commitments)
    return article, replace(coding, meetings=tuple(low[0]), mentions=tuple(low[1]), commitments=promised)


def make_desk(folder: Path) -> Settings:
    """The samples as Parley reads them, and all that a desk gathers around them."""
    settings, book = settings_in(folder), codebook.load()
    with closing(writer(settings)) as db:
        fill_words(db, book)
        for article in samples().values():
            save(db, article, code(article, book), actor="test", is_sample=True)
        for story in OWN_STORIES:
            save(db, *told(story), actor="test")
        save(db, *unsure(told(UNSURE)), actor="test")
        db.execute("UPDATE articles SET added_at = CASE WHEN id % 2 = 0 THEN ? ELSE ? END", (EARLIER, LATER))
        event = ContextEvent("A new tariff", "2023-01-01", None, (), ())
        add_events(db, [event], "test")
        _decisions(db)
        _uploads(db, settings)
    bring(settings, HEAD + ROWS, COLUMNS)
    return settings


def _decisions(db: Connection) -> None:
    """Findings that people have accepted or rejected, and one place put right."""
    book = codebook.load()
    for n, (key, topic, title) in enumerate(db.execute(TOPICS + OF_EVERY_THIRD).fetchall()):
        verdict = "rejected" if n % 7 == 6 else "accepted"
        decide(db, Correction("topic", verdict, key, anchor=Anchor(topic, quote=title)), "test", book)
    (meeting,) = db.execute("SELECT id FROM meetings WHERE place = 'Astana' AND status = 'held' LIMIT 1").fetchone()
    right = Correction("meeting", "accepted", meeting_id=meeting, field="place", after={"place": "Astana"})
    decide(db, right, "test", book)


def _uploads(db: Connection, settings: Settings) -> None:
    """Documents new, known and unreadable; documents that wait, and one that is left out."""
    accept(db, settings, [("long.txt", LONG)], "upload", "test")
    settled(settings)
    accept(db, settings, [("long again.txt", LONG)], "upload", "test")
    others = [("twice.txt", TALKS.replace(b"third", b"fourth")), ("oslo.txt", forty()[5][1])]
    others.append(("columns.csv", b"a,b\n1,2\n3,4\n"))
    others.append(("near.txt", LONG.replace(b"in the morning", b"at noon")))
    accept(db, settings, [*SIX, *others], "upload", "test", hold=True)
    settled(settings)
    first = next(row for row in waiting_rows(db, most=100) if row.name == "twice.txt")
    held.leave_out(db, [first.id], "test")
