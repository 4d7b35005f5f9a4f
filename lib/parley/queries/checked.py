"""How often Parley was right, as far as people checked: of findings accepted or put right, those left unchanged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from parley.queries.read import Connection
from parley.store.corrections import COLUMNS, Correction, of_row

DECIDED = f"""
SELECT {COLUMNS} FROM corrections c
WHERE c.undone_at IS NULL AND c.field NOT IN ('apart', 'one', 'present') ORDER BY c.id
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
    def not_right(self) -> int:
        """How many people put right or rejected."""
        return self.checked - self.right

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


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding that people checked: of which kind it is, and the newest decision on it that stands."""

    name: str
    decision: Correction

    @property
    def month(self) -> str:
        """The month of checking, as "2026-11"."""
        return self.decision.at[:7]

    @property
    def is_right(self) -> bool:
        """Whether it was left unchanged."""
        return self.decision.verdict == "accepted"


def findings(db: Connection) -> tuple[Checked, ...]:
    """Every finding that people checked, once, in the order of its first decision.

    Of decisions on one field the newest that stands counts. What people added was never found, so it is none.
    """
    newest: dict[tuple[object, ...], Checked] = {}
    added: set[tuple[object, ...]] = set()
    for one in (of_row(row) for row in db.execute(DECIDED).fetchall()):
        name = FIELDS.get((one.part, one.field)) or PARTS.get(one.part)
        whose = (one.article_key or one.meeting_id or -one.id, one.part, _place(one))
        if one.verdict == "added":
            added.add(whose)
        elif name and one.verdict in JUDGED and whose not in added:
            newest[(*whose, name)] = Checked(name, one)
    return tuple(newest.values())


def _place(one: Correction) -> object:
    """What tells the finding from others of its article; words tell nothing of one that is judged in all of it."""
    return one.anchor if one.anchor.start is not None or not one.anchor.which else replace(one.anchor, quote="")


def scores(found: Sequence[Checked]) -> tuple[tuple[Score, ...], tuple[Score, ...]]:
    """By kind of finding, and by month of checking (as "2026-11", oldest first)."""
    order = list(dict.fromkeys([*FIELDS.values(), *PARTS.values()]))
    by_kind = _counted((one.name, one.is_right) for one in found)
    by_month = _counted((one.month, one.is_right) for one in found)
    return (
        tuple(sorted(by_kind, key=lambda one: order.index(one.name))),
        tuple(sorted(by_month, key=lambda one: one.name)),
    )


def _counted(told: Iterable[tuple[str, bool]]) -> list[Score]:
    counts: dict[str, Score] = {}
    for name, is_right in told:
        one = counts.get(name, Score(name, 0, 0))
        counts[name] = Score(name, one.checked + 1, one.right + is_right)
    return list(counts.values())
