"""Which reports tell of one real meeting. Pure: no SQL here.

Two rounds are never made one; where the reports do not settle it, they stay two meetings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.codebook.renamed import is_same_city
from parley.store.days import Interval, gap, interval, is_day

Verdict = Literal["same", "perhaps", "unsure", "other"]
WEIGHT: tuple[Verdict, ...] = ("other", "same", "perhaps")

# Two outlets may give 19 and 22 September for one summit; rounds of one format do not follow within a week.
SAME_ROUND_DAYS = 7
SAME_FORMAT_DAYS = 3
# An article without a date for the talks appears within days of them; a report of last year's round does not.
TOLD_WITHIN_DAYS = 14
# So many sides come to one table for one set of talks; two or three states may hold several on a day.
MANY_SIDES = 4
PLANS_SLIP_DAYS = 400
# Without a number, talks held within a month of the day for which they were announced are those announced.
PLANS_MOVE_DAYS = 31
# Talks announced for a city without a day are the next ones of that format there, if they come within half a year.
PLANS_WAIT_DAYS = 183
LEVELS = {"summit": "leaders", "ministerial": "ministers"}
STANDING = {"dialogue", "summit", "ministerial", "forum"}
FAMILIES = {"negotiation": "bilateral", "forum": "ministerial"}


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
    published: str | None = None
    is_dated: bool = True
    """Whether the text itself gives the date; else it is the article's date of publication."""
    pin: int = 0
    """The meeting that it belongs to because a person decided so; 0 for none."""

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
    if a.pin and b.pin:
        return "same" if a.pin == b.pin else "other"
    if _contradict(a, b):
        return "other"
    if _same_round(a, b) or _same_days_of_series(a, b) or _same_talks(a, b):
        return "same"
    if _same_month_of_series(a, b) or _just_told(a, b) or _same_many_sides(a, b) or _came_about(a, b):
        return "perhaps"
    return "unsure"


def same_meeting(report: Report, told: Iterable[Report]) -> Verdict:
    """Whether a report belongs to the meeting that these reports tell of: one says so, and none speaks against it."""
    answers = {(verdict(report, other), bool(other.pin)) for other in told}
    verdicts = {answer for answer, _ in answers}
    # A person may have made one meeting of reports that contradict each other: to agree with one of them is enough.
    if ("same", True) in answers:
        return "same"
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
        return not _same_number(a, b) or _gap(a, b) != 0 or a.kind != b.kind
    if a.series and b.series and a.series != b.series:
        return True
    if a.edition and b.edition and a.edition != b.edition and a.series == b.series:
        return True
    if a.level and b.level and a.level != b.level:
        return True
    if not (a.series or b.series) and (a.kind == "call") != (b.kind == "call"):
        return True
    return (_gap(a, b) or 0) > _days_apart(a, b)


def _same_number(a: Report, b: Report) -> bool:
    """The same round of the same series, by its number."""
    return bool(a.series and a.series == b.series and a.edition and a.edition == b.edition)


def _days_apart(a: Report, b: Report) -> int:
    """How many days two reports of one meeting may differ by."""
    if _same_number(a, b):
        slips = PLANS_SLIP_DAYS if a.level == b.level else PLANS_MOVE_DAYS
        return SAME_ROUND_DAYS if a.status == b.status == "held" else slips
    if _is_plan_of(a, b):
        return PLANS_MOVE_DAYS
    if a.series and a.series == b.series and a.kind == b.kind and a.kind in STANDING:
        return SAME_FORMAT_DAYS
    return SAME_FORMAT_DAYS if _told_after(a, b) and _same_place(a, b) and _fits(a, b) else 0


def _told_after(a: Report, b: Report) -> bool:
    """One has the date of publication alone, and that is no earlier than the day which the other gives."""
    if a.is_dated == b.is_dated or not a.status == b.status == "held" or not (a.days and b.days):
        return False
    told, dated = (b, a) if a.is_dated else (a, b)
    return told.days is not None and dated.days is not None and told.days[0] >= dated.days[0]


def _same_place(a: Report, b: Report) -> bool:
    return bool(a.place and b.place) and is_same_city(a.place or "", b.place or "")


def _fits(a: Report, b: Report) -> bool:
    """The same series, or the same many sides of which one report does not say in which series they met."""
    if a.series and a.series == b.series:
        return True
    unnamed = not (a.series and b.series) and (_family(a) == _family(b) or "other" in (a.kind, b.kind))
    return unnamed and len(a.parties) >= MANY_SIDES and a.parties == b.parties


def _family(report: Report) -> str:
    return FAMILIES.get(report.kind, report.kind)


def _gap(a: Report, b: Report) -> int | None:
    """Days between what the two say; None where one gives no date."""
    return gap(a.days, b.days) if a.days and b.days else None


def _same_round(a: Report, b: Report) -> bool:
    """Same series and edition; without dates to agree, the level must be the same too."""
    if not _same_number(a, b):
        return False
    return _gap(a, b) is not None or a.level == b.level


def _same_days_of_series(a: Report, b: Report) -> bool:
    """Same series, and days that agree: one format does not meet twice within three days."""
    return bool(a.series) and a.series == b.series and is_day(a.start) and is_day(b.start)


def _is_plan_of(a: Report, b: Report) -> bool:
    """One announces, and the other reports as held, talks of one series at one level; never the other way in time."""
    if {a.status, b.status} != {"planned", "held"} or not a.series or a.series != b.series:
        return False
    plan, told = (a, b) if a.status == "planned" else (b, a)
    alike = plan.level == told.level and (plan.kind in STANDING) == (told.kind in STANDING)
    announced = interval(plan.published)
    return alike and (announced is None or told.days is None or announced[0] <= told.days[1])


def _came_about(a: Report, b: Report) -> bool:
    """What was announced, and the talks held about then; without a day to go by, soon after and in that city.

    For a year alone they are the talks of that format held in it, within a year and a bit after the news.
    """
    if not _is_plan_of(a, b):
        return False
    plan, told = (a, b) if a.status == "planned" else (b, a)
    announced = interval(plan.published)
    if plan.days and len(plan.start or "") >= len("2023-09"):
        return is_day(told.start)
    if plan.days:  # a bare year: the next round after the news, held in that year
        elsewhere = plan.place and told.place and not _same_place(plan, told)
        if elsewhere or not (announced and told.days and is_day(told.start)) or _gap(a, b) != 0:
            return False
        return (told.days[0] - announced[1]).days <= PLANS_SLIP_DAYS
    if not (announced and told.days and is_day(told.start) and _same_place(plan, told)):
        return False
    return (told.days[0] - announced[0]).days <= PLANS_WAIT_DAYS


def _same_month_of_series(a: Report, b: Report) -> bool:
    """Same series and kind, and a month that takes in the other's date. A bare year says too little."""
    if not (a.series and a.series == b.series and a.kind == b.kind and a.kind in STANDING):
        return False
    in_a_month = all(report.start and len(report.start) >= len("2023-09") for report in (a, b))
    return in_a_month and _gap(a, b) == 0


def _just_told(a: Report, b: Report) -> bool:
    """Same series and kind: one is news of a vague date, out within two weeks after the day that the other gives."""
    if not (a.series and a.series == b.series and a.kind == b.kind and a.kind in STANDING and _gap(a, b) == 0):
        return False
    exact, vague = (a, b) if is_day(a.start) else (b, a)
    out = interval(vague.published)
    if not (exact.days and out and is_day(exact.start) and vague.focal and a.status == b.status == "held"):
        return False
    return is_day(vague.published) and 0 <= (out[0] - exact.days[0]).days <= TOLD_WITHIN_DAYS


def _same_many_sides(a: Report, b: Report) -> bool:
    """One does not name the series: same many sides, same days, and no other place or level."""
    if a.status != b.status or not (is_day(a.start) and is_day(b.start)) or (a.series and b.series):
        return False
    elsewhere = a.place and b.place and not _same_place(a, b)
    return _fits(a, b) and not elsewhere


def _same_talks(a: Report, b: Report) -> bool:
    """No series to go by: same sides, same day, same place, and the same people or the same kind of talks."""
    if len(a.parties) < 2 or a.parties != b.parties or not (is_day(a.start) and is_day(b.start)):
        return False
    if a.place and b.place and not _same_place(a, b):
        return False
    shared = a.people & b.people
    if len({side for _, side in shared}) > 1:
        return True
    alike = _family(a) == _family(b) and not a.series and not b.series
    return alike and bool(shared or not a.people or not b.people)
