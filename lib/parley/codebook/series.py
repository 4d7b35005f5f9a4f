"""The registry of standing formats: what a series is, and the packaged list of them."""

from dataclasses import dataclass

from parley.codebook.words import read_yaml


@dataclass(frozen=True, slots=True)
class Series:
    """A standing format in the registry: `us-kz-espd`, its full and its short name, and its parties.

    `names` are the ways a text names it without its parties and its ordinal, in small letters; `whole`
    are names that mean this format whoever is named beside them (`*`: any ending). `since` and `until` are months
    (`2018-01`) within which those names mean this format. `levels` and `cadence` say who meets, how often.
    """

    id: str
    name: str
    short_name: str
    parties: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    cadence: str = "irregular"
    since: str = ""
    until: str = "9999"

    def is_meant_on(self, day: str | None) -> bool:
        """Whether the names mean this format on an ISO date of any precision; always where no day is known."""
        return not day or (self.since <= day and day[:7] <= self.until)


def load_series() -> tuple[Series, ...]:
    """The packaged registry."""
    return tuple(
        Series(
            id=key,
            name=row["name"],
            short_name=row["short"],
            parties=tuple(row["parties"]),
            names=tuple(row["names"]),
            whole=tuple(row.get("whole", ())),
            levels=tuple(row["levels"]),
            cadence=row["cadence"],
            since=row.get("since", ""),
            until=row.get("until", "9999"),
        )
        for key, row in read_yaml("series.yaml").items()
    )
