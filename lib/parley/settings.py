"""Environment -> Settings: where things lie, and nothing else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this Parley keeps its things."""

    data: Path
    samples: Path

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.data / "parley.db"

    @property
    def blobs(self) -> Path:
        """The folder of uploaded bytes, named by their SHA-256."""
        return self.data / "blobs"


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `PARLEY_DATA` (default `data/`); samples lie in the project's own `data/samples`."""
    found = os.environ if environment is None else environment
    home = Path(__file__).resolve().parents[2]
    return Settings(data=Path(found.get("PARLEY_DATA") or home / "data").absolute(), samples=home / "data" / "samples")
