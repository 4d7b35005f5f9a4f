"""Who came to a round, against another: successions, new and familiar faces, heads."""

from contextlib import closing
from pathlib import Path

import pytest

from parley.model import Filters
from parley.queries import agenda, delegations
from parley.queries.delegations import Delegations
from parley.queries.rounds import rounds
from parley.store import reader
from parley.ui.dialogues.changes import compared_with, people_lines
from tests import espd
from tests.desk import ESPD, Met, Said, Story, Told, make, settings_in, told

Named = tuple[str, str, str]
ENVOY: Named = ("Dana Example", "Assistant Secretary of State", "US")
HEIR: Named = ("Rae Followon", "Acting Assistant Secretary of State", "US")
DEPUTY: Named = ("Ermek Ulgi", "Deputy Foreign Minister", "KZ")
PROMOTED: Named = ("Ermek Ulgi", "Foreign Minister", "KZ")
GUEST: Named = ("Ada Besuch", "Ambassador", "US")


def held_with(folder: Path, *delegations_: tuple[Named, ...]) -> Delegations | None:
    """The last of these rounds against the one before."""
    stories = [
        Story(
            f"Round of {year}",
            (Said(f"The round of {year} dealt with trade.", ("trade",)),),
            (Met("dialogue", ESPD[2], f"{year}-05-01", "Astana", "KZ", ESPD[0], ESPD[1], people=people),),
        )
        for year, people in enumerate(delegations_, 2020)
    ]
    with closing(reader(make(settings_in(folder), [told(story) for story in stories]))) as db:
        every = rounds(db, Filters())[ESPD[0]]
        seated = delegations.seats_at(db, ESPD[0])
    return delegations.compared(every[-1], every[-2], agenda.earlier(every[-1], every), seated)


def test_who_takes_over_a_post_is_its_successor_even_while_acting(tmp_path: Path) -> None:
    found = held_with(tmp_path, (ENVOY, DEPUTY), (HEIR, DEPUTY))
    assert found is not None
    assert [(one.before.name, one.after.name, one.side) for one in found.successions] == [
        ("Dana Example", "Rae Followon", "US")
    ]


def test_another_post_of_the_same_side_is_no_succession(tmp_path: Path) -> None:
    found = held_with(tmp_path, (ENVOY, DEPUTY), (GUEST, DEPUTY))
    assert found is not None
    assert found.successions == ()


def test_new_faces_those_who_are_back_and_those_no_longer_named_are_told_apart(tmp_path: Path) -> None:
    found = held_with(tmp_path, (ENVOY, DEPUTY), (DEPUTY, GUEST), (ENVOY, HEIR, DEPUTY))
    assert found is not None
    kinds = [[seat.name for seat in seats] for seats in (found.new, found.back, found.stayed, found.unnamed)]
    assert kinds == [["Rae Followon"], ["Dana Example"], ["Ermek Ulgi"], ["Ada Besuch"]]


def test_a_head_who_rose_is_told_with_both_ranks(tmp_path: Path) -> None:
    found = held_with(tmp_path, (ENVOY, DEPUTY), (ENVOY, PROMOTED))
    assert found is not None
    assert "Kazakhstan led by Ermek Ulgi (minister); at the earlier round as deputy minister." in people_lines(found)
    assert "United States led by Dana Example (assistant secretary), as before." in people_lines(found)


def test_a_round_of_which_nobody_is_named_says_nothing_of_people(tmp_path: Path) -> None:
    assert held_with(tmp_path, (ENVOY, DEPUTY), ()) is None


def test_a_round_can_be_compared_with_any_earlier_one(tmp_path: Path) -> None:
    stories = [
        Story(
            f"Round of {year}",
            (Said(f"The round of {year} turned to {topic}.", (topic,)),),
            (Met("dialogue", ESPD[2], f"{year}-05-01", "Astana", "KZ", ESPD[0], ESPD[1], people=(ENVOY,)),),
        )
        for year, topic in ((2021, "trade"), (2022, "space"), (2023, "trade"))
    ]
    with closing(reader(make(settings_in(tmp_path), [told(story) for story in stories]))) as db:
        every = rounds(db, Filters())[ESPD[0]]
        found = agenda.raised_at(db, Filters(dialogues=(ESPD[0],)))
    last = every[-1]
    assert [one.start_on for one in compared_with(last, every)] == ["2022-05-01", "2021-05-01"]
    states = [
        {cell.topic.id: cell.state for cell in agenda.between(last, other, every, found)}
        for other in compared_with(last, every)
    ]
    assert states == [{"space": "unheard", "trade": "back"}, {"trade": "same"}]


@pytest.mark.parametrize("articles", [espd.PRESS, espd.STATEMENT])
def test_trade_status_passes_from_one_sides_stress_to_the_wish_of_both(
    tmp_path: Path, articles: tuple[Told, ...]
) -> None:
    with closing(reader(make(settings_in(tmp_path), articles))) as db:
        found = agenda.raised_at(db, Filters(dialogues=(ESPD[0],)))
    told_of = sorted(
        (meeting, raised.strength, raised.voices) for (meeting, t), raised in found.items() if t.id == "trade-status"
    )
    assert [(strength, voices) for _, strength, voices in told_of] == [(1, ("KZ",)), (2, ("joint",))]
