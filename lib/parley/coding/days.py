"""On which day the reported meeting was: in its own sentence, in the next one, or on the day of publication."""

import re
from collections.abc import Iterator

from parley.coding.datelines import is_dateline
from parley.coding.dates import When, agree, is_stale
from parley.coding.passages import Passage
from parley.coding.rare import Rare
from parley.coding.scenes import Scene
from parley.coding.story import Story
from parley.coding.triggers import find_trigger
from parley.model import Evidence

_LONG_PAST = 40  # Years: an archive may come out late, a report does not.
_HAPPENED = ("occurred", "took place", "was held", "were held", "was convened", "ended")
# How one of the next sentences goes on about the meeting just told, and says that it was held.
_GOES_ON = re.compile(
    r"(?:It|They|(?:The|These|This) (?:\w+ )?(?:talks|meeting|consultations|dialogue|round|session|summit|discussions|"
    r"decision|event)) (?:was|were|is|took|held|convened|ended|opened|ran|lasted)\b|"
    r".{3,160}\bheld (?:it|them) (?:on|in)\b"
)
_GOES_ON_RU = re.compile(r"(?:.{0,100}[» ])?(?:состоял(?:ся|ась|ось|ись)|прош(?:ёл|ел|ла|ло|ли))\b")
_OTHER_ROUND = re.compile(r"\b(?:previous|next|earlier|last)\b|\b(?:предыдущ|следующ|раньше|ранее|прошл)", re.I)
# "The excerpt bears no date": then the day of publication is not the meeting's either.
_NO_DATE = Rare(
    r"\b(?!set|fixed)\w+ (?:no|neither)(?: \w+)? (?:day|date)\b|\bundated\b|"
    r"\b(?:does|do|did) not (?:say|tell|give|name|state)[^.;]{0,40}\b(?:day|date|when)\b|"
    r"\b(?:exact|precise) (?:day|date) is (?:un|not )|"
    r"\b(?:точн\w+ )?(?:день|дата)\b[^.;]{0,30}\bне (?:назван|указан|сообща|извест)",
    *("no ", "neither ", "undated", "not ", "exact ", "precise ", "день", "дата"),
    flags=re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:next|new|election|agreed|yet|following)\b|\bследующ", re.IGNORECASE)


def find_day(story: Story, scene: Scene) -> tuple[When | None, Evidence | None]:
    """The day of the reported meeting and the words that give it; else the day of publication, for what was held."""
    inside = [w for w in scene.passage.dates if w.start and w.at < scene.trigger.cut and not _is_of_another(scene, w)]
    inside = [w for w in inside if not _is_long_past(story, w)]
    chosen = _most_precise(inside) or _told_after(story, scene) or _told_elsewhere(story, scene)
    if chosen is None:
        published = story.article.published_on
        if scene.trigger.status == "held" and scene.trigger.dated and published and not _says_no_date(story):
            return When(0, 0, "today", published[:10]), None
        return None, None
    start = chosen.ahead if chosen.ahead and scene.trigger.status == "planned" else chosen.start
    evidence = Evidence(chosen.at, chosen.till, story.article.text[chosen.at : chosen.till])
    return When(chosen.at, chosen.till, chosen.sort, start, chosen.end), evidence


def _most_precise(found: list[When]) -> When | None:
    """The first date, or where it is but a year, the first within that year that tells more."""
    first = next(iter(found), None)
    if first is None or first.sort != "year":
        return first
    return next((w for w in found if w.start and len(w.start) > len("2024") and agree(w.start, first.start)), first)


def _is_of_another(scene: Scene, when: When) -> bool:
    """Whether a date belongs to a format that the sentence only recalls ("follows the May 2022 Summit")."""
    return any(
        when.till <= f.at <= when.till + 12
        for f in scene.passage.formats
        if f.kind == "summit" and len(scene.passage.formats) > 1
    )


def _is_long_past(story: Story, when: When) -> bool:
    """Whether a date lies so many years before publication that it is of something told of, and not of the meeting."""
    published = story.article.published_on
    return bool(published and when.start and int(published[:4]) - int(when.start[:4]) > _LONG_PAST)


def _told_after(story: Story, scene: Scene) -> When | None:
    """The date in one of the next two sentences where it goes on to say when the meeting was held."""
    published = story.article.published_on or ""
    for passage in _going_on(story, scene):
        chosen = _most_precise([when for when in passage.dates if when.start])
        if chosen is None or not chosen.start:
            continue
        if published and (chosen.start > published or is_stale(chosen.start, published)):
            continue
        return chosen
    return None


def _going_on(story: Story, scene: Scene) -> Iterator[Passage]:
    for passage in story.passages[scene.number + 1 : scene.number + 3]:
        text = passage.sentence.text
        told = _GOES_ON.match(text) or _GOES_ON_RU.match(text)
        if told and not passage.of("next") and not _OTHER_ROUND.search(text):
            yield passage


def _told_elsewhere(story: Story, scene: Scene) -> When | None:
    """A date that another sentence gives: the dateline, "occurred on …", "today's meeting"."""
    published = story.article.published_on or ""
    for number, passage in enumerate(story.passages):
        if passage is scene.passage or not passage.dates:
            continue
        first = passage.dates[0]
        if is_dateline(passage.sentence.text) and first.start and first.at == passage.sentence.start:
            return first
        if first.sort == "today" and passage.text.startswith("'s", first.till):
            return first
        trigger = find_trigger(passage, story.people_in(number))
        occurs = trigger and trigger.status == "held" and passage.text[trigger.at : trigger.till] in _HAPPENED
        if occurs and first.start and (not published or first.start[:4] == published[:4]):
            return first
    return None


def _says_no_date(story: Story) -> bool:
    """Whether the text itself says that it does not know the day."""
    for passage in story.passages[: story.told]:
        found = _NO_DATE.search(passage.sentence.text)
        if found and not _TO_COME.search(passage.sentence.text):
            return True
    return False
