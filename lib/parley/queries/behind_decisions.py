"""The sentences behind decisions: those that a person had before their eyes, in the articles that hold them."""

from collections.abc import Sequence
from dataclasses import dataclass

from parley.queries.read import Connection
from parley.store.corrections import Correction
from parley.store.judged import folded

ARTICLE = """SELECT a.id, a.title, o.name, a.published_on FROM articles a LEFT JOIN sources o ON o.id = a.source_id
    WHERE a.key = ?"""
SENTENCES = """SELECT SUBSTR(a.text, s.start_at + 1, s.end_at - s.start_at), s.start_at
    FROM sentences s JOIN articles a ON a.id = s.article_id WHERE a.id = ? ORDER BY s.start_at"""
OF_TOPIC = """SELECT DISTINCT s.start_at FROM mentions x JOIN topics k ON k.id = x.topic_id
    JOIN sentences s ON s.id = x.sentence_id WHERE x.article_id = ? AND k.topic = ?"""
OF_PERSON = """SELECT DISTINCT t.start_at FROM participants t JOIN people w ON w.id = t.person_id
    WHERE t.article_id = ? AND (w.person = ? OR t.name = ?)"""
PINNED = "SELECT article_key, start_at FROM pins WHERE correction_id = ? AND is_other = 0 ORDER BY id"


@dataclass(frozen=True, slots=True)
class Source:
    """An article with the sentences that a decision is about; `article` is None where it has been removed since."""

    article: int | None
    title: str
    outlet: str | None
    published_on: str | None
    sentences: tuple[str, ...]


def sources(db: Connection, one: Correction) -> tuple[Source, ...]:
    """Each article that a decision is about: its own, or all that told of the meeting when it was decided on."""
    if one.article_key:
        return (_source(db, one.article_key, one),)
    starts: dict[str, list[int]] = {}
    for key, start in db.execute(PINNED, (one.id,)).fetchall():
        starts.setdefault(key, []).append(start)
    return tuple(_source(db, key, one, own) for key, own in starts.items())


def _source(db: Connection, key: str, one: Correction, starts: Sequence[int] | None = None) -> Source:
    row = db.execute(ARTICLE, (key,)).fetchone()
    # Only the sentence itself is kept with a decision: of a person there is the name, of a date of publication nothing.
    quoted = (one.anchor.quote,) if one.anchor.quote and one.part != "person" else ()
    if row is None:
        return Source(None, "", None, None, quoted)
    article, title, outlet, published = row
    told = db.execute(SENTENCES, (article,)).fetchall()
    if starts is None:
        if one.anchor.start is not None and quoted:
            return Source(article, title, outlet, published, quoted)
        starts = _starts(db, article, one, told)
    said = tuple(text for text, at in told if any(at <= start < at + len(text) for start in starts)) or quoted
    return Source(article, title, outlet, published, said or _opening(one, told))


def _opening(one: Correction, told: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The first sentence for a date of publication, which stands in none; nothing for what has gone from the text."""
    return tuple(text for text, _ in told[:1]) if one.part == "article" else ()


def _starts(db: Connection, article: int, one: Correction, told: Sequence[tuple[str, int]]) -> list[int]:
    """Where an article tells of what was judged in all of it; nowhere where that is gone."""
    if one.part in ("topic", "reading"):
        return [row[0] for row in db.execute(OF_TOPIC, (article, one.anchor.which)).fetchall()]
    if one.part != "person":
        return []
    name = folded(one.anchor.quote)
    named = [row[0] for row in db.execute(OF_PERSON, (article, one.anchor.which, one.anchor.quote)).fetchall()]
    return named or [at for text, at in told if name and name in folded(text)]
