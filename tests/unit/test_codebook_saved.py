"""A desk's own codebook changed by a form: the YAML it writes, the states it keeps, and what is refused."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from parley import codebook
from parley.codebook.differences import differences
from parley.codebook.edits import DESK, Name, NewSeries, NewTopic, Phrases, Spelling, with_edit
from parley.codebook.own import read_folder
from parley.codebook.written import whole
from parley.errors import CodebookError, StoreError
from parley.queries.codebooks import versions
from parley.settings import Settings
from parley.store import Connection, recodings, writer
from parley.store.codebooks import CHANGED, FOUND, NO_REASON, SAME, save_codebook
from parley.worker import work
from tests.desk import settings_in

BARTER = Phrases("trade", "en", "add", ("barter",))
ARCTIC = NewTopic("arctic", "Arctic", "politics", "the far north", (("en", ("arctic council", "- arctic monkeys")),))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def db(settings: Settings) -> Iterator[Connection]:
    with closing(writer(settings)) as db:
        yield db


def lines(book: codebook.Codebook, topic: str) -> set[tuple[str, str]]:
    return {(p.pattern, p.weight) for t in book.topics if t.id == topic for p in t.phrases if p.language == "en"}


def test_a_phrase_that_was_added_and_taken_again_leaves_no_file() -> None:
    added = with_edit((), BARTER)
    assert ("barter", "counts") in lines(codebook.of_files(added), "trade")
    assert with_edit(added, Phrases("trade", "en", "take", ("barter",))) == ()


def test_a_packaged_phrase_is_taken_and_given_back() -> None:
    taken = with_edit((), Phrases("climate", "en", "take", ("? climate",)))
    assert ("climate", "in context") not in lines(codebook.of_files(taken), "climate")
    assert with_edit(taken, Phrases("climate", "en", "add", ("? climate",))) == ()


def test_a_new_topic_a_name_a_dialogue_and_a_spelling_are_read_by_the_loader() -> None:
    files = with_edit((), ARCTIC)
    files = with_edit(files, Name("us-kz-espd", "en", "add", "Astana Track", since="2020-01"))
    fish = (("en", ("fisheries dialogue",)),)
    files = with_edit(
        files, NewSeries("no-is-fish", "Fish Talks", "Fish", ("NO", "IS"), fish, ("officials",), "yearly")
    )
    files = with_edit(files, Spelling("sergei-lavrov", ("S. V. Lavrov",)))
    files = with_edit(files, Spelling("anna-berg", ("Ana Bergh",), "Anna Berg", "NO"))
    book = codebook.of_files(files)
    assert lines(book, "arctic") == {("arctic council", "counts"), ("arctic monkeys", "excludes")}
    espd = next(one for one in book.series if one.id == "us-kz-espd")
    assert [(a.text, a.since) for a in espd.aliases][-1] == ("astana track", "2020-01")
    assert next(one for one in book.series if one.id == "no-is-fish").parties == ("NO", "IS")
    assert book.people.by_spelling["s. v. lavrov"].id == "sergei-lavrov"
    assert book.people.by_spelling["ana bergh"].party == "NO"


def test_a_change_never_rewrites_a_file_that_a_person_wrote() -> None:
    theirs = ("ours.yaml", "# our own reasons\nphrases:\n  trade: {add: {en: barter}}\n")
    assert theirs in with_edit((theirs,), ARCTIC)


def test_a_name_taken_from_a_dialogue_means_it_no_longer_and_an_unknown_one_is_refused() -> None:
    book = codebook.of_files(with_edit((), Name("us-kz-espd", "en", "take", "espd")))
    assert "espd" not in {a.text for one in book.series if one.id == "us-kz-espd" for a in one.aliases}
    with pytest.raises(CodebookError, match="is no name of us-kz-espd"):
        codebook.of_files(with_edit((), Name("us-kz-espd", "en", "take", "epsd")))


def test_differences_are_told_in_words() -> None:
    old = codebook.load()
    files = with_edit(with_edit((), BARTER), Name("us-kz-espd", "en", "add", "astana track", until="2021-12"))
    files = with_edit(with_edit(files, ARCTIC), Spelling("sergei-lavrov", ("S. V. Lavrov",)))
    assert differences(old, codebook.of_files(files)) == (
        "New topic: Arctic (politics)",
        'Trade: English phrase "barter" added',
        'U.S.–Kazakhstan ESPD: English name "astana track" from 2018-01 until 2021-12 added',
        'Sergei Lavrov: spelling "s. v. lavrov" added',
    )
    assert differences(old, old) == ()


def test_the_whole_codebook_as_yaml_is_the_codebook_again() -> None:
    own = with_edit(with_edit((), ARCTIC), Name("us-kz-espd", "en", "add", "astana track", since="2020-01"))
    for book in (codebook.load(), codebook.of_files(own)):
        again = codebook.of_files((("whole.yaml", whole(book)),))
        assert differences(book, again) == ()
        assert [(one.id, one.since, one.until) for one in again.series] == [
            (one.id, one.since, one.until) for one in book.series
        ]


def test_saving_writes_the_file_keeps_both_states_and_asks_for_a_reading_anew(
    settings: Settings, db: Connection
) -> None:
    files = with_edit((), BARTER)
    save_codebook(db, settings.codebook, (), files, reason="Barter is trade", actor="ann")
    assert read_folder(settings.codebook) == files
    newest, before = versions(db)
    assert (newest.actor, newest.reason, newest.files) == ("ann", "Barter is trade", files)
    assert newest.told == ('Trade: English phrase "barter" added',)
    assert (before.reason, before.files, before.version) == (FOUND, (), codebook.load().version)
    assert recodings.waiting(db) is not None
    action, detail = db.execute("SELECT action, detail FROM log ORDER BY id LIMIT 1").fetchone()
    assert action == "codebook changed"
    assert "Barter is trade" in detail


def test_back_to_an_earlier_state_is_a_new_state_and_takes_the_file_away(settings: Settings, db: Connection) -> None:
    files = with_edit((), BARTER)
    save_codebook(db, settings.codebook, (), files, reason="Try", actor="ann")
    save_codebook(db, settings.codebook, files, (), reason="It found too much", actor="ann")
    assert read_folder(settings.codebook) == ()
    assert [one.reason for one in versions(db)] == ["It found too much", "Try", FOUND]


def test_a_file_changed_by_hand_is_kept_as_a_state_of_its_own(settings: Settings, db: Connection) -> None:
    save_codebook(db, settings.codebook, (), with_edit((), BARTER), reason="Try", actor="ann")
    (settings.codebook / "hand.yaml").write_text("phrases:\n  trade: {add: {en: swap}}\n", "utf-8")
    base = read_folder(settings.codebook)
    save_codebook(db, settings.codebook, base, with_edit(base, ARCTIC), reason="The north", actor="ann")
    assert [(one.reason, len(one.files)) for one in versions(db)][:2] == [("The north", 2), (FOUND, 2)]


@pytest.mark.parametrize(("reason", "base", "said"), [(" ", (), NO_REASON), ("Try", (("x.yaml", "a"),), CHANGED)])
def test_without_a_reason_or_over_another_change_nothing_is_saved(
    settings: Settings, db: Connection, reason: str, base: codebook.Files, said: str
) -> None:
    with pytest.raises(StoreError, match=said[:30]):
        save_codebook(db, settings.codebook, base, with_edit((), BARTER), reason=reason, actor="ann")
    assert read_folder(settings.codebook) == ()
    assert versions(db) == ()


def test_what_changes_nothing_or_does_not_fit_is_not_saved(settings: Settings, db: Connection) -> None:
    with pytest.raises(StoreError, match=SAME):
        save_codebook(db, settings.codebook, (), (), reason="Try", actor="ann")
    files = (("broken.yaml", "topic: []"),)
    with pytest.raises(CodebookError, match="line 1"):
        save_codebook(db, settings.codebook, (), files, reason="Try", actor="ann")
    assert versions(db) == ()


def test_a_folder_that_cannot_be_written_is_told_and_no_state_is_kept(settings: Settings, db: Connection) -> None:
    settings.codebook.parent.mkdir(parents=True, exist_ok=True)
    settings.codebook.write_text("a file where the folder should be", "utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        save_codebook(db, settings.codebook, (), with_edit((), BARTER), reason="Try", actor="ann")
    assert versions(db) == ()


def test_a_running_worker_takes_up_a_codebook_changed_by_hand(settings: Settings, db: Connection) -> None:
    def change_then_end(_: Connection) -> bool:
        turns.append(1)
        if len(turns) == 2:
            settings.codebook.mkdir(parents=True)
            (settings.codebook / "hand.yaml").write_text(
                "topics:\n  - {id: arctic, label: Arctic, group: politics, counts: north, en: arctic}\n", "utf-8"
            )
        return len(turns) > 3

    turns: list[int] = []
    work(settings, until=change_then_end, stop=Event())
    assert db.execute("SELECT label FROM topics WHERE topic = 'arctic'").fetchone() == ("Arctic",)


def test_the_file_of_the_desk_says_who_wrote_it() -> None:
    (name, text), *_ = with_edit((), BARTER)
    assert (name, text.splitlines()[0][:20]) == (DESK, "# Written by Parley'")
