"""Five lines of what changed since the last briefing; each number opens what it counts."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import streamlit as st

from parley.errors import ParleyError
from parley.model import Filters
from parley.queries import news
from parley.queries.dialogues import Dialogue
from parley.queries.news import Changes, Disagreement
from parley.store import visits
from parley.ui import evidence, follow, work
from parley.ui.access import for_those_who_may
from parley.ui.data import ask, knowing, now
from parley.ui.dialogues.said import next_round
from parley.ui.evidence import Opened
from parley.ui.heading import section
from parley.ui.links import dialogue_link
from parley.ui.plain import plain
from parley.ui.words import counted, listed, on_date
from parley.ui.writing import writing, written

OPEN = "news.open"
DAY = "news.day"
NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what it is about, its numbers with what each opens, and what else it says."""

    name: str
    numbers: tuple[tuple[str, Opened], ...]
    said: str = ""


def show(filters: Filters) -> None:
    """The five lines, and under them what is behind the number that is open."""
    briefed, visit = _kept()
    since = _instant(briefed) if briefed else (visit or "")
    found = ask(knowing(news.changes), filters, since, date.today().isoformat(), follow.READER)
    with st.container(border=True, key="news", gap="xsmall"):
        _head(briefed, visit)
        opened = None
        for line in lines(found, filters, since):
            opened = _line(line) or opened
        _rounds_ahead(found)
    if opened:
        evidence.panel("news", opened)


def lines(found: Changes, filters: Filters, since: str) -> tuple[Line, ...]:
    """Meetings, topics, promises, and what outlets differ on; always these, so that a reader knows where to look."""
    new = "new " if since else ""
    return (
        Line(
            "Meetings",
            _numbers(
                (found.meetings, f"{new}meeting", Opened("meetings", filters, "new", found.meetings)),
                (found.told_further, "known meeting", Opened("meetings", filters, "told further", found.told_further)),
            ),
            "told by further articles" if found.told_further else "",
        ),
        _topics(found, filters),
        Line(
            "Promises",
            _numbers(
                (found.promises, f"{new}promise", Opened("promises", filters, "new", found.promises)),
                (found.due, "deadline", Opened("promises", filters, "due within 90 days", found.due)),
            ),
            "within 90 days" if found.due else "",
        ),
        Line("Outlets differ", _differing(found.differing, filters), _on_what(found.differing)),
    )


def _topics(found: Changes, filters: Filters) -> Line:
    """What the new meetings spoke of most: each number opens those meetings on that topic."""
    numbers = tuple(
        (
            f"{plain(label)} {n}",
            Opened("meetings", replace(filters, topics=(topic,)), f"new, on {label}", found.meetings),
        )
        for topic, label, n in found.topics
    )
    return Line("Topics", numbers)


def _numbers(*told: tuple[Sequence[int], str, Opened]) -> tuple[tuple[str, Opened], ...]:
    return tuple((counted(len(keys), noun), opened) for keys, noun, opened in told if keys)


def _differing(found: Sequence[Disagreement], filters: Filters) -> tuple[tuple[str, Opened], ...]:
    keys = tuple(one.meeting for one in found)
    return _numbers((keys, "meeting", Opened("meetings", filters, "on which outlets differ", keys)))


def _on_what(found: Sequence[Disagreement]) -> str:
    names = sorted({field.lower() for one in found for field in one.fields})
    return f"on {listed(names)}" if names else ""


def _line(line: Line) -> Opened | None:
    """One line; what it opens, where one of its numbers is open."""
    open_now = st.session_state.get(OPEN)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"newsline-{line.name}"):
        st.markdown(f":gray[{line.name}]", width=120)
        opened = next((behind for _, behind in line.numbers if (line.name, behind.about) == open_now), None)
        _buttons(line.name, line.numbers[:NAMED])
        if more := line.numbers[NAMED:]:
            with st.popover(f"and {len(more):,} more", type="tertiary", key=f"more.{line.name}"):
                _buttons(line.name, more)
        said = line.said or ("" if line.numbers else "nothing new")
        st.markdown(plain(said), width="content")
    return opened


def _buttons(name: str, numbers: Sequence[tuple[str, Opened]]) -> None:
    for words, behind in numbers:
        key = (name, behind.about)
        st.button(words, key=f"news.{name}.{behind.about}", type="tertiary", on_click=_toggle, args=(key,))


def _rounds_ahead(found: Changes) -> None:
    """The dialogues whose next round is near, each with its day and a link."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="newsline-rounds"):
        st.markdown(":gray[Next rounds]", width=120)
        if not found.ahead:
            st.markdown("none announced or expected within 90 days", width="content")
            return
        # In a box of their own: what needs a second line stands below the first links, and not below the label.
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="rounds-ahead"):
            _near(found.ahead[:NAMED])
            if len(found.ahead) > NAMED:
                with st.popover(f"and {len(found.ahead) - NAMED} more", type="tertiary", key="more.rounds"):
                    _near(found.ahead[NAMED:])


def _near(ahead: Sequence[Dialogue]) -> None:
    for one in ahead:
        dialogue_link(one.series, f"{one.short_name}: {next_round(one.expected, date.today())}")


def _head(briefed: str | None, visit: str | None) -> None:
    """Since when, and where to set it."""
    if briefed:
        words = f"Since the briefing of {on_date(briefed)}"
    elif visit:
        words = f"Since your last visit, {on_date(_local(visit))}"
    else:
        words = "All so far (no earlier visit of yours is known)"
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        section("news", words, width="content")
        with st.popover("Change date", type="tertiary"):
            st.date_input(
                "Last briefing",
                value=date.fromisoformat(briefed) if briefed else None,
                max_value="today",
                format="DD.MM.YYYY",
                key=DAY,
                on_change=_set_day,
                **for_those_who_may("What was added after this day is new. Leave it empty to go by your last visit."),
            )


def _kept() -> tuple[str | None, str | None]:
    """The day of the last briefing and the instant of the last visit; that the reader is here is kept, too."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    if work.is_served() and now(visits.is_to_be_kept, follow.READER, at):
        # One that cannot be kept is no reason not to show the page.
        with suppress(ParleyError), writing(decides=False) as db:
            visits.visited(db, follow.READER, at)
    return now(visits.briefed_on, follow.READER), now(visits.last_visit, follow.READER)


def _instant(day: str) -> str:
    """The end of a day here as an instant in UTC: what was added on the day itself was part of the briefing."""
    end = datetime.combine(date.fromisoformat(day), datetime.max.time()).astimezone(UTC)
    return end.isoformat(timespec="milliseconds")


def _local(instant: str) -> str:
    return datetime.fromisoformat(instant).astimezone().date().isoformat()


def _set_day() -> None:
    day = st.session_state.get(DAY)
    written(lambda db: visits.set_briefed(db, follow.READER, day.isoformat() if day else None))


def _toggle(wanted: tuple[str, str]) -> None:
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == wanted else wanted
