"""Meetings assembled from their parts: the reported one first, then those that the article recalls or announces."""

from collections.abc import Sequence

from parley.coding.attendance import as_participant
from parley.coding.focal import reported_meeting
from parley.coding.others import other_meetings
from parley.coding.scenes import find_scene
from parley.coding.separate import apart
from parley.coding.story import Story
from parley.model import Meeting, Participant


def find_meetings(story: Story) -> tuple[Meeting, ...]:
    """Every meeting in the article, the reported ones first."""
    scene = find_scene(story)
    if scene is None:
        return tuple(other_meetings(story, None, None))
    own = reported_meeting(story, scene)
    return (*apart(story, own), *other_meetings(story, own, scene.passage))


def find_spoken_of(story: Story, meetings: Sequence[Meeting]) -> tuple[Participant, ...]:
    """Everyone named in the article who was at none of its meetings."""
    present = {person.person_id for meeting in meetings for person in meeting.participants}
    named = [person for person in story.people if person.person_id not in present]
    return tuple(
        as_participant(story, person, -2, "named")
        for person in named
        if any(spot.passage >= 0 for spot in person.spots)
    )
