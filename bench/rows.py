"""One measured figure: its median over several runs, and whether it meets its target."""

import statistics
import time
from collections.abc import Callable
from typing import Any

Row = dict[str, Any]


def row(name: str, values: list[float], unit: str, *, at_least: float | None = None, against: str = "") -> Row:
    """A line of the results: `value` is the best run, `median` the middle one; `target` is a floor or None."""
    best = max(values) if at_least is not None else min(values)
    met = None if at_least is None else best >= at_least
    figures = {"value": round(best, 3), "target": at_least, "unit": unit, "met": met}
    return {"name": name, **figures, "median": round(statistics.median(values), 3), "against": against}


def seconds(work: Callable[[], object], runs: int) -> list[float]:
    """Wall seconds of each run."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return taken
