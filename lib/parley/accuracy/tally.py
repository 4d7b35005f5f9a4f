"""Counts behind the figures: how many found, wanted and right, and every miss in words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_CARRIED = 3  # Articles of the reference that must carry a topic before it counts in the mean over topics.


@dataclass(slots=True)
class Found:
    """Of things of one kind: how many of those found are right, how many were found, how many there are."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count one more article."""
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0 to 1; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found, 0 to 1; 0 where there is nothing."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if self.right else 0.0


@dataclass(slots=True)
class Tally:
    """What was counted over the articles so far."""

    kinds: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    shares: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    topics: dict[str, Found] = field(default_factory=lambda: defaultdict(Found))
    misses: list[str] = field(default_factory=list)

    def share(self, name: str, right: object, miss: str = "") -> None:
        """Count one thing that is right or wrong; a wrong one is told as `miss`."""
        self.shares[name][0] += bool(right)
        self.shares[name][1] += 1
        if not right:
            self.misses.append(f"{name}: {miss}")

    def figures(self) -> Iterator[tuple[str, float | int]]:
        """Name and value of each figure, in the order in which they are read."""
        for name, counts in self.kinds.items():
            yield f"{name}.p", counts.precision
            yield f"{name}.r", counts.recall
            yield f"{name}.f1", counts.f1
            yield f"{name}.n", counts.wanted
        carried = [counts.f1 for counts in self.topics.values() if counts.wanted >= _CARRIED]
        if carried:
            yield "topics.macro_f1", sum(carried) / len(carried)
        yield from ((name, right / total) for name, (right, total) in sorted(self.shares.items()))
