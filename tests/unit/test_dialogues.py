"""Rounds of a dialogue: what is new, raised again, firmer, softer or silent; how often, and when next."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from parley.model import Filters, Strength
from parley.queries.agenda import Cell, cells, of_dialogue, raised_at
from parley.queries.cadence import cadence, cadences
from parley.queries.dialogues import dialogue
from parley.queries.expected import expected
from parley.queries.folding import Promise
from parley.queries.promises import every_promise, promises_of_dialogues
from parley.queries.rounds import Head, Round, level_of, rounds
from parley.store import Connection, reader, writer
from tests import espd
from tests.copied import COPIED
from tests.desk import C5, DEPUTY, ENVOY, ESPD, MANY, MINISTER, Met, Said, Story, Told, make, settings_in, told


def database(folder: Path, articles: Iterable[Told]) -> Connection:
    return reader(make(settings_in(folder), articles))


def last_column(db: Connection, series: str = ESPD[0]) -> dict[str, Cell]:
    """The cells of the newest round by topic."""
    held = rounds(db, Filters())[series]
    found = cells(held, raised_at(db, of_dialogue(series, Filters())))
    return {cell.topic.id: cell for cell in found if cell.round.id == held[-1].id}


def states(db: Connection, series: str = ESPD[0]) -> dict[str, str]:
    return {topic: cell.state for topic, cell in last_column(db, series).items()}


def test_the_second_round_raises_four_topics_again_and_seven_are_new(tmp_path: Path) -> None:
    found = states(database(tmp_path, espd.STATEMENT))
    assert {topic for topic, state in found.items() if state == "same"} == set(espd.AGAIN)
    assert {topic for topic, state in found.items() if state == "new"} == set(espd.ENTIRELY_NEW)


def test_a_topic_left_out_of_a_full_official_text_was_not_mentioned(tmp_path: Path) -> None:
    assert states(database(tmp_path, espd.STATEMENT))["education-exchange"] == "silent"


def test_a_short_report_alone_never_says_that_a_topic_was_not_mentioned(tmp_path: Path) -> None:
    found = states(database(tmp_path, espd.PRESS))
    assert found["education-exchange"] == "unheard"
    assert "silent" not in found.values()


def test_a_step_from_stressed_to_wished_is_raised_again_without_a_verdict(tmp_path: Path) -> None:
    cell = last_column(database(tmp_path, espd.STATEMENT))["trade-status"]
    assert cell.state == "again"
    assert cell.raised is not None
    assert (cell.raised.voices, cell.raised.strength) == (("joint",), 2)


def two_rounds(then: Strength, now: Strength, *, source: str, first_source: str = "Example Wire") -> list[Told]:
    """Two rounds on trade; each as a wire's line or as a full text on the ministry's page."""
    long = tuple(Said(f"Point {n} of the account.\n\n") for n in range(16))
    return [
        told(
            Story(
                f"Round in {met.start}",
                (Said(f"Trade was the subject of {met.start}.", ("trade",), strength), *long),
                (met,),
                outlet,
                met.start,
            )
        )
        for met, strength, outlet in ((espd.FIRST, then, first_source), (espd.SECOND, now, source))
    ]


MINISTRY = "Ministry of Foreign Affairs of Kazakhstan"


@pytest.mark.parametrize(
    ("then", "now", "first_source", "source", "state"),
    [
        ("noted", "agreed", "Example Wire", "Example Wire", "firmer"),
        ("noted", "agreed", MINISTRY, MINISTRY, "firmer"),
        ("noted", "agreed", "Example Wire", MINISTRY, "again"),
        ("agreed", "noted", MINISTRY, MINISTRY, "softer"),
        ("agreed", "noted", "Example Wire", MINISTRY, "softer"),
        ("agreed", "noted", MINISTRY, "Example Wire", "again"),
        ("wished", "intended", MINISTRY, MINISTRY, "again"),
        ("wished", "wished", MINISTRY, MINISTRY, "same"),
    ],
)
def test_a_verdict_is_given_only_where_the_texts_bear_it(
    tmp_path: Path, then: Strength, now: Strength, first_source: str, source: str, state: str
) -> None:
    db = database(tmp_path, two_rounds(then, now, source=source, first_source=first_source))
    assert states(db) == {"trade": state}


def test_outlets_that_differ_on_the_wording_leave_the_verdict_open(tmp_path: Path) -> None:
    other = told(
        Story("Another view", (Said("Trade was agreed.", ("trade",), "done"),), (espd.SECOND,), "Capital Post")
    )
    assert states(database(tmp_path, [*two_rounds("agreed", "noted", source=MINISTRY), other])) == {"trade": "again"}


def test_the_first_round_held_has_nothing_to_compare_with(tmp_path: Path) -> None:
    assert set(states(database(tmp_path, [espd.STATEMENT_2023])).values()) == {"raised"}


def test_a_round_of_which_no_topic_is_held_is_none_to_compare_with(tmp_path: Path) -> None:
    silent = told(Story("They met", (Said("Envoys met on 5 December 2022."),), (espd.FIRST,)))
    assert set(states(database(tmp_path, [silent, espd.STATEMENT_2023])).values()) == {"raised"}


def test_leaders_are_compared_with_leaders_and_ministers_with_ministers(tmp_path: Path) -> None:
    def met(kind: str, day: str, topic: str) -> Told:
        words = Said(f"They spoke of {topic} on {day}.", (topic,))
        return told(Story(f"Talks of {day}", (words,), (Met(kind, C5[2], day, None, None, *C5[:2]),)))  # type: ignore[arg-type]

    articles = [
        met("summit", "2023-09-19", "trade"),
        met("ministerial", "2024-09-27", "health"),
        met("summit", "2025-11-06", "space"),
    ]
    found = last_column(database(tmp_path, articles), C5[0])
    assert {topic: cell.state for topic, cell in found.items()} == {"space": "new", "trade": "unheard"}
    assert {cell.before.start_on for cell in found.values() if cell.before} == {"2023-09-19"}


def test_a_round_without_a_date_stands_last_and_is_compared_with_nothing(tmp_path: Path) -> None:
    undated = told(Story("Some round", (Said("Trade came up.", ("trade",)),), (replace(espd.FIRST, start=None),)))
    db = database(tmp_path, [undated, espd.STATEMENT_2023])
    held = rounds(db, Filters())[ESPD[0]]
    assert [one.start_on for one in held] == ["2023-11-06", None]
    assert last_column(db)["trade"].state == "raised"


def test_copies_of_a_report_do_not_make_more_sentences_or_articles(tmp_path: Path) -> None:
    db = database(tmp_path, COPIED)
    (one,) = rounds(db, Filters())[ESPD[0]]
    assert len(one.articles) == 2
    assert set(one.outlets) == {"Example Herald", "EU Wire", "Capital Post", "Steppe Times"}
    raised = {topic.id: found.sentences for (_, topic), found in raised_at(db, of_dialogue(ESPD[0], Filters())).items()}
    assert raised["transport"] == 2


def test_the_sources_filter_decides_what_is_compared(tmp_path: Path) -> None:
    db = database(tmp_path, espd.STATEMENT)
    wire = Filters(sources=("Example Wire",))
    assert {
        cell.round.start_on for cell in cells(rounds(db, wire)[ESPD[0]], raised_at(db, of_dialogue(ESPD[0], wire)))
    } == {"2022-12-05"}


def test_two_outlets_that_give_different_days_tell_of_one_round_with_both(tmp_path: Path) -> None:
    held = rounds(database(tmp_path, [*espd.STATEMENT, espd.OTHER_DAY]), Filters())[ESPD[0]]
    assert [one.start_on for one in held] == ["2022-12-05", "2023-11-06"]
    assert held[1].dates == (("2023-11-09", ("Capital Post",)),)
    assert len(held[1].articles) == 2


def test_a_round_knows_its_heads_with_office_and_rank_and_whether_its_full_text_is_held(tmp_path: Path) -> None:
    first, second = rounds(database(tmp_path, espd.STATEMENT), Filters())[ESPD[0]]
    assert [(head.side, head.name, head.rank and head.rank.name) for head in second.heads] == [
        ("KZ", DEPUTY[0], "Deputy minister"),
        ("US", ENVOY[0], "Assistant secretary"),
    ]
    assert (len(first.full_texts), len(second.full_texts)) == (0, 1)


def test_a_copy_is_not_counted_but_makes_the_text_official_where_a_ministry_published_it(tmp_path: Path) -> None:
    article, coding = espd.STATEMENT_2023
    on_a_wire = replace(article, source="Example Wire", url=None)
    (one,) = rounds(database(tmp_path, [(on_a_wire, coding), (article, coding)]), Filters())[ESPD[0]]
    assert (len(one.articles), len(one.full_texts)) == (1, 1)
    assert one.outlets == ("Example Wire", MINISTRY)


def head(side: str, rank: str) -> Head:
    from parley.codebook.ranks import rank_of

    return Head(side, "Someone", rank, rank_of(rank))


@pytest.mark.parametrize(
    ("kind", "levels", "offices", "level"),
    [
        ("summit", (), (), "leaders"),
        ("ministerial", ("officials",), (), "ministers"),
        ("dialogue", ("officials",), ("Foreign Minister",), "officials"),
        ("dialogue", (), ("Foreign Minister", "Secretary of State"), "ministers"),
        ("dialogue", (), ("Foreign Minister", "Assistant Secretary of State"), "officials"),
        ("dialogue", (), (), None),
    ],
)
def test_the_level_of_a_round(kind: str, levels: tuple[str, ...], offices: tuple[str, ...], level: str | None) -> None:
    assert level_of(kind, levels, tuple(head(str(n), office) for n, office in enumerate(offices))) == level


def held_on(*days: str | None, editions: tuple[int, ...] = ()) -> tuple[Round, ...]:
    """Rounds of these dates and numbers, with nothing else known."""
    return tuple(
        Round(n, "s", None, n, day, None, None, None, editions[n] if editions else None, None, (), (), (), (), (), ())
        for n, day in enumerate(days)
    )


@pytest.mark.parametrize(
    ("days", "months", "is_regular", "next_on"),
    [
        (("2020-01-10", "2021-01-12", "2022-01-08", "2023-01-15"), 12, True, "2024-01"),
        (("2020-01-10", "2020-07-10", "2021-01-10"), 6, True, "2021-07"),
        (("2015-01-10", "2015-02-10", "2018-01-10", "2018-03-10", "2023-01-10"), 18, False, None),
        (("2022-01-10", "2023-01-10"), 12, False, None),
        (("2022-01-10",), None, False, None),
        (("2022", None), None, False, None),
        ((), None, False, None),
    ],
)
def test_the_cadence_is_the_median_interval_between_dated_rounds(
    days: tuple[str | None, ...], months: float | None, is_regular: bool, next_on: str | None
) -> None:
    found = cadence(held_on(*days), None)
    assert (found.months and round(found.months), found.is_regular, found.next_on) == (months, is_regular, next_on)


def test_rounds_that_are_not_held_here_count_by_their_numbers() -> None:
    found = cadence(held_on("2011-06-10", "2015-06-10", "2019-06-10", editions=(1, 3, 5)), None)
    assert found.months is not None
    assert round(found.months) == 24


def test_each_level_has_a_cadence_of_its_own(tmp_path: Path) -> None:
    found = cadences(rounds(database(tmp_path, MANY), Filters())[C5[0]])
    assert [(one.level, len(one.rounds)) for one in found] == [("ministers", 4), ("leaders", 1)]


def test_the_promise_of_a_next_round_in_2023_was_kept_on_6_november_2023(tmp_path: Path) -> None:
    articles = [_with_due(espd.ROUND_2022, "2023"), espd.STATEMENT_2023]
    db = database(tmp_path, articles)
    (promise,) = promised(db)[ESPD[0]]
    assert promise.kept is not None
    assert promise.kept.start_on == "2023-11-06"
    assert not promise.is_open


def test_the_same_promise_stays_open_while_no_round_follows_and_says_when_the_next_is_due(tmp_path: Path) -> None:
    db = database(tmp_path, [_with_due(espd.ROUND_2022, "2023")])
    held = rounds(db, Filters())
    made = promised(db)
    assert [one.is_open for one in made[ESPD[0]]] == [True]
    found = expected(db, held, made)[ESPD[0]]
    assert (found.on, found.basis, found.sentence) == ("2023", "promised", espd.NEXT.text)


def promised(db: Connection) -> dict[str, tuple[Promise, ...]]:
    return promises_of_dialogues(db, Filters(), every_promise(db))


def _with_due(article: Told, due: str) -> Told:
    coding = article[1]
    return article[0], replace(coding, commitments=tuple(replace(one, due=due) for one in coding.commitments))


def test_an_announced_round_comes_before_the_cadence_with_its_sentence(tmp_path: Path) -> None:
    db = database(tmp_path, MANY)
    held = rounds(db, Filters())
    found = expected(db, held, promised(db))
    assert (found[ESPD[0]].on, found[ESPD[0]].place, found[ESPD[0]].basis) == ("2025", "Astana", "planned")
    assert found[ESPD[0]].sentence == "The seventh round in Astana in 2025 will take up space."
    assert found[ESPD[0]].told_on == "2024-06-03"
    assert (found["eu-kz-cooperation-council"].basis, found["eu-kz-cooperation-council"].on) == ("cadence", "2026-08")


def test_an_announcement_that_a_round_has_overtaken_is_no_longer_expected(tmp_path: Path) -> None:
    later = told(
        Story(
            "The seventh round",
            (Said("They met in May 2025."),),
            (replace(espd.SECOND, start="2025-05-20", edition=None),),
        )
    )
    db = database(tmp_path, [*MANY, later])
    held = rounds(db, Filters())
    assert expected(db, held, {})[ESPD[0]].basis == "cadence"


def test_of_one_round_without_a_word_on_the_next_nothing_is_expected(tmp_path: Path) -> None:
    db = database(tmp_path, [espd.STATEMENT_2023])
    assert expected(db, rounds(db, Filters()), {}) == {}


def test_the_filters_narrow_the_rounds_of_the_list_and_topics_not_those_of_a_page(tmp_path: Path) -> None:
    db = database(tmp_path, MANY)
    assert len(rounds(db, Filters(last_rounds=2))[ESPD[0]]) == 2
    assert len(rounds(db, Filters(topics=("climate",)))[ESPD[0]]) == 2
    one = dialogue(db, ESPD[0], Filters(topics=("climate",)), "local")
    assert one is not None
    assert (len(one.rounds), len(one.promises)) == (6, 1)
    assert set(rounds(db, Filters(people=(MINISTER[0].casefold().replace(" ", "-"),)))) == {"c5+1", "us-uz-abc"}


def test_where_parley_is_not_sure_of_a_strength_there_is_no_verdict(tmp_path: Path) -> None:
    settings = make(settings_in(tmp_path), two_rounds("noted", "agreed", source="Example Wire"))
    assert states(reader(settings)) == {"trade": "firmer"}
    with closing(writer(settings)) as db, db:
        db.execute("UPDATE mentions SET strength_confidence = 0.5 WHERE strength = 4")
    assert states(reader(settings)) == {"trade": "again"}


def test_a_topic_raised_at_an_earlier_round_and_not_at_the_one_before_is_back_and_not_new(tmp_path: Path) -> None:
    def met(day: str, *topics: str) -> Told:
        sentences = tuple(Said(f"They spoke of {topic} on {day}.", (topic,)) for topic in topics)
        return told(Story(f"Talks of {day}", sentences, (Met("summit", C5[2], day, None, None, *C5[:2]),)))

    articles = [met("2022-09-19", "trade"), met("2023-09-19", "health"), met("2024-09-19", "trade", "space")]
    found = states(database(tmp_path, articles), C5[0])
    assert found == {"trade": "back", "space": "new", "health": "unheard"}
