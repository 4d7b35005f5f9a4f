"""Meetings assembled from their parts: the reported one first, then those that the article recalls or announces."""

from collections.abc import Sequence

from parley.coding.attendance import as_participant
from parley.coding.focal import reported_meeting
from parley.coding.further import several
from parley.coding.others import other_meetings
from parley.coding.scenes import find_scene
from parley.coding.separate import apart
from parley.coding.story import Story
from parley.coding.tellings import tellings
from parley.model import Meeting, Participant


def find_meetings(story: Story) -> tuple[Meeting, ...]:
    """Every meeting in the article, the reported ones first."""
    scene = find_scene(story)
    if scene is None:
        return tuple(other_meetings(story, (), ()))
    told = tellings(story, scene)
    met = several(story, told) if len(told) > 1 else apart(story, reported_meeting(story, scene))
    own = [meeting for meeting in met if len(meeting.parties) > 1 or _is_of_body(meeting)]
    if not own:
        return tuple(other_meetings(story, (), ()))
    scenes = {telling.number for telling in told} if len(told) > 1 else {scene.number}
    return (*own, *other_meetings(story, own, scenes))


def _is_of_body(meeting: Meeting) -> bool:
    """Whether an organisation met alone, as a summit or a council does; a state alone meets nobody."""
    return len(meeting.parties) == 1 and len(meeting.parties[0]) > len("US") and meeting.kind != "bilateral"


def find_spoken_of(story: Story, meetings: Sequence[Meeting]) -> tuple[Participant, ...]:
    """Everyone named in the article who was at none of its meetings."""
    present = {person.person_id for meeting in meetings for person in meeting.participants}
    named = [person for person in story.people if person.person_id not in present]
    return tuple(
        as_participant(story, person, -2, "named")
        for person in named
        if any(spot.passage >= 0 for spot in person.spots)
    )
