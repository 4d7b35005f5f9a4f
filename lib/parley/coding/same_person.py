"""Why two findings name one person, in words for a reader; never by surname and initial alone."""

from collections.abc import Collection

from parley.codebook.people import People
from parley.codebook.ranks import rank_of
from parley.codebook.romanised import romanised
from parley.model import Participant


def same_person_reason(a: Participant, b: Participant, known: People, shared: Collection[str] = ()) -> str | None:
    """Why these two are one person; None where they are two, or where nothing tells.

    Names must agree in given name and surname. Over spellings and scripts the sides must agree as well, and the rank of
    the offices, or else the two must sit in one dialogue (`shared`: ids of the dialogues that both take part in).
    """
    if a.party and b.party and a.party != b.party:
        return None
    if a.name == b.name and romanised(a.name):
        return f"Both texts name {a.name}."
    listed = known.named(a.name)
    if listed and listed is known.named(b.name):
        return f"The codebook lists {a.name} and {b.name} as spellings of {listed.name}."
    if romanised(a.name) is None or romanised(a.name) != romanised(b.name):
        return None
    if not (a.office and b.office) or rank_of(a.office) == rank_of(b.office):
        return f"{a.name} and {b.name} are one name in two spellings, with the same side and no other rank."
    return f"{a.name} and {b.name} are one name in two spellings, and sit in the same dialogue." if shared else None
