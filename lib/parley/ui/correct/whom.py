"""Who is meant by a name that a reader gives: somebody named here, or somebody new; never one person made of two."""

from collections.abc import Sequence

from parley import codebook, settings
from parley.codebook.people import folded
from parley.codebook.romanised import person_slug
from parley.errors import ParleyError
from parley.queries import people
from parley.queries.people import Somebody
from parley.store.aliases import new_key
from parley.ui.data import ask
from parley.ui.words import side_names

NAMESAKES = "Several people here are called {}. Choose the one that is meant from the list, or say for which side."


def names() -> dict[str, Somebody]:
    """Everybody named here under a name to choose; those who share one with their sides and an office."""
    every: Sequence[Somebody] = ask(people.everybody)
    called = [folded(one.name) for one in every]
    offered: dict[str, Somebody] = {}
    for one in every:
        told = one.name if called.count(folded(one.name)) == 1 else label(one)
        alike = sum(other == told or other.startswith(f"{told}, ") for other in offered)
        offered[f"{told}, {alike + 1}" if alike else told] = one
    return dict(sorted(offered.items()))


def label(one: Somebody) -> str:
    """ "Li Wei (China, Minister of Trade)"."""
    told = ", ".join([*side_names(one.sides), *one.offices[:1]])
    return f"{one.name} ({told})" if told else one.name


def whom(said: str, party: str | None) -> tuple[str, str]:
    """Name and key of whom a reader chose or typed: of somebody here, else of the codebook, else new.

    Nobody is somebody of that name who has only ever spoken for other sides, unless chosen among namesakes. Raises
    ParleyError where several people may be meant.
    """
    chosen = names().get(said)
    if chosen and folded(chosen.name) != folded(said):
        return chosen.name, chosen.person
    known = codebook.load(settings.from_environment().codebook).people
    found = known.named(said)
    found = found if found and _may_speak(party, (found.party,)) else known.spelt(said, party)
    key = found.id if found else person_slug(said)
    every: Sequence[Somebody] = ask(people.everybody)
    alike = [one for one in every if folded(one.name) == folded(said) or one.person == key]
    meant = [one for one in alike if party in one.sides] or [one for one in alike if _may_speak(party, one.sides)]
    if len(meant) > 1:
        raise ParleyError(NAMESAKES.format(said))
    if meant:
        return meant[0].name, meant[0].person
    others = {one.person for one in alike} | {one.id for one in known.by_spelling.values() if one is not found}
    return said, ask(new_key, key) if key in others else key


def _may_speak(party: str | None, sides: Sequence[str | None]) -> bool:
    """Whether somebody of these sides may be who speaks for this one; a side not known speaks against nobody."""
    told = [side for side in sides if side]
    return party is None or not told or party in told
