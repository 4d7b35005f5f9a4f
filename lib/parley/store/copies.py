"""Copies: identical texts from elsewhere, and near-copies found as articles come in, whatever their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from parley.model import Article
from parley.store.days import Interval, day_of, gap, interval
from parley.store.history import bump, log, now
from parley.store.likeness import WITHIN_DAYS, Place, Text, grouped, is_copy, runs, sketch
from parley.store.sqlite import Connection, among, keys, transaction
from parley.store.words import source_row

TEXT = "SELECT text, day, published_on FROM articles WHERE id = ?"
NEAR_DAY = f"(s.day BETWEEN ? AND ? OR {among('s.day')})"
CANDIDATES = f"""
SELECT s.article_id FROM sketches s WHERE {among("s.hash")} AND s.article_id <> ? AND {{near}}
GROUP BY s.article_id HAVING COUNT(*) >= 3
"""
KEEP_SKETCH = "INSERT INTO sketches (hash, day, article_id) VALUES (?, ?, ?)"
KEEP_LIKENESS = "INSERT INTO likenesses (article_id, other_id, shared, size, other_size) VALUES (?, ?, ?, ?, ?)"
ALIKE = "SELECT other_id, shared, size FROM likenesses WHERE article_id = ?"
RANKED = "SELECT day, key FROM articles WHERE id = ?"
UNGROUP = f"DELETE FROM copy_groups WHERE {among('article_id')}"
GROUP = "INSERT INTO copy_groups (article_id, original_id, n, share) VALUES (?, ?, ?, ?)"
HELD = """
SELECT s.name, p.url, p.document_id FROM
    (SELECT source_id, url, document_id FROM articles WHERE id = ?
     UNION ALL SELECT source_id, url, document_id FROM same_texts WHERE article_id = ?) p
LEFT JOIN sources s ON s.id = p.source_id
"""
SAME_TEXT = """
INSERT INTO same_texts (article_id, title, source_id, url, published_on, day, document_id, batch_id, is_sample,
    added_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
NEIGHBOURS = f"""
SELECT DISTINCT other_id FROM likenesses WHERE {among("article_id")} AND NOT {among("other_id")}
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who brought an article, in which document and upload, and whether it is a sample."""

    actor: str
    document_id: int | None = None
    batch_id: int | None = None
    is_sample: bool = False


def keep_same_text(db: Connection, article_id: int, article: Article, origin: Origin) -> bool:
    """Remember that this article's text came from elsewhere too; False where it is the very article already held."""
    if not is_from_elsewhere(db, article_id, article, origin.document_id):
        return False
    with transaction(db):
        told = (article_id, article.title, source_row(db, article.source), article.url, article.published_on)
        brought = (origin.document_id, origin.batch_id, int(origin.is_sample), now())
        db.execute(SAME_TEXT, (*told, day_of(article.published_on), *brought))
        log(db, origin.actor, "copy added", f"article {article_id}", title=article.title, outlet=article.source)
        bump(db)
    return True


def is_from_elsewhere(db: Connection, article_id: int, article: Article, document_id: int | None) -> bool:
    """Whether a text already held comes from another outlet, another address, or, where neither is named, another
    document."""
    outlet, held = (article.source or None, article.url), db.execute(HELD, (article_id, article_id)).fetchall()
    return not any(outlet == (source, url) and (any(outlet) or at == document_id) for source, url, at in held)


def link_copies(db: Connection, article_id: int) -> None:
    """Find the texts that a new article is alike to, and say anew who of them is the original."""
    text, day, published = db.execute(TEXT, (article_id,)).fetchone()
    own, days = runs(text), interval(published)
    lowest = sketch(own)
    for other in _candidates(db, article_id, lowest, days):
        its_text, _, its_published = db.execute(TEXT, (other,)).fetchone()
        its_days = interval(its_published)
        if days and its_days and gap(days, its_days) > WITHIN_DAYS:
            continue
        its = runs(its_text)
        shared = len(own & its)
        if is_copy(shared, len(own), len(its)):
            db.execute(KEEP_LIKENESS, (article_id, other, shared, len(own), len(its)))
            db.execute(KEEP_LIKENESS, (other, article_id, shared, len(its), len(own)))
    db.executemany(KEEP_SKETCH, [(run, day, article_id) for run in lowest])
    group_again(db, [article_id])


def alike_to(db: Connection, article_ids: Iterable[int]) -> list[int]:
    """The articles alike to these, themselves aside: their groups change when these go."""
    these = keys(article_ids)
    return [row[0] for row in db.execute(NEIGHBOURS, (these, these))]


def group_again(db: Connection, article_ids: Iterable[int]) -> None:
    """Say anew who is the original among these articles and all that are alike to them."""
    done: set[int] = set()
    for article_id in article_ids:
        if article_id in done:
            continue
        texts, shared = _all_alike(db, article_id)
        done |= set(texts)
        if len(texts) > 1:
            _write(db, list(texts), grouped(texts, shared))
        else:
            db.execute(UNGROUP, (keys([article_id]),))


def _candidates(db: Connection, article_id: int, lowest: list[int], days: Interval | None) -> list[int]:
    """The articles that share at least three of the lowest runs and may have been published within days of these."""
    near, when = (NEAR_DAY, _around(days)) if days else ("1 = 1", ())
    values = (keys(lowest), article_id, *when)
    return [row[0] for row in db.execute(CANDIDATES.format(near=near), values)] if lowest else []


def _around(days: Interval) -> tuple[int, int, str]:
    """First and last day as numbers, and the numbers of the months and years between, and of no date at all."""
    first, last = days[0] - timedelta(days=WITHIN_DAYS), days[1] + timedelta(days=WITHIN_DAYS)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    coarse = {0} | {number // 12 * 10_000 for number in months}
    coarse |= {number // 12 * 10_000 + (number % 12 + 1) * 100 for number in months}
    return int(f"{first:%Y%m%d}"), int(f"{last:%Y%m%d}"), keys(sorted(coarse))


def _all_alike(db: Connection, article_id: int) -> tuple[dict[int, Text], dict[tuple[int, int], int]]:
    """An article and all that are alike to it directly or through others, with what each pair shares."""
    texts: dict[int, Text] = {}
    shared: dict[tuple[int, int], int] = {}
    waiting = [article_id]
    while waiting:
        here = waiting.pop()
        if here in texts:
            continue
        alike = db.execute(ALIKE, (here,)).fetchall()
        shared |= {(here, other): count for other, count, _ in alike}
        waiting += [other for other, _, _ in alike]
        day, key = db.execute(RANKED, (here,)).fetchone()
        texts[here] = Text(day, alike[0][2] if alike else 0, key)
    return texts, shared


def _write(db: Connection, article_ids: list[int], places: dict[int, Place]) -> None:
    db.execute(UNGROUP, (keys(article_ids),))
    db.executemany(GROUP, [(article, place.original, place.n, place.share) for article, place in places.items()])
