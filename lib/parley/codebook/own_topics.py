"""Topics of a desk's own, and phrases added to topics or taken from them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import get_args

from parley.codebook.entries import Entry, meant
from parley.codebook.topics import GROUPS, Phrase, Topic, read_phrases
from parley.errors import CodebookError
from parley.model import Language

SPOKEN: tuple[Language, ...] = tuple(language for language in get_args(Language) if language != "other")
FIELDS = ("id", "label", "group", "counts", "leaves_out", "generic", "settled", *SPOKEN)
_ID = re.compile(r"[a-z0-9+]+(?:-[a-z0-9+]+)*")


def topics_with(topics: Sequence[Topic], entry: Entry) -> tuple[Topic, ...]:
    """The topics with those of an entry; one with a known id takes that one's place."""
    found = {topic.id: topic for topic in topics}
    own: set[str] = set()
    for item in entry.items():
        topic = _topic(item)
        if topic.id in own:
            raise item.at("id").wrong(f'The topic "{topic.id}" stands here twice. Join the two.')
        own.add(topic.id)
        found[topic.id] = topic
    return tuple(found.values())


def as_id(said: str, entry: Entry) -> str:
    """What is said as an id (small letters, numbers and hyphens); an error of the entry where it is none."""
    if not _ID.fullmatch(said):
        raise entry.wrong(f'"{said}" is no id. Write small Latin letters and numbers, with hyphens between.')
    return said


def _topic(item: Entry) -> Topic:
    given = item.allow(FIELDS)
    phrases = tuple(
        phrase for language in SPOKEN if language in given for phrase in _phrases(given[language], language)
    )
    if not any(phrase.weight != "excludes" for phrase in phrases):
        raise item.wrong(f"The topic has no phrases. Write some under {', '.join(SPOKEN)}: one a line.")
    return Topic(
        id=as_id(item.at("id").text(), item.at("id")),
        label=item.at("label").text(),
        group=item.at("group").one_of(GROUPS),
        generic="generic" in given and given["generic"].one_of(("true", "false")) == "true",
        phrases=phrases,
        counts=item.at("counts").text(),
        leaves_out=given["leaves_out"].text() if "leaves_out" in given else "",
        settled=given["settled"].texts() if "settled" in given else (),
    )


def phrases_changed(topics: Sequence[Topic], entry: Entry) -> tuple[Topic, ...]:
    """The topics with phrases added and taken, as an entry says by the topic's id."""
    found = {topic.id: topic for topic in topics}
    for name, change in entry.pairs():
        if name not in found:
            raise change.wrong(f'There is no topic "{name}". {meant(name, list(found))}')
        for verb, by_language in change.allow(("add", "take")).items():
            for language, lines in by_language.allow(SPOKEN).items():
                phrases = _phrases(lines, language)  # type: ignore[arg-type]
                found[name] = _added(found[name], phrases) if verb == "add" else _taken(found[name], phrases, lines)
    return tuple(found.values())


def _added(topic: Topic, phrases: tuple[Phrase, ...]) -> Topic:
    return replace(topic, phrases=tuple(dict.fromkeys([*topic.phrases, *phrases])))


def _taken(topic: Topic, phrases: tuple[Phrase, ...], entry: Entry) -> Topic:
    """The topic without these phrases. One written without its mark (`climate` for `? climate`) means the one that
    finds the topic, as --explain prints it; a line that excludes needs its mark."""
    gone: set[Phrase] = set()
    for phrase in phrases:
        meant_here = {one for one in topic.phrases if _is_meant(phrase, one)}
        if not meant_here:
            known = [one.pattern for one in topic.phrases if one.language == phrase.language]
            near = get_close_matches(phrase.pattern, known, 3)
            what = f"Write one of: {', '.join(near)}." if near else "parley code --explain prints those that are."
            raise entry.wrong(f'"{phrase.pattern}" is no phrase of {topic.id}, so it cannot be taken away. {what}')
        gone |= meant_here
    return replace(topic, phrases=tuple(phrase for phrase in topic.phrases if phrase not in gone))


def _is_meant(said: Phrase, known: Phrase) -> bool:
    same = (said.pattern, said.language) == (known.pattern, known.language)
    return same and (said.weight == known.weight or (said.weight == "counts" and known.weight != "excludes"))


def _phrases(entry: Entry, language: Language) -> tuple[Phrase, ...]:
    text = entry.text()
    try:
        return tuple(read_phrases(text, language))
    except CodebookError as error:
        raise entry.wrong(f"{error} Close each brace that is opened.") from error
