"""Phrases that come up again and again where no topic was found: candidates for the codebook."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from parley.codebook.stop_words import StopWords, stop_words
from parley.model import Filters, Language
from parley.queries import where
from parley.queries.evidence import FROM_ARTICLE, OUTLET, SPAN
from parley.queries.read import Connection, frame

FEWEST_MEETINGS = 3
LONGEST = 5
MOST_SENTENCES = 20_000
MOST = 60
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|[^\w\s]|\d+")
UNTOLD = f"""SELECT s.id AS sentence_id, r.meeting_id AS meeting_id, a.language AS language, {SPAN.format("s")}
    FROM sentences s JOIN articles a ON a.id = s.article_id JOIN reports r ON r.article_id = a.id AND r.focal = 1
    WHERE {{}} AND s.id NOT IN (SELECT x.sentence_id FROM mentions x)
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

    Time and memory are linear in the words. A longer phrase is looked for only where each two of its words in a row
    recur by themselves.
    """
    split = [(one, WORD.findall(one.words)) for one in sentences if one.language in stop]
    common, known = {word for _, words in split for word in words[1:] if word.islower()}, frozenset(names)
    plain = [(one, [_plain(word, n, common, known) for n, word in enumerate(words)]) for one, words in split]
    pairs = _frequent_pairs(plain)
    found: dict[tuple[Language, tuple[str, ...]], dict[int, int]] = defaultdict(dict)
    for one, words in plain:
        for gram in _grams(words, stop[one.language], pairs):
            found[one.language, gram].setdefault(one.id, one.meeting)
    kept = {key: at for key, at in found.items() if len(set(at.values())) >= FEWEST_MEETINGS}
    listed = [
        Phrase(" ".join(gram), language, tuple(sorted(set(at.values()))), tuple(sorted(at)))
        for (language, gram), at in _without_parts(kept).items()
    ]
    listed.sort(key=lambda one: (-len(one.meetings), -len(one.sentences), one.words))
    return tuple(listed[:MOST])


def _frequent_pairs(sentences: Iterable[tuple[Sentence, Sequence[str | None]]]) -> set[tuple[str, str]]:
    """Two words in a row that sentences of enough meetings share."""
    met: dict[tuple[str, str], set[int]] = defaultdict(set)
    for one, words in sentences:
        for first, second in pairwise(words):
            if first is not None and second is not None:
                met[first, second].add(one.meeting)
    return {pair for pair, meetings in met.items() if len(meetings) >= FEWEST_MEETINGS}


def _grams(words: Sequence[str | None], stop: StopWords, pairs: set[tuple[str, str]]) -> Iterable[tuple[str, ...]]:
    """The runs of words that could be a subject: they begin and end with a word that says something."""
    for first, word in enumerate(words):
        if word is None or word in stop.small:
            continue
        gram: tuple[str, ...] = (word,)
        for following in words[first + 1 : first + LONGEST]:
            if following is None or (gram[-1], following) not in pairs:
                break
            gram = (*gram, following)
            if following not in stop.small and not all(part in stop.small or part in stop.usual for part in gram):
                yield gram


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
