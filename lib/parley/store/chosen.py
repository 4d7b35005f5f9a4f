"""What a meeting's row says, chosen from what its reports say. Pure: no SQL here."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.codebook.renamed import name_on
from parley.store.days import day_of, gap, interval, month_of
from parley.store.meetings import Report

Value = TypeVar("Value", bound=Hashable)
SETTING = """edition = ?, edition_basis = ?, kind = ?, status = ?, start_on = ?, end_on = ?, day = ?, month = ?,
    place = ?, country = ?, title = ?, is_reported = ?"""
"""The columns of a meeting's row that `Chosen.values` gives, for an UPDATE; its series has a key of the database."""
STATUS_RANK = {"held": 2, "cancelled": 1, "planned": 0}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the meeting's row says."""

    series: str | None
    series_name: str | None
    edition: int | None
    edition_basis: str | None
    kind: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    parties: tuple[str, ...]
    is_reported: bool
    title: str

    @property
    def values(self) -> tuple[str | int | None, ...]:
        """What `SETTING` binds."""
        days = (day_of(self.start), month_of(self.start))
        where = (self.place, self.country, self.title, int(self.is_reported))
        return (self.edition, self.edition_basis, self.kind, self.status, self.start, self.end, *days, *where)


def choose(reports: Sequence[Report]) -> Chosen:
    """The meeting's values from its reports: focal ones first, then the most frequent, then the most precise."""
    status = max((report.status for report in reports), key=STATUS_RANK.__getitem__)
    # An announced date gives way to the date on which it was held.
    dated = [report for report in reports if report.status == status] or list(reports)
    dated = [report for report in dated if report.is_dated] or dated  # what a text says before the day it came out
    start, end = _first(dated, _dates, _support) or _first(reports, _dates, _support) or (None, None)
    edition = _first(reports, lambda r: (r.edition, r.edition_basis) if r.edition else None, _stated_first)
    series = _first(reports, lambda r: (r.series, r.series_name) if r.series else None)
    place = _first(reports, lambda r: r.place)
    country = _first([r for r in reports if r.place == place], lambda r: r.country) or _first(
        reports, lambda r: r.country
    )
    parties = _first(reports, lambda r: r.parties or None, _widest) or ()
    name = series[1] if series else None
    return Chosen(
        series=series[0] if series else None,
        series_name=name,
        edition=edition[0] if edition else None,
        edition_basis=edition[1] if edition else None,
        kind=_first(reports, lambda r: r.kind if r.kind != "other" else None) or "other",
        status=status,
        start=start,
        end=end,
        place=name_on(place, start) if place else None,
        country=country,
        parties=parties,
        # An announcement is focal, too: it does not make a meeting one that was held and reported.
        is_reported=any(report.focal and report.status == status for report in reports),
        title=name or "–".join(parties) + (" meeting" if parties else "Meeting"),
    )


Rank = Callable[[Value, Counter[Value]], tuple[object, ...]]


def _most(value: Value, told: "Counter[Value]") -> tuple[object, ...]:
    return (told[value],)


def _widest(value: tuple[str, ...], told: "Counter[tuple[str, ...]]") -> tuple[object, ...]:
    return told[value], len(value)


def _stated_first(value: tuple[int, str | None], told: "Counter[tuple[int, str | None]]") -> tuple[object, ...]:
    return value[1] == "stated", told[value]


def _support(value: tuple[str, str | None], told: "Counter[tuple[str, str | None]]") -> tuple[object, ...]:
    """How many reports' dates take this one in, then how exact it is: two of "2023-09" do not outvote the 19th."""
    days = interval(*value)
    agreeing = sum(n for other, n in told.items() if days and (o := interval(*other)) and gap(days, o) == 0)
    return agreeing, len(value[0]), bool(value[1])


def _dates(report: Report) -> tuple[str, str | None] | None:
    return (report.start, report.end) if report.start else None


def _first(
    reports: Sequence[Report], value: Callable[[Report], Value | None], rank: "Rank[Value]" = _most
) -> Value | None:
    """The best value that the focal reports give, else the others'; of equals the one told first."""
    for group in ([r for r in reports if r.focal], reports):
        told = Counter(found for report in group if (found := value(report)) is not None)
        if told:
            return max(told, key=lambda found: rank(found, told))
    return None
