"""Environment -> Settings: where things lie, and nothing else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOCAL = "local"
"""Whoever works at this machine, without sign-in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this Parley keeps its things."""

    data: Path
    samples: Path
    own_codebook: Path | None = None
    """The folder of the desk's own codebook, where it is not `codebook/` among the data."""
    read_only: bool = False
    """Whether readers may correct nothing, and report mistakes instead."""

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.data / "parley.db"

    @property
    def blobs(self) -> Path:
        """The folder of uploaded bytes, named by their SHA-256."""
        return self.data / "blobs"

    @property
    def codebook(self) -> Path:
        """The folder of the desk's own codebook; it need not be there."""
        return self.own_codebook or self.data / "codebook"


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `PARLEY_DATA` (default `data/`) and `PARLEY_CODEBOOK` (default `codebook/` in it).

    Samples lie in the project's own `data/samples`. With `PARLEY_READ_ONLY=1` nobody may correct what was found.
    """
    found = os.environ if environment is None else environment
    home = Path(__file__).resolve().parents[2]
    own = found.get("PARLEY_CODEBOOK")
    return Settings(
        data=Path(found.get("PARLEY_DATA") or home / "data").absolute(),
        samples=home / "data" / "samples",
        own_codebook=Path(own).absolute() if own else None,
        read_only=found.get("PARLEY_READ_ONLY", "") not in ("", "0"),
    )
