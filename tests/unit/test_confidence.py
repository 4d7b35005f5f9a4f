"""How sure a finding is, from how often findings of its kind were right."""

import pytest

from parley import codebook, coding
from parley.accuracy.curve import Judged, curve
from parley.codebook.confidence import FIELDS, check_below, confidence, kinds_read
from parley.model import STRENGTHS, Article


@pytest.mark.parametrize("field", FIELDS)
def test_no_kind_has_more_right_than_read_and_none_is_certain(field: str) -> None:
    for kind, counts in kinds_read(field).items():  # type: ignore[arg-type]
        assert all(0 <= right <= read for right, read in counts.values()), kind
        assert 0 < confidence(field, kind) < 1  # type: ignore[arg-type]


def test_a_kind_that_was_seldom_right_waits_to_be_checked_and_one_often_right_does_not() -> None:
    assert confidence("topic", "counts, not told, no meeting") < check_below()
    assert confidence("topic", "counts, told, meeting") >= 0.9


def test_three_right_of_three_are_no_certainty() -> None:
    assert confidence("person", "recalled, office") < 0.95


def test_a_kind_of_which_nothing_was_read_has_the_share_of_its_field() -> None:
    assert confidence("meeting", "a rule of tomorrow") == 0.85


def test_every_finding_of_an_article_says_how_sure_it_is() -> None:
    text = (
        "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
        "The ministers discussed trade. Norway will open a trade office in Almaty."
    )
    found = coding.code(Article("Talks", text, published_on="2024-03-07"), codebook.load())
    assert {m.confidence for m in found.meetings} == {confidence("meeting", "scene:meet")}
    assert {p.confidence for m in found.meetings for p in m.participants} == {confidence("person", "scene, office")}
    assert confidence("topic", "counts, told, meeting") in {m.confidence for m in found.mentions}
    assert {r.confidence for r in found.readings} <= {confidence("strength", strength) for strength in STRENGTHS}
    assert {c.confidence for c in found.commitments} == {confidence("promise", "will, meeting")}


def test_a_plan_is_surer_than_a_bare_future() -> None:
    assert confidence("promise", "intends, meeting") > 0.75
    assert confidence("promise", "will, meeting") < 0.7


def test_the_same_sentence_is_less_sure_where_nobody_met() -> None:
    text = "Trade of the region passes through the strait."
    (found,) = coding.code(Article("A strait", text, published_on="2024-03-07"), codebook.load()).mentions
    assert found.confidence < check_below()


def test_the_curve_counts_each_finding_in_the_bin_of_what_it_stated() -> None:
    found = [Judged("topic", 0.95, True), Judged("topic", 0.9, False), Judged("person", 0.55, True)]
    assert [(one.since, one.count, one.right) for one in curve(found)] == [(0.5, 1, 1), (0.9, 2, 1)]
