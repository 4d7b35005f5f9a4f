"""One article and all that was found in it, written in one transaction; and articles taken away again."""

import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass, replace
from typing import Literal

from parley.errors import StoreError
from parley.model import Article, Coding
from parley.store.copies import Origin, alike_to, group_again, keep_same_text, link_copies
from parley.store.corrections import newest, of_article
from parley.store.days import day_of
from parley.store.facts import write_findings
from parley.store.history import bump, log, now
from parley.store.merging import settle
from parley.store.sqlite import Connection, among, cut_search, fill_search, keys, transaction
from parley.store.words import drop_unused, source_row

KNOWN = "SELECT id, is_sample FROM articles WHERE key = ?"
ADOPT = "UPDATE articles SET is_sample = 0 WHERE id = ?"
NEWEST_KEY = "SELECT MAX(search_key) FROM articles WHERE search_key BETWEEN ? AND ?"
ARTICLE = """
INSERT INTO articles (key, search_key, title, text, source_id, url, published_on, published_basis, day, month, language,
    left_out, named_sources, document_id, batch_id, is_sample, codebook_version, added_at, read_on, read_basis)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
SAMPLES = "SELECT id FROM articles WHERE is_sample = 1"
SAMPLE_COPIES = "DELETE FROM same_texts WHERE is_sample = 1"
MEETINGS_OF = f"SELECT DISTINCT meeting_id FROM reports WHERE {among('article_id')}"
REMOVE = f"DELETE FROM articles WHERE {among('id')}"
READ = "SELECT text, read_on, read_basis FROM articles WHERE id = ?"
DATE = """
UPDATE articles SET published_on = ?, published_basis = ?, day = ?, month = ?, search_key = ? WHERE id = ?
"""
UNLINK = (
    "DELETE FROM sketches WHERE article_id = ?",
    "DELETE FROM likenesses WHERE article_id = ? OR other_id = ?",
)

PER_DAY = 1 << 20


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What became of an article: new, or known with the row that already holds its text."""

    outcome: Literal["new", "known"]
    article_id: int


def text_key(text: str) -> str:
    """What makes two articles the same: the hash of the text, without regard to white space, case and letter forms."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(folded.encode()).hexdigest()


def known_article(db: Connection, article: Article) -> int | None:
    """The row that already holds this article's text, or None."""
    row = db.execute(KNOWN, (text_key(article.text),)).fetchone()
    return int(row[0]) if row else None


def save(
    db: Connection,
    article: Article,
    coding: Coding,
    *,
    actor: str,
    document_id: int | None = None,
    batch_id: int | None = None,
    is_sample: bool = False,
) -> SaveResult:
    """Write an article with everything found in it, or change nothing where its text is already held."""
    with transaction(db):
        result = add(db, article, coding, Origin(actor, document_id, batch_id, is_sample))
        if result.outcome == "new":
            publish(db, [result.article_id])
    return result


def add(db: Connection, article: Article, coding: Coding, origin: Origin) -> SaveResult:
    """Write an article and its findings, without the search rows: `publish` is to follow in the same transaction."""
    with transaction(db):
        known = adopt(db, article, origin)
        if known is not None:
            return SaveResult("known", known)
        article_id = _write_article(db, article, coding, origin)
        write_findings(db, article_id, coding)
        link_copies(db, article_id)
        log(db, origin.actor, "article added", f"article {article_id}", title=article.title)
    return SaveResult("new", article_id)


def publish(db: Connection, article_ids: list[int]) -> None:
    """Let readers find articles that were added: one statement fills search for all of them; the revision grows."""
    if article_ids:
        fill_search(db, article_ids)
        bump(db)


def adopt(db: Connection, article: Article, origin: Origin) -> int | None:
    """The row of an article already held, which remembers where else its text came from.

    A sample that a user brings as well becomes the user's own.
    """
    row = db.execute(KNOWN, (text_key(article.text),)).fetchone()
    if row is None:
        return None
    keep_same_text(db, row[0], article, origin)
    if row[1] and not origin.is_sample:
        with transaction(db):
            db.execute(ADOPT, (row[0],))
            log(db, origin.actor, "sample kept as own", f"article {row[0]}", title=article.title)
            bump(db)
    return int(row[0])


def remove_samples(db: Connection, actor: str) -> int:
    """Take the sample articles away, with all that only they told of; how many there were."""
    with transaction(db):
        samples = [row[0] for row in db.execute(SAMPLES)]
        db.execute(SAMPLE_COPIES)
        return remove_articles(db, samples, actor=actor, why="samples removed")


def remove_articles(db: Connection, article_ids: list[int], *, actor: str, why: str) -> int:
    """Take articles away: their findings and search rows go, and meetings that nothing else tells of."""
    if not article_ids:
        return 0
    gone = keys(article_ids)
    with transaction(db):
        meetings, alike = [row[0] for row in db.execute(MEETINGS_OF, (gone,))], alike_to(db, article_ids)
        cut_search(db, article_ids)
        db.execute(REMOVE, (gone,))
        settle(db, meetings)
        group_again(db, alike)
        drop_unused(db)
        log(db, actor, why, "articles", articles=article_ids)
        bump(db)
    return len(article_ids)


def has_samples(db: Connection) -> bool:
    """Whether sample articles are still there."""
    return db.execute(SAMPLES + " LIMIT 1").fetchone() is not None


def _search_key(db: Connection, day: int) -> int:
    """`day << 20 | n`: newest first and ranges of dates are ranges of this key; an undated article has day 0."""
    first = day << 20
    newest = db.execute(NEWEST_KEY, (first, first + PER_DAY - 1)).fetchone()[0]
    key = first if newest is None else int(newest) + 1
    if key >= first + PER_DAY:
        raise StoreError("A single day (or the articles without a date) can hold 1,048,576 articles, and it is full.")
    return key


def as_dated(db: Connection, article: Article) -> Article:
    """The article with the date of publication that a person gave for its text, where one did; to be coded by it."""
    given = newest(one for one in of_article(db, text_key(article.text)) if one.part == "article").get("published_on")
    if given is None or given.verdict != "corrected":
        return article
    return replace(article, published_on=given.after["published_on"], published_basis="user")


def redate(db: Connection, article_id: int) -> None:
    """Let the article's date of publication be what people decided, else what was read; its search row moves along."""
    text, read_on, read_basis = db.execute(READ, (article_id,)).fetchone()
    dated = as_dated(db, Article("", text, published_on=read_on, published_basis=read_basis))
    day, one = day_of(dated.published_on), [article_id]
    alike = alike_to(db, one)
    cut_search(db, one)
    moved = (dated.published_on, dated.published_basis, day, day // 100, _search_key(db, day), article_id)
    db.execute(DATE, moved)
    fill_search(db, one)
    for statement in UNLINK:
        db.execute(statement, (article_id, article_id)[: statement.count("?")])
    link_copies(db, article_id)
    group_again(db, alike)


def _write_article(db: Connection, read: Article, coding: Coding, origin: Origin) -> int:
    article = as_dated(db, read)
    day = day_of(article.published_on)
    values = (
        text_key(article.text),
        _search_key(db, day),
        article.title,
        article.text,
        source_row(db, article.source),
        article.url,
        article.published_on,
        article.published_basis,
        day,
        day // 100,
        article.language,
        json.dumps([asdict(passage) for passage in article.left_out], ensure_ascii=False),
        json.dumps(coding.sources, ensure_ascii=False),
        origin.document_id,
        origin.batch_id,
        int(origin.is_sample),
        coding.codebook_version,
        now(),
        read.published_on,
        read.published_basis,
    )
    return int(db.execute(ARTICLE, values).lastrowid or 0)
