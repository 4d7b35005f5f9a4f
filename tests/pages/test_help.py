""" "?" beside each chart says what it counts, the unit, out of what, and what is left out."""

import pytest

from tests.home import HOME
from tests.pages.screens import PAGES, opened

FOUR = ("**Counts:** ", "**Unit:** ", "**Out of:** ", "**Left out:** ")


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize("page", PAGES)
def test_each_chart_on_a_page_explains_what_it_counts(page: str) -> None:
    screen = opened(page)
    explained = [heading for heading in screen.subheader if all(part in heading.proto.help for part in FOUR)]
    assert len(explained) == len(screen.get("plotly_chart"))


@pytest.mark.usefixtures("many_articles")
def test_the_overview_and_the_topics_have_two_charts_each_to_explain() -> None:
    assert [len(opened(page).get("plotly_chart")) for page in ("overview", "topics", "timeline")] == [2, 2, 1]


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(("unit", "said"), [("articles", "an article or release"), ("sentences", "a sentence of an")])
def test_the_explanation_follows_what_is_counted(unit: str, said: str) -> None:
    helps = [heading.proto.help for heading in opened("topics", by=unit.capitalize()).subheader]
    assert all(said in text for text in helps if text)
    assert len([text for text in helps if text]) == 2


def test_charts_are_drawn_in_one_place_alone() -> None:
    drawing = [path for path in (HOME / "lib").rglob("*.py") if "st.plotly_chart(" in path.read_text("utf-8")]
    assert [path.name for path in drawing] == ["chart.py"]
