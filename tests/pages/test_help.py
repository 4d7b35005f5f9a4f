""" "?" beside each chart says what it counts, the unit, out of what, and what is left out."""

import pytest

from tests.desk import ESPD
from tests.home import HOME
from tests.pages.screens import PAGES, opened

FOUR = ("**Counts:** ", "**Unit:** ", "**Out of:** ", "**Left out:** ")


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(("page", "query"), [*((page, {}) for page in PAGES), ("dialogues", {"series": ESPD[0]})])
def test_each_chart_on_a_page_explains_what_it_counts(page: str, query: dict[str, str]) -> None:
    screen = opened(page, **query)
    explained = [
        heading for heading in (*screen.header, *screen.subheader) if all(part in heading.proto.help for part in FOUR)
    ]
    tables = [heading for heading in explained if heading.value.startswith("Rounds")]
    assert len(explained) - len(tables) == len(screen.get("plotly_chart"))


@pytest.mark.usefixtures("many_articles")
def test_there_are_charts_to_explain() -> None:
    assert [len(opened(page).get("plotly_chart")) for page in ("overview", "topics", "timeline")] == [2, 2, 1]
    assert len(opened("dialogues", series=ESPD[0]).get("plotly_chart")) == 1


@pytest.mark.usefixtures("many_articles")
@pytest.mark.parametrize(("unit", "said"), [("articles", "an article or release"), ("sentences", "a sentence of an")])
def test_the_explanation_follows_what_is_counted(unit: str, said: str) -> None:
    helps = [heading.proto.help for heading in opened("topics", by=unit.capitalize()).header]
    assert all(said in text for text in helps if text)
    assert len([text for text in helps if text]) == 2


def test_charts_are_drawn_in_one_place_alone() -> None:
    drawing = [path for path in (HOME / "lib").rglob("*.py") if "st.plotly_chart(" in path.read_text("utf-8")]
    assert [path.name for path in drawing] == ["chart.py"]
