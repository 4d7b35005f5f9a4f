"""The numbers of the dialogues: the list, the page of one, and the page of a meeting."""

from collections.abc import Iterator
from dataclasses import replace

from parley.model import Filters
from parley.queries import accounts, agenda, dialogues, evidence, meeting, proposed, units
from parley.queries.promises import at_meeting
from parley.queries.read import Connection
from parley.queries.rounds import rounds
from parley.ui.dialogues import listing, one
from parley.ui.dialogues import proposed as proposed_names
from parley.ui.dialogues import rounds as rounds_table
from parley.ui.meeting.coverage import coverage, tellers
from tests.numbers.kinds import Metric, Number, units_behind


def dialogue_rows(db: Connection, filters: Filters) -> Iterator[Number]:
    for found in dialogues.dialogues(db, filters, "local"):
        yield Number(f"rounds of {found.name}", len(found.rounds), listing.of_rounds(found, filters), "rounds")
        n = len(found.open_promises)
        yield Number(f"promises of {found.name}", n, listing.of_promises(found, filters), "promises")


def dialogue_numbers(db: Connection, filters: Filters) -> Iterator[Number]:
    for series in list(rounds(db, filters))[:3]:
        found = dialogues.dialogue(db, series, filters, "local")
        assert found is not None
        for level in {held.level for held in found.rounds}:
            shown = [held for held in found.rounds if held.level == level]
            for what, (n, _, opened) in one.numbers(found, shown, filters).items():
                yield Number(f"{what} of {series}", n, opened, what)


def rows_of_rounds(db: Connection, filters: Filters) -> Iterator[Number]:
    """A row of the table opens its round: the articles and outlets that it counts are those that tell it there."""
    every = [found for held in rounds(db, filters).values() for found in held]
    for found in every[:4]:
        own = agenda.of_dialogue(found.series, filters)
        opened = rounds_table.opened(found, own)
        assert units_behind(db, opened) == {found.id}
        told = evidence.evidence(db, "meetings", opened.filters, (found.id,))
        copies = {row["article_id"] for row in accounts.reports(db, found.id) if row["original"]}
        yield Number(f"articles of {found.id}", len(found.articles), frozenset(told["article_id"]) - copies, "articles")
        outlets = set(told["source"].dropna())
        assert set(found.outlets) >= outlets
        yield Number(f"outlets of {found.id}", len(found.outlets), frozenset({*found.outlets}), "outlets")


def names_not_in_the_codebook(db: Connection, filters: Filters) -> Iterator[Number]:
    for found in proposed.proposed(db, filters):
        opened = proposed_names.opened(found, filters)
        yield Number(found.name, found.held or found.referred, opened, opened.unit)


def squares(db: Connection, filters: Filters) -> Iterator[Number]:
    for series in list(rounds(db, filters))[:3]:
        own = agenda.of_dialogue(series, filters)
        for (number, topic), raised in agenda.raised_at(db, own).items():
            told = evidence.evidence(db, "meetings", replace(own, topics=(topic.id,)), (number,))
            sentences = frozenset(zip(told["article_id"], told["at"], strict=True))
            yield Number(f"{topic.id} at {number}", raised.sentences, sentences)


def agenda_of_meetings(db: Connection, filters: Filters) -> Iterator[Number]:
    for number in units.units(db, "meetings", filters)["unit"].head(3):
        passages = meeting.agenda(db, int(number))
        for topic in meeting.topics_told(passages):
            rows = passages[passages["topic"] == topic.topic]
            yield Number(f"{topic.topic} at {number}", topic.sentences, frozenset(rows["sentence_id"]))


def coverage_by_outlet(db: Connection, filters: Filters) -> Iterator[Number]:
    """A cell counts the sentences of one outlet on a topic: those under that topic of the agenda, in its articles."""
    labels = dict(db.execute("SELECT label, topic FROM topics").fetchall())
    told_by_two = [number for number in units.units(db, "meetings", filters)["unit"] if _tellers(db, int(number))]
    for number in told_by_two[:3]:
        outlets = _tellers(db, int(number))
        passages = meeting.agenda_with_copies(db, int(number))
        for label, *counts in coverage(passages, outlets):
            for (outlet, articles), n in zip(outlets.items(), counts, strict=True):
                rows = db.execute(IN_ARTICLES, (labels[label], int(number))).fetchall()
                own = frozenset(sentence for sentence, article in rows if article in articles)
                yield Number(f"{label} in {outlet} of {number}", n, own)


IN_ARTICLES = """SELECT x.sentence_id, x.article_id FROM mentions x JOIN topics k ON k.id = x.topic_id
    WHERE k.topic = ? AND x.meeting_id = ?"""


def _tellers(db: Connection, number: int) -> dict[str, set[int]]:
    """The outlets of a meeting that several tell of; none where one does."""
    found = tellers(accounts.reports(db, number), meeting.same_texts(db, number))
    return found if len(found) > 1 else {}


def promises_of_meetings(db: Connection, filters: Filters) -> Iterator[Number]:
    """Made, carried in, closed: each has its sentences, of a meeting that came before or is this one."""
    for number in units.units(db, "meetings", filters)["unit"].head(3):
        found = at_meeting(db, int(number))
        for kind, promises in (("made", found.made), ("carried", found.carried), ("closed", found.closed)):
            told = frozenset(one.id for one in promises if any(said.sentence.strip() for said in one.said))
            yield Number(f"{kind} at {number}", len(promises), told, kind)


METRICS = (
    Metric("dialogues", "rounds and open promises", dialogue_rows, ("rounds", "promises")),
    Metric("dialogues", "names not in the codebook", names_not_in_the_codebook, ("meetings", "referred")),
    Metric("dialogue", "rounds, articles, referred to", dialogue_numbers, ("rounds", "articles", "referred")),
    Metric("dialogue", "articles and outlets of a round", rows_of_rounds, ("articles", "outlets")),
    Metric("dialogue", "sentences of a square", squares),
    Metric("meeting", "sentences of a topic", agenda_of_meetings),
    Metric("meeting", "coverage by outlet", coverage_by_outlet),
    Metric("meeting", "promises made, carried in, closed", promises_of_meetings, ("made", "carried", "closed")),
)
