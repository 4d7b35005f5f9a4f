"""What a cell of the matrix says, in words: for the pointer, the table, the summary and the panel."""

from collections.abc import Sequence

from parley.charts.matrix import SIGNS
from parley.queries.agenda import Cell, State
from parley.queries.rounds import Round
from parley.ui.dialogues.said import in_short, when_and_where
from parley.ui.words import counted, listed, on_date

NAMES: dict[State, str] = {
    "new": "new",
    "back": "back, raised at an earlier round but not at the one before",
    "again": "raised again",
    "same": "raised again, as firmly",
    "firmer": "firmer",
    "softer": "softer",
    "silent": "not mentioned",
    "unheard": "not in the sources held",
    "raised": "raised",
}
NEW_IN_SOURCES = "new in the sources held"
LEGEND = (
    "Against the round before at the same level: "
    + " · ".join(f"{SIGNS[state]} {NAMES[state]}" for state in NAMES if SIGNS[state] and state != "silent")
    + f" · {SIGNS['silent']} not mentioned, and a full official text is held · no sign: nothing to compare with"
)


def sources_held(one: Round) -> str:
    """ "not in the 2 sources held", as far as nothing more is known."""
    number = len(one.articles)
    return "not in the one source held" if number == 1 else f"not in the {number} sources held"


def is_new_for_sure(cell: Cell) -> bool:
    """Whether the silence of the round before is known: that of its sources alone is no ground to call a topic new."""
    return cell.state == "new" and cell.before is not None and bool(cell.before.full_texts)


def said(cell: Cell) -> str:
    """The state of a cell in full."""
    if cell.state == "new" and not is_new_for_sure(cell):
        return NEW_IN_SOURCES
    if cell.state == "back":
        return f"back, {back_again(cell)}"
    if cell.state == "silent":
        return "not mentioned, and a full official text is held"
    return sources_held(cell.round) if cell.state == "unheard" else NAMES[cell.state]


def pointer(cell: Cell) -> str:
    """What the pointer shows: topic, round, state, how many sentences."""
    sentences = counted(cell.raised.sentences, "sentence") if cell.raised else ""
    lines = [cell.topic.label, when_and_where(cell.round), said(cell), sentences]
    return "\n".join(line for line in lines if line)


def back_again(cell: Cell) -> str:
    """When a topic that is back had last been raised; nothing for others."""
    if cell.state != "back" or cell.last is None:
        return ""
    return f"last raised in {on_date((cell.last.start_on or '')[:7])}"


def summary(found: Sequence[Cell]) -> list[str]:
    """What changed at one round, a line a kind of change: "New: Trade and Health."."""
    lines = []
    for states, words in GROUPS:
        these = [cell for cell in found if cell.state in states]
        if these:
            is_in_sources = states == ("new",) and not is_new_for_sure(these[0])  # one round: compared with one before
            head = NEW_IN_SOURCES.capitalize() if is_in_sources else words
            lines.append(f"{head}: {listed([_named(cell) for cell in these])}.")
    return lines


GROUPS: tuple[tuple[tuple[State, ...], str], ...] = (
    (("new",), "New"),
    (("back",), "Back"),
    (("again", "same"), "Raised again"),
    (("firmer",), "Firmer"),
    (("softer",), "Softer"),
    (("silent",), "Not mentioned, although a full official text is held"),
    (("unheard",), "Raised before, and not in the sources held"),
    (("raised",), "Raised"),
)


def _named(cell: Cell) -> str:
    back = back_again(cell)
    return f"{cell.topic.label} ({back})" if back else cell.topic.label


def basis_of_comparison(found: Sequence[Cell], one: Round) -> str:
    """With which round one is compared, and how much is held of that; why not, where it is compared with none."""
    before = next((cell.before for cell in found if cell.before), None)
    if before is None:
        undated = "it has no date" if not one.start_on else "nothing is held of a round before it at this level"
        return f"{in_short(one)} is compared with no other round: {undated}."
    return f"Compared with {when_and_where(before)} ({what_is_held(before)})."


def what_is_held(one: Round) -> str:
    """ "a full official text and 2 other articles", "2 articles, no full official text"."""
    full, every = len(one.full_texts), len(one.articles)
    if not full:
        return f"{counted(every, 'article')}, no full official text"
    rest = f" and {counted(every - full, 'other article')}" if every > full else ""
    texts = "a full official text" if full == 1 else f"{full} full official texts"
    return f"{texts}{rest}"


def is_verdict(cell: Cell) -> bool:
    """Whether the two wordings are told apart; where they are not, both sentences stand for themselves."""
    return cell.state in ("same", "firmer", "softer")
