"""Who may do what. Until there are sign-ins, one setting decides for all: whether this Parley is for reading alone."""

from parley.settings import Settings


def may_correct(actor: str, here: Settings) -> bool:
    """Whether this reader may decide on what Parley found; who may not can report a mistake."""
    return bool(actor) and not here.read_only
