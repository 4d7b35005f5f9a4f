"""What comes from articles reaches the screen as plain text."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.ui.attention import scroll_script
from parley.ui.plain import SPECIAL, marked, plain
from tests.home import HOME

HOSTILE = (
    "![](https://tracker.example/x.png)",
    "[click](https://tracker.example)",
    "https://tracker.example",
    "**bold** _slanted_ `code`",
    ":red[text] :material/home: :smile:",
    "$x^2$ and $$y$$",
    "<img src=https://tracker.example/x.png>",
    "# Heading\n- item",
    "a | b",
    "&#33;[](x)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_sign_that_markdown_reads_is_left_unescaped(text: str) -> None:
    shown = plain(text)
    unescaped = [c for n, c in enumerate(shown) if SPECIAL.match(c) and c != "\\" and shown[n - 1 : n] != "\\"]
    assert unescaped == []


@given(st.text())
def test_plain_text_says_what_the_text_says(text: str) -> None:
    unescaped, shown = [], plain(text)
    while shown:
        shown = shown[1:] if shown[0] == "\\" else shown
        unescaped.append(shown[0])
        shown = shown[1:]
    assert "".join(unescaped) == " ".join(text.split())


def test_a_passage_is_set_off_inside_its_sentence() -> None:
    assert marked("They agreed on trade.", 15, 20) == "They agreed on :primary-background[trade]\\."


def test_a_passage_cannot_close_its_own_mark() -> None:
    assert marked("a ] b", 0, 5) == ":primary-background[a \\] b]"


def test_an_empty_passage_sets_nothing_off() -> None:
    assert marked("They met.", 3, 3) == "They met\\."


HTML_ALLOWED = {"attention.py", "page.py", "chart.py", "reader.py", "hits.py", "texts.py", "panel.py", "screen.py"}
"""The style sheets; the legend of fixed group names; the letters of fields (`panel.py`); marked texts and snippets,
every character of theirs escaped (test_marking.py and test_search_hits.py hold that)."""


def test_html_is_drawn_only_where_no_text_from_articles_can_become_markup() -> None:
    drawing = {
        path.name
        for path in [*(HOME / "lib" / "parley" / "ui").rglob("*.py"), *(HOME / "pages").glob("*.py")]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"html", "iframe"}
    }
    assert drawing <= HTML_ALLOWED


def let_through(path: Path) -> set[str | None]:
    """The ways past Streamlit's cleaning that a file uses."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {word.arg or "" for call in calls for word in call.keywords} & {
        "unsafe_allow_html",
        "unsafe_allow_javascript",
    }


def test_markdown_is_never_let_through_as_html() -> None:
    paths = [*(HOME / "lib").rglob("*.py"), *(HOME / "pages").glob("*.py")]
    ways = {path.name: let_through(path) for path in paths if let_through(path)}
    assert ways == {"attention.py": {"unsafe_allow_javascript"}}


def test_the_one_script_of_the_screens_takes_in_no_text() -> None:
    script = scroll_script("x'); alert(1) //<img src=y>", "</script><b>told</b>")
    assert "alert(1)" not in script
    assert "told" not in script
    assert script.count("<") == scroll_script("safe", 0).count("<")
