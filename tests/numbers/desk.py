"""The numbers of the codebook, the inbox and the system: of the whole desk, but for those of the codebook."""

from collections.abc import Iterator
from operator import attrgetter

from parley import codebook
from parley.model import Filters
from parley.queries import codebooks, copies, doubles, doubtful, inbox, people, system, topics, waiting
from parley.queries.article_list import article_ids
from parley.queries.behind_decisions import sources
from parley.queries.checked import findings, scores
from parley.queries.read import Connection
from parley.queries.units import units
from parley.ui.codebook import dialogues as codebook_dialogue_list
from parley.ui.codebook import people as codebook_people
from parley.ui.codebook import topics as codebook_list
from parley.ui.inbox.receipts import OUTCOMES
from parley.ui.system import accuracy
from tests.numbers.kinds import Metric, Number

CHECKED = tuple(f"{column} by {table}" for table in ("kind", "month") for column in ("Checked", "Right", "Not right"))
WAITING = ("needs", "unreadable", "new", "adds", "copy", "none")


def codebook_topics(db: Connection, filters: Filters) -> Iterator[Number]:
    """The numbers beside each topic of the codebook."""
    for unit in ("meetings", "sentences"):
        counts = topics.topic_counts(db, unit, filters)
        found = dict(zip(counts["topic"], counts["n"], strict=True))
        for topic in codebook.load().topics:
            if n := int(found.get(topic.id, 0)):
                yield Number(f"{unit} on {topic.id}", n, codebook_list.opened(topic, unit, filters), unit)


def codebook_dialogues(db: Connection, filters: Filters) -> Iterator[Number]:
    """The meetings of each dialogue of the codebook."""
    known = {one.id for one in codebook.load().series}
    for series, n in codebooks.meetings_of_dialogues(db, filters).items():
        if series in known:
            yield Number(f"meetings of {series}", n, codebook_dialogue_list.opened(series, series, filters))


def known_people(db: Connection, filters: Filters) -> Iterator[Number]:
    """The meetings of everybody whom the codebook knows beforehand."""
    present = {one.person: one.meetings for one in people.people(db, filters)}
    for known in codebook_people.spelt(codebook.load().people):
        if meetings := present.get(known.id):
            yield Number(known.name, len(meetings), codebook_people.opened(known, meetings, filters))


def documents_that_wait(db: Connection, _: Filters) -> Iterator[Number]:
    """By what each would become, the clear ones, and those left out: each has its row."""
    for kind, n in waiting.waiting_counts(db).items():
        rows = waiting.waiting_rows(db, kind, most=10_000)
        yield Number(kind, n, frozenset(row.id for row in rows), kind)
    clear = frozenset(
        row.id for kind in waiting.CLEAR for row in waiting.waiting_rows(db, kind, most=10_000) if kind in WAITING
    )
    yield Number("clear", len(waiting.clear_ones(db)), clear, "clear")
    left = waiting.waiting_rows(db, state="left", most=10_000)
    yield Number("left out", waiting.how_many(db, "left"), frozenset(row.id for row in left), "left")


def documents_of_uploads(db: Connection, _: Filters) -> Iterator[Number]:
    """What became of the documents of each upload: each has its line."""
    for upload in inbox.uploads(db):
        for outcome in OUTCOMES:
            rows = inbox.receipts(db, upload.id, (outcome,), most=10_000)
            yield Number(f"{outcome} of {upload.id}", getattr(upload, outcome), frozenset(r.id for r in rows), outcome)


def to_check_first(db: Connection, _: Filters) -> Iterator[Number]:
    """What Parley is least sure of, by kind, and what the pages of the list hold of it."""
    counts = doubtful.doubtful_counts(db)
    pages = range(sum(counts.values()) // doubtful.PAGE + 1)
    found = [one for page in pages for one in doubtful.doubtful(db, page)]
    for kind, n in counts.items():
        listed = frozenset((one.article_id, one.sentence, one.name, one.rule) for one in found if one.kind == kind)
        yield Number(kind, n, listed, kind)


def checked_findings(db: Connection, _: Filters) -> Iterator[Number]:
    """How many findings people judged, by kind and month: a click on each number lists them, each with its sentence."""
    found = findings(db)
    by_kind, by_month = scores(found)
    tables = (
        ((accuracy.total(by_kind), *by_kind), attrgetter("name"), "kind"),
        (by_month, attrgetter("month"), "month"),
    )
    for told, of, table in tables:
        for score in told:
            for column, value in (("Checked", score.checked), ("Right", score.right), ("Not right", score.not_right)):
                behind = [one.decision for one in accuracy.opened(found, (score.name, column), of)[1]]
                assert all(source.sentences for one in behind for source in sources(db, one))
                yield Number(
                    f"{score.name} {column}", value, frozenset(one.id for one in behind), f"{column} by {table}"
                )


def held_by_the_database(db: Connection, _: Filters) -> Iterator[Number]:
    """What the database holds in all, whatever is filtered or a copy."""
    counts = system.counts(db)
    for name, sql in (("uploads", "SELECT id FROM batches"), ("files", "SELECT id FROM documents")):
        yield Number(name, counts[name], frozenset(row[0] for row in db.execute(sql)), name)
    rows = article_list_with_copies(db)
    yield Number("articles", counts["articles"], rows, "articles")
    meetings = frozenset(units(db, "meetings", Filters())["unit"])
    yield Number("meetings", counts["meetings"], meetings, "meetings")


def article_list_with_copies(db: Connection) -> frozenset[int]:
    """The articles of the list, and the copies that stand beside them."""
    listed = article_ids(db, Filters())
    beside = {one.article_id for article in listed for one in copies.beside(db, article) if one.article_id}
    return frozenset({*listed, *beside})


def pairs_to_decide(db: Connection, _: Filters) -> Iterator[Number]:
    """Meetings that may be one, and names that may be one person's: each pair is listed."""
    pairs = doubles.suspected(db)
    yield Number("meetings", len(pairs), frozenset((one.id, other.id) for one, other in pairs), "meetings")
    names = people.doubles(people.everybody(db))
    yield Number("names", len(names), frozenset((one.person, other.person) for one, other in names), "names")


METRICS = (
    Metric("codebook", "meetings and sentences of a topic", codebook_topics, ("meetings", "sentences")),
    Metric("codebook", "meetings of a dialogue", codebook_dialogues),
    Metric("codebook", "meetings of a person", known_people),
    Metric("inbox", "documents that wait", documents_that_wait, (*WAITING, "clear", "left"), is_filtered=False),
    Metric("inbox", "documents of an upload", documents_of_uploads, tuple(OUTCOMES), is_filtered=False),
    Metric("inbox", "to check first", to_check_first, ("topic", "meeting", "promise"), is_filtered=False),
    Metric("inbox", "pairs to decide on", pairs_to_decide, ("meetings", "names"), is_filtered=False),
    Metric("system", "findings checked by people", checked_findings, CHECKED, is_filtered=False),
    Metric(
        "system",
        "what the database holds",
        held_by_the_database,
        ("articles", "meetings", "uploads", "files"),
        is_filtered=False,
    ),
)
