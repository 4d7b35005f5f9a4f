"""The numbers of the topics screen, in each of its views."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from parley.model import Filters
from parley.queries import evidence, phrases, quiet, topics, units, voices
from parley.queries.answers import answers
from parley.queries.read import Connection
from parley.queries.rounds import rounds
from parley.ui.topics import compare, frequency, sides, trend
from parley.ui.topics import quiet as quiet_topics
from tests.numbers.kinds import Metric, Number

STEPS = [(unit, step) for unit in topics.COUNTED_BY for step in ("year", "quarter")]


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
            yield Number(f"{row.series} {row.period}", int(row.n), opened, "dot")
        for line in lines:
            n = units.how_many(db, "meetings", line.filters)
            yield Number(line.topic, n, compare.behind(line), "button")


def quiet_rounds(db: Connection, filters: Filters) -> Iterator[Number]:
    for series, ones in quiet.quiet(db, filters).items():
        for one_topic in ones:
            n, opened = quiet_topics.opened(series, one_topic, filters)
            yield Number(f"{one_topic.topic.id} in {series}", n, opened)


def recurring(db: Connection, filters: Filters) -> Iterator[Number]:
    for phrase in phrases.phrases(db, filters):
        told = phrases.telling(db, phrase)
        yield Number(phrase.words, len(phrase.sentences), frozenset(told["unit"]), "sentences")
        met = {meeting for article in set(told["article_id"]) for meeting in reported_by(db, int(article))}
        yield Number(phrase.words, len(phrase.meetings), frozenset(met), "meetings")


def reported_by(db: Connection, article: int) -> list[int]:
    """The meeting that an article reports first: that to which its sentences without a topic belong."""
    found = db.execute(
        "SELECT meeting_id FROM reports WHERE article_id = ? AND focal = 1 ORDER BY n LIMIT 1", (article,)
    )
    return [int(row[0]) for row in found]


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


METRICS = (
    *(Metric("topics", f"how often, by {unit}", topic_bars(unit)) for unit in topics.COUNTED_BY),
    *(Metric("topics", f"{unit} a {step}", trend_bars(unit, step)) for unit, step in STEPS),
    Metric("topics", "who raised what", voices_of_topics),
    Metric("topics", "compare", compared, ("dot", "button")),
    Metric("topics", "quiet", quiet_rounds),
    Metric("topics", "recurring phrases", recurring, ("sentences", "meetings")),
    Metric("topics", "answer sheet", sheet_sentences),
)
