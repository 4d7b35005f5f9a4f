"""Everything read anew by another codebook: what changes, what stays, and what a stop or a dry run leaves behind."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from parley import codebook, coding, recode
from parley.cli import recode as recode_command
from parley.cli import run
from parley.corrections import decide
from parley.model import Article, Coding
from parley.settings import Settings
from parley.store import Connection, lease, recodings, save, writer
from parley.store.changes import Change, changes
from parley.store.corrections import Correction
from parley.store.words import fill_words
from parley.worker import work
from tests.desk import settings_in

OWN = """
topics:
  - {id: arctic, label: Arctic, group: politics, counts: the far north, en: "far north"}
"""
DAYS = ("6 March 2024", "7 May 2024", "8 June 2024")
SAID = (
    "Norwegian Foreign Minister Anna Berg met Kazakh Foreign Minister Aidar Omarov in Astana on {day}. "
    "The ministers discussed trade and the far north."
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    found = settings_in(tmp_path)
    monkeypatch.setenv("PARLEY_DATA", str(found.data))
    return found


@pytest.fixture
def db(settings: Settings) -> Iterator[Connection]:
    with closing(writer(settings)) as db:
        fill_words(db, codebook.load())
        for day in DAYS:
            article = Article(f"Talks on {day}", SAID.format(day=day), "The Courier", published_on="2024-07-01")
            save(db, article, coding.code(article, codebook.load()), actor="test")
        yield db


def change(settings: Settings, text: str = OWN) -> None:
    settings.codebook.mkdir(parents=True, exist_ok=True)
    (settings.codebook / "own.yaml").write_text(text, "utf-8")


def topics(db: Connection) -> list[str]:
    sql = "SELECT DISTINCT k.topic FROM mentions x JOIN topics k ON k.id = x.topic_id ORDER BY 1"
    return [row[0] for row in db.execute(sql)]


def versions(db: Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT codebook_version FROM articles")}


def meetings(db: Connection) -> list[tuple[object, ...]]:
    return db.execute("SELECT id, start_on, place FROM meetings ORDER BY id").fetchall()


def test_a_topic_of_the_desk_is_found_in_articles_already_held(
    settings: Settings, db: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    change(settings)
    version = codebook.load(settings.codebook).version
    assert run(["recode"]) == 0
    assert f"3 articles: 3 gained a topic; codebook {codebook.load().version} -> {version}" in capsys.readouterr().out
    assert topics(db) == ["arctic", "trade"]
    assert versions(db) == {version}


def test_meetings_keep_their_rows_so_that_links_to_them_hold(settings: Settings, db: Connection) -> None:
    before = meetings(db)
    change(settings)
    run(["recode"])
    assert len(before) == len(DAYS)
    assert meetings(db) == before


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    settings: Settings, db: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    change(settings)
    assert run(["recode", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "3 gained a topic" in said
    assert "arctic: 3 gained, 0 lost" in said
    assert "Nothing was changed" in said
    assert (topics(db), versions(db)) == (["trade"], {codebook.load().version})


def test_the_same_codebook_changes_nothing(settings: Settings, db: Connection) -> None:
    rows = db.execute("SELECT * FROM mentions").fetchall()
    told = sum(recode.what_if(db, codebook.load(settings.codebook)), start=recodings.Counter())
    assert told == {"articles": 3}
    run(["recode"])
    assert db.execute("SELECT * FROM mentions").fetchall() == rows


def test_a_topic_taken_away_again_is_lost_again(
    settings: Settings, db: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    change(settings)
    run(["recode"])
    (settings.codebook / "own.yaml").unlink()
    capsys.readouterr()
    run(["recode"])
    assert "3 articles: 3 lost one" in capsys.readouterr().out
    assert topics(db) == ["trade"]


def stopping_after(groups: int) -> Callable[[Connection], bool]:
    asked = iter(range(100))
    return lambda _: next(asked) > groups


def test_a_reading_anew_that_was_stopped_goes_on_where_it_was(
    settings: Settings, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recode, "GROUP", 1)
    change(settings)
    number = recodings.ask(db, "test")
    work(settings, until=stopping_after(1), stop=Event())
    half = recodings.recoding(db, number)
    assert half is not None
    assert (half.state, half.told["articles"]) == ("waiting", 1)
    work(settings, until=lambda here: recodings.waiting(here) is None, stop=Event())
    done = recodings.recoding(db, number)
    assert done is not None
    assert (done.state, done.told["articles"], done.told["topic gained"]) == ("done", 3, 3)


def test_a_fault_in_the_middle_of_a_group_leaves_the_group_as_it_was(
    settings: Settings, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = recode.rewrite, []

    def falls(here: Connection, number: int, *given: object, **more: object) -> object:
        seen.append(number)
        if len(seen) == 2:
            raise MemoryError
        return real(here, number, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(recode, "rewrite", falls)
    change(settings)
    recodings.ask(db, "test")
    with pytest.raises(MemoryError):
        work(settings, until=lambda here: recodings.waiting(here) is None, stop=Event())
    assert (topics(db), versions(db)) == (["trade"], {codebook.load().version})


def test_a_codebook_that_does_not_fit_is_told_and_nothing_is_read(
    settings: Settings, db: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    change(settings, "topics: 3")
    assert run(["recode"]) == 2
    assert "own.yaml, line 1 (topics): Write a list here" in capsys.readouterr().err
    assert versions(db) == {codebook.load().version}


def test_it_lists_each_article_with_what_it_told_before_and_tells_now(
    settings: Settings, db: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    change(settings)
    for command in (["recode", "--dry-run"], ["recode"]):
        run(command)
        said = capsys.readouterr().out
        assert "article 1: Talks on 6 March 2024" in said
        assert "  + topics: arctic in sentence 2, noted" in said
    assert topics(db) == ["arctic", "trade"]


def test_every_change_can_be_had_as_json(
    settings: Settings, capsys: pytest.CaptureFixture[str], db: Connection
) -> None:
    change(settings)
    run(["recode", "--json-lines"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["article_id"], one["part"], one["old"]) for one in lines] == [(n, "topics", []) for n in (1, 2, 3)]
    assert versions(db) == {codebook.load(settings.codebook).version}


def test_more_than_fifty_articles_are_counted_and_not_all_printed() -> None:
    changed = [Change(n, f"Article {n}", "topics", ("trade in sentence 1, noted",), ()) for n in range(60)]
    lines = recode_command._listed(changed)
    assert lines[:2] == ["article 0: Article 0", "  - topics: trade in sentence 1, noted"]
    assert lines[-1] == "and 10 more articles; --json-lines prints all"


def test_what_a_meeting_told_before_and_tells_now_stands_in_words() -> None:
    row = (0, 1, "held", "summit", "C5+1", "c5+1", 1, "stated", "2023-09-19", None, "New York", "US", '["KZ", "US"]')
    empty: dict[str, list[tuple[object, ...]]] = {part: [] for part in ("topics", "people", "promises")}
    before = {**empty, "meetings": [row]}
    after = {**empty, "meetings": [(*row[:8], "2023-09-22", *row[9:])]}
    assert changes(7, "A summit", before, after) == (
        Change(
            7,
            "A summit",
            "meetings",
            ("held summit, C5+1, round 1, 2023-09-19, New York, US",),
            ("held summit, C5+1, round 1, 2023-09-22, New York, US",),
        ),
    )


def test_a_date_that_is_put_right_while_all_is_read_anew_holds(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    talks = Article("Talks", SAID.format(day="Monday"), "The Courier", published_on="2024-03-07")
    save(db, talks, coding.code(talks, codebook.load()), actor="test")
    key = db.execute("SELECT key FROM articles WHERE title = 'Talks'").fetchone()[0]
    dated = Correction("article", "corrected", key, field="published_on", after={"published_on": "2024-05-07"})
    code = coding.code

    def meanwhile(article: Article, book: codebook.Codebook) -> Coding:
        found = code(article, book)
        if article.title == "Talks":
            monkeypatch.setattr(coding, "code", code)
            decide(db, dated, "ada", book)
        return found

    owner = lease.me()
    assert lease.acquire(db, owner)
    recodings.ask(db, "ada")
    asked = recodings.waiting(db)
    assert asked
    monkeypatch.setattr(coding, "code", meanwhile)
    recode.recode(db, asked, owner, codebook.load(), lambda: False)
    sql = (
        "SELECT m.start_on FROM meetings m JOIN reports r ON r.meeting_id = m.id JOIN articles a ON a.id = r.article_id"
    )
    assert db.execute(f"{sql} WHERE a.title = 'Talks'").fetchall() == [("2024-05-06",)]
