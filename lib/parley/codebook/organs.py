"""Organs of organisations: under which names texts tell of their sessions, and at which level they meet."""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

_NEAR = 40
_TO_COME = re.compile(
    r"\b(?:upcoming|forthcoming|next|agenda|preparations?|ahead|предстоящ\w+|подготовк\w+|очередн\w+)\b"
)


class Organ(NamedTuple):
    """An organ in which an organisation's members meet: its name, whose it is, and the kind of its meetings."""

    name: str
    party: str
    kind: str


@cache
def _organs() -> tuple[tuple[Organ, str], ...]:
    """Each organ with how Russian texts begin the words of its name; longer names first."""
    text = resources.files("parley.codebook").joinpath("data", "organs.yaml").read_text("utf-8")
    rows = sorted(yaml.load(text, yaml.CSafeLoader), key=lambda row: -len(row["name"]))
    return tuple((Organ(row["name"], row["party"], row["kind"]), row.get("ru", "")) for row in rows)


@cache
def sessions() -> re.Pattern[str]:
    """A session of an organ, with its name as `en` or `ru`."""
    english = "|".join(re.escape(organ.name) for organ, _ in _organs())
    russian = "|".join(_stems(ru) for _, ru in _organs() if ru)
    return re.compile(
        rf"\b(?:meeting|session|summit)s? of the (?P<en>(?i:{english}))\b|"
        rf"\b(?P<en2>(?i:{english})) (?:meeting|session|summit|met|held)\b|"
        rf"\b(?:заседани|сесси|саммит|встреч)\w* (?P<ru>{russian})"
    )


def _stems(name: str) -> str:
    """The words of a Russian name in any case, by how they begin."""
    return r" ".join(rf"{re.escape(word)}\w*" for word in name.split())


@cache
def organ_called(words: str) -> Organ:
    """The organ of this name, as `sessions` found it."""
    small = words.casefold()
    named = (
        organ for organ, ru in _organs() if organ.name.casefold() == small or (ru and re.fullmatch(_stems(ru), words))
    )
    return next(named)


def named_session(text: str) -> Organ | None:
    """The organ of whose session a sentence or a headline tells; None where of none, or of one to come."""
    line = text[:1].lower() + text[1:]
    told = sessions().search(line) if "ouncil" in text or "овет" in text else None
    if told is None or _TO_COME.search(line, max(0, told.start() - _NEAR), told.start()):
        return None
    return organ_called(told["en"] or told["en2"] or told["ru"])
