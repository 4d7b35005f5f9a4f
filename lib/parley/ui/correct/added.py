"""What people added, told beside its sentence: by whom, when and why."""

from typing import Any

from parley.queries import corrections, facets
from parley.store.corrections import Correction
from parley.store.judged import folded
from parley.ui.correct.said import added_said, by_whom
from parley.ui.data import ask
from parley.ui.plain import plain

Added = dict[tuple[int, str], tuple[Correction, ...]]


def everywhere() -> Added:
    """What people added, by article and sentence: asked once for all the sentences that a list draws."""
    return ask(corrections.added)


def line(article: int, sentence: str, known: Added) -> str:
    """ "Trade, agreed: added by you, 23 November 2026: the host says so"; empty where nobody added anything."""
    told = known.get((article, folded(sentence)), ())
    if not told:
        return ""
    labels: dict[str, Any] = {choice.value: choice.label for choice in ask(facets.topics_known)}
    return "  \n> ".join(f":gray[:small[{plain(f'{added_said(one, labels)}: added {by_whom(one)}')}]]" for one in told)
