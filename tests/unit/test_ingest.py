"""The one workflow: read, code, save, receipt. A bad document ends with a reason, and the rest goes on."""

import json
import os
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest

from parley import coding
from parley.model import Article, Coding
from parley.settings import Settings
from parley.store import Connection, reader, remove_samples, revision, writer
from parley.store.blobs import bytes_of
from parley.store.intake import Kind, accept
from parley.store.jobs import is_finished, receipts_of
from parley.worker import work
from tests.desk import settings_in

TALKS = b"""Ministers meet in Tashkent

The ministers of two neighbours met in Tashkent on 3 March 2024 and spoke about trade and the price of grain.
"""
OTHER = b"""Envoys meet in Ankara

The envoys of two states met in Ankara on 5 May 2024 and spoke about water and the long border they share.
"""
Take = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def take(settings: Settings) -> Take:
    """Upload files, let a worker read them, and return (name, outcome) of each receipt."""

    def upload(*files: tuple[str, bytes], kind: Kind = "upload") -> list[tuple[str, str]]:
        db = writer(settings)
        batch = accept(db, settings, files, kind, "local")
        assert work(settings, until=lambda seen: is_finished(seen, batch), stop=Event())
        return [(receipt.name, receipt.outcome) for receipt in receipts_of(db, batch)]

    return upload


def lines(*texts: str) -> bytes:
    rows = [{"id": f"r{n}", "title": f"Row {n}", "text": text} for n, text in enumerate(texts)]
    return "\n".join(json.dumps(row) for row in rows).encode()


def count(settings: Settings, table: str) -> int:
    return int(reader(settings).execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_document_becomes_an_article_that_knows_where_it_came_from(take: Take, settings: Settings) -> None:
    assert take(("talks.txt", TALKS)) == [("talks.txt", "new")]
    db = reader(settings)
    title, text, sha256 = db.execute(
        "SELECT title, text, sha256 FROM articles a JOIN documents d ON d.id = a.document_id"
    ).fetchone()
    assert title == "Ministers meet in Tashkent"
    assert "the price of grain" in text
    assert bytes_of(settings, sha256) == TALKS


def test_the_same_file_twice_changes_nothing_and_says_so(take: Take, settings: Settings) -> None:
    take(("talks.txt", TALKS))
    before = revision(reader(settings))
    assert take(("talks.txt", TALKS)) == [("talks.txt", "known")]
    assert (revision(reader(settings)), count(settings, "articles"), count(settings, "documents")) == (before, 1, 1)


def test_the_same_text_in_another_file_is_known_too(take: Take, settings: Settings) -> None:
    take(("talks.txt", TALKS))
    assert take(("copy.md", TALKS.replace(b" and spoke", b"  and\nspoke"))) == [("copy.md", "known")]
    assert count(settings, "articles") == 1


def test_a_bad_file_ends_with_its_reason_and_the_rest_goes_on(take: Take, settings: Settings) -> None:
    outcomes = take(("empty.txt", b""), ("talks.txt", TALKS))
    assert outcomes == [("empty.txt", "unreadable"), ("talks.txt", "new")]
    reason, state, why = (
        reader(settings)
        .execute("SELECT r.reason, j.state, j.reason FROM receipts r JOIN jobs j ON j.id = r.job_id ORDER BY r.id")
        .fetchone()
    )
    assert state == "failed"
    assert reason == why
    assert "empty" in reason


def test_each_document_of_a_zip_that_cannot_be_read_has_its_reason(take: Take, settings: Settings) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in (
            ("bad.pdf", b"%PDF-1.7 cut"),
            ("talks.txt", TALKS),
            ("rows.jsonl", lines("They met.") + b"\n{"),
        ):
            archive.writestr(name, data)
    outcomes = take(("all.zip", file.getvalue()))
    assert outcomes == [
        ("all.zip/bad.pdf", "unreadable"),
        ("all.zip/talks.txt", "new"),
        ("all.zip/rows.jsonl, row 1", "new"),
        ("all.zip/rows.jsonl, row 2", "unreadable"),
    ]
    db = reader(settings)
    reasons = dict(db.execute("SELECT name, reason FROM receipts WHERE outcome = 'unreadable'"))
    assert "PDF is damaged" in reasons["all.zip/bad.pdf"]
    assert "Line 2 is not a complete JSON object" in reasons["all.zip/rows.jsonl, row 2"]
    told = db.execute("SELECT actor, target FROM log WHERE action = 'article unreadable'").fetchall()
    assert told == [("local", "document 1")] * 2


def test_an_attachment_that_cannot_be_read_is_told_beside_the_mail(take: Take) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Talks"
    mail.set_content(TALKS.decode())
    mail.add_attachment(b"%PDF-1.7 cut", maintype="application", subtype="pdf", filename="annex.pdf")
    assert take(("talks.eml", mail.as_bytes())) == [("talks.eml", "new"), ("talks.eml/annex.pdf", "unreadable")]


def test_a_row_that_stands_twice_in_one_file_is_new_and_then_known(take: Take, settings: Settings) -> None:
    rows = lines("The sides met in Oslo.", "The sides met in Rome.", "The sides met  in Oslo.")
    assert [outcome for _, outcome in take(("rows.jsonl", rows))] == ["new", "new", "known"]
    assert count(settings, "articles") == 2


def test_a_fault_in_coding_one_article_costs_that_article_alone(
    take: Take, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = coding.code

    def stumble(article: Article, book: object) -> Coding:
        if "Rome" in article.text:
            raise ZeroDivisionError("a fault in a rule")
        return real(article, book)  # type: ignore[arg-type]

    monkeypatch.setattr(coding, "code", stumble)
    rows = lines("The sides met in Oslo.", "The sides met in Rome.", "The sides met in Bern.")
    assert [outcome for _, outcome in take(("rows.jsonl", rows))] == ["new", "unreadable", "new"]
    reason = reader(settings).execute("SELECT reason FROM receipts WHERE outcome = 'unreadable'").fetchone()[0]
    assert "ZeroDivisionError" in reason
    assert "Please report it" in reason


def test_a_fault_in_saving_one_article_leaves_nothing_of_it(
    take: Take, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = coding.code

    def wrong(article: Article, book: object) -> Coding:
        found = real(article, book)  # type: ignore[arg-type]
        if "Rome" in article.text:
            object.__setattr__(found, "sentences", (None,))
        return found

    monkeypatch.setattr(coding, "code", wrong)
    outcomes = take(("rows.jsonl", lines("The sides met in Oslo.", "The sides met in Rome.")))
    assert [outcome for _, outcome in outcomes] == ["new", "unreadable"]
    assert count(settings, "articles") == 1
    assert reader(settings).execute("SELECT rowid FROM search WHERE search MATCH 'rome'").fetchall() == []


def test_samples_are_marked_and_go_in_one_step(take: Take, settings: Settings) -> None:
    take(("talks.txt", TALKS), kind="samples")
    take(("other.txt", OTHER))
    assert remove_samples(writer(settings), "local") == 1
    assert reader(settings).execute("SELECT title FROM articles").fetchall() == [("Envoys meet in Ankara",)]


def test_a_text_taken_away_can_be_brought_again(take: Take, settings: Settings) -> None:
    take(("talks.txt", TALKS), kind="samples")
    remove_samples(writer(settings), "local")
    assert take(("talks.txt", TALKS)) == [("talks.txt", "new")]
    assert count(settings, "search WHERE search MATCH 'Tashkent'") == 1


def test_every_write_names_its_actor(take: Take, settings: Settings) -> None:
    take(("talks.txt", TALKS), ("empty.txt", b""), ("rows.jsonl", lines("The sides met in Oslo.", "")))
    told = reader(settings).execute("SELECT DISTINCT actor, action FROM log ORDER BY action").fetchall()
    assert told == [
        ("local", "article added"),
        ("local", "article unreadable"),
        ("worker", "codebook brought in"),
        ("local", "document read"),
        ("local", "document unreadable"),
        ("local", "upload"),
    ]


def test_what_crashes_left_behind_is_cleared_away_and_told_in_the_log(take: Take, settings: Settings) -> None:
    left = settings.blobs / "ab" / "left.part"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half an upload")
    os.utime(left, (0, 0))
    take(("talks.txt", TALKS))
    assert not left.exists()
    told = "SELECT actor, detail FROM log WHERE action = 'unfinished uploads cleared'"
    assert reader(settings).execute(told).fetchall() == [("worker", '{"files": 1}')]


def test_the_codebook_is_told_in_the_log_once_and_not_at_every_start(take: Take, settings: Settings) -> None:
    take(("talks.txt", TALKS))
    take(("other.txt", OTHER))
    assert count(settings, "log WHERE action = 'codebook brought in'") == 1


def test_a_worker_stands_back_while_another_is_at_it(settings: Settings) -> None:
    from parley.store import lease

    db: Connection = writer(settings)
    assert lease.acquire(db, "another-machine:1")
    assert work(settings, until=lambda _: True, stop=Event()) is False
