"""Dialogues of a desk's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from babel import Locale

from parley.codebook.entries import Entry, meant
from parley.codebook.own_topics import SPOKEN, as_id
from parley.codebook.series import ALWAYS, Alias, Series
from parley.codebook.world import rows

FIELDS = ("name", "short", "parties", "names", "whole", "levels", "cadence", "since", "until")
LEVELS = ("leaders", "ministers", "officials")
CADENCES = ("yearly", "every two years", "irregular")
_MONTH = re.compile(r"\d{4}-\d{2}")
_PAIR = 2


def series_with(series: Sequence[Series], entry: Entry) -> tuple[Series, ...]:
    """The registry with the dialogues of an entry; one with a known id takes that one's place."""
    found = {one.id: one for one in series}
    for name, item in entry.pairs():
        found[name] = _series(as_id(name, item), item)
    return tuple(found.values())


def _series(name: str, item: Entry) -> Series:
    given = item.allow(FIELDS)
    since = _month(given["since"]) if "since" in given else ALWAYS[0]
    until = _month(given["until"]) if "until" in given else ALWAYS[1]
    named = [(item.at("names"), False), *([(given["whole"], True)] if "whole" in given else [])]
    full = item.at("name").text()
    return Series(
        id=name,
        name=full,
        short_name=given["short"].text() if "short" in given else full,
        parties=_parties(item.at("parties")),
        aliases=tuple(alias for entry, whole in named for alias in _aliases(entry, whole, since, until)),
        levels=tuple(one.one_of(LEVELS) for one in given["levels"].items()) if "levels" in given else ("officials",),
        cadence=given["cadence"].one_of(CADENCES) if "cadence" in given else "irregular",
        since=since,
        until=until,
    )


def names_changed(series: Sequence[Series], entry: Entry) -> tuple[Series, ...]:
    """The registry with names added to dialogues and taken from them, as an entry says by the dialogue's id."""
    found = {one.id: one for one in series}
    for name, change in entry.pairs():
        if name not in found:
            raise change.wrong(f'There is no dialogue "{name}". {meant(name, list(found))}')
        for verb, named in change.allow(("add", "whole", "take")).items():
            one = found[name]
            said = tuple(_aliases(named, verb == "whole", one.since, one.until))
            aliases = _without(one, said, named) if verb == "take" else tuple(dict.fromkeys([*one.aliases, *said]))
            found[name] = replace(one, aliases=aliases)
    return tuple(found.values())


def _without(one: Series, taken: Sequence[Alias], entry: Entry) -> tuple[Alias, ...]:
    gone = {(alias.text, alias.language) for alias in taken}
    for text, language in gone - {(alias.text, alias.language) for alias in one.aliases}:
        known = [alias.text for alias in one.aliases if alias.language == language]
        raise entry.wrong(f'"{text}" is no name of {one.id}, so it cannot be taken away. {meant(text, known)}')
    return tuple(alias for alias in one.aliases if (alias.text, alias.language) not in gone)


def _aliases(entry: Entry, is_whole: bool, since: str, until: str) -> Iterator[Alias]:
    """The names of an entry, by their language; each in the letters in which texts are searched.

    A name that is bounded for itself is written {name: …, since: …, until: …}.
    """
    by_language = entry.allow(SPOKEN)
    if not by_language:
        raise entry.wrong("Write at least one name that texts give the dialogue, under its language.")
    for language, names in by_language.items():
        for item in names.items():
            own = item.allow(("name", "since", "until")) if item.is_mapping else {"name": item}
            text = own["name"].text() if "name" in own else item.at("name").text()
            first = _month(own["since"]) if "since" in own else since
            last = _month(own["until"]) if "until" in own else until
            yield Alias(text.casefold().replace("ё", "е"), language, is_whole, first, last)  # type: ignore[arg-type]


def _parties(entry: Entry) -> tuple[str, ...]:
    found = tuple(as_party(item) for item in entry.items())
    if len(set(found)) < _PAIR:
        raise entry.wrong("Name at least two sides.")
    return found


def as_party(entry: Entry) -> str:
    """The code of a country or an organisation that an entry gives; an error where it is none."""
    said, known = entry.text(), codes()
    if said not in known:
        near = get_close_matches(said, sorted(known), 3)
        what = f"Write one of: {', '.join(near)}." if near else "Write the two letters of ISO 3166 for a country."
        raise entry.wrong(f'"{said}" is no code of a country or an organisation (KZ, US, EU, UN). {what}')
    return said


def codes() -> set[str]:
    """Every code that a side may have: of countries and organisations."""
    return {*Locale("en").territories, *(row["code"] for row in rows("organisations.csv"))}


def _month(entry: Entry) -> str:
    if not _MONTH.fullmatch(entry.text()):
        raise entry.wrong(f'"{entry.text()}" is no month. Write year and month: 2018-01.')
    return entry.text()
