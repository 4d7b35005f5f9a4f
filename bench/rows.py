"""One measured figure: its median over several runs, whether it meets its target, and how noisy the machine was."""

import os
import platform
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
STEPS = 200_000


def row(
    name: str,
    values: list[float],
    unit: str,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    against: str = "",
) -> Row:
    """A line of the results: `value` is the best run, `median` the middle one, by which the target is met or not.

    `against` says what was measured in between for comparison, with its median.
    """
    target = at_most if at_least is None else at_least
    best = min(values) if at_least is None else max(values)
    middle = statistics.median(values)
    met = None if target is None else middle <= target if at_least is None else middle >= target
    figures = {"value": round(best, 3), "target": target, "unit": unit, "met": met, "median": round(middle, 3)}
    return {"name": name, **figures, "against": against}


def missing(name: str, why: str) -> Row:
    """A line for what this machine cannot measure, so that it is missed."""
    return {"name": name, "value": None, "target": None, "unit": why, "met": None, "median": None, "against": ""}


@dataclass
class Noise:
    """How much longer the same small loop took at its slowest, measured between the others' runs."""

    taken: list[float] = field(default_factory=list)

    def listen(self) -> None:
        """Take the loop's wall time once more."""
        began = time.perf_counter()
        total = 0
        for step in range(STEPS):
            total += step
        self.taken.append(time.perf_counter() - began)

    def machine(self) -> str:
        """The machine, its load, and its noise over the whole run."""
        what = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
        usual, best, worst = statistics.median(self.taken), min(self.taken), max(self.taken)
        noise = f"a fixed loop took {usual / best:.1f} times its best in the middle, {worst / best:.1f} at worst"
        return f"{what}; load {os.getloadavg()[0]:.1f}; {noise}"


def table(rows: list[Row]) -> str:
    """The rows as people read them; a row without a figure says why."""
    return "\n".join(_line(one) for one in rows)


def _line(one: Row) -> str:
    if one["median"] is None:
        return f"{one['name']:58} not measured: {one['unit']}"
    goal = "" if one["target"] is None else f"target {one['target']:,}, {'met' if one['met'] else 'MISSED'}"
    figures = f"{one['median']:>10,.1f} {one['unit']:<12}"
    return " ".join(filter(None, [f"{one['name']:58} {figures}", goal, one["against"] and f"({one['against']})"]))
