"""Whatever the text, coding ends without an error, and its spans stand where they say."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from parley import codebook
from parley.coding import code
from parley.model import Article, Coding, Evidence

WORDS = """
trade but discussed ruled out sanctions not the Ministry of Energy : , . sides agreed to U.S. … Mr. Minister Umarov
Kazakhstan Kazakhstan's fifth Dialogue met in Astana on 6 November 2023 yesterday will visit next round " ” ( ) — \n
Министр иностранных дел Лавров провёл переговоры 6 марта в Москве с Казахстаном о торговле
Астанада кездесу өтті 6 наурыз министр сауда ынтымақтастық
""".replace("\\n", "\n")
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), max_size=80).map(" ".join),
)


def evidence_of(coding: Coding) -> Iterator[Evidence]:
    """Everything that a coding claims to stand in the text."""
    for meeting in coding.meetings:
        yield meeting.evidence
        if meeting.date_evidence:
            yield meeting.date_evidence
        yield from (person.evidence for person in meeting.participants)
    yield from (person.evidence for person in coding.spoken_of)
    yield from (mention.evidence for mention in coding.mentions)
    yield from (promise.sentence for promise in coding.commitments)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["en", "ru", "kk", "other"]), st.sampled_from([None, "2023-11-07", "2023"]))
def test_any_text_is_coded_and_its_evidence_is_exact(text: str, title: str, language: str, day: str | None) -> None:
    article = Article(title=title, text=text, language=language, published_on=day)  # type: ignore[arg-type]
    coding = code(article, codebook.load())
    for found in evidence_of(coding):
        assert text[found.start : found.end] == found.quote
    assert coding == code(article, codebook.load())
