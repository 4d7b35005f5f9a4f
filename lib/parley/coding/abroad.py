"""Whether an article is about relations between states at all, or about one state's own affairs."""

from dataclasses import replace

from parley.codebook.words import words
from parley.coding.scan import Scanned
from parley.coding.story import Story
from parley.model import Meeting


def is_domestic(story: Story, meetings: tuple[Meeting, ...]) -> bool:
    """Whether an outlet of a state tells of its own affairs: nobody else is named, no other state was met.

    CODEBOOK: a topic counts in relations between states or international organisations. An outlet that no list knows
    is never taken for one of a state, and a foreign ministry always speaks of relations.
    """
    if (
        story.home is None
        or _is_foreign_ministry(story)
        or any(set(meeting.parties) - {story.home} for meeting in meetings)
    ):
        return False
    own = {story.home}
    return all(
        set(atom.value.parties) <= own
        for passage in (*story.headline, *story.passages)
        for atom in passage.atoms
        if atom.kind == "name"
    )


def _is_foreign_ministry(story: Story) -> bool:
    """Whether the outlet is a foreign ministry's or an embassy's."""
    outlet = f"{story.article.source or ''} {story.article.url or ''}".casefold().replace(" ", "-")
    return any(name in outlet for name in words("foreign_ministries"))


def without_topics(scanned: tuple[Scanned, ...]) -> tuple[Scanned, ...]:
    """The sentences with nothing in them that was dealt with or promised."""
    return tuple(replace(one, topics=(), promises=()) for one in scanned)
