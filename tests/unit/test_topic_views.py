"""Topics by voice, compared over time, gone quiet, and not yet known."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from parley.codebook.stop_words import stop_words
from parley.model import Filters, Language
from parley.queries import evidence
from parley.queries.phrases import Phrase, Sentence, phrases, recurring, telling
from parley.queries.quiet import Quiet, quiet
from parley.queries.voices import voiced
from parley.store import reader
from parley.ui.topics import compare, sides
from parley.ui.topics.periods import every_period
from parley.ui.topics.quiet import in_words
from tests import espd
from tests.desk import ESPD, Met, Said, Story, Told, make, settings_in, told

OWN = {
    2019: "Under a low roof in spring the guests sat long.",
    2020: "By the river stood flags, and a band played.",
    2021: "Nobody had expected so much snow on that day.",
    2022: "Late at night, when tea was served, doors closed.",
}
PLACES = {2019: "Astana", 2020: "Washington", 2021: "Almaty", 2022: "Boston"}


def held(year: int, *said: Said, text: str = "Envoys met.", source: str = "Example Wire") -> Told:
    """A report in words of its own: what repeats another year's would be a copy of it."""
    met = Met("dialogue", ESPD[2], f"{year}-05-04", PLACES[year], None, ESPD[0], ESPD[1], year - 2017)
    own = tuple(replace(one, text=f"{OWN[year]} {one.text}") for one in said)
    return told(Story(f"Envoys meet in {year}", (Said(f"{text}\n\n"), *own), (met,), source, f"{year}-05-05"))


def about(topic: str, by: str | None = "joint") -> Said:
    return Said(f"They spoke of {topic}.", (topic,), by=by)


def full_text(year: int, *topics: str) -> Told:
    """A long joint statement on a ministry's page."""
    said = [Said(f"On matter {n} of {year} the sides spoke at length.\n\n", topics[:1]) for n in range(14)]
    said += [about(topic) for topic in topics[1:]]
    return held(year, *said, text="A joint statement.", source="Ministry of Foreign Affairs of Kazakhstan")


def test_a_topic_stands_under_each_side_that_raised_it_and_opens_those_sentences(tmp_path: Path) -> None:
    stories = (
        held(2019, about("trade", "KZ")),
        held(2020, about("trade", "KZ")),
        held(2021, about("trade", "US"), about("climate", None)),
    )
    with reader(make(settings_in(tmp_path), stories)) as db:
        counts = voiced(db, Filters())
        opened = sides.opened("trade|KZ", counts, Filters())
        assert opened is not None
        behind = evidence.evidence(db, "meetings", opened.filters, ())
    found = {(row.topic, row.voice): row.n for row in counts.itertuples()}
    assert found == {("trade", "KZ"): 2, ("trade", "US"): 1, ("climate", ""): 1}
    assert sorted(behind["article"]) == ["Envoys meet in 2019", "Envoys meet in 2020"]
    assert sides.headline(counts) == "Kazakhstan and United States raised 1 topic each in their own voice"
    assert sides.opened("climate|", counts, Filters()) is not None
    assert sides.opened("climate", counts, Filters()) is None


@pytest.mark.parametrize(
    ("known", "step", "every"),
    [
        ([2019, 2022], "year", [2019, 2020, 2021, 2022]),
        ([20193, 20202], "quarter", [20193, 20194, 20201, 20202]),
        ([1, 9000], "year", [1, 9000]),
        ([], "year", []),
    ],
)
def test_no_period_between_is_passed_over(known: list[int], step: str, every: list[int]) -> None:
    assert every_period(known, step) == every


def test_a_year_in_which_a_topic_did_not_come_up_is_nought() -> None:
    trends = {"a": pd.DataFrame({"period": [2019, 2021], "n": [2, 1]}), "b": pd.DataFrame({"period": [2020], "n": [3]})}
    found = compare.over_time(trends, "year")
    assert found[found["series"] == "a"]["n"].to_list() == [2, 0, 1]
    assert found[found["series"] == "b"]["n"].to_list() == [0, 3, 0]


def quiet_in(tmp_path: Path, *stories: Told) -> dict[str, Quiet]:
    with reader(make(settings_in(tmp_path), stories)) as db:
        return {one.topic.id: one for one in quiet(db, Filters()).get(ESPD[0], ())}


THREE = tuple(held(year, about("trade"), about("climate")) for year in (2019, 2020, 2021))


def test_a_topic_of_three_rounds_that_a_full_text_does_not_mention_is_quiet(tmp_path: Path) -> None:
    found = quiet_in(tmp_path, *THREE, full_text(2022, "climate"))
    assert set(found) == {"trade"}
    assert found["trade"].is_sure
    assert in_words(found["trade"]) == (
        "Raised at 3 rounds in a row up to 4 May 2021, Almaty; not at that of 4 May 2022, Boston."
    )


def test_silence_of_a_short_report_makes_no_topic_surely_quiet(tmp_path: Path) -> None:
    found = quiet_in(tmp_path, *THREE, held(2022, about("climate")))
    assert not found["trade"].is_sure
    assert "not in what is held of that of 4 May 2022" in in_words(found["trade"])


def test_two_rounds_are_too_few_and_a_topic_that_came_back_is_not_quiet(tmp_path: Path) -> None:
    assert quiet_in(tmp_path, *THREE[1:], full_text(2022, "climate")) == {}
    assert quiet_in(tmp_path / "back", *THREE, full_text(2022, "climate", "trade")) == {}


def test_the_december_round_of_two_is_no_ground_to_call_anything_quiet(tmp_path: Path) -> None:
    assert quiet_in(tmp_path, *espd.STATEMENT) == {}


def shared(*texts: str, language: Language = "en", names: tuple[str, ...] = ()) -> list[str]:
    sentences = [Sentence(n, n, language, text) for n, text in enumerate(texts, 1)]
    return [phrase.words for phrase in recurring(sentences, stop_words(), names)]


def test_a_phrase_of_three_meetings_is_a_candidate_as_a_whole() -> None:
    texts = (
        "They praised the glacier monitoring network in the hills.",
        "A glacier monitoring network is needed.",
        "Funds for the glacier monitoring network were named.",
    )
    assert shared(*texts) == ["glacier monitoring network"]
    assert shared(*texts[:2]) == []


def test_two_sentences_of_one_meeting_count_once() -> None:
    sentences = [Sentence(n, 1, "en", "The wool exhibition was opened.") for n in range(5)]
    assert recurring(sentences, stop_words(), ()) == ()


def test_names_of_people_places_and_outlets_are_no_phrases() -> None:
    assert shared(*["The fair in Example Town was led by Dana Example."] * 3) == []
    assert shared(*["All the horses of the town."] * 3, names=("town", "horses")) == []


def test_words_that_every_report_uses_are_no_phrases() -> None:
    assert shared(*["The sides held a regular meeting of the foreign ministers."] * 3) == []
    assert shared(*["Стороны провели очередной раунд переговоров."] * 3, language="ru") == []


def test_phrases_are_found_in_russian_and_not_in_languages_that_are_not_read() -> None:
    assert shared(*["Говорили про верблюжье молоко."] * 3, language="ru") == ["верблюжье молоко"]
    assert shared(*["Sie sprachen über frische Kamelmilch."] * 3, language="other") == []


def test_a_phrase_opens_the_sentences_that_hold_it_and_no_sentence_with_a_topic(tmp_path: Path) -> None:
    stories = [held(year, Said("Guests tasted camel milk powder."), about("trade")) for year in (2019, 2020, 2021)]
    stories.append(held(2022, Said("They priced camel milk powder.", ("trade",)), Said("We drank camel milk powder.")))
    with reader(make(settings_in(tmp_path), stories)) as db:
        (found,) = [one for one in phrases(db, Filters()) if one.words == "camel milk powder"]
        behind = telling(db, found)
    assert (len(found.meetings), len(found.sentences)) == (4, 4)
    assert [str(row.sentence)[row.mark_start : row.mark_end].lower() for row in behind.itertuples()] == [
        "camel milk powder"
    ] * 4
    assert "They priced" not in " ".join(behind["sentence"])


def test_the_list_is_bounded_whatever_the_texts() -> None:
    texts = [" ".join(f"{chr(97 + n % 26)}{chr(97 + n // 26)}x wool" for n in range(300))] * 3
    found = recurring([Sentence(n, n, "en", text) for n, text in enumerate(texts)], stop_words(), ())
    assert isinstance(found[0], Phrase)
    assert len(found) <= 60
