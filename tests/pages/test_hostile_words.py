"""Articles that try to reach the reader's browser: every page shows their words as words."""

import ast
import json
import re
from collections.abc import Callable
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from parley.settings import Settings
from parley.store import writer
from parley.store.intake import accept
from tests.desk import Met, Said, Story, told
from tests.home import HOME
from tests.pages.screens import PAGES, opened, protos, strings, words
from tests.pages.test_inbox import read_all

CALL = "![x](https://tracker.example/x.png) <a href='https://tracker.example'>y</a> :red[z]"
READ_AS_TEXT = {"options", "default", "raw_values", "placeholder", "alt", "data", "spec", "id", "key", "query_string"}
READ_AS_TEXT |= {"column_order", "code_text"}
"""Fields that the browser shows as they are (choices, cells, heads of columns, names for screen readers); `spec` is
looked into below."""

ARTICLE = told(
    Story(
        f"Talks {CALL}",
        (
            Said(f"They met {CALL} in town.", ("trade",), promise=("agreed", CALL)),
            Said(f"More {CALL}.", ("sanctions",)),
        ),
        (
            Met(
                "dialogue",
                ("KZ", CALL),
                "2023-11-06",
                CALL,
                "KZ",
                f"s-{CALL}",
                f"Format {CALL}",
                1,
                people=((CALL, CALL, CALL),),
            ),
            Met("call", ("KZ", CALL), "2024", status="planned", focal=False, at=1),
        ),
        source=f"Outlet {CALL}",
        published_on="2023-11-07",
    )
)


def loud(screen: AppTest) -> list[str]:
    """Strings that the browser would read as markdown and that still hold the call."""
    found = [(field, text) for proto in protos(screen) for field, text in strings(proto)]
    return [f"{field}: {text}" for field, text in found if field not in READ_AS_TEXT and "tracker.example" in text]


def labels(value: object) -> list[str]:
    """Every string in a plotly figure that plotly draws; plotly reads links and styles in them."""
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in {"customdata", "template"} for text in labels(part)]
    if isinstance(value, list):
        return [text for part in value for text in labels(part)]
    return [value] if isinstance(value, str) else []


def drawn(screen: AppTest) -> list[str]:
    """The labels of all charts on the screen."""
    specs = [text for proto in protos(screen) for field, text in strings(proto) if field == "spec" and text[:1] == "{"]
    return [label for spec in specs for label in labels(json.loads(spec))]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_reads_an_article_as_markdown(page: str, show: Callable[..., Settings]) -> None:
    show([ARTICLE])
    screen = opened(page)
    assert loud(screen) == []
    assert not [label for label in drawn(screen) if "<a" in label]


def test_the_page_of_a_dialogue_reads_no_name_as_markdown(show: Callable[..., Settings]) -> None:
    show([ARTICLE])
    screen = opened("dialogues", series=f"s-{CALL}")
    assert loud(screen) == []
    # The name of a topic leads to its answer sheet on this desk; of what articles say, not a sign ends the address.
    own = re.compile(r'<a href="topics\?[\w=&;%+.*-]*" target="_self">[^<>]*</a>')
    assert not [label for label in drawn(screen) if "<a" in own.sub("", label)]
    assert any("tracker" in text for proto in protos(screen) for _, text in strings(proto))


def test_an_answer_sheet_reads_no_sentence_and_no_name_as_markdown(show: Callable[..., Settings]) -> None:
    show([ARTICLE])
    screen = opened("topics", sheet="trade", series=f"s-{CALL}")
    assert loud(screen) == []
    assert "Raised at the last round; 1 sentence from 1 outlet." in words(screen)


@pytest.mark.parametrize("unit", ["meetings", "referred", "articles", "topics", "people", "promises"])
def test_no_opened_number_reads_an_article_as_markdown(unit: str, show: Callable[..., Settings]) -> None:
    show([ARTICLE])
    screen = opened("overview")
    screen.button(key=f"number-{unit}").click().run()
    assert not screen.exception
    assert loud(screen) == []
    assert any("tracker" in text for proto in protos(screen) for _, text in strings(proto))


def test_a_chip_reads_no_name_as_markdown(show: Callable[..., Settings]) -> None:
    show([ARTICLE])
    assert loud(opened("overview", source=f"Outlet {CALL}")) == []


def test_a_question_about_a_spreadsheet_reads_none_of_its_words_as_markdown(empty: Settings) -> None:
    rows = f"When {CALL},Where {CALL},Who {CALL}\n2023-11-06,Chad {CALL},{CALL}\n7 May,Norway,{CALL}\n"
    with closing(writer(empty)) as db:
        accept(db, empty, [(f"list {CALL}.csv", rows.encode())], "upload", "local")
    read_all(empty)
    screen = opened("inbox")
    screen.button_group(key="kind.1").set_value("meetings").run()
    assert not screen.exception
    assert loud(screen) == []
    assert any("tracker" in text for proto in protos(screen) for _, text in strings(proto))


SIGNS = "A*B_[c]"
LATER = told(
    Story(
        f"Later {SIGNS}",
        (Said("The envoys met again."), Said(f"The grain terminal {SIGNS} was opened.", ("trade",), "done")),
        (Met("dialogue", ("KZ", SIGNS), "2024-11-06", SIGNS, "KZ", f"s-{SIGNS}", f"Format {SIGNS}", 2),),
        source=f"Outlet {SIGNS}",
        published_on="2024-11-07",
    )
)
EARLIER = told(
    Story(
        f"Talks {SIGNS}",
        (
            Said("The envoys met."),
            Said(f"They agreed to open a grain terminal {SIGNS}.", ("trade",), "agreed", promise=("agreed", "both")),
        ),
        (Met("dialogue", ("KZ", SIGNS), "2023-11-06", SIGNS, "KZ", f"s-{SIGNS}", f"Format {SIGNS}", 1),),
        source=f"Outlet {SIGNS}",
        published_on="2023-11-07",
    )
)


def choices(screen: AppTest) -> list[str]:
    """What lists to choose from hold: the browser shows it as it is."""
    return [option for box in (*screen.selectbox, *screen.multiselect) for option in box.options]


@pytest.mark.parametrize("page", PAGES)
def test_no_list_to_choose_from_shows_signs_that_only_markdown_needs(page: str, show: Callable[..., Settings]) -> None:
    show([EARLIER, LATER])
    offered = choices(opened(page))
    assert not [option for option in offered if "\\" in option]


def test_a_sentence_that_may_tell_of_a_promise_is_offered_as_it_is_written(show: Callable[..., Settings]) -> None:
    show([EARLIER, LATER])
    screen = opened("promises")
    next(button for button in screen.button if (button.key or "").startswith("decide.")).click().run()
    offered = [option for option in choices(screen) if SIGNS in option and "grain" in option]
    assert offered == [f"Outlet {SIGNS}, 7 November 2024: The grain terminal {SIGNS} was opened."]


def test_only_rows_of_buttons_are_given_escaped_words() -> None:
    """Lists to choose from show their options as they are: a star that is escaped would show its escape."""
    for path in sorted((HOME / "lib" / "parley" / "ui").rglob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr in {"selectbox", "multiselect"}:
                named = [ast.unparse(part.value) for part in call.keywords if part.arg == "format_func"]
                assert not [words for words in named if "plain" in words], path.name
