"""Every file of every screen, by the one door: as if internal documents were never here, unless the reader ticks them.

Two desks are walked: one never had the documents, one holds them as internal, unticked and ticked. Every download met
on the way is made, so that a new one cannot be forgotten: the last test finds who else offers files.
"""

import io
import re
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import streamlit as st

from parley.settings import Settings
from parley.store import Connection, writer
from parley.store.internal import mark
from parley.store.promises import Sentence, say
from tests.desk import CALL, DEPUTY, ENVOY, ESPD, MANY, Met, Said, Story, Told, make, settings_in, told
from tests.home import HOME
from tests.pages.screens import opened

UI = HOME / "lib" / "parley" / "ui"
ZEBRA = ("Zed Zebra", "Keeper of Zebras", "KZ")
TALKS = ("zebra-talks", "Zebra Talks", ("KZ", "US"))
UNTIL = "2024-03-31"
"""Before any internal document: of files under this filter only those hold some that draw on all rounds."""
NOT_OF_DOCUMENTS = {
    "codebook/versions.py": "names and phrases, which people gave",
    "timeline/without_text.py": "rows of spreadsheets, of which no text is held",
    "system/log.py": "lines of what was done: its own test tells which of them leave",
}


def due(story: Told, date: str) -> Told:
    """The same, with this deadline on every promise."""
    article, coding = story
    return article, replace(coding, commitments=tuple(replace(one, due=date) for one in coding.commitments))


def spelt(story: Told, person: str, name: str) -> Told:
    """The same, with the fullest name of somebody: as it stands in no other document."""
    article, coding = story
    meetings = (
        replace(
            meeting,
            participants=tuple(
                replace(one, name=name) if one.person_id == person else one for one in meeting.participants
            ),
        )
        for meeting in coding.meetings
    )
    return article, replace(coding, meetings=tuple(meetings))


def zebras(day: str) -> Told:
    """An internal report of talks of which nothing else tells."""
    return told(
        Story(
            f"Zebra talks of {day}",
            (
                Said(f"Keeper of Zebras Zed Zebra held the zebra talks in Zebraville on {day}."),
                Said("The striped herds grazing quietly nearby were counted."),
                Said("The sides agreed to trade zebras.", ("trade",), "agreed", promise=("pledges", "KZ")),
            ),
            (Met("dialogue", TALKS[2], day, "Zebraville", "KZ", TALKS[0], TALKS[1], people=(ZEBRA, ENVOY)),),
            "Zebra Desk",
            day,
        )
    )


PUBLIC = (
    *MANY,
    *(
        told(
            Story(
                f"A notice from {place}",
                (
                    Said(f"The envoys met in {place} on {day}."),
                    Said("The usual customs paperwork was praised."),
                    Said("The United States will open an office.", ("transport",), promise=("pledges", "US")),
                ),
                (Met("dialogue", ESPD[2], day, place, "KZ", "quiet-talks", "Quiet Talks", people=(DEPUTY,)),),
                "Capital Post",
                day,
            )
        )
        for place, day in (("Aktau", "2024-01-09"), ("Atyrau", "2024-02-09"), ("Oral", "2024-03-09"))
    ),
    due(
        told(Story("A deadline", (Said("They will report.", ("trade",), promise=("pledges", "US")),), (CALL,))), "2031"
    ),
    told(
        Story(
            "A round to come",
            (Said("The eighth round will take place in 2031."),),
            (Met("dialogue", ESPD[2], "2031-05", "Astana", "KZ", ESPD[0], ESPD[1], 8, status="planned"),),
            "Capital Post",
            "2024-09-01",
        )
    ),
)
MEMO = spelt(
    told(
        Story(
            "Zebra memo on the sixth round",
            (
                Said("Keeper of Zebras Zed Zebra saw the sixth round in Zebraville on 31 May 2024."),
                Said("Sanctions on zebras were stressed.", ("sanctions", "trade"), "stressed", "KZ"),
                Said("Kazakhstan pledged zebras.", ("trade",), "intended", promise=("pledges", "KZ")),
            ),
            (
                Met(
                    *("dialogue", ESPD[2], "2024-05-31", "Zebraville", "KZ", ESPD[0], ESPD[1], 6),
                    people=(ZEBRA, ENVOY, DEPUTY),
                ),
            ),
            "Zebra Desk",
            "2024-06-01",
        )
    ),
    "dana-example",
    "Dana Zebra Example",
)
INTERNAL = (
    MEMO,
    *(due(zebras(day), "2031-02") for day in ("2024-07-01", "2024-08-01", "2024-09-01")),
    told(
        Story(
            "Zebras to come",
            (Said("The zebra talks will go on in Zebraville in June 2031."),),
            (Met("dialogue", TALKS[2], "2031-06", "Zebraville", "KZ", TALKS[0], TALKS[1], status="planned"),),
            "Zebra Desk",
            "2024-09-02",
        )
    ),
)


@dataclass
class Walk:
    """All files met on a walk over the screens, by their keys, and which modules offered them."""

    files: dict[str, str] = field(default_factory=dict)
    offered_by: set[str] = field(default_factory=set)
    makers: dict[str, Callable[[], str | bytes] | str] = field(default_factory=dict)

    def met(self, label: str, data: Callable[[], str | bytes] | str, *args: object, key: str, **rest: object) -> bool:
        """Stands in for `st.download_button`."""
        del label, args, rest
        self.makers[key] = data
        frame = sys._getframe(1)
        while frame := frame.f_back:
            path = Path(frame.f_code.co_filename)
            if path.is_relative_to(UI):
                self.offered_by.add(path.relative_to(UI).as_posix())
        return False

    def made(self, place: str) -> None:
        """Make what the screen offers, once it has been drawn: as a reader does who clicks later."""
        for key, data in self.makers.items():
            self.files[f"{place} {key}"] = in_words(data() if callable(data) else data)
        self.makers.clear()


def in_words(data: str | bytes) -> str:
    """What stands in a file, without the moment at which it was made."""
    if isinstance(data, bytes) and data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as parts:
            named = (name for name in parts.namelist() if "docProps" not in name)
            text = "\n".join(parts.read(name).decode() for name in sorted(named))
    else:
        text = data.decode() if isinstance(data, bytes) else data
    return re.sub(r"Made with Parley on [^.<]*|DTSTAMP:\S+", "", text)


STATES: tuple[tuple[str, dict[str, str], dict[str, object]], ...] = (
    ("overview", {}, {}),
    ("dialogues", {}, {}),
    ("dialogues", {"series": ESPD[0]}, {}),
    ("dialogues", {"until": UNTIL}, {}),
    ("timeline", {"until": UNTIL}, {}),
    ("promises", {"until": UNTIL}, {"promises.general": True}),
    ("timeline", {}, {}),
    ("timeline", {"lanes_by": "side"}, {}),
    ("timeline", {}, {"view": "Table"}),
    ("topics", {"view": "often"}, {"over-time": ["trade", "sanctions"]}),
    ("topics", {"view": "sides"}, {}),
    ("topics", {"view": "phrases"}, {}),
    ("topics", {"view": "compare", "a": "trade", "b": "sanctions"}, {}),
    ("topics", {"sheet": "trade", "series": ESPD[0], "last": "3"}, {}),
    ("people", {}, {}),
    ("people", {"who": "dana-example"}, {}),
    ("people", {"person": "dana-example"}, {}),
    ("promises", {}, {"promises.general": True}),
    ("articles", {}, {}),
    ("codebook", {"view": "versions"}, {}),
)


def walked(desk: Settings, *, ticked: bool, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Every screen in every state that offers files."""
    monkeypatch.setenv("PARLEY_DATA", str(desk.data))
    st.cache_data.clear()
    st.cache_resource.clear()
    walk = Walk()
    with monkeypatch.context() as patched:
        patched.setattr(st, "download_button", walk.met)
        for page, query, state in STATES:
            screen = opened(page, **query)
            for key, value in state.items():
                screen.session_state[key] = value
            walk.makers.clear()  # what the overview offered on the way to the page
            screen.run()
            ticks = [box for box in screen.checkbox if str(box.key).startswith("internal.include.")]
            assert ticks or not ticked or page == "codebook", (page, query)
            if ticked and ticks:
                for box in ticks:
                    box.check()
                walk.makers.clear()
                screen.run()
            walk.made(" ".join((page, *query.values(), *map(str, state.values()))))
    return walk


def sentence(db: Connection, title: str, n: int) -> Sentence:
    """The nth sentence of an article, as what is said of promises knows it."""
    found = db.execute(
        """SELECT a.key, s.start_at, substr(a.text, s.start_at + 1, s.end_at - s.start_at)
        FROM sentences s JOIN articles a ON a.id = s.article_id WHERE a.title = ?
        ORDER BY s.start_at LIMIT 1 OFFSET ?""",
        (title, n),
    )
    return Sentence(*found.fetchone())


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Walk]:
    """The desk that never had the documents, and the one that keeps them, unticked and ticked."""

    never, kept = (
        make(settings_in(tmp_path_factory.mktemp("desk")), articles) for articles in (PUBLIC, (*PUBLIC, *INTERNAL))
    )
    with closing(writer(kept)) as db:
        zebra = [row[0] for row in db.execute("SELECT a.id FROM articles a WHERE a.title LIKE '%ebra%'")]
        assert mark(db, "local", zebra, internal=True) == len(INTERNAL)
        say(db, sentence(db, "A notice from Oral", 2), "kept", "local", by=sentence(db, MEMO[0].title, 2))
    with pytest.MonkeyPatch.context() as patched:
        return {
            "without": walked(never, ticked=False, monkeypatch=patched),
            "left out": walked(kept, ticked=False, monkeypatch=patched),
            "ticked": walked(kept, ticked=True, monkeypatch=patched),
        }


NOTE = re.compile(r"( |\r\nX-WR-CALDESC:)\d+ internal documents? left out\.")


def test_no_file_holds_a_word_of_an_internal_document_until_it_is_ticked(walks: dict[str, Walk]) -> None:
    told_of = [key for key, text in walks["left out"].files.items() if "zebra" in text.casefold()]
    assert not told_of


def test_every_file_is_as_if_the_internal_documents_had_never_come_and_says_how_many_stayed(
    walks: dict[str, Walk],
) -> None:
    without, left_out, ticked = (walks[name].files for name in ("without", "left out", "ticked"))
    assert set(left_out) == set(without)
    for key, text in left_out.items():
        assert NOTE.sub("", text).split() == without[key].split(), key
        holds_none = UNTIL in key and ticked[key] == without[key]
        assert NOTE.search(text) or key.startswith("codebook") or holds_none, key


def test_files_that_draw_on_all_rounds_ask_for_a_tick_whatever_the_filters_leave(walks: dict[str, Walk]) -> None:
    noted = {key for key, text in walks["left out"].files.items() if UNTIL in key and NOTE.search(text)}
    drawn = {("dialogues", "csv.dialogues"), ("promises", "csv.promises"), ("timeline", "ics.meetings")}
    assert {(key.split()[0], key.split()[-1]) for key in noted} >= drawn


def test_ticked_every_file_holds_the_internal_documents_too(walks: dict[str, Walk]) -> None:
    ticked, without = walks["ticked"].files, walks["without"].files
    assert set(ticked) >= set(without)
    for key, text in ticked.items():
        assert not NOTE.search(text), key
        assert text != without.get(key) or key.startswith("codebook") or UNTIL in key, f"{key} tells of none of them"


def test_files_are_offered_by_one_function_alone_and_every_screen_that_offers_some_was_walked(
    walks: dict[str, Walk],
) -> None:
    sources = {path.relative_to(UI).as_posix(): path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    assert [name for name, text in sources.items() if "download_button" in text] == ["export.py"]
    offering = {
        name
        for name, text in sources.items()
        if re.search(r"\bexport\.(files?|buttons|twin|calendar)\(|chart\.show\(", text)
    }
    assert offering <= walks["ticked"].offered_by | set(NOT_OF_DOCUMENTS)
