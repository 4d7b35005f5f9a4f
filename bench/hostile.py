"""Files made to break readers, and those of the shared corpus: seconds and memory of each, the worst five of both.

`python -m bench.hostile` prints the table.
"""

import resource
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from parley.converter import Converter
from parley.errors import UnreadableFile
from tests.faults.hostile_files import HOSTILE
from tests.shared import SHARED

WORST = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: seconds until its end, the most memory that its process held, and the reason."""

    name: str
    seconds: float
    megabytes: float
    said: str


def outcome(converter: Converter, path: Path) -> Outcome:
    """Read one file through the converter."""
    began = time.perf_counter()
    try:
        with path.open("rb") as document:
            parts = [*converter.parts_in(path.name, document)]
        said = f"{sum(not isinstance(found, UnreadableFile) for _, found in parts)} of {len(parts)} read"
    except UnreadableFile as reason:
        said = str(reason)
    return Outcome(path.name, time.perf_counter() - began, converter.used.memory / 1e6, said)


def resident() -> float:
    """Megabytes that this process holds now; the most it ever held where the system tells no more."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def files(folder: Path) -> list[Path]:
    """Every hostile file, made or shared."""
    made = []
    for name, make in HOSTILE.items():
        made.append(folder / name)
        made[-1].write_bytes(make())
    shared = [path for path in (SHARED / "corpus" / "hostile").rglob("*") if path.is_file() and path.suffix != ".md"]
    return [*made, *sorted(shared)]


def outcomes(paths: list[Path]) -> list[Outcome]:
    """What became of each file."""
    converter = Converter()
    converter.standing()
    try:
        return [outcome(converter, path) for path in paths]
    finally:
        converter.close()


def main() -> None:
    """Print the worst, and how much this process has grown over it all."""
    with TemporaryDirectory() as folder:
        paths = files(Path(folder))
        before = resident()
        found = outcomes(paths)
    print(f"{len(found)} files, longest {max(one.seconds for one in found):.1f} s")
    for what in ("seconds", "megabytes"):
        print(f"\nworst by {what}")
        for one in sorted(found, key=lambda one: -getattr(one, what))[:WORST]:
            print(f"  {one.seconds:6.1f} s {one.megabytes:7.0f} MB  {one.name[-40:]:40} {one.said[:70]}")
    print(f"\nthis process grew by {resident() - before:.0f} MB")


if __name__ == "__main__":
    main()
