"""Every number of every screen, as a table: where it stands, what it says, and what a click on it opens.

A new screen adds a row to METRICS: `numbers(db, filters)` gives each of its numbers with what it opens. What is opened
is an `Opened`, as the evidence panel takes it, or the set of units that the screen itself lists.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, product
from random import Random

from parley import codebook
from parley.model import Filters
from parley.queries import (
    accounts,
    agenda,
    article_facets,
    article_list,
    codebooks,
    commitments,
    dialogues,
    doubtful,
    evidence,
    facets,
    log,
    meeting,
    overview,
    phrases,
    promise_states,
    quiet,
    sheets,
    timeline,
    topics,
    units,
    unread,
    voices,
    waiting,
    where,
)
from parley.queries import lanes as on_lanes
from parley.queries.answers import answers
from parley.queries.commitments import Choice
from parley.queries.folding import Promise, sentences_left
from parley.queries.read import Connection
from parley.queries.rounds import rounds
from parley.queries.rounds_ahead import rounds_ahead
from parley.ui.codebook import dialogues as codebook_dialogue_list
from parley.ui.codebook import topics as codebook_list
from parley.ui.dialogues import listing, one
from parley.ui.evidence import Opened
from parley.ui.overview import lately, quarters
from parley.ui.overview.numbers import CARDS
from parley.ui.overview.window import window
from parley.ui.promises import by_dialogue
from parley.ui.topics import compare, frequency, sides, trend
from parley.ui.topics import quiet as quiet_topics

EVERY = 100_000
Behind = Opened | frozenset[Hashable]


@dataclass(frozen=True)
class Number:
    """One number on a screen: what it stands for, its value, and what it opens."""

    of: str
    value: int
    behind: Behind


@dataclass(frozen=True)
class Metric:
    """All numbers of one kind on one screen."""

    screen: str
    name: str
    numbers: Callable[[Connection, Filters], Iterable[Number]]


def units_behind(db: Connection, behind: Behind) -> set[Hashable]:
    """The distinct units that a reader finds, each with a source sentence, as the evidence panel lists them."""
    if not isinstance(behind, Opened):
        return set(behind)
    listed = {int(unit) for unit in units.units(db, behind.unit, behind.filters)["unit"]}
    if behind.keys is not None:
        listed &= set(behind.keys)
    if not listed:
        return set()
    told = evidence.evidence(db, behind.unit, behind.filters, tuple(sorted(listed)))
    assert set(told["unit"]) == listed, f"units without a sentence: {listed - set(told['unit'])}"
    assert told["sentence"].str.strip().all()
    return set(listed)


def headlines(db: Connection, filters: Filters) -> Iterator[Number]:
    for unit, _, _ in CARDS:
        yield Number(unit, units.how_many(db, unit, filters), Opened(unit, filters))


def bar_of_filters(db: Connection, filters: Filters) -> Iterator[Number]:
    yield Number("meetings found", facets.meetings_found(db, filters), Opened("meetings", filters))


def lately_bars(db: Connection, filters: Filters) -> Iterator[Number]:
    edges = overview.first_and_last_day(db, filters)
    found = window(filters, overview.newest_month(db, filters), *edges)
    now = topics.topic_counts(db, "meetings", found.now if found else filters)
    for mark, base in (("", found.now), ("|before", found.before)) if found else (("", filters),):
        counts = topics.topic_counts(db, "meetings", base).set_index("topic")["n"]
        for topic in now["topic"]:
            opened = lately.opened(f"{topic}{mark}", filters, found, now)
            assert opened is not None
            yield Number(f"{topic}{mark}", int(counts.get(topic, 0)), opened)


def quarter_bars(db: Connection, filters: Filters) -> Iterator[Number]:
    counts = quarters.gathered(overview.meetings_by_quarter(db, filters))
    for (period, label), n in counts.groupby(["period", "label"])["n"].sum().items():
        opened = quarters.opened(f"{period}|{label}", counts, filters)
        assert opened is not None
        yield Number(f"{period} {label}", int(n), opened)


def topic_bars(unit: units.Unit) -> Callable[[Connection, Filters], Iterator[Number]]:
    def numbers(db: Connection, filters: Filters) -> Iterator[Number]:
        counts = topics.topic_counts(db, unit, filters)
        for topic, n in zip(counts["topic"], counts["n"], strict=True):
            opened = frequency.opened(topic, counts, unit, filters)
            assert opened is not None
            yield Number(topic, int(n), opened)

    return numbers


def trend_bars(unit: units.Unit, step: str) -> Callable[[Connection, Filters], Iterator[Number]]:
    def numbers(db: Connection, filters: Filters) -> Iterator[Number]:
        found = topics.topic_trend(db, unit, filters, step)
        for row in found.itertuples():
            opened = trend.opened(f"{row.topic}|{row.period}", found, unit, filters, step)
            assert opened is not None
            yield Number(f"{row.topic} {row.period}", int(row.n), opened)

    return numbers


def voices_of_topics(db: Connection, filters: Filters) -> Iterator[Number]:
    counts = voices.voiced(db, filters)
    for row in counts.itertuples():
        opened = sides.opened(f"{row.topic}|{row.voice}", counts, filters)
        assert opened is not None
        yield Number(f"{row.topic} by {row.voice or 'nobody'}", int(row.n), opened)


def compared(db: Connection, filters: Filters) -> Iterator[Number]:
    leading = topics.topic_counts(db, "meetings", replace(filters, topics=()))["topic"].head(2)
    for step in ("year", "quarter"):
        lines = [
            compare.Line(place, topic, "", topic, replace(filters, topics=(topic,)))
            for place, topic in zip(("a", "b"), leading, strict=False)
        ]
        trends = {line.place: topics.topic_trend(db, "meetings", line.filters, step) for line in lines}
        for row in compare.over_time(trends, step).itertuples():
            opened = compare.opened(f"{row.series}|{row.period}", lines, step)
            assert opened is not None
            yield Number(f"{row.series} {row.period}", int(row.n), opened)
        for line in lines:
            n = units.how_many(db, "meetings", line.filters)
            yield Number(line.topic, n, Opened("meetings", line.filters))


def quiet_rounds(db: Connection, filters: Filters) -> Iterator[Number]:
    for series, ones in quiet.quiet(db, filters).items():
        for one_topic in ones:
            n, opened = quiet_topics.opened(series, one_topic, filters)
            yield Number(f"{one_topic.topic.id} in {series}", n, opened)


def recurring(db: Connection, filters: Filters) -> Iterator[Number]:
    for phrase in phrases.phrases(db, filters):
        told = phrases.telling(db, phrase)
        yield Number(phrase.words, len(phrase.sentences), frozenset(told["unit"]))


def sheet_sentences(db: Connection, filters: Filters) -> Iterator[Number]:
    """Of the filters' topics, else of the most frequent three, in two dialogues."""
    counts = topics.topic_counts(db, "sentences", filters)
    for series in list(rounds(db, replace(filters, topics=())))[:2]:
        for topic in (*filters.topics, *counts["topic"].head(3)):
            own = replace(filters, dialogues=(series,), topics=(topic,))
            for answered in answers(db, topic, series, filters, 3, None):
                told = evidence.evidence(db, "meetings", own, (answered.round.id,))
                sentences = frozenset(zip(told["article_id"], told["at"], strict=True))
                yield Number(f"{topic} at {answered.round.id}", len(answered.quotes), sentences)


def standings(db: Connection, filters: Filters) -> Iterator[Number]:
    for standing, n in timeline.standing_counts(db, filters).items():
        rows = timeline.meeting_table(db, filters, (standing,), "", most=10_000)
        yield Number(standing, n, frozenset(rows["meeting_id"]))
        if standing == "reported":
            yield Number("reported, as meetings", n, Opened("meetings", filters))


def lanes(by: on_lanes.By) -> Callable[[Connection, Filters], Iterator[Number]]:
    def numbers(db: Connection, filters: Filters) -> Iterator[Number]:
        for lane in on_lanes.lanes(db, filters, "recent", by):
            marks = on_lanes.lane_marks(db, filters, (lane,))
            yield Number(f"marks of {lane.name}", lane.meetings, frozenset(marks["meeting_id"]))
            reported = marks[marks["standing"] == "reported"]
            yield Number(f"reported of {lane.name}", lane.reported, frozenset(reported["meeting_id"]))

    return numbers


def expected_rounds(db: Connection, filters: Filters) -> Iterator[Number]:
    """What the rhythm of an expected round rests on opens exactly those rounds."""
    for one_ahead in rounds_ahead(db, filters, "2026-01-01", "local"):
        if one_ahead.expected.basis == "cadence":
            keys = one_ahead.expected.units
            yield Number(f"rhythm of {one_ahead.name}", len(keys), Opened("meetings", Filters(), "", keys))


def dialogue_rows(db: Connection, filters: Filters) -> Iterator[Number]:
    for found in dialogues.dialogues(db, filters, "local"):
        yield Number(f"rounds of {found.name}", len(found.rounds), listing.of_rounds(found, filters))
        yield Number(f"promises of {found.name}", len(found.open_promises), listing.of_promises(found, filters))


def dialogue_numbers(db: Connection, filters: Filters) -> Iterator[Number]:
    for series in list(rounds(db, filters))[:3]:
        found = dialogues.dialogue(db, series, filters, "local")
        assert found is not None
        for level in {held.level for held in found.rounds}:
            shown = [held for held in found.rounds if held.level == level]
            for what, (n, _, opened) in one.numbers(found, shown, filters).items():
                yield Number(f"{what} of {series}", n, opened)


def squares(db: Connection, filters: Filters) -> Iterator[Number]:
    for series in list(rounds(db, filters))[:3]:
        own = agenda.of_dialogue(series, filters)
        for (number, topic), raised in agenda.raised_at(db, own).items():
            told = evidence.evidence(db, "meetings", replace(own, topics=(topic.id,)), (number,))
            sentences = frozenset(zip(told["article_id"], told["at"], strict=True))
            yield Number(f"{topic.id} at {number}", raised.sentences, sentences)


def meetings_of_the_timeline(db: Connection, filters: Filters) -> Iterator[Number]:
    for number in units.units(db, "meetings", filters)["unit"].head(3):
        facts = timeline.meeting_facts(db, int(number))
        assert facts is not None
        told = evidence.evidence(db, "meetings", Filters(), (int(number),))
        copies = {row["article_id"] for row in accounts.reports(db, int(number)) if row["original"]}
        yield Number(f"articles of {number}", int(facts.row["articles"]), frozenset(told["article_id"]) - copies)
        labels = dict(db.execute("SELECT label, topic FROM topics").fetchall())
        for label, n in facts.topics:
            yield Number(f"{label} at {number}", n, _sentences_at(db, int(number), labels[label]))


def _sentences_at(db: Connection, number: int, topic: str) -> frozenset[Hashable]:
    told = evidence.evidence(db, "meetings", Filters(topics=(topic,)), (number,))
    return frozenset(zip(told["article_id"], told["at"], strict=True))


def agenda_of_meetings(db: Connection, filters: Filters) -> Iterator[Number]:
    for number in units.units(db, "meetings", filters)["unit"].head(3):
        passages = meeting.agenda(db, int(number))
        for topic in meeting.topics_told(passages):
            rows = passages[passages["topic"] == topic.topic]
            yield Number(f"{topic.topic} at {number}", topic.sentences, frozenset(rows["sentence_id"]))


def article_numbers(db: Connection, filters: Filters) -> Iterator[Number]:
    listed = article_list.article_rows(db, filters)
    count = article_list.article_count(db, filters)
    yield Number("articles", count, frozenset(listed["id"]))
    yield Number("articles, as evidence", count, Opened("articles", filters))


def facet_values(db: Connection, filters: Filters) -> Iterator[Number]:
    found = article_facets.article_facets(db, filters)
    narrowed = [
        *((value, replace(filters, sources=(value.value,))) for value in found.outlets),
        *((value, replace(filters, languages=(value.value,))) for value in found.languages),
        *((value, replace(filters, dialogues=(value.value,))) for value in found.dialogues),
        *(
            (value, replace(filters, since=f"{value.value}-01-01", until=f"{value.value}-12-31"))
            for value in found.years
        ),
        *((value, replace(filters, topics=article_facets.topics_of(db, value.value))) for value in found.groups),
    ]
    for value, wanted in narrowed:
        yield Number(value.label, value.count, Opened("articles", wanted))


STEPS = [(unit, step) for unit in topics.COUNTED_BY for step in ("year", "quarter")]


def promise_numbers(db: Connection, filters: Filters) -> Iterator[Number]:
    """Each kind, whose, and where it stands; a promise has its sentences, which a reader finds in its card."""
    found, today = commitments.board(db, filters), date(2024, 1, 1)
    every = commitments.narrowed(found, Choice("promise", general=True), None, today)
    yield Number("promises of every kind", len(every), Opened("promises", filters))
    passing = sentences_left(db, where.commitments(filters))
    for family, ours in product(("promise", "demand", "signed"), (None, "KZ")):
        chosen = Choice(family, general=True)
        shown = commitments.narrowed(found, chosen, ours, today)
        owners = Counter(commitments.owner_of(one, found, ours) for one in shown)
        standings_there = Counter(promise_states.standing(one, today) for one in shown)
        for owner, n in owners.items():
            these = commitments.narrowed(found, replace(chosen, owner=owner), ours, today)
            yield Number(f"{family} of {owner}", n, frozenset(_told(these, passing)))
        for state, n in standings_there.items():
            if state:
                these = commitments.narrowed(found, replace(chosen, standing=state), ours, today)
                yield Number(f"{family} {state}", n, frozenset(_told(these, passing)))


def promises_by_dialogue(db: Connection, filters: Filters) -> Iterator[Number]:
    """The bars of the promises screen, with the general promises too."""
    found = commitments.board(db, filters)
    listed = commitments.narrowed(found, Choice("promise", general=True), None, date(2024, 1, 1))
    for row in by_dialogue.by_dialogue(found, listed).itertuples():
        opened = by_dialogue.opened(str(row.topic), listed, found, filters)
        assert opened is not None
        yield Number(f"open promises of {row.topic}", int(row.n), opened)


def codebook_topics(db: Connection, filters: Filters) -> Iterator[Number]:
    """The numbers beside each topic of the codebook."""
    for unit in ("meetings", "sentences"):
        counts = topics.topic_counts(db, unit, filters)
        found = dict(zip(counts["topic"], counts["n"], strict=True))
        for topic in codebook.load().topics:
            if n := int(found.get(topic.id, 0)):
                yield Number(f"{unit} on {topic.id}", n, codebook_list.opened(topic, unit, filters))


def codebook_dialogues(db: Connection, filters: Filters) -> Iterator[Number]:
    """The meetings of each dialogue of the codebook."""
    known = {one.id for one in codebook.load().series}
    for series, n in codebooks.meetings_of_dialogues(db, filters).items():
        if series in known:
            yield Number(f"meetings of {series}", n, codebook_dialogue_list.opened(series, series, filters))


def what_waits(db: Connection, _: Filters) -> Iterator[Number]:
    """The numbers of System that lead into the Inbox, with all pages of what each part of it lists."""
    pages = count(0)
    checked = [one for page in iter(lambda: doubtful.doubtful(db, next(pages)), []) for one in page]
    findings = frozenset((one.article_id, one.kind, one.name, one.sentence) for one in checked)
    yield Number("findings to check first", sum(doubtful.doubtful_counts(db).values()), findings)
    held = [row.id for row in waiting.waiting_rows(db, most=EVERY)]
    yield Number("documents that wait", sum(waiting.waiting_counts(db).values()), frozenset(held))
    yield Number("could not be read", unread.how_many_failed(db), frozenset(unread.failed(db, most=EVERY)))
    asked = sheets.questions(db, EVERY)
    yield Number("spreadsheets", sheets.how_many_questions(db), frozenset(one.job for one in asked))


def proposed_as_kept(db: Connection, filters: Filters) -> Iterator[Number]:
    """What the link to the promises screen lists, each with a sentence that may tell that it was kept."""
    found = commitments.board(db, filters)
    for family in ("promise", "demand"):
        n = len(commitments.narrowed(found, Choice(family, proposed=True), None, date(2024, 1, 1)))
        listed = (one.id for one in found.found if one.family == family and found.perhaps.get(one.id))
        yield Number(f"{family} that may have been kept", n, frozenset(listed))


def lines_of_the_log(db: Connection, _: Filters) -> Iterator[Number]:
    for actor, n in log.actors(db).items():
        lines = log.entries(db, log.Wanted(actors=(actor,)), most=EVERY)
        yield Number(f"lines by {actor}", n, frozenset(one.id for one in lines if one.actor == actor))
    for action, n in log.actions(db).items():
        lines = log.entries(db, log.Wanted(actions=(action,)), most=EVERY)
        yield Number(f"lines of {action}", n, frozenset(one.id for one in lines))


def _told(promises: Iterable[Promise], passing: frozenset[int]) -> Iterator[int]:
    """The promises of which a sentence passes the filters."""
    for promise in promises:
        if any(one.id in passing and one.sentence.strip() for one in promise.said):
            yield promise.id


METRICS: tuple[Metric, ...] = (
    Metric("every screen", "the filter bar's meetings", bar_of_filters),
    Metric("overview", "headline numbers", headlines),
    Metric("overview", "topics of late", lately_bars),
    Metric("overview", "meetings a quarter", quarter_bars),
    *(Metric("topics", f"how often, by {unit}", topic_bars(unit)) for unit in topics.COUNTED_BY),
    *(Metric("topics", f"{unit} a {step}", trend_bars(unit, step)) for unit, step in STEPS),
    Metric("topics", "who raised what", voices_of_topics),
    Metric("topics", "compare", compared),
    Metric("topics", "quiet", quiet_rounds),
    Metric("topics", "recurring phrases", recurring),
    Metric("topics", "answer sheet", sheet_sentences),
    Metric("timeline", "meetings by standing", standings),
    *(Metric("timeline", f"lanes and marks by {by}", lanes(by)) for by in ("dialogue", "side", "kind")),
    Metric("timeline", "rounds that give a rhythm", expected_rounds),
    Metric("timeline", "articles and topics of a meeting", meetings_of_the_timeline),
    Metric("dialogues", "rounds and open promises", dialogue_rows),
    Metric("dialogue", "rounds, articles, referred to", dialogue_numbers),
    Metric("dialogue", "sentences of a square", squares),
    Metric("meeting", "sentences of a topic", agenda_of_meetings),
    Metric("promises", "promises, demands and documents", promise_numbers),
    Metric("promises", "open promises by dialogue", promises_by_dialogue),
    Metric("codebook", "meetings and sentences of a topic", codebook_topics),
    Metric("codebook", "meetings of a dialogue", codebook_dialogues),
    Metric("system", "what waits", what_waits),
    Metric("system", "promises that may have been kept", proposed_as_kept),
    Metric("system", "lines of the log", lines_of_the_log),
    Metric("articles", "articles under the filters", article_numbers),
    Metric("articles", "values of the facets", facet_values),
)


def any_filters(db: Connection, random: Random) -> Filters:
    """Filters drawn from what the bar offers, as a reader might set them: mostly one or two at once."""
    offered = facets.facets(db)
    days = [str(row[0]) for row in db.execute("SELECT start_on FROM meetings WHERE start_on IS NOT NULL ORDER BY 1")]
    drawn: dict[str, object] = {}
    for field in random.sample(
        ("dialogues", "sides", "topics", "people", "sources", "languages", "dates", "rounds"), 2
    ):
        if field == "dates":
            since, until = sorted(random.choices(days, k=2))
            drawn |= {"since": random.choice((since, None)), "until": random.choice((until, None))}
        elif field == "rounds":
            drawn["last_rounds"] = random.choice((1, 2, 3, 5))
        else:
            values = [choice.value for choice in getattr(offered, field)]
            drawn[field] = tuple(dict.fromkeys(random.choices(values, k=random.choice((1, 1, 2)))))
    return Filters(**drawn)  # type: ignore[arg-type]
