"""Adding what Parley missed: on the Check screen, in the reader and on a meeting's page; each with its sentence."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from parley import codebook, coding
from parley.model import Article
from parley.settings import Settings
from parley.store import reader
from tests.pages.screens import opened, words

TALKS = Article(
    "Ministers in Astana",
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on 6 March 2024. "
    "The ministers discussed trade. Their guests spoke of wool and hay. A Finn was there as well.",
    "The Courier",
    published_on="2024-03-07",
)
NOTES = Article("Notes", "The Swedish hosts and their Finnish guests had a word on trade at lunch.", "Own notes")


@pytest.fixture
def talks(show: Callable[..., Settings]) -> Settings:
    return show([(one, coding.code(one, codebook.load())) for one in (TALKS, NOTES)])


def values(settings: Settings, sql: str) -> list[tuple]:
    return reader(settings).execute(sql).fetchall()


def key_in(screen: AppTest, ending: str) -> str:
    """The key of the one input that ends like this."""
    inputs = (*screen.selectbox, *screen.text_input, *screen.multiselect)
    (found,) = (str(one.key) for one in inputs if str(one.key).endswith(ending))
    return found


def dialog(screen: AppTest, kind: str, n: int | None) -> AppTest:
    """The dialog for something of this kind, with a sentence chosen; what it asks for is set without another run."""
    (found,) = (one for one in screen.button if one.label == "Add what was missed")
    screen.session_state[f"adding.id.{screen.query_params['id'][0]}.kind"] = kind
    screen = found.click().run()
    if n is not None:
        screen.selectbox(key=key_in(screen, ".sentence")).set_value(n)
    return screen


def chosen(screen: AppTest, ending: str, value: object) -> None:
    screen.selectbox(key=key_in(screen, ending)).set_value(value)


def kept(screen: AppTest, reason: str = "The text says so") -> AppTest:
    screen.text_input(key=key_in(screen, ".why")).set_value(reason)
    (add,) = (one for one in screen.button if one.label == "Add" and one.form_id)
    screen = add.click().run()
    assert not screen.exception, [e.message for e in screen.exception]
    return screen


def test_a_topic_is_added_in_the_reader_with_its_sentence_and_told_as_added_by_whom(talks: Settings) -> None:
    screen = dialog(opened("articles", id="1"), "Topic", 2)
    chosen(screen, ".topic", "agriculture")
    chosen(screen, ".strength", "wished")
    kept(screen)
    sql = "SELECT k.topic, x.strength, x.checked, x.meeting_id FROM mentions x JOIN topics k ON k.id = x.topic_id"
    assert ("agriculture", 2, 1, 1) in values(talks, f"{sql} WHERE x.article_id = 1")
    assert "Agriculture and food security, wished for** added, by you" in words(opened("meeting", id="1"))
    assert ":gray[:small[Agriculture and food security, wished for: added by you" in words(opened("meeting", id="1"))


def test_what_was_added_is_undone_beside_its_sentence_in_the_reader_and_in_the_evidence(talks: Settings) -> None:
    for where in ("reader", "evidence"):
        screen = dialog(opened("articles", id="1"), "Topic", 2)
        chosen(screen, ".topic", "agriculture")
        kept(screen)
        if where == "reader":
            screen = opened("articles", id="1")
            (kinds,) = (one for one in screen.get("button_group") if one.key == "kind.1")
            kinds.set_value("Topics").run()
            (pick,) = (one for one in screen.get("button_group") if one.key == "finding.Topics.1")
            pick.set_value("topic:agriculture").run()
        else:
            screen = opened("meeting", id="1")
        undo = next(one for one in screen.button if str(one.key).startswith("undo.added."))
        undo.click().run()
        assert not screen.exception
        rows = values(talks, "SELECT count(*) FROM mentions WHERE checked = 1")
        assert rows == [(0,)], where
        assert not [one for one in screen.button if str(one.key).startswith("undo.added.")]


def test_nothing_is_added_without_a_sentence_or_a_reason(talks: Settings) -> None:
    screen = dialog(opened("articles", id="1"), "Topic", None)
    chosen(screen, ".topic", "agriculture")
    assert "Choose the sentence" in kept(screen).session_state["correct.problem"]
    screen = dialog(opened("articles", id="1"), "Topic", 2)
    chosen(screen, ".topic", "agriculture")
    assert "Say why" in kept(screen, " ").session_state["correct.problem"]
    assert values(talks, "SELECT count(*) FROM corrections") == [(0,)]


def test_a_meeting_is_added_to_a_text_in_which_none_was_found(talks: Settings) -> None:
    screen = dialog(opened("check", id="2"), "Meeting", 0)
    screen.multiselect(key=key_in(screen, ".parties")).set_value(["FI", "SE"])
    screen.text_input(key=key_in(screen, ".Meeting.start")).set_value("5 March 2024")
    kept(screen)
    sql = "SELECT m.kind, m.start_on, m.is_reported, r.checked FROM meetings m JOIN reports r ON r.meeting_id = m.id"
    assert values(talks, f"{sql} WHERE r.article_id = 2") == [("bilateral", "2024-03-05", 1, 1)]
    assert values(talks, "SELECT count(*) FROM mentions WHERE article_id = 2 AND meeting_id IS NULL") == [(0,)]
    screen = opened("check", id="2")
    said = words(screen)
    assert "Finland and Sweden" in said
    assert "5 March 2024** added, by you" in said
    (undo,) = (one for one in screen.button if one.label == "Undo")
    undo.click().run()
    assert values(talks, "SELECT count(*) FROM reports WHERE article_id = 2") == [(0,)]


def test_a_person_is_added_to_the_meeting_from_its_page(talks: Settings) -> None:
    screen = dialog(opened("meeting", id="1"), "Person", 3)
    screen.selectbox(key=key_in(screen, ".name")).options.append("Erik Beispiel")  # as a reader types a new one
    chosen(screen, ".name", "Erik Beispiel")
    screen.text_input(key=key_in(screen, ".office")).set_value("Envoy")
    chosen(screen, ".party", "FI")
    kept(screen)
    sql = "SELECT name, office, party, present, meeting_id, checked FROM participants WHERE party = 'FI'"
    assert values(talks, sql) == [("Erik Beispiel", "Envoy", "FI", 1, 1, 1)]
    said = words(opened("meeting", id="1"))
    assert "Erik Beispiel, Envoy** added, by you" in said


def test_a_promise_is_added_with_its_deadline(talks: Settings) -> None:
    screen = dialog(opened("articles", id="1"), "Promise", 2)
    chosen(screen, ".actor", "NO")
    chosen(screen, ".promised", "pledges")
    screen.text_input(key=key_in(screen, ".due")).set_value("June 2024")
    kept(screen)
    sql = "SELECT actor, kind, due_on, meeting_id, checked FROM commitments WHERE article_id = 1"
    assert values(talks, sql) == [("NO", "pledges", "2024-06", 1, 1)]
    said = words(opened("promises"))
    assert "Norway: pledges · by June 2024" in said
    assert "added by you" in said


def test_who_may_not_correct_is_not_asked(talks: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    del talks
    monkeypatch.setenv("PARLEY_READ_ONLY", "1")
    assert "Add what was missed" not in [one.label for one in opened("articles", id="1").button]


def name_added(office: str, name: str, party: str | None) -> AppTest:
    screen = dialog(opened("articles", id="1"), "Person", 3)
    screen.selectbox(key=key_in(screen, ".name")).options.append(name)  # as a reader types a new one
    chosen(screen, ".name", name)
    screen.text_input(key=key_in(screen, ".office")).set_value(office)
    if party:
        chosen(screen, ".party", party)
    return kept(screen)


NAMESAKES = "SELECT w.person, t.party, t.office FROM participants t JOIN people w ON w.id = t.person_id"


def test_somebody_of_another_side_is_not_taken_for_their_namesake(talks: Settings) -> None:
    sql = f"{NAMESAKES} WHERE t.name = 'Anna Berg' ORDER BY t.party"
    ((anna, *_),) = values(talks, sql)
    name_added("Envoy", "Anna Berg", "FI")
    (finn, party, _), (same, _, office) = values(talks, sql)
    assert (party, same, finn != anna) == ("FI", anna, True)
    shared = name_added("Guest", "Anna Berg", None).session_state["correct.problem"]
    assert "Several people here are called Anna Berg" in shared
    screen = dialog(opened("articles", id="2"), "Person", 0)
    names = [one for one in screen.selectbox(key=key_in(screen, ".name")).options if one.startswith("Anna Berg")]
    assert names == ["Anna Berg (Finland, Envoy)", f"Anna Berg (Norway, {office})"]
    chosen(screen, ".name", names[0])
    kept(screen)
    assert [who for who, *_ in values(talks, f"{NAMESAKES} WHERE t.article_id = 2 AND t.name = 'Anna Berg'")] == [finn]


def test_somebody_of_a_side_that_a_namesake_has_is_that_namesake(talks: Settings) -> None:
    screen = dialog(opened("articles", id="2"), "Person", 0)
    chosen(screen, ".name", "Anna Berg")
    chosen(screen, ".party", "NO")
    kept(screen)
    assert len({person for person, *_ in values(talks, f"{NAMESAKES} WHERE t.name = 'Anna Berg'")}) == 1
    assert values(talks, "SELECT count(*) FROM participants WHERE name = 'Anna Berg'") == [(2,)]
