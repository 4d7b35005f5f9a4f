"""Phrases found in text: a trie over words, in time linear in the text, whatever the inflection.

A pattern is a row of words. `{a,b}` stands for either (`{,a}`: or nothing), `stem*` for any word that begins so, `...`
for up to four words between (at the end: for all up to the next mark). A word in capitals (`AI`) is found in capitals
alone. A plain word is found in its inflected forms: English plurals, and the
Russian and Kazakh endings of codebook/data/endings.yaml.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from parley.codebook.endings import Endings
from parley.coding.remembered import Remembered

Payload = TypeVar("Payload")

_TOKEN = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W_]+(?:\+\d+)?(?:['’]s\b)?|[.,;:!?()–—]")
_BRACES = re.compile(r"\{([^{}]*)\}")
_CLOSERS = frozenset(".;:!?")
_REACH = 4  # Words that `...` may pass over.
_RUN = 16  # Words that a `...` at the end takes in.
GAP = "..."
# Of so many, one made straight from the tuple or the match takes half the time.
_hit = tuple.__new__
_span = re.Match.span


Spans = tuple[tuple[int, int], ...]


@dataclass(eq=False)
class Words:
    """The words and marks of one sentence, as written, in small letters, and as phrases may hold them.

    One is made of every sentence, and frozen fields take thrice as long to fill; nothing sets them again.
    """

    text: str
    forms: tuple[str, ...]
    low: tuple[str, ...]
    classes: tuple[tuple[str, ...], ...]
    """The pattern words that each is an instance of."""
    starts: "tuple[tuple[_Node[Any], ...], ...]"
    """The phrases that may begin with each."""

    @cached_property
    def spans(self) -> Spans:
        """Where in the sentence each of its words and marks stands; looked for once, and only where asked."""
        return spans_of(self.text)


class Hit(NamedTuple, Generic[Payload]):
    """A phrase found at words `[first, end)`; `loose` where it passed over other words."""

    first: int
    end: int
    loose: bool
    payload: Payload


@dataclass(slots=True)
class _Node(Generic[Payload]):
    """What may follow, at once or after a gap, and what has been read when this is reached."""

    then: dict[str, "_Node[Payload]"] = field(default_factory=dict)
    later: dict[str, "_Node[Payload]"] = field(default_factory=dict)
    found: list[tuple[str, Payload]] = field(default_factory=list)
    running: list[tuple[str, Payload]] = field(default_factory=list)


class _Word(NamedTuple, Generic[Payload]):
    """One word or mark, with what `Words` has of each."""

    form: str
    low: str
    classes: tuple[str, ...]
    starts: tuple[_Node[Payload], ...]


def _forms(text: str) -> list[str]:
    """A text's words and marks; "U.S." is one word, and a possessive 's belongs to its word."""
    return [_bare(form) if form[-1] in ".s" else form for form in _TOKEN.findall(text)]


def spans_of(text: str) -> Spans:
    """Where in the sentence each of its words and marks stands."""
    return tuple(map(_span, _TOKEN.finditer(text)))


def _bare(form: str) -> str:
    """A word without the stops of an abbreviation or a possessive 's."""
    if len(form) > 1 and form[-1] == ".":
        return form.replace(".", "")
    return form[:-2] if form[-2:] in {"'s", "’s"} else form


def _run_on(forms: tuple[str, ...], at: int) -> int:
    """Where a pattern that ends in `...` ends: at the next mark, or after some words."""
    end = at
    while end < min(len(forms), at + _RUN) and forms[end] not in _CLOSERS and forms[end] != ",":
        end += 1
    return end


def _within_reach(forms: tuple[str, ...], at: int) -> range:
    """The places from `at` on that `...` may lead to: past a few words and any commas, within the sentence's part."""
    passed, end = 0, at
    while end < len(forms) and passed <= _REACH and forms[end] not in _CLOSERS:
        passed += forms[end] != ","
        end += 1
    return range(at, end)


class Phrases(Generic[Payload]):
    """Patterns compiled for one language, each with the list that it is of and what it stands for."""

    def __init__(self, patterns: Iterable[tuple[str, str, Payload]], endings: Endings) -> None:
        """Compile `patterns`, each a pattern, its list and its payload."""
        self._endings = endings
        self._root: _Node[Payload] = _Node()
        self._exact: set[str] = set()
        self._prefixes: set[str] = set()
        self._stems: set[str] = set()
        self._words = Remembered(self._read_word)
        self._runs = Remembered(self._read_run)
        for pattern, of, payload in patterns:
            for row in {tuple(row) for row in alternatives(pattern)}:
                self._add(row, (of, payload))
        self._lengths = sorted({len(p) for p in self._prefixes})

    def _add(self, row: tuple[str, ...], meant: tuple[str, Payload]) -> None:
        nodes, after_gap = [self._root], False
        for word in row:
            if word == GAP:
                after_gap = True
                continue
            branches = [node.later if after_gap else node.then for node in nodes]
            nodes = [branch.setdefault(name, _Node()) for branch in branches for name in self._register(word)]
            after_gap = False
        for node in nodes:
            (node.running if after_gap else node.found).append(meant)

    def _register(self, word: str) -> tuple[str, ...]:
        """Remember one word of a pattern, and give the classes of words that it stands for."""
        if word.endswith("*"):
            self._prefixes.add(word[:-1])
            return (word,)
        if len(word) > 1 and word.isupper():
            self._exact.add(word)
            return ("=" + word,)
        stems = self._endings.stems(word.casefold())
        self._stems.update(stems)
        return stems

    def read(self, sentence: str) -> Words:
        """Cut a sentence into its words and marks; what stands between two spaces is read once and remembered."""
        words = list(chain.from_iterable(map(self._runs.__getitem__, sentence.split())))
        forms, low, classes, starts = zip(*words, strict=True) if words else ((), (), (), ())
        return Words(sentence, forms, low, classes, starts)

    def _read_run(self, run: str) -> tuple[_Word[Payload], ...]:
        return tuple([self._words[form] for form in _forms(run)])

    def _read_word(self, form: str) -> _Word[Payload]:
        then = self._root.then
        classes = tuple(sorted(set(self._match(form))))
        return _Word(form, form.casefold(), classes, tuple([then[name] for name in classes if name in then]))

    def _match(self, form: str) -> Iterator[str]:
        low = form.casefold()
        if form in self._exact:
            yield "=" + form
        for length in self._lengths:
            for text in (low[:length], form[:length]):
                if len(text) == length and text in self._prefixes:
                    yield text + "*"
        yield from (stem for stem in self._endings.stems_of(low) if stem in self._stems)

    def find(self, words: Words) -> defaultdict[str, list[Hit[Payload]]]:
        """All phrases in a sentence by the list that they are of, in the order of their first word."""
        forms = words.forms
        classes = (*words.classes, ())  # What follows the last word.
        found: defaultdict[str, list[Hit[Payload]]] = defaultdict(list)
        for first, starts in enumerate(words.starts):
            for node in starts:
                if node.later or node.running or not node.then.keys().isdisjoint(classes[first + 1]):
                    self._walk(node, first, forms, classes, found)
                else:
                    for of, payload in node.found:
                        found[of].append(_hit(Hit, (first, first + 1, False, payload)))
        return found

    def _walk(
        self,
        node: _Node[Payload],
        first: int,
        forms: tuple[str, ...],
        classes: tuple[tuple[str, ...], ...],
        found: defaultdict[str, list[Hit[Payload]]],
    ) -> None:
        """Follow one phrase from its first word, adding each that is complete."""
        stack = [(node, first + 1, False)]
        while stack:
            node, at, loose = stack.pop()
            for of, payload in node.found:
                found[of].append(_hit(Hit, (first, at, loose, payload)))
            for of, payload in node.running:
                found[of].append(_hit(Hit, (first, _run_on(forms, at), True, payload)))
            then, later = node.then, node.later
            for name in classes[at] if then else ():
                if name in then:
                    stack.append((then[name], at + 1, loose))
            for here in _within_reach(forms, at) if later else ():
                for name in classes[here]:
                    if name in later:
                        stack.append((later[name], here + 1, True))


def alternatives(pattern: str) -> Iterator[list[str]]:
    """The rows of words that a pattern stands for: its braces spelled out, the innermost first."""
    match = _BRACES.search(pattern)
    if match is None:
        yield _pattern_words(pattern)
        return
    for choice in match[1].split(","):
        yield from alternatives(pattern[: match.start()] + choice + pattern[match.end() :])


def _pattern_words(pattern: str) -> list[str]:
    row: list[str] = []
    for part in pattern.split():
        if part == GAP:
            row.append(GAP)
            continue
        star = part.endswith("*")
        pieces = _forms(part.rstrip("*"))
        if not pieces:
            continue
        row.extend(pieces[:-1])
        row.append(pieces[-1] + "*" * star)
    return row
