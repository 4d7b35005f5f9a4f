"""How often Parley was right, as far as people checked: of findings accepted or put right, those left unchanged."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from parley.queries.read import Connection

DECIDED = """
SELECT COALESCE(c.article_key, 'meeting ' || c.meeting_id), c.part, c.anchor, c.field, c.verdict, c.at
FROM corrections c WHERE c.undone_at IS NULL AND c.field NOT IN ('apart', 'one', 'present') ORDER BY c.id
"""
FIELDS = {
    ("meeting", ""): "Meetings, as a whole",
    ("meeting", "date"): "Dates of meetings",
    ("meeting", "start"): "Dates of meetings",
    ("meeting", "end"): "Dates of meetings",
    ("meeting", "place"): "Places",
    ("meeting", "country"): "Places",
    ("meeting", "dialogue"): "Dialogues",
    ("meeting", "series"): "Dialogues",
    ("meeting", "series_id"): "Dialogues",
    ("meeting", "round"): "Rounds",
    ("meeting", "edition"): "Rounds",
    ("meeting", "sides"): "Sides",
    ("meeting", "parties"): "Sides",
    ("meeting", "kind"): "Kinds of meeting",
    ("meeting", "status"): "Held, planned or cancelled",
    ("person", "office"): "Offices",
    ("article", "published_on"): "Dates of publication",
}
PARTS = {
    "person": "People",
    "topic": "Topics in sentences",
    "reading": "How topics were dealt with",
    "promise": "Promises",
}
JUDGED = ("accepted", "corrected", "rejected")
LIKELY = 1.96
"""Standard deviations on either side that hold 95 of 100 cases."""
ENOUGH = 10
"""A share of fewer findings says nothing."""


@dataclass(frozen=True, slots=True)
class Score:
    """So many findings of a kind (or of a month of checking) were checked, and so many of them left unchanged."""

    name: str
    checked: int
    right: int

    @property
    def share(self) -> float | None:
        """The share left unchanged, 0 to 1; None where too few were checked."""
        return self.right / self.checked if self.checked >= ENOUGH else None

    @property
    def between(self) -> tuple[float, float] | None:
        """Where the share lies in 95 of 100 cases, after Wilson (1927); None where too few were checked."""
        if self.checked < ENOUGH:
            return None
        square, share = LIKELY**2 / self.checked, self.right / self.checked
        middle = share + square / 2
        spread = LIKELY * sqrt(share * (1 - share) / self.checked + square / self.checked / 4)
        return (middle - spread) / (1 + square), (middle + spread) / (1 + square)


def scores(db: Connection) -> tuple[tuple[Score, ...], tuple[Score, ...]]:
    """By kind of finding, and by month of checking (as "2026-11", oldest first).

    Of decisions on one field the newest that stands counts. What people added was never found, so it is not counted.
    """
    newest: dict[tuple[str, ...], tuple[str, str]] = {}
    added: set[tuple[str, ...]] = set()
    for whose, part, anchor, field, verdict, at in db.execute(DECIDED).fetchall():
        name = FIELDS.get((part, field)) or PARTS.get(part)
        if verdict == "added":
            added.add((whose, part, anchor))
        elif name and verdict in JUDGED and (whose, part, anchor) not in added:
            newest[(whose, part, anchor, name)] = verdict, at[:7]
    told = [(key[-1], month, verdict) for key, (verdict, month) in newest.items()]
    by_kind = _counted((name, verdict) for name, _, verdict in told)
    order = list(dict.fromkeys([*FIELDS.values(), *PARTS.values()]))
    return (
        tuple(sorted(by_kind, key=lambda one: order.index(one.name))),
        tuple(sorted(_counted((month, verdict) for _, month, verdict in told), key=lambda one: one.name)),
    )


def _counted(told: Iterable[tuple[str, str]]) -> list[Score]:
    found: dict[str, Score] = {}
    for name, verdict in told:
        one = found.get(name, Score(name, 0, 0))
        found[name] = Score(name, one.checked + 1, one.right + int(verdict == "accepted"))
    return list(found.values())
