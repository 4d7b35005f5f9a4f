"""Who the reader is, and what the screens let them do."""

from parley import access, settings

ACTOR = "local"
"""Who decides, without sign-in."""


def may_correct() -> bool:
    """Whether the screens offer "Correct", or only "Report a mistake"."""
    return access.may_correct(ACTOR, settings.from_environment())
