"""The registry of standing formats: what a series is, and the packaged list of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """A standing format in the registry: `us-kz-espd`, its full and its short name, and its parties."""

    id: str
    name: str
    short_name: str
    parties: tuple[str, ...] = ()
