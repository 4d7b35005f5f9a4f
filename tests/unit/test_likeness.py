"""When two texts are one, and which of several is the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.store.likeness import Text, grouped, is_copy, runs, sketch
from tests.copied import CUT, ORIGINAL, REPORT, REWORDED


def like(one: str, other: str) -> bool:
    a, b = runs(one), runs(other)
    return is_copy(len(a & b), len(a), len(b))


@pytest.mark.parametrize(("other", "is_one"), [(REWORDED, True), (CUT, True), (REPORT, False)])
def test_a_reworded_and_a_cut_reprint_are_copies_and_another_report_is_none(other: tuple, is_one: bool) -> None:
    assert like(ORIGINAL[0].text, other[0].text) is is_one


def test_case_spaces_and_punctuation_make_no_other_text() -> None:
    text = ORIGINAL[0].text
    assert runs(text) == runs(text.upper().replace(",", " –").replace(" ", "\n"))


def test_a_notice_of_a_few_words_is_no_copy_of_another() -> None:
    assert not like("The ministry is closed on Monday for the holiday.", "The ministry is closed on Monday.")
    assert sketch(runs("The ministry is closed on Monday.")) == []


def test_a_release_is_no_copy_of_the_digest_that_holds_it_among_many() -> None:
    assert is_copy(100, 100, 390)
    assert not is_copy(100, 100, 410)


def test_a_cut_text_shares_enough_of_the_sketch_of_the_whole_to_be_found() -> None:
    words = [f"word{n}" for n in range(1600)]
    whole, part = runs(" ".join(words)), runs(" ".join(words[200:620]))
    assert len(set(sketch(whole)) & set(sketch(part))) >= 3


def texts(**days: int) -> dict[int, Text]:
    return {n: Text(day, 100, name) for n, (name, day) in enumerate(days.items(), 1)}


def both_ways(*pairs: tuple[int, int]) -> dict[tuple[int, int], int]:
    return {pair: 80 for one, other in pairs for pair in ((one, other), (other, one))}


def test_the_earliest_leads_and_a_text_without_a_date_comes_last() -> None:
    places = grouped(texts(a=0, b=20240602, c=20240600, d=20240601), both_ways((1, 4), (2, 4), (3, 4), (1, 2)))
    assert {article: (place.original, place.n) for article, place in places.items()} == {
        4: (4, 0),
        2: (4, 1),
        3: (4, 2),
        1: (4, 3),
    }


def test_a_cut_text_never_leads_even_if_it_came_first() -> None:
    places = grouped({1: Text(20240531, 50, "cut"), 2: Text(20240601, 100, "whole")}, {(1, 2): 50, (2, 1): 50})
    assert (places[1].original, places[1].share) == (2, 1.0)


def test_what_is_alike_only_through_a_third_text_is_no_copy() -> None:
    places = grouped(texts(a=20240601, b=20240602, c=20240603), both_ways((1, 2), (2, 3)))
    assert set(places) == {1, 2}


@given(st.data())
def test_the_order_of_arrival_changes_no_group(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 7))
    known = [Text(data.draw(st.sampled_from([0, 20240601, 20240602])), 50 + 25 * (n % 3), str(n)) for n in range(count)]
    pairs = [pair for a in range(count) for b in range(a) if data.draw(st.booleans()) for pair in [(a, b), (b, a)]]
    order = data.draw(st.permutations(range(count)))

    def by_key(numbers: list[int]) -> set[tuple[str, str, int]]:
        at = {old: new for new, old in enumerate(numbers)}
        places = grouped({at[n]: known[n] for n in numbers}, {(at[a], at[b]): 40 for a, b in pairs})
        back = {new: known[old].key for old, new in at.items()}
        return {(back[article], back[place.original], place.n) for article, place in places.items()}

    assert by_key(list(range(count))) == by_key(order)
