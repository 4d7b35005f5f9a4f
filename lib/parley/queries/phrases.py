"""Phrases that come up again and again where no topic was found: candidates for the codebook."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from parley.codebook.stop_words import StopWords, stop_words
from parley.model import Filters, Language
from parley.queries import where
from parley.queries.evidence import FROM_ARTICLE, OUTLET, SPAN
from parley.queries.read import Connection, frame

FEWEST_MEETINGS = 3
LONGEST, SHORTEST = 5, 2
MOST_SENTENCES = 20_000
MOST = 60
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[^\w\s]|\d+")
UNTOLD = f"""SELECT s.id AS sentence_id, r.meeting_id AS meeting_id, a.language AS language, {SPAN.format("s")}
    FROM sentences s JOIN articles a ON a.id = s.article_id JOIN reports r ON r.article_id = a.id AND r.focal = 1
    WHERE {{}} AND NOT EXISTS (SELECT 1 FROM mentions x WHERE x.sentence_id = s.id)
    AND r.n = (SELECT MIN(f.n) FROM reports f WHERE f.article_id = a.id AND f.focal = 1)
    ORDER BY a.day DESC, s.id LIMIT {MOST_SENTENCES}"""
NAMES = """SELECT name FROM people UNION SELECT place FROM meetings WHERE place IS NOT NULL
    UNION SELECT name FROM sources UNION SELECT short_name FROM series"""
TELLING = f"""SELECT s.id AS unit, {FROM_ARTICLE}, {SPAN.format("s")}, s.start_at AS at, '' AS topics
    FROM sentences s JOIN articles a ON a.id = s.article_id {OUTLET} WHERE {{}} ORDER BY a.day DESC, a.id, s.start_at"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without a topic: its number, the meeting that its article reports, its language and words."""

    id: int
    meeting: int
    language: Language
    words: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two to five words in a row, with the meetings and the sentences that hold them."""

    words: str
    language: Language
    meetings: tuple[int, ...]
    sentences: tuple[int, ...]


def phrases(db: Connection, filters: Filters) -> tuple[Phrase, ...]:
    """The phrases of the articles under the filters, those of the most meetings first."""
    told = where.inside("r.meeting_id", "m.id FROM meetings m", where.all_of([where.COUNTED, _met(filters)]))
    condition = where.all_of([where.articles(where.without_topics(filters)), told])
    rows = frame(db, UNTOLD.format(condition.sql), condition.values)
    sentences = [Sentence(int(n), int(m), lang, text) for n, m, lang, text in rows.itertuples(index=False)]
    names = {word.casefold() for (name,) in db.execute(NAMES).fetchall() for word in WORD.findall(name)}
    return recurring(sentences, stop_words(), names)


def _met(filters: Filters) -> where.Condition:
    return where.at_the_table(filters)


def telling(db: Connection, phrase: Phrase) -> pd.DataFrame:
    """The sentences that hold a phrase, as the evidence panel shows them, the phrase marked."""
    condition = where.one_of("s.id", phrase.sentences)
    rows = frame(db, TELLING.format(condition.sql), condition.values)
    spans = [_place(str(sentence), phrase.words) for sentence in rows["sentence"]]
    return rows.assign(mark_start=[start for start, _ in spans], mark_end=[end for _, end in spans])


def _place(sentence: str, words: str) -> tuple[int, int]:
    found = re.search(r"\s+".join(re.escape(word) for word in words.split()), sentence, re.IGNORECASE)
    return found.span() if found else (0, 0)


def recurring(sentences: Sequence[Sentence], stop: Mapping[str, StopWords], names: Iterable[str]) -> tuple[Phrase, ...]:
    """The phrases that sentences of three or more meetings share; names are none, and nor is a part of a longer one.

    Time and memory are linear in the words: of at most 20,000 sentences.
    """
    split = [(one, WORD.findall(one.words)) for one in sentences]
    known = frozenset(names)
    common = {word for _, words in split for word in words[1:] if word.islower()}
    found: dict[tuple[Language, tuple[str, ...]], dict[int, int]] = defaultdict(dict)
    for one, words in split:
        if one.language in stop:
            for gram in _grams(words, stop[one.language], common, known):
                found[one.language, gram].setdefault(one.id, one.meeting)
    kept = {key: at for key, at in found.items() if len(set(at.values())) >= FEWEST_MEETINGS}
    whole = _without_parts(kept)
    listed = [
        Phrase(" ".join(gram), language, tuple(sorted(set(at.values()))), tuple(sorted(at)))
        for (language, gram), at in whole.items()
    ]
    listed.sort(key=lambda one: (-len(one.meetings), -len(one.sentences), one.words))
    return tuple(listed[:MOST])


def _grams(words: Sequence[str], stop: StopWords, common: set[str], names: frozenset[str]) -> Iterable[tuple[str, ...]]:
    """The runs of words that could be a subject: they begin and end with a word that says something."""
    plain = [_plain(word, n, common, names) for n, word in enumerate(words)]
    for first, word in enumerate(plain):
        if word is None or word in stop.small:
            continue
        for size in range(SHORTEST, LONGEST + 1):
            gram = plain[first : first + size]
            if len(gram) < size or gram[-1] is None:
                break
            last = gram[-1]
            if last not in stop.small and not all(part in stop.small or part in stop.usual for part in gram):
                yield tuple(part for part in gram if part is not None)


def _plain(word: str, place: int, common: set[str], names: frozenset[str]) -> str | None:
    """The word in small letters; None for a name, a number or a sign, over which no phrase reaches.

    A capital marks a name, but for the first word of a sentence that is written small elsewhere.
    """
    small = word.casefold()
    if not word[0].isalpha() or small in names:
        return None
    return small if word.islower() or (place == 0 and small in common) else None


def _without_parts(
    kept: Mapping[tuple[Language, tuple[str, ...]], dict[int, int]],
) -> dict[tuple[Language, tuple[str, ...]], dict[int, int]]:
    """Without what only ever stands inside a longer phrase of as many sentences."""
    inside: Counter[tuple[Language, tuple[str, ...]]] = Counter()
    for (language, gram), at in kept.items():
        for part in {gram[1:], gram[:-1]}:
            inside[language, part] = max(inside[language, part], len(at))
    return {key: at for key, at in kept.items() if inside[key] < len(at)}
