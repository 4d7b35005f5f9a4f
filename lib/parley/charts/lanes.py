"""Where each meeting stands on its lane, so that no two marks cover each other while there is room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MOST_ROWS = 6
SIDE_ROW, MOST_SIDE_ROW = 3, 5
YEAR = 365
NEAR = 0.02
"""Two dots closer than this share of the whole time shown would touch on a desktop screen."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a date may mean, first to last; a known day is a stretch of one."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a lane: its row from the top and, without a date, how far along the strip at the side (0 to 1).

    `leader` is the number of the first mark on the same spot: where there is no room, several share one.
    """

    row: int
    side: float | None = None
    leader: int = 0


def stretch_of(start: object) -> Stretch | None:
    """The days that `2023-11-06`, `2023-11`, `2023-Q4` or `2023` may mean; None where there is no readable date."""
    if not isinstance(start, str):
        return None
    year, _, rest = start.partition("-")
    try:
        if not rest:
            return _months(int(year), 1, 12)
        if rest.startswith("Q"):
            return _months(int(year), int(rest[1:]) * 3 - 2, 3)
        if len(rest) == 2:
            return _months(int(year), int(rest), 1)
        day = date.fromisoformat(start[:10])
    except ValueError:
        return None
    return Stretch(day, day)


def _months(year: int, first: int, count: int) -> Stretch:
    after = year * 12 + first - 1 + count
    return Stretch(date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def time_shown(stretches: Sequence[Stretch | None], also: date | None = None) -> tuple[date, date] | None:
    """First and last day of the axis, a year at least, with room at both ends; None when nothing has a date.

    `also`, today, is in it unless it lies farther off than the meetings span, and than two years.
    """
    known = [s for s in stretches if s]
    if not known:
        return None
    first, last = min(s.first for s in known), max(s.last for s in known)
    if also and abs(also - (last if also > last else first)) <= max(last - first, timedelta(days=2 * YEAR)):
        first, last = min(first, also), max(last, also)
    room = max(timedelta(days=20), (last - first) * 0.03, (timedelta(days=YEAR) - (last - first)) / 2)
    return first - room, last + room


def middle_of(stretch: Stretch | None) -> Stretch | None:
    """The day in the middle of what a date may mean: where the ring of an expected round stands."""
    if stretch is None:
        return None
    day = stretch.first + (stretch.last - stretch.first) / 2
    return Stretch(day, day)


def spots_on_lane(stretches: Sequence[Stretch | None], shown: tuple[date, date] | None) -> list[Spot]:
    """A spot for each mark of one lane: the first row that is free there; where none is, one that is shared."""
    near = (shown[1] - shown[0]) * NEAR if shown else timedelta()
    free_from: list[date] = []
    leaders: list[tuple[date, int]] = []
    spots: dict[int, Spot] = {}
    dated = [(stretch, n) for n, stretch in enumerate(stretches) if stretch]
    for stretch, n in sorted(dated, key=lambda pair: (pair[0].first, pair[0].last, pair[1])):
        row = next((r for r, day in enumerate(free_from) if day <= stretch.first), None)
        if row is None and len(free_from) < MOST_ROWS:
            row = len(free_from)
            free_from.append(date.min)
            leaders.append((date.min, n))
        if row is None:
            row = free_from.index(min(free_from))
            is_shared = stretch.first < leaders[row][0] + max(near, timedelta(days=1))
        else:
            is_shared = False
        leaders[row] = leaders[row] if is_shared else (stretch.first, n)
        free_from[row] = stretch.last + max(near, timedelta(days=1))
        spots[n] = Spot(row, leader=leaders[row][1])
    spots |= _side_spots([n for n, stretch in enumerate(stretches) if not stretch])
    return [spots[n] for n in range(len(stretches))]


def _side_spots(undated: Sequence[int]) -> dict[int, Spot]:
    """The strip at the side holds three to a row, five where the rows run out; what is left shares the spots."""
    per_row = min(MOST_SIDE_ROW, max(SIDE_ROW, -(-len(undated) // MOST_ROWS)))
    spots = per_row * MOST_ROWS
    return {
        n: Spot(k % spots // per_row, (k % per_row + 0.5) / per_row, undated[k % spots]) for k, n in enumerate(undated)
    }
