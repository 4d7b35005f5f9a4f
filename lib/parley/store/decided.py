"""What people decided on a meeting as a whole, said by each of its reports. Pure.

So the choice of the meeting's values and the search for its further reports heed it alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from parley.store.corrections import Correction, newest
from parley.store.meetings import Report

FIELDS: dict[str, tuple[str, ...]] = {
    "date": ("start", "end"),
    "place": ("place", "country"),
    "dialogue": ("series", "series_name"),
    "round": ("edition", "edition_basis"),
    "kind": ("kind",),
    "status": ("status",),
    "sides": ("parties",),
}
"""The fields of a meeting that can be corrected, each with the names in `Report` that it sets."""


def corrected_fields(corrections: Sequence[Correction]) -> dict[str, Correction]:
    """The newest correction of each field of a meeting."""
    return newest(one for one in corrections if one.verdict == "corrected" and one.field in FIELDS)


def decided(
    reports: Sequence[Report], corrections: Sequence[Correction], since: Mapping[str, tuple[int, int]]
) -> list[Report]:
    """The reports with what stands of the corrections of their meeting, oldest first, in place of what they say.

    `since` names for each field the newest decision in an article, and which report says it: a newer one is heeded.
    """
    said: dict[str, Any] = {}
    for field, one in corrected_fields(corrections).items():
        number, place = since.get(field, (0, 0))
        values = {name: getattr(reports[place], name) for name in FIELDS[field]} if number > one.id else one.after
        said |= {name: values.get(name) for name in FIELDS[field]}
    if "parties" in said:
        said["parties"] = tuple(sorted(set(said["parties"] or ())))
    if "start" in said:
        said["is_dated"] = True
    return [replace(report, **said) for report in reports] if said else list(reports)
