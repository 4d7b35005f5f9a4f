"""Entries as YAML text, and the whole codebook as one file that the loader of a desk's own reads again."""

from typing import Any, get_args

import yaml

from parley.codebook.book import Codebook
from parley.codebook.differences import line_of
from parley.codebook.people import KnownPerson, People
from parley.codebook.series import Alias, Series
from parley.codebook.topics import Topic
from parley.model import Language

WIDTH = 110
WHOLE = "# The whole codebook of version {}, in the form of a desk's own.\n"


class _Dumper(yaml.SafeDumper):
    pass


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Several lines as a block, as people write them."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def as_written(data: Any) -> str:
    """Dicts, lists and words as YAML, in their order."""
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH))


def whole(book: Codebook) -> str:
    """Every topic, dialogue and person."""
    people = [_person(person, book.people) for person in dict.fromkeys(book.people.by_spelling.values())]
    data = {
        "topics": [_topic(topic) for topic in book.topics],
        "series": {one.id: _series(one) for one in book.series},
        "people": people,
    }
    return WHOLE.format(book.version) + as_written(data)


def _topic(topic: Topic) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": topic.id, "label": topic.label, "group": topic.group, "counts": topic.counts}
    entry |= {"leaves_out": topic.leaves_out} if topic.leaves_out else {}
    entry |= {"settled": list(topic.settled)} if topic.settled else {}
    entry |= {"generic": True} if topic.generic else {}
    for language in get_args(Language):
        lines = [line_of(phrase) for phrase in topic.phrases if phrase.language == language]
        entry |= {language: "".join(f"{line}\n" for line in lines)} if lines else {}
    return entry


def _series(one: Series) -> dict[str, Any]:
    bounds = {key: month for key, month in (("since", one.since), ("until", one.until)) if month.find("-") > 0}
    named = {key: _names(one, whole) for key, whole in (("names", False), ("whole", True))}
    return {
        "name": one.name,
        "short": one.short_name,
        "parties": list(one.parties),
        "levels": list(one.levels),
        "cadence": one.cadence,
        **bounds,
        **{key: names for key, names in named.items() if names or key == "names"},
    }


def _names(one: Series, is_whole: bool) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for alias in one.aliases:
        if alias.is_whole == is_whole:
            found.setdefault(alias.language, []).append(_name(alias, one))
    return found


def _name(alias: Alias, one: Series) -> Any:
    bounds = {key: getattr(alias, key) for key in ("since", "until") if getattr(alias, key) != getattr(one, key)}
    return {"name": alias.text, **bounds} if bounds else alias.text


def _person(person: KnownPerson, people: People) -> dict[str, Any]:
    spellings = [one for one, whose in people.by_spelling.items() if whose.id == person.id]
    entry: dict[str, Any] = {"id": person.id, "name": person.name}
    entry |= {"party": person.party} if person.party else {}
    entry |= {"leads": True} if person.leads else {}
    also = [one for one in spellings if one != person.name.casefold().replace("ё", "е")]
    return entry | ({"also": also} if also else {})
