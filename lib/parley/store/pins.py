"""Which meeting a report belongs to, and to which it does not, because a person said so."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.store.corrections import ADDED_FROM
from parley.store.judged import are_alike
from parley.store.sqlite import Connection, among, keys

APART = "apart"
"""The field of a decision that two meetings are two."""
ONE = "one"
"""The field of a decision that two meetings are one."""

OF_ARTICLE = """
SELECT p.id, p.start_at, p.n, CASE p.is_other WHEN 1 THEN c.other_id ELSE c.meeting_id END,
       CASE p.is_other WHEN 1 THEN c.meeting_id ELSE c.other_id END
FROM pins p JOIN corrections c ON c.id = p.correction_id
WHERE p.article_key = ? AND c.undone_at IS NULL ORDER BY c.id
"""
FOLLOW = "UPDATE pins SET start_at = ?, n = ? WHERE id = ?"
# What was decided on a meeting that was removed with its articles waits for them: with them it comes back.
ATTACH = tuple(
    f"""UPDATE corrections SET {column} = ? WHERE {column} IS NULL AND article_key IS NULL AND undone_at IS NULL
    AND {when} AND id IN (
        SELECT p.correction_id FROM pins p
        WHERE p.article_key = ? AND p.n = ? AND p.start_at = ? AND p.is_other = {side})"""
    for column, side, when in (("meeting_id", 0, "1 = 1"), ("other_id", 1, f"field = '{APART}'"))
)
MOVE = tuple(f"UPDATE corrections SET {column} = ? WHERE {column} = ?" for column in ("meeting_id", "other_id"))
HELD_APART = f"""
SELECT EXISTS (SELECT 1 FROM corrections WHERE undone_at IS NULL AND field = '{APART}'
    AND ((meeting_id = ? AND other_id = ?) OR (other_id = ? AND meeting_id = ?)))
"""
STATUS = f"""
SELECT DISTINCT c.meeting_id FROM corrections c
WHERE {among("c.meeting_id")} AND c.field = 'status' AND c.undone_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """The meeting to which a report belongs by decision (0 for none), and those to which it does not."""

    meeting_id: int = 0
    apart: frozenset[int] = frozenset()


def ties_of(
    db: Connection, key: str, starts: Mapping[int, int], found: Sequence[int] = (), held: Collection[int] = ()
) -> dict[int, Tie]:
    """What people decided on the reports of an article, whose sentences start there, by their place in it.

    `found` are the starts of all that Parley found, the rejected too; `held` those of what the article told until now.
    The pins follow their reports: a new reading may find another meeting before them, or tell it in another sentence.
    """
    rows = db.execute(OF_ARTICLE, (key,)).fetchall()
    known = {*held, *(start for _, start, *_ in rows)}
    ties: dict[int, Tie] = {}
    for pin, start, n, meeting, other in rows:
        place = _place(start, n, starts, found, known)
        if place is None:
            continue
        if (starts[place], place) != (start, n):
            db.execute(FOLLOW, (starts[place], place, pin))
        tie = ties.get(place, Tie())
        apart = tie.apart | ({other} if other else set())
        ties[place] = replace(tie, meeting_id=meeting or tie.meeting_id, apart=frozenset(apart))
    return ties


def _place(start: int, n: int, starts: Mapping[int, int], found: Sequence[int], known: Collection[int]) -> int | None:
    """Where the report of a pin now stands; None where it is gone and the pin waits for it.

    What a person rejected is gone, and what stands in its place is another meeting. So is one in a sentence that told
    of a meeting all along.
    """
    alike = [place for place, at in starts.items() if at == start and are_alike(n, place)]
    if n in alike or n >= ADDED_FROM:
        return n if n in alike else None
    if start in found[n : n + 1]:
        return None
    if alike:
        return alike[0]
    return n if n in starts and start not in found and starts[n] not in known else None


def attach(db: Connection, key: str, n: int, start: int, meeting_id: int) -> None:
    """Let decisions on a meeting that was removed with its articles hold for the meeting that this report is now of."""
    for statement in ATTACH:
        db.execute(statement, (meeting_id, key, n, start))


def move(db: Connection, keep: int, gone: int) -> None:
    """What was decided on one meeting holds for the one that it has become."""
    for statement in MOVE:
        db.execute(statement, (keep, gone))


def are_held_apart(db: Connection, one: int, other: int) -> bool:
    """Whether a person said that these two are two meetings."""
    return bool(db.execute(HELD_APART, (one, other, one, other)).fetchone()[0])


def with_a_status(db: Connection, meeting_ids: Iterable[int]) -> set[int]:
    """Those of these meetings of which a person said whether they were held, are planned or cancelled."""
    return {row[0] for row in db.execute(STATUS, (keys(meeting_ids),))}
