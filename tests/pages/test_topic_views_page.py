"""The views of the topics page: each by its link, on an empty desk, with one article and with many."""

import pytest

from tests.pages.screens import opened, words

VIEWS = ("often", "sides", "compare", "phrases", "quiet", "sheet")


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_desk_is_told_what_to_do_in_every_view(view: str) -> None:
    assert "No topics yet" in words(opened("topics", view=view))


@pytest.mark.usefixtures("one_article")
@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("sides", "Kazakhstan raised 1 topic in a voice of its own"),
        ("compare", ": 1 of 1 meeting; "),
        ("phrases", "No phrase recurs at 3 meetings in sentences without a topic."),
        ("quiet", "No topic was raised at 3 rounds of a dialogue in a row and at none since."),
        ("sheet", "Raised at the last round; 1 sentence from 1 outlet."),
    ],
)
def test_one_article_fills_every_view_as_far_as_it_goes(view: str, said: str) -> None:
    assert said in words(opened("topics", view=view))


@pytest.mark.usefixtures("many_articles")
def test_two_topics_are_compared_by_a_link_and_each_number_opens_its_meetings() -> None:
    screen = opened("topics", view="compare", a="trade", b="climate")
    assert "Trade: 14 of 27 meetings; Climate change: 5 of 27 meetings" in words(screen)
    assert screen.button(key="compare.a").label == "Trade\\: 14 of 27 meetings"
    screen.button(key="compare.b").click().run()
    assert "5 meetings: Climate change" in words(screen)


@pytest.mark.usefixtures("many_articles")
def test_one_topic_is_compared_in_two_dialogues() -> None:
    screen = opened("topics", view="compare", a="trade", a_in="c5+1", b="trade", b_in="us-uz-abc")
    assert "Trade, C5+1: 2 of 5 meetings; Trade, U.S.–Uzbekistan" in words(screen)
    assert screen.button(key="compare.b").label.startswith("Trade, U\\.S\\.")


@pytest.mark.usefixtures("many_articles")
def test_generic_topics_are_left_out_of_who_raised_what_unless_asked() -> None:
    screen = opened("topics", view="sides")
    labels = set(screen.dataframe[0].value["Topic"])
    assert "Trade" in labels
    assert "Diplomatic engagement" not in labels
    screen.toggle(key="sides-generic").set_value(True).run()
    assert "Diplomatic engagement" in set(screen.dataframe[0].value["Topic"])


@pytest.mark.usefixtures("many_articles")
def test_turning_to_another_view_leaves_the_parameters_of_the_last_behind() -> None:
    screen = opened("topics", sheet="trade")
    screen.button_group(key="view.sheet").set_value("quiet").run()
    assert "Quiet topics" in words(screen)
    assert "sheet" not in screen.query_params
