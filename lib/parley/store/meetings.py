"""Which reports tell of one real meeting, and what the meeting's row says of it. Pure: no SQL here.

Two rounds are never made one; where the reports do not settle it, they stay two meetings.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from parley.store.days import Interval, gap, interval, is_day

Verdict = Literal["same", "perhaps", "unsure", "other"]
WEIGHT: tuple[Verdict, ...] = ("other", "same", "perhaps")
Value = TypeVar("Value", bound=Hashable)

# Two outlets may give 19 and 22 September for one summit; rounds of one format do not follow within a week.
SAME_ROUND_DAYS = 7
SAME_FORMAT_DAYS = 3
PLANS_SLIP_DAYS = 400
LEVELS = {"summit": "leaders", "ministerial": "ministers"}
STANDING = {"dialogue", "summit", "ministerial", "forum"}
FAMILIES = {"negotiation": "bilateral", "forum": "ministerial"}
STATUS_RANK = {"held": 2, "cancelled": 1, "planned": 0}


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one meeting; `people` are pairs of person and side."""

    article_id: int
    focal: bool
    status: str
    kind: str
    parties: tuple[str, ...]
    series: str | None = None
    series_name: str | None = None
    edition: int | None = None
    edition_basis: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    people: frozenset[tuple[str, str | None]] = frozenset()

    @property
    def days(self) -> Interval | None:
        """The days that its dates can mean."""
        return interval(self.start, self.end)

    @property
    def level(self) -> str | None:
        """Leaders or ministers where the kind tells; a dialogue has one standing and compares with its like alone."""
        return LEVELS.get(self.kind)


def verdict(a: Report, b: Report) -> Verdict:
    """Whether two reports tell of one meeting; `perhaps` (a month that agrees) holds only where nothing else would."""
    if _contradict(a, b):
        return "other"
    if _same_round(a, b) or _same_days_of_series(a, b) or _same_talks(a, b):
        return "same"
    return "perhaps" if _same_month_of_series(a, b) else "unsure"


def same_meeting(report: Report, told: Iterable[Report]) -> Verdict:
    """Whether a report belongs to the meeting that these reports tell of: one says so, and none speaks against it."""
    verdicts = {verdict(report, other) for other in told}
    return next((answer for answer in WEIGHT if answer in verdicts), "unsure")


def told_together(reports: Sequence[Report]) -> list[list[Report]]:
    """The reports in groups that hold together on their own: one group, unless the one that joined them is gone."""
    groups: list[list[Report]] = []
    for report in reports:
        near = [group for group in groups if same_meeting(report, group) in ("same", "perhaps")]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), report])
    return sorted(groups, key=lambda group: reports.index(group[0]))


def _contradict(a: Report, b: Report) -> bool:
    if a.article_id == b.article_id:
        return True
    if a.series and b.series and a.series != b.series:
        return True
    if a.edition and b.edition and a.edition != b.edition and a.series == b.series:
        return True
    if a.level and b.level and a.level != b.level:
        return True
    if not (a.series or b.series) and (a.kind == "call") != (b.kind == "call"):
        return True
    return (_gap(a, b) or 0) > _days_apart(a, b)


def _days_apart(a: Report, b: Report) -> int:
    """How many days two reports of one meeting may differ by."""
    if not a.series or a.series != b.series:
        return 0
    if a.edition and a.edition == b.edition:
        return SAME_ROUND_DAYS if a.status == b.status == "held" else PLANS_SLIP_DAYS
    return SAME_FORMAT_DAYS if a.kind == b.kind and a.kind in STANDING else 0


def _gap(a: Report, b: Report) -> int | None:
    """Days between what the two say; None where one gives no date."""
    return gap(a.days, b.days) if a.days and b.days else None


def _same_round(a: Report, b: Report) -> bool:
    """Same series and edition; without dates to agree, the level must be the same too."""
    if not (a.series and a.series == b.series and a.edition and a.edition == b.edition):
        return False
    return _gap(a, b) is not None or a.level == b.level


def _same_days_of_series(a: Report, b: Report) -> bool:
    """Same series, and days that agree: one format does not meet twice within three days."""
    return bool(a.series) and a.series == b.series and is_day(a.start) and is_day(b.start)


def _same_month_of_series(a: Report, b: Report) -> bool:
    """Same series and kind, and a month that takes in the other's date. A bare year says too little."""
    if not (a.series and a.series == b.series and a.kind == b.kind and a.kind in STANDING):
        return False
    in_a_month = all(report.start and len(report.start) >= len("2023-09") for report in (a, b))
    return in_a_month and _gap(a, b) == 0


def _same_talks(a: Report, b: Report) -> bool:
    """No series to go by: same sides, same day, same place, and the same people or the same kind of talks."""
    if len(a.parties) < 2 or a.parties != b.parties or not (is_day(a.start) and is_day(b.start)):
        return False
    if a.place and b.place and a.place.casefold() != b.place.casefold():
        return False
    shared = a.people & b.people
    if len({side for _, side in shared}) > 1:
        return True
    alike = FAMILIES.get(a.kind, a.kind) == FAMILIES.get(b.kind, b.kind) and not a.series and not b.series
    return alike and bool(shared or not a.people or not b.people)


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


def choose(reports: Sequence[Report]) -> Chosen:
    """The meeting's values from its reports: focal ones first, then the most frequent, then the most precise."""
    status = max((report.status for report in reports), key=STATUS_RANK.__getitem__)
    # An announced date gives way to the date on which it was held.
    dated = [report for report in reports if report.status == status] or list(reports)
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
        kind=_first(reports, lambda r: r.kind) or "other",
        status=status,
        start=start,
        end=end,
        place=place,
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
