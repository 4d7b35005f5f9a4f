"""Who the reader is, and what the screens let them do."""

from typing import Any

from parley import access, settings

ACTOR = settings.LOCAL
"""Who reads and decides, without sign-in."""
READ_ONLY = "This Parley is for reading alone: nothing is decided or changed here."


def may_correct() -> bool:
    """Whether the screens offer "Correct", or only "Report a mistake"."""
    return access.may_correct(ACTOR, settings.from_environment())


def for_those_who_may(help: str | None = None, *, disabled: bool = False) -> dict[str, Any]:
    """How a widget that changes what all readers see is drawn: where nobody may, it stands still and says so."""
    allowed = may_correct()
    return {"disabled": disabled or not allowed, "help": help if allowed else READ_ONLY}


def who(actor: str) -> str:
    """Who did something, as readers call them: without sign-in whoever may do so here is "you"."""
    return {ACTOR: "you" if may_correct() else "the desk", "worker": "Parley"}.get(actor, actor)
