"""Every number of every screen, as a table: where it stands, what it says, and what a click on it opens.

A new screen adds rows to the METRICS of its module: `numbers(db, filters)` gives its numbers, each with what it opens.
`shown.csv` names every function of the screens that writes a number, with its row here, or why it opens nothing.
"""

from random import Random

from parley.model import Filters
from parley.queries import facets
from parley.queries.read import Connection
from tests.numbers import articles, desk, dialogues, overview, people, promises, system, timeline, topics
from tests.numbers.kinds import Metric

METRICS: tuple[Metric, ...] = (
    *overview.METRICS,
    *topics.METRICS,
    *timeline.METRICS,
    *dialogues.METRICS,
    *promises.METRICS,
    *people.METRICS,
    *articles.METRICS,
    *desk.METRICS,
    *system.METRICS,
)


def any_filters(db: Connection, random: Random) -> Filters:
    """Filters drawn from what the bar offers, as a reader might set them: mostly one or two at once."""
    offered = facets.facets(db)
    days = [str(row[0]) for row in db.execute("SELECT start_on FROM meetings WHERE start_on IS NOT NULL ORDER BY 1")]
    drawn: dict[str, object] = {}
    for field in random.sample(
        ("dialogues", "sides", "topics", "people", "sources", "languages", "dates", "rounds", "checked"), 2
    ):
        if field == "dates":
            since, until = sorted(random.choices(days, k=2))
            drawn |= {"since": random.choice((since, None)), "until": random.choice((until, None))}
        elif field == "checked":
            drawn["checked"] = True
        elif field == "rounds":
            drawn["last_rounds"] = random.choice((1, 2, 3, 5))
        else:
            values = [choice.value for choice in getattr(offered, field)]
            drawn[field] = tuple(dict.fromkeys(random.choices(values, k=random.choice((1, 1, 2)))))
    return Filters(**drawn)  # type: ignore[arg-type]
