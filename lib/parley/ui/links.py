"""Links to single things. A link keeps the filters, and adds the thing's number to the address."""

from pathlib import Path

import streamlit as st

from parley.queries.internal import internal_articles
from parley.ui.data import ask
from parley.ui.plain import plain

PAGES = Path(__file__).resolve().parents[3] / "pages"


def page_exists(name: str) -> bool:
    """Whether there is a screen of this name to link to."""
    return (PAGES / f"{name}.py").exists()


def article_link(article: int, label: str, internal: frozenset[int] | None = None) -> None:
    """A link to the reader with this article, which says that it is internal; the label alone without a reader.

    Who draws many gives `internal`, the articles that are: each question opens the database.
    """
    if article in (ask(internal_articles) if internal is None else internal):
        _link("articles", {"id": str(article)}, f"{label} · internal", ":material/lock:")
    else:
        _link("articles", {"id": str(article)}, label, ":material/article:")


def meeting_link(meeting: int, label: str = "All about this meeting", icon: str = ":material/groups:") -> None:
    """A link to the page of this meeting; the label alone where there is no such page."""
    _link("meeting", {"id": str(meeting)}, label, icon)


def check_link(number: int, label: str = "Check", *, waits: bool = True) -> None:
    """A link to the screen that checks a waiting document, or an article, beside its text."""
    _link("check", {"document" if waits else "id": str(number)}, label, ":material/fact_check:")


def on_timeline(label: str) -> None:
    """A link to the timeline with the meetings of which no text is held."""
    _link("timeline", {"without_text": "true"}, label, ":material/timeline:")


def inbox_link(part: str, label: str, *, receipt: int | None = None, icon: str = ":material/inbox:") -> None:
    """A link to one part of the Inbox by itself, or to one line of what could not be read (see `ui.inbox.parts`)."""
    _link("inbox", {"show": part} | ({} if receipt is None else {"receipt": str(receipt)}), label, icon)


def proposed_link(family: str, label: str) -> None:
    """A link to the promises, or demands, of which a later article may tell that they were kept."""
    _link("promises", {"proposed": family}, label, ":material/task_alt:")


def dialogue_link(series: str, label: str) -> None:
    """A link to the page of this dialogue, by its id in the registry; nothing where there is no such page."""
    if page_exists("dialogues"):
        _link("dialogues", {"series": series}, label, ":material/forum:")


def person_link(person: str, label: str) -> None:
    """A link to the page of this person, by their key; nothing where there is no such page."""
    if page_exists("people"):
        _link("people", {"who": person}, label, ":material/person:")


def codebook_link(series: str, label: str) -> None:
    """A link to the form that adds a dialogue to the codebook, filled with what texts tell of this one."""
    _link("codebook", {"view": "change", "add": series}, label, ":material/add:")


def _link(page: str, query: dict[str, str], label: str, icon: str) -> None:
    if page_exists(page):
        st.page_link(f"pages/{page}.py", label=plain(label), icon=icon, query_params=query)
    else:
        st.caption(plain(label))
