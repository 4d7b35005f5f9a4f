"""Who was at the meeting, and who is only spoken of."""

import re
from collections.abc import Iterable

from parley.coding.passages import Passage
from parley.coding.people import HEADLINE, Person
from parley.coding.scenes import Scene
from parley.coding.story import Story
from parley.model import Evidence, Participant

_SPOKESPERSON = re.compile(r"attributable to|\bSpokes(?:person|man|woman)\b|\bPress Secretary\b")
ON_BEHALF = re.compile(
    r"(?:[Oo]n behalf of|in honou?r of|message (?:from|to|of)|letter (?:from|to)|invitation (?:of|from))[^,.;]{0,60}$"
)
_LEADS = re.compile(
    r"\b(?:led|headed|chaired|co-chaired|hosted|represented|attended|accompanied|moderated) by\b|\brepresented the\b|"
    r"\b(?:led|headed|leads|co-chaired|chaired) the\b.{0,60}\bdelegation|"
    r"\b(?:co-)?chaired the (?:\w+ ){0,3}(?:talks|meeting|dialogue|consultations|round|session|discussions)\b|"
    r"\bdelegation (?:is |was )?(?:comprised|composed|consist\w+|included|includes)\b|\bmeeting between\b|"
    r"\b(?:discussions|talks|conversation|meeting) with\b|\bbriefing\b|\btook part\b|"
    r"\b(?:talks|consultations) involved\b|"
    r"\bparticipat(?:ed|ing) in\b|\bsigned\b|\bjoined by\b|\bheads? of (?:the )?delegation"
)
_LEADS_RU = re.compile(
    r"\b(?:при[нм]\w+|принима\w+)(?: также)? участие\b|\bучаствовали?\b|\bучаствуют\b|\bвозглав(?:ил|лял|ляет)\w*\b|"
    r"\bсопредседател|\bв состав\w? (?:\w+ )?делегаци|\bподписа(?:л|ли|ла)\b|\bприсутствовали?\b|\bво главе с\b"
)
_LEADS_KK = re.compile(r"\b(?:қатысты|қатысып|басқарды|төрағалық етті|келді)\b")
# "Told of her recent visit to Utopia and talks with John Roe": that was elsewhere.
_RECENT = re.compile(
    r"\b(?:recent|previous|past|earlier(?! (?:at|in|on|by)\b)) "
    r"(?:[\w-]+ ){0,3}(?:visits?|talks|meetings?|trips?|calls?)\b"
)
# How Kazakh tells of what was before: from there on it is another meeting's participants.
_BEFORE_THAT = re.compile(r"\b(?:еді|болатын)\b")


def find_participants(story: Story, scene: Scene) -> list[Person]:
    """Everyone at the reported meeting, in the order in which the text names them."""
    found: list[Person] = []
    for person in _in_scene(story, scene.number, scene.passage, scene.trigger.cut):
        _add(found, person)
    for person in story.headline_people():
        if person.office or person.person_id:
            _add(found, person, unless=_is_spoken_for(story, person))
    is_kazakh = story.article.language == "kk"
    leads = {"kk": _LEADS_KK, "ru": _LEADS_RU}.get(story.article.language, _LEADS)
    for number, passage in enumerate(story.passages[: story.told]):
        if is_kazakh and number > scene.number and _BEFORE_THAT.search(passage.sentence.text):
            break
        if number != scene.number and leads.search(passage.sentence.text) and not _is_elsewhere(passage, scene):
            for person in _in_scene(story, number, passage, passage.sentence.end):
                _add(found, person)
    return [person for person in found if not _is_spokesperson(person)]


def _in_scene(story: Story, number: int, passage: Passage, cut: int) -> Iterable[Person]:
    if _SPOKESPERSON.search(passage.sentence.text) and "attributable" in passage.sentence.text:
        return
    for start, end, person in story.people_in(number):
        if start >= cut or ON_BEHALF.search(passage.text[max(0, start - 90) : start]):
            continue
        if passage.text.startswith("'s", end) and "briefing" not in passage.text[end : end + 30]:
            continue
        yield person


def _is_elsewhere(passage: Passage, scene: Scene) -> bool:
    """Whether a sentence tells of another day, of earlier talks or of something to come."""
    if _RECENT.search(passage.sentence.text):
        return True
    return bool(passage.of("next")) or any(
        when.start and when.sort == "written" for when in passage.dates if not scene.passage.dates
    )


def _add(found: list[Person], person: Person, unless: bool = False) -> None:
    if not unless and all(person is not other for other in found):
        found.append(person)


def _is_spoken_for(story: Story, person: Person) -> bool:
    """Whether the headline names someone on whose behalf, or about whom, others speak."""
    for spot in person.names_in(HEADLINE):
        before = story.headline[0].text[max(0, spot.start - 60) : spot.start]
        if re.search(r"(?:Statement|Remarks|Readout) (?:by|from) (?:\S+ ){0,4}$", before) and "Spokes" in before:
            return True
    return False


def _is_spokesperson(person: Person) -> bool:
    return bool(person.office and _SPOKESPERSON.search(person.office))


def as_participant(story: Story, person: Person, number: int, rule: str) -> Participant:
    """The person as a finding, with the sentence that names them there (or first) as evidence."""
    inside = [spot.passage for spot in person.spots if spot.passage != HEADLINE]
    at = number if number in inside else min(inside, default=number)
    sentence = story.passages[at].sentence
    evidence = Evidence(sentence.start, sentence.end, sentence.text)
    return Participant(person.name, person.office, person.party, person.person_id, evidence, rule)
