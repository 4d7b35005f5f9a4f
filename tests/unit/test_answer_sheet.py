"""The answer sheet: what was said on a topic at the last rounds, whose voice, from where; and what silence may say."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from parley import codebook, coding
from parley.briefs.answer import Cited, Paper, Reference, Section, Voice, as_markdown, as_word
from parley.corrections import decide
from parley.model import Article, Filters
from parley.queries import units
from parley.queries.answers import Answered, answers
from parley.settings import Settings
from parley.store import reader, save, writer
from parley.store.corrections import Anchor, Correction
from parley.store.words import fill_words
from parley.ui.topics.answer_paper import blank, by_voice, checked_line, note_of, paper, summary, title_of
from tests import espd
from tests.copied import ORIGINAL, REWORDED
from tests.desk import ESPD, MANY, Said, Story, Told, make, settings_in, told

SILENT_TOPIC = "education-exchange"


def asked(
    tmp_path: Path, held: tuple[Told, ...], topic: str, last: int | None = 3, filters: Filters | None = None
) -> tuple[Answered, ...]:
    with reader(make(settings_in(tmp_path), held)) as db:
        return answers(db, topic, ESPD[0], filters or Filters(), last, None)


def test_each_round_tells_its_sentences_word_for_word_the_newest_first(tmp_path: Path) -> None:
    found = asked(tmp_path, espd.STATEMENT, "trade-status")
    assert [one.round.start_on for one in found] == ["2023-11-06", "2022-12-05"]
    assert [quote.sentence for one in found for quote in one.quotes] == [
        "Both sides wish for lasting trade relations.",
        "The delegations came to trade status and stressed it.",
    ]
    assert summary(found) == "Raised at 2 of the last 2 rounds; 2 sentences from 2 outlets."


def test_a_sentence_stands_under_the_side_whose_voice_it_is(tmp_path: Path) -> None:
    now, before = asked(tmp_path, espd.STATEMENT, "trade-status")
    assert [name for name, _ in by_voice(now.quotes, 2)] == ["Both sides"]
    assert [name for name, _ in by_voice(before.quotes, 2)] == ["Kazakhstan"]


TWO_VOICES = Article(
    "Fifth round in Astana",
    "Officials of the United States and Kazakhstan met in Astana on 6 November 2023 for the fifth U.S.-Kazakhstan "
    "Enhanced Strategic Partnership Dialogue. The two sides discussed sanctions. The United States urged Kazakhstan to "
    "stop the evasion of sanctions.",
    "Example Wire",
    published_on="2023-11-07",
)


@pytest.mark.parametrize("corrected", [False, True])
def test_each_sentence_of_an_article_stands_under_its_own_side_unless_a_person_said_whose_they_are(
    settings: Settings, corrected: bool
) -> None:
    book = codebook.load()
    with closing(writer(settings)) as db:
        fill_words(db, book)
        save(db, TWO_VOICES, coding.code(TWO_VOICES, book), actor="local")
        if corrected:
            (key,) = db.execute("SELECT key FROM articles").fetchone()
            voice = Correction("reading", "corrected", key, anchor=Anchor("sanctions"), field="by", after={"by": "KZ"})
            decide(db, voice, "local", book)
        (one,) = answers(db, "sanctions", ESPD[0], Filters(), 3, None)
    told = {name: [quote.sentence for quote in quotes] for name, quotes in by_voice(one.quotes, 2)}
    discussed = "The two sides discussed sanctions."
    urged = "The United States urged Kazakhstan to stop the evasion of sanctions."
    as_found = {"United States": [urged], "Both sides": [discussed]}
    assert told == ({"Kazakhstan": [discussed, urged]} if corrected else as_found)


def test_sentences_that_nobody_is_named_for_come_last(tmp_path: Path) -> None:
    said = [Said(f"Trade came up in words of {by}.", ("trade",), by=by) for by in (None, "joint", "US", "KZ")]
    stories = [told(Story(one.text, (one,), (espd.SECOND,))) for one in said]
    (one,) = asked(tmp_path, tuple(stories), "trade")
    names = [name for name, _ in by_voice(one.quotes, 2)]
    assert names == ["Kazakhstan", "United States", "Both sides", "Not said whose"]
    assert by_voice(one.quotes, 6)[2][0] == "All sides together"


def test_silence_of_a_full_text_is_told_with_that_text(tmp_path: Path) -> None:
    now, before = asked(tmp_path, espd.STATEMENT, SILENT_TOPIC)
    assert blank(now) == "Full text held, no mention."
    assert [source.outlet for source in now.full_texts] == ["Ministry of Foreign Affairs of Kazakhstan"]
    assert len(before.quotes) == 1
    assert summary((now, before)) == (
        "Raised at 1 of the last 2 rounds; 1 sentence from 1 outlet; no mention in the full text of 1 round."
    )


def test_a_short_report_alone_never_says_that_a_topic_was_not_mentioned(tmp_path: Path) -> None:
    now, before = asked(tmp_path, espd.PRESS, SILENT_TOPIC)
    assert blank(now).startswith("Only press reports held")
    assert now.full_texts == ()
    told_of = summary((now, before))
    assert told_of.endswith("only press reports held of 1 other round.")
    assert "mention" not in told_of
    assert summary((now,)) == "Not found at the last round; only press reports held of 1 round."


def test_what_a_copy_repeats_stands_once(tmp_path: Path) -> None:
    (one,) = asked(tmp_path, (ORIGINAL, REWORDED), "trade")
    assert [quote.source.outlet for quote in one.quotes] == ["Example Herald"]
    assert one.round.outlets == ("Example Herald", "Capital Post")


@pytest.mark.parametrize("topic", ["trade", "climate", "sanctions", "border-security"])
def test_the_sheet_over_all_rounds_holds_as_many_sentences_as_the_topic_has_in_the_dialogue(
    tmp_path: Path, topic: str
) -> None:
    found = asked(tmp_path, MANY, topic, last=None)
    with reader(settings_in(tmp_path)) as db:
        every = units.how_many(db, "sentences", Filters(dialogues=(ESPD[0],), topics=(topic,)))
    assert sum(len(one.quotes) for one in found) == every > 0


def test_the_last_rounds_are_the_newest_and_filters_narrow_them(tmp_path: Path) -> None:
    found = asked(tmp_path, MANY, "trade", last=2, filters=Filters(until="2023-12-31"))
    assert [one.round.edition for one in found] == [5, 4]
    assert title_of(found[0].round, with_level=False) == "6 November 2023, Astana · 5th round"


def test_the_sheet_says_that_nobody_has_checked_it(tmp_path: Path) -> None:
    assert checked_line(asked(tmp_path, espd.STATEMENT, "trade")) == "Found by Parley; not checked by a person."


def test_sources_are_cited_by_number_with_outlet_headline_date_and_address(tmp_path: Path) -> None:
    sheet = paper("Trade", asked(tmp_path, espd.STATEMENT, "trade-status"), "Made today.", with_level=False)
    assert [voice.said[0].number for section in sheet.sections for voice in section.voices] == [1, 2]
    assert sheet.sources[1] == Reference(
        "Example Wire, “Envoys meet on the Potomac”, 6 December 2022",
        "https://example.org/envoys-meet-on-the-potomac",
    )


HOSTILE = "![x](https://t.example/x.png) <img src=y> *b* _s_ `c` [a](b)\n\n# head\x07"
SHEET = Paper(
    HOSTILE,
    HOSTILE,
    (Section(HOSTILE, HOSTILE, (Voice(HOSTILE, (Cited(HOSTILE, 1, "checked"),)),)),),
    (Reference(HOSTILE, "https://example.org/a"), Reference("Wire", "javascript:alert(1) [x](y)")),
    HOSTILE,
)


def test_nothing_of_an_article_becomes_markup_in_the_markdown() -> None:
    text = as_markdown(SHEET)
    assert not [sign for sign in ("![", " <img", " *b*", " _s_", " `c`", " [a]", "\n# ") if sign in text]
    assert "\\[a\\](b)" in text
    assert "javascript:alert(1) \\[x\\](y)" in text
    assert "<https://example.org/a>" in text


def test_a_sentence_in_the_markdown_is_the_sentence() -> None:
    plain = Paper(
        "Trade", "Line.", (Section("Now", "", (Voice("Both", (Cited("We met. 5 % more!", 1, ""),)),)),), (), ""
    )
    assert "- “We met. 5 % more!” [1]\n" in as_markdown(plain)


def test_the_word_document_reads_back_as_what_was_written() -> None:
    document = Document(BytesIO(as_word(SHEET)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    shown = "![x](https://t.example/x.png) <img src=y> *b* _s_ `c` [a](b) # head"
    assert lines[0] == shown
    assert f"“{shown}” [1] (checked)" in lines
    assert lines[-3:-1] == [f"[1] {shown}: https://example.org/a", "[2] Wire: javascript:alert(1) [x](y)"]
    assert document.core_properties.author == "Parley"


def test_a_sentence_that_a_person_has_checked_says_so(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path), espd.STATEMENT)
    with writer(settings) as db:
        db.execute("UPDATE mentions SET checked = 1 WHERE by_party = 'KZ'")
        found = answers(db, "trade-status", ESPD[0], Filters(), 3, None)
    assert [quote.is_checked for one in found for quote in one.quotes] == [False, True]
    assert checked_line(found) == "Found by Parley; 1 of 2 sentences checked by a person."
    assert [note_of(quote) for one in found for quote in one.quotes] == ["", "checked"]
