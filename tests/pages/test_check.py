"""One document beside its fields: each answer is kept at once, before and after it is added."""

from collections.abc import Callable
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string

from parley import codebook, coding
from parley.corrections import decide
from parley.queries.waiting import document, waiting_counts, waiting_rows
from parley.settings import Settings
from parley.store import looking, reader, writer
from parley.store.articles import text_key
from parley.store.corrections import Correction, of_article
from parley.store.intake import accept
from parley.ui.check import lookers
from tests.pages.screens import opened, words
from tests.pages.test_correct import TALKS
from tests.papers import SIX, settled


@pytest.fixture
def six(empty: Settings) -> Settings:
    """Six documents wait."""
    with closing(writer(empty)) as db:
        accept(db, empty, SIX, "upload", "local", hold=True)
    settled(empty)
    return empty


@pytest.fixture
def check(six: Settings) -> Callable[[str], tuple[int, AppTest]]:
    """The first waiting document of a kind, opened to be checked."""

    def first(kind: str) -> tuple[int, AppTest]:
        with closing(reader(six)) as db:
            number = waiting_rows(db, kind)[0].id
        return number, opened("check", document=str(number))

    return first


def decisions(settings: Settings, number: int) -> list[Correction]:
    with closing(reader(settings)) as db:
        held = document(db, number)
        assert held is not None
        return list(of_article(db, text_key(held.article.text)))


def in_view(screen: AppTest) -> int:
    """The waiting document that the address names."""
    told = screen.query_params["document"]
    return int(told if isinstance(told, str) else told[0])


def test_the_text_stands_beside_its_fields(check: Callable[[str], tuple[int, AppTest]]) -> None:
    _, screen = check("new")
    said = words(screen)
    assert "Kazakhstan-Japan Strategic Dialogue, 3rd round" in said
    assert "6 November 2023" in said
    labels = [button.label.replace("\\", "") for button in screen.button]
    assert {"Climate change", "Trade"} <= set(labels)


def test_an_answer_is_kept_at_once_and_leads_to_the_next_finding(
    six: Settings, check: Callable[[str], tuple[int, AppTest]]
) -> None:
    number, screen = check("new")
    screen.button(key="check.accepted").click().run()
    (one,) = decisions(six, number)
    assert (one.part, one.verdict, one.actor) == ("meeting", "accepted", "local")
    assert "2 of 3" in words(screen)
    screen.button(key="check.rejected").click().run()
    assert [(d.part, d.verdict) for d in decisions(six, number)] == [("meeting", "accepted"), ("topic", "rejected")]
    assert "2 of 2" in words(screen)
    screen.button(key="check.unsure").click().run()
    assert decisions(six, number)[-1].verdict == "unsure"


def test_one_answer_on_a_topic_is_one_decision_and_not_sure_bears_another_sign_than_right(
    check: Callable[[str], tuple[int, AppTest]],
) -> None:
    _, screen = check("new")
    screen.button(key="check.Next").click().run()
    screen.button(key="check.accepted").click().run()
    assert [box.label for box in screen.expander if "so far" in box.label] == ["1 decision so far"]
    screen.button(key="check.unsure").click().run()
    said = [line.value for line in screen.markdown if "by you" in line.value]
    assert [line.split(":")[1] for line in said] == ["material/task_alt", "material/help"]


def test_what_was_decided_before_it_was_added_holds_after(
    six: Settings, check: Callable[[str], tuple[int, AppTest]]
) -> None:
    _, screen = check("new")
    screen.button(key="check.Next").click().run()
    screen.button(key="check.rejected").click().run()
    screen.button(key="check.add").click().run()
    settled(six)
    with closing(reader(six)) as db:
        assert db.execute("SELECT count(DISTINCT topic_id) FROM mentions").fetchone() == (1,)


def test_a_field_is_put_right(six: Settings, check: Callable[[str], tuple[int, AppTest]]) -> None:
    number, screen = check("new")
    screen.session_state["check.correct.meeting:0"] = True
    screen.run()
    screen.text_input(key="check.value.meeting:0.start").input("5 November 2023")
    next(
        button for button in screen.button if button.label == "Save" and "meeting" in str(button.form_id)
    ).click().run()
    (one,) = decisions(six, number)
    assert (one.field, one.after) == ("date", {"start": "2023-11-05", "end": None})
    assert "5 November 2023" in words(screen)


def test_all_right_leaves_no_doubt_and_the_document_is_clear(
    six: Settings, check: Callable[[str], tuple[int, AppTest]]
) -> None:
    _, screen = check("needs")
    assert [box.value for box in screen.warning]
    screen.button(key="check.all").click().run()
    settled(six)
    with closing(reader(six)) as db:
        assert waiting_counts(db) == {"needs": 1, "unreadable": 1, "new": 1, "adds": 1, "none": 2}


def test_next_and_previous_lead_through_all_documents_in_the_order_of_the_list(six: Settings) -> None:
    with closing(reader(six)) as db:
        listed = [row.id for row in waiting_rows(db) if row.kind != "unreadable"]
    screen = opened("check", document=str(listed[0]))
    assert screen.button(key="check.previous").disabled
    way = [in_view(screen)]
    while not screen.button(key="check.next").disabled:
        screen.button(key="check.next").click().run()
        way.append(in_view(screen))
    assert way == listed
    screen.button(key="check.previous").click().run()
    assert in_view(screen) == listed[-2]


def test_a_document_that_became_clear_keeps_its_place_on_the_way(six: Settings) -> None:
    with closing(reader(six)) as db:
        first, second = (row.id for row in waiting_rows(db, "needs"))
    screen = opened("check", document=str(first))
    screen.button(key="check.all").click().run()
    settled(six)
    screen.run().button(key="check.next").click().run()
    assert in_view(screen) == second


def test_adding_opens_the_next_document_of_the_list_and_not_the_first(six: Settings) -> None:
    with closing(reader(six)) as db:
        listed = [row.id for row in waiting_rows(db) if row.kind != "unreadable"]
    screen = opened("check", document=str(listed[2]))
    screen.button(key="check.add").click().run()
    assert in_view(screen) == listed[3]


def test_two_people_on_one_document_are_told(six: Settings, check: Callable[[str], tuple[int, AppTest]]) -> None:
    number, screen = check("new")
    assert not [box for box in screen.warning if "too" in box.value]
    with closing(writer(six)) as db:
        held = document(db, number)
        assert held is not None
        looking.look(db, text_key(held.article.text), "another session", "ada")
    told = [box.value.replace("\\", "") for box in screen.run().warning]
    assert told == ["ada looks at this too. What either decides holds for both."]
    with closing(writer(six)) as db:
        db.execute("UPDATE looking SET at = ? WHERE actor = 'ada'", ("2020-01-01T00:00:00.000+00:00",))
    assert not screen.run().warning


def cookie(token: bytes, mask: bytes) -> str:
    """What a browser holds of this server, in the form of Streamlit."""
    masked = bytes(byte ^ mask[n % 4] for n, byte in enumerate(token))
    return f"2|{mask.hex()}|{masked.hex()}|1700000000"


def test_a_page_drawn_anew_in_the_same_browser_is_no_second_person_and_another_browser_is(
    check: Callable[[str], tuple[int, AppTest]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def visit(token: bytes, mask: bytes) -> list[str]:
        monkeypatch.setattr(lookers, "cookie", lambda: cookie(token, mask))
        return [box.value.replace("\\", "") for box in check("new")[1].warning]

    assert visit(b"one browser 1234", b"abcd") == []
    assert visit(b"one browser 1234", b"wxyz") == []
    other = "Somebody looks at this document in another browser. What either decides holds for both."
    assert visit(b"the other one 12", b"abcd") == [other]
    assert visit(b"one browser 1234", b"efgh") == [other]


def test_the_cookie_by_which_a_browser_is_known_is_read_as_streamlit_writes_it() -> None:
    written = {lookers.unmasked(generate_xsrf_token_string(b"0123456789abcdef", 1_700_000_000)) for _ in range(3)}
    assert written == {f"{b'0123456789abcdef'.hex()}|1700000000"}
    assert lookers.unmasked("") == lookers.unmasked("2||12|5") == lookers.unmasked("something else") == ""


def test_an_article_that_is_held_already_is_checked_too(one_article: Settings) -> None:
    screen = opened("check", id="1")
    assert "Envoys close the round in Astana" in words(screen) or screen.header
    screen.button(key="check.all").click().run()
    with closing(reader(one_article)) as db:
        assert db.execute("SELECT count(*) FROM corrections").fetchone()[0] >= 1


@pytest.mark.usefixtures("empty")
def test_a_document_that_is_gone_says_so() -> None:
    assert "There is no such document here" in words(opened("check", document="99"))


def test_where_the_meeting_was_decided_otherwise_both_are_said(show: Callable[..., Settings]) -> None:
    settings = show([(TALKS, coding.code(TALKS, codebook.load()))])
    change = Correction("meeting", "corrected", meeting_id=1, field="date", after={"start": "2024-03-05", "end": None})
    with closing(writer(settings)) as db:
        decide(db, change, "local", codebook.load())
    screen = opened("check", id="1")
    (told,) = [box.value.replace("\\", "") for box in screen.warning if "decided otherwise" in box.value]
    assert "Date: 5 March 2024, here 6 March 2024; by you, " in told
    assert "The meeting as it was decided" in [link.proto.label for link in screen.get("page_link")]
    screen.session_state["check.correct.meeting:0"] = True
    screen.run()
    screen.text_input(key="check.value.meeting:0.start").input("4 March 2024")
    next(box for box in screen.button if box.label == "Save" and "meeting" in str(box.form_id)).click().run()
    assert not [box for box in opened("check", id="1").warning if "decided" in box.value]


def test_a_meeting_added_to_a_waiting_document_makes_it_one_that_tells_of_a_meeting(six: Settings) -> None:
    with closing(reader(six)) as db:
        number = waiting_rows(db, "none")[0].id
    screen = opened("check", document=str(number))
    screen.session_state[f"adding.document.{number}.kind"] = "Meeting"
    screen = screen.button(key="adding.open.check").click().run()
    key = f"adding.document.{number}"
    screen.selectbox(key=f"{key}.sentence").set_value(0)
    screen.multiselect(key=f"{key}.Meeting.parties").set_value(["FI", "SE"])
    screen.text_input(key=f"{key}.why").set_value("The hosts told us")
    next(box for box in screen.button if box.label == "Add" and box.form_id).click().run()
    (one,) = decisions(six, number)
    assert (one.part, one.verdict, one.anchor.n) == ("meeting", "added", 1000)
    assert "Finland and Sweden" in words(opened("check", document=str(number)))
    settled(six)
    with closing(reader(six)) as db:
        assert number not in [row.id for row in waiting_rows(db, "none")]
