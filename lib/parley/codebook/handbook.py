"""The codebook as a page for people: `docs/codebook.md` is made by this, from the data that the coding uses.

`python -m parley.codebook.handbook docs/codebook.md` writes it (`make docs`); a test holds that it is the current one.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel import Locale

from parley.codebook import Codebook, load
from parley.codebook.series import Alias, Series
from parley.codebook.topics import GROUPS, Topic
from parley.codebook.version import EDITION
from parley.codebook.words import read_yaml
from parley.model import Language

LANGUAGES: tuple[Language, ...] = ("en", "ru", "kk")
ALWAYS = """\
A topic is coded where a sentence of the text says that states or international organisations dealt with it: discussed,
agreed, promised, praised, criticised or did something about it. Its evidence is that sentence. These never count:

- a word inside a name or a job title ("the Minister of Energy", "the Bureau of Counterterrorism");
- the headline, captions, menus, "about us", related links and lines that name sources;
- what was denied or ruled out ("there was no talk of sanctions");
- warm words alone ("deeper ties", "a strong partnership").

A subject given as an example in a list ("such as energy, health and education") does count. An agenda announced for a
meeting to come belongs to that planned meeting, and is not counted as discussed.
"""
READING = """\
For each topic of an article Parley also reads **whose** voice it is (one side's, or all sides' together), at **which
meeting** it came up, and how **firm** the firmest wording is, from first to last:
"""
PROMISES = """\
A promise is a sentence in which a side undertakes something for the future. Stressing, welcoming, renewed support and
the announcement of the meeting itself are none. What is agreed, planned or demanded needs a topic; a signing does not.
"""
MEETINGS = """\
A meeting is an event at which states or organisations, through named people or bodies, meet, call or negotiate. The one
that an article reports counts; others that it recalls or announces are "referred to". An announced agenda is no meeting
held.
"""
DIALOGUES = """\
A dialogue is a standing format between the sides named. "Its names hold" bounds a name that served two formats in turn.
The number of a round is what the text states, or is marked with "?" where Parley inferred it.
"""
NAMES = """\
In capital or small letters; a star stands for any ending. Parley knows a dialogue by one of these beside its
sides; by a name that holds the sides itself, whoever else is named.
"""


def as_markdown(book: Codebook) -> str:
    """The whole page."""
    meanings = read_yaml("meanings.yaml")
    parts = [
        "# The codebook",
        f"Version {EDITION}. Made by `make docs` from `lib/parley/codebook/`: change its data, not this page.",
        f"## Topics: {len(book.topics)} in {len(GROUPS)} groups",
        ALWAYS,
        *(part for group in GROUPS for part in _group(group, book.topics)),
        "### Settled cases",
        _bullets(_settled(book.topics)),
        "## How firm, and whose words",
        READING,
        _table(("wording", "means", "for example"), _examples(meanings["strength"])),
        "## Promises",
        PROMISES,
        _table(("kind", "means", "for example"), _examples(meanings["promise"])),
        "## Meetings",
        MEETINGS,
        _table(("kind", "means"), meanings["meeting"].items()),
        _table(("standing", "means"), meanings["status"].items()),
        f"## Dialogues: {len(book.series)} in the registry",
        DIALOGUES,
        _table(("dialogue", "sides", "who meets", "how often", "its names hold"), map(_dialogue, book.series)),
        "### The names that texts give them",
        NAMES,
        _bullets(map(_names, book.series)),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _group(group: str, topics: Iterable[Topic]) -> Iterator[str]:
    yield f"### {group.capitalize()}"
    head = ("topic", "counts", "does not count", "phrases " + " · ".join(LANGUAGES))
    yield _table(head, (_topic(topic) for topic in topics if topic.group == group))


def _topic(topic: Topic) -> tuple[str, ...]:
    generic = ", generic: not among the top topics unless asked" if topic.generic else ""
    spoken = [phrase.language for phrase in topic.phrases if phrase.weight != "excludes"]
    numbers = " · ".join(str(spoken.count(language)) for language in LANGUAGES)
    return f"**{topic.label}** `{topic.id}`{generic}", topic.counts, topic.leaves_out, numbers


def _settled(topics: Iterable[Topic]) -> Iterator[str]:
    """Each wording about which readers might differ, with the topics that it is."""
    found: dict[str, list[str]] = {}
    for topic in topics:
        for wording in topic.settled:
            found.setdefault(wording, []).append(topic.label)
    yield from (f'"{wording}" is **{"** and **".join(labels)}**' for wording, labels in found.items())


def _examples(kinds: dict[str, dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    return ((f"`{kind}`", one["means"], one["example"]) for kind, one in kinds.items())


def _dialogue(one: Series) -> tuple[str, ...]:
    countries = Locale("en").territories
    sides = ", ".join(str(countries.get(party, party)) for party in one.parties)
    bounds = (f"from {one.since}" if one.since else "", f"until {one.until}" if one.until < "9999" else "")
    return f"**{one.short_name}** `{one.id}`", sides, ", ".join(one.levels), one.cadence, " ".join(bounds).strip()


def _names(one: Series) -> str:
    said = {f"`{alias.text}`{_bounds(alias, one)}": None for alias in one.aliases}
    return f"**{one.name}**: {', '.join(said)}"


def _bounds(alias: Alias, one: Series) -> str:
    """The months to which a single name is bound."""
    told = (f"from {alias.since}" * (alias.since != one.since), f"until {alias.until}" * (alias.until != one.until))
    bound = " ".join(part for part in told if part)
    return f" ({bound})" if bound else ""


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_row(cells) for cells in [head, ["---"] * len(head), *rows])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(as_markdown(load()), "utf-8")
