"""Whatever the text, coding ends without an error, and its spans stand where they say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from parley import codebook
from parley.coding.scan import scan
from parley.coding.sentences import split_sentences
from parley.coding.topics import mentions_of

WORDS = [
    "trade",
    "but",
    "discussed",
    "ruled",
    "out",
    "sanctions",
    "not",
    "the",
    "Ministry",
    "of",
    "Energy",
    ":",
    ",",
    ".",
    "sides",
    "agreed",
    "to",
    "U.S.",
    "…",
]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_any_text_is_read_and_its_evidence_is_exact(text: str) -> None:
    sentences = split_sentences(text, "en")
    for mention in mentions_of(scan(sentences, "en", codebook.load())):
        assert text[mention.evidence.start : mention.evidence.end] == mention.evidence.quote
