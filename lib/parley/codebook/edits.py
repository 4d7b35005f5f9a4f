"""A change of a desk's own codebook as a value, and the YAML of its file with that change.

Only `desk.yaml` is ever rewritten so, which Parley made itself: what people wrote into files of their own stays as
they wrote it, comments and all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from parley.codebook.own import Files
from parley.codebook.written import as_written
from parley.model import Language

DESK = "desk.yaml"
HEAD = "# Written by Parley's Codebook page, which keeps every earlier state. Comments belong into another file.\n"
Verb = Literal["add", "take"]
_OTHER: dict[Verb, Verb] = {"add": "take", "take": "add"}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Lines (with their marks) added to a topic or taken from it."""

    topic: str
    language: Language
    verb: Verb
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewTopic:
    """A topic of the desk's own, with its first phrases."""

    id: str
    label: str
    group: str
    counts: str
    lines: tuple[tuple[Language, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name that texts of one language give a dialogue; `since` and `until` are months, empty for always."""

    series: str
    language: Language
    verb: Verb
    name: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class NewSeries:
    """A dialogue that the codebook does not hold yet."""

    id: str
    name: str
    short: str
    parties: tuple[str, ...]
    names: tuple[tuple[Language, tuple[str, ...]], ...]
    levels: tuple[str, ...]
    cadence: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A further spelling of somebody's name; one whom nobody knows yet needs name and side too."""

    person: str
    also: tuple[str, ...]
    name: str = ""
    party: str = ""


Edit = Phrases | NewTopic | Name | NewSeries | Spelling


def with_edit(files: Files, edit: Edit) -> Files:
    """The files of a desk's codebook with this change; a file in which nothing is left is gone."""
    texts = dict(files)
    data = yaml.load(texts.get(DESK, "") or "{}", yaml.BaseLoader)  # text alone: "NO" is Norway
    data = data if isinstance(data, dict) else {}
    EDITS[type(edit)](data, edit)
    told = _pruned(data)
    texts.pop(DESK, None)
    if told:
        texts[DESK] = HEAD + as_written(told)
    return tuple(sorted(texts.items()))


def _phrases(data: dict[str, Any], edit: Phrases) -> None:
    """A line that was taken is only given back, and one that was added only taken out again."""
    topic = data.setdefault("phrases", {}).setdefault(edit.topic, {})
    undone = _lines(topic, _OTHER[edit.verb], edit.language)
    left = [line for line in edit.lines if line not in undone]
    _write(topic, _OTHER[edit.verb], edit.language, [line for line in undone if line not in edit.lines])
    _write(topic, edit.verb, edit.language, [*_lines(topic, edit.verb, edit.language), *left])


def _lines(topic: dict[str, Any], verb: Verb, language: str) -> list[str]:
    return [line.strip() for line in topic.get(verb, {}).get(language, "").splitlines() if line.strip()]


def _write(topic: dict[str, Any], verb: Verb, language: str, lines: list[str]) -> None:
    topic.setdefault(verb, {})[language] = _block(lines)


def _block(lines: list[str] | tuple[str, ...]) -> str:
    return "".join(f"{line}\n" for line in dict.fromkeys(lines))


def _new_topic(data: dict[str, Any], edit: NewTopic) -> None:
    entry = {"id": edit.id, "label": edit.label, "group": edit.group, "counts": edit.counts}
    kept = [one for one in data.get("topics", []) if one.get("id") != edit.id]
    data["topics"] = [*kept, entry | {language: _block(lines) for language, lines in edit.lines}]


def _name(data: dict[str, Any], edit: Name) -> None:
    one = data.setdefault("names", {}).setdefault(edit.series, {})
    undone = one.setdefault(_OTHER[edit.verb], {}).setdefault(edit.language, [])
    same = [known for known in undone if _called(known) == edit.name]
    for known in same:
        undone.remove(known)
    if not same:
        bounds = {key: month for key, month in (("since", edit.since), ("until", edit.until)) if month}
        said = {"name": edit.name, **bounds} if bounds else edit.name
        one.setdefault(edit.verb, {}).setdefault(edit.language, []).append(said)


def _called(name: Any) -> Any:
    return name.get("name") if isinstance(name, dict) else name


def _new_series(data: dict[str, Any], edit: NewSeries) -> None:
    entry = {"name": edit.name, "short": edit.short, "parties": list(edit.parties)}
    names = {language: list(named) for language, named in edit.names}
    how = {"levels": list(edit.levels), "cadence": edit.cadence}
    data.setdefault("series", {})[edit.id] = {**entry, "names": names, **how}


def _spelling(data: dict[str, Any], edit: Spelling) -> None:
    people = data.setdefault("people", [])
    entry = next((one for one in people if one.get("id") == edit.person), None)
    if entry is None:
        entry = {"id": edit.person}
        people.append(entry)
    entry |= {key: value for key, value in (("name", edit.name), ("party", edit.party)) if value}
    entry["also"] = list(dict.fromkeys([*entry.get("also", []), *edit.also]))


EDITS: dict[type, Callable[[dict[str, Any], Any], None]] = {
    Phrases: _phrases,
    NewTopic: _new_topic,
    Name: _name,
    NewSeries: _new_series,
    Spelling: _spelling,
}


def _pruned(value: Any) -> Any:
    """The value without what holds nothing."""
    if isinstance(value, dict):
        left = {key: _pruned(one) for key, one in value.items()}
        return {key: one for key, one in left.items() if one not in ({}, [], "")}
    return [_pruned(one) for one in value] if isinstance(value, list) else value
