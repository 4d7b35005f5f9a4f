"""Runs the dashboard without a browser: `opened("topics")` is the page as a reader would find it."""

from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.home import HOME

SECONDS = 30
PAGES = sorted(path.stem for path in (HOME / "pages").glob("*.py"))


def opened(page: str, **query: str) -> AppTest:
    """The page inside the dashboard, with these parameters in the address; it must have run without an error."""
    screen = AppTest.from_file(str(HOME / "dashboard.py"), default_timeout=SECONDS)
    for key, value in query.items():
        screen.query_params[key] = value
    screen.run()
    if page != "overview":
        screen.switch_page(f"pages/{page}.py").run()
    assert not screen.exception, [(e.message, e.stack_trace) for e in screen.exception]
    return screen


def filtered(screen: AppTest, key: str, label: str) -> AppTest:
    """Choose a value in the filter bar, and put it into the address as the browser does."""
    screen.query_params[key] = label
    return screen.multiselect(key=key).select(label).run()


def clicked(screen: AppTest, key: str, address: dict[str, str]) -> AppTest:
    """Click a button that changes the filters; `address` is what the browser's address then holds."""
    screen.query_params.clear()
    for name, value in address.items():
        screen.query_params[name] = value
    return screen.button(key=key).click().run()


def words(screen: AppTest) -> str:
    """Everything that the page says in titles, text and captions, without the signs that markdown needs."""
    said = [*screen.title, *screen.header, *screen.subheader, *screen.markdown, *screen.caption, *screen.info]
    return "\n".join(element.value for element in said).replace("\\", "")


def protos(screen: AppTest) -> Iterator[Any]:
    """The message behind every element and block on the screen."""
    waiting = [screen._tree]
    while waiting:
        node = waiting.pop()
        waiting.extend(getattr(node, "children", {}).values())
        if getattr(node, "proto", None) is not None:
            yield node.proto


def strings(message: Any) -> Iterator[tuple[str, str]]:
    """Every string inside a message, with the name of its field."""
    for field, value in message.ListFields():
        several = value if field.is_repeated else [value]
        for one in several:
            if isinstance(one, str):
                yield field.name, one
            elif hasattr(one, "ListFields"):
                yield from strings(one)
