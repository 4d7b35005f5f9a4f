"""The matrix of topics by rounds: a square a cell, told apart by its sign, and no label that plotly could read."""

import pandas as pd
import pytest

from parley.charts.matrix import SIGNS, matrix
from parley.queries.agenda import Cell, Raised, State, Topic
from parley.queries.rounds import Round
from parley.ui.dialogues.states import LEGEND, NAMES, basis_of_comparison, said, summary

LINKS = {"trade": "topics?sheet=trade&series=a%2Bb"}
ROUNDS = [(1, "Dec 2022\nWashington"), (2, "Nov 2023\nAstana")]


def cell(topic: str, round_: int, state: str) -> dict[str, object]:
    named = {"topic": topic, "label": topic.title(), "topic_group": "economy", "hover": f"{topic}\n{state}"}
    return {**named, "round": round_, "state": state}


def drawn(*cells: dict[str, object], columns: list[tuple[int, str]] | None = None) -> dict:  # type: ignore[type-arg]
    return matrix(pd.DataFrame(list(cells)), columns or ROUNDS, LINKS)


def test_every_cell_is_a_square_that_carries_its_round_and_topic() -> None:
    figure = drawn(cell("trade", 1, "raised"), cell("trade", 2, "again"), cell("space", 2, "new"))
    squares = [trace for trace in figure["data"] if trace["mode"] == "markers+text"]
    assert {trace["marker"]["symbol"] for trace in squares} == {"square"}
    assert sorted(data for trace in squares for data in trace["customdata"]) == ["1|trade", "2|space", "2|trade"]


def test_states_are_told_apart_by_sign_and_silence_by_an_empty_square() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert set(SIGNS) == set(NAMES)
    fills = {
        trace["name"]: trace["marker"]["color"][0]
        for trace in drawn(cell("a", 1, "new"), cell("b", 1, "silent"), cell("c", 1, "unheard"))["data"]
        if trace["mode"] == "markers+text"
    }
    assert fills["silent"].endswith(", 0)")
    assert fills["unheard"].endswith(", 0)")
    assert not fills["new"].endswith(", 0)")


def test_the_legend_explains_every_sign() -> None:
    assert not [sign for sign in SIGNS.values() if sign and f"{sign} " not in LEGEND]


def test_the_dates_of_a_long_matrix_stand_at_its_foot_too() -> None:
    long = drawn(*(cell(str(n), 1, "new") for n in range(12)))
    assert long["layout"]["xaxis2"]["ticktext"] == long["layout"]["xaxis"]["ticktext"]
    assert "xaxis2" in {trace.get("xaxis", "").replace("x2", "xaxis2") for trace in long["data"]}
    assert "xaxis2" not in drawn(cell("trade", 1, "new"))["layout"]


def test_columns_follow_the_rounds_and_rows_the_order_of_the_topics() -> None:
    figure = drawn(cell("trade", 2, "new"), cell("space", 1, "new"))
    (squares,) = [trace for trace in figure["data"] if trace["mode"] == "markers+text"]
    assert squares["x"] == [1, 0]
    assert squares["y"][0] > squares["y"][1]


def test_the_name_of_a_topic_leads_to_its_answer_sheet_where_there_is_one() -> None:
    names = drawn(cell("trade", 2, "new"), cell("space", 1, "new"))["layout"]["annotations"]
    assert names[0]["text"] == '<a href="topics?sheet=trade&amp;series=a%2Bb" target="_self">Trade</a>'
    assert names[1]["text"] == "Space"


def test_many_rounds_stand_upright_so_that_they_fit_a_phone() -> None:
    many = [(n, f"Jan 20{n + 10}\nAstana") for n in range(12)]
    assert drawn(cell("trade", 2, "new"))["layout"]["xaxis"]["tickangle"] == 0
    axis = drawn(cell("trade", 2, "new"), columns=many)["layout"]["xaxis"]
    assert axis["tickangle"] == -90
    assert not [label for label in axis["ticktext"] if "<br>" in label]


def test_markup_in_places_and_topics_is_drawn_as_the_characters_it_is() -> None:
    figure = drawn(cell('<a href="x">', 1, "new"), columns=[(1, "<b>x</b>\n<a>")])
    assert "<a" not in str([trace["text"] for trace in figure["data"]])
    assert [note["text"] for note in figure["layout"]["annotations"]] == ['&lt;A Href="X"&gt;']
    assert figure["layout"]["xaxis"]["ticktext"] == ["&lt;b&gt;x&lt;/b&gt;<br>&lt;a&gt;"]


def held(number: int, start: str | None, *, articles: int = 1, full: int = 0) -> Round:
    told = tuple(range(articles))
    return Round(
        number, "s", None, number, start, None, "Astana", None, None, None, (), (), told, ("Wire",), told[:full], ()
    )


def of(state: State, *, last: Round | None = None, before: Round | None = None, now: Round | None = None) -> Cell:
    here = now or held(2, "2023-11-06", articles=2)
    raised = None if state in ("silent", "unheard") else Raised(1, 0, (), is_sure=True)
    return Cell(Topic("trade", "Trade", "economy", False), here, state, raised, before, last)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("silent", "not mentioned, and a full official text is held"),
        ("unheard", "not in the 2 sources held"),
        ("again", "raised again"),
        ("new", "new in the sources held"),
    ],
)
def test_a_state_is_said_in_words(state: State, words: str) -> None:
    assert said(of(state)) == words


def test_a_topic_that_comes_back_after_a_break_says_when_it_was_last_raised() -> None:
    before = held(2, "2022-12-05", full=1)
    found = of("back", last=held(1, "2021-12-15"), before=before)
    assert summary([found]) == ["Back: Trade (last raised in December 2021)."]
    assert said(found) == "back, last raised in December 2021"


def test_a_topic_is_new_only_where_the_silence_of_the_round_before_is_known() -> None:
    full, press = held(1, "2022-12-05", full=1), held(1, "2022-12-05", articles=2)
    assert [said(of("new", before=before)) for before in (full, press)] == ["new", "new in the sources held"]
    assert summary([of("new", before=press)]) == ["New in the sources held: Trade."]


def test_the_comparison_names_the_other_round_and_what_is_held_of_it() -> None:
    before = held(1, "2022-12-05", articles=3, full=1)
    assert basis_of_comparison([of("new", before=before)], held(2, "2023-11-06")) == (
        "Compared with 5 December 2022, Astana (a full official text and 2 other articles)."
    )
    assert "it has no date" in basis_of_comparison([of("raised")], held(2, None))
