"""Sentences about one agreement are one promise, whoever tells of it; what else was promised stays apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from parley.codebook.alike import content_of
from parley.codebook.things import named_in
from parley.model import CommitmentKind, Filters
from parley.queries import evidence, units
from parley.queries.folding import Promise, fold
from parley.queries.pledges import pledges
from parley.queries.promises import at_meeting, chains, every_promise
from parley.store import Connection, reader
from tests import espd
from tests.copied import COPIED
from tests.desk import ESPD, MANY, Met, Said, Story, Told, make, settings_in, told

ROUND = Met("dialogue", ESPD[2], "2023-11-06", "Astana", "KZ", ESPD[0], ESPD[1], 5)
LATER = Met("dialogue", ESPD[2], "2024-11-20", "Washington", "US", ESPD[0], ESPD[1], 6)


def database(folder: Path, *articles: Told) -> Connection:
    return reader(make(settings_in(folder), articles))


def article(
    title: str, *said: tuple[str, str, CommitmentKind, str], met: Met = ROUND, source: str = "Example Wire"
) -> Told:
    """An article of one round, whose sentences promise: (words, topic, kind, actor)."""
    opening = Said(f"Envoys met on {met.start}, as {title} tells.")
    rest = (Said(text, (topic,), promise=(kind, actor)) for text, topic, kind, actor in said)
    return told(Story(title, (opening, *rest), (met,), source, met.start))


def folded(db: Connection) -> list[list[str]]:
    return [[one.sentence for one in promise.said] for promise in fold(pledges(db))]


GRAIN = "The sides agreed to open a joint grain terminal at the Caspian port."
GRAIN_ELSEWHERE = "It was agreed that a grain terminal will open at the port on the Caspian."
FLIGHTS = "They agreed to resume direct flights between the capitals."


def test_two_outlets_that_tell_of_one_agreement_tell_of_one_promise(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("One outlet", (GRAIN, "agriculture", "agreed", "both"), (FLIGHTS, "agriculture", "agreed", "both")),
        article("Another", (GRAIN_ELSEWHERE, "agriculture", "intends", "KZ"), source="Capital Post"),
    )
    assert folded(db) == [[GRAIN, GRAIN_ELSEWHERE], [FLIGHTS]]


def test_what_two_different_sides_promise_each_for_itself_is_no_one_promise(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("One outlet", (GRAIN, "agriculture", "agreed", "US")),
        article("Another", (GRAIN_ELSEWHERE, "agriculture", "agreed", "KZ"), source="Capital Post"),
    )
    assert len(folded(db)) == 2


def test_a_demand_and_a_promise_in_the_same_words_stay_apart(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("One outlet", (GRAIN, "agriculture", "agreed", "both")),
        article("Another", (GRAIN, "agriculture", "urges", "both"), source="Capital Post"),
    )
    assert len(folded(db)) == 2


def test_a_declaration_told_in_two_languages_is_one_signed_document(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("English", ("The ministers signed a declaration on water.", "water-environment", "signed", "both")),
        _in_russian(
            article("Russian", ("Министры подписали декларацию по воде.", "water-environment", "signed", "both"))
        ),
    )
    (document,) = fold(pledges(db))
    assert (document.family, len(document.said)) == ("signed", 2)


def _in_russian(story: Told) -> Told:
    return replace(story[0], language="ru", source="Пример-Информ"), story[1]


def test_two_articles_that_promise_the_next_round_promise_it_once_with_the_date_that_one_gives(tmp_path: Path) -> None:
    again = ("Both will meet again for a new round.", "trade", "intends", "both")
    other = article("Wire", again, met=espd.FIRST)
    db = database(tmp_path, _due(espd.ROUND_2022, "2023"), other)
    (promise,) = every_promise(db)
    assert (len(promise.said), promise.due_on) == (2, "2023")


def _due(story: Told, due: str) -> Told:
    coding = story[1]
    return story[0], replace(coding, commitments=tuple(replace(one, due=due) for one in coding.commitments))


def test_the_number_of_promises_is_that_of_the_units_it_opens_and_each_shows_all_its_sentences(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("One outlet", (GRAIN, "agriculture", "agreed", "both"), (FLIGHTS, "agriculture", "agreed", "both")),
        article("Another", (GRAIN_ELSEWHERE, "agriculture", "intends", "KZ"), source="Capital Post"),
    )
    listed = units.units(db, "promises", Filters())
    assert units.how_many(db, "promises", Filters()) == len(listed) == listed["unit"].nunique() == 2
    shown = evidence.evidence(db, "promises", Filters(), tuple(int(unit) for unit in listed["unit"]))
    assert sorted(shown["sentence"]) == sorted([GRAIN, GRAIN_ELSEWHERE, FLIGHTS])
    assert set(shown["unit"]) == set(listed["unit"])


def test_a_filter_by_outlet_leaves_the_promise_with_that_outlets_sentence(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("One outlet", (GRAIN, "agriculture", "agreed", "both")),
        article("Another", (GRAIN_ELSEWHERE, "agriculture", "intends", "KZ"), source="Capital Post"),
    )
    chosen = Filters(sources=("Capital Post",))
    (unit,) = units.units(db, "promises", chosen)["unit"]
    assert list(evidence.evidence(db, "promises", chosen, (int(unit),))["sentence"]) == [GRAIN_ELSEWHERE]


def test_copies_of_an_article_add_no_promise(tmp_path: Path) -> None:
    db = database(tmp_path, *COPIED)
    every = units.units(db, "promises", Filters())
    shown = evidence.evidence(db, "promises", Filters(), tuple(int(unit) for unit in every["unit"]))
    assert not shown["sentence"].duplicated().any()


AGAIN = "The delegations agreed once more to open a grain terminal at the Caspian port."


def test_the_same_promise_at_the_next_round_is_raised_again_with_both_wordings(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("First", (GRAIN, "agriculture", "agreed", "both"), (FLIGHTS, "transport", "agreed", "both")),
        article("Second", (AGAIN, "agriculture", "agreed", "both"), met=LATER),
    )
    made = every_promise(db)
    found = set(chains(made).values())
    assert [[one.first.sentence for one in chain] for chain in found] == [[GRAIN, AGAIN]]
    assert [one.first.met_on for one in next(iter(found))] == ["2023-11-06", "2024-11-20"]


def test_a_promise_of_another_dialogue_is_never_the_same_raised_again(tmp_path: Path) -> None:
    elsewhere = replace(LATER, series_id="us-uz-abc", series="Another dialogue", parties=("US", "UZ"), edition=None)
    db = database(
        tmp_path,
        article("First", (GRAIN, "agriculture", "agreed", "both")),
        article("Second", (AGAIN, "agriculture", "agreed", "both"), met=elsewhere),
    )
    assert chains(every_promise(db)) == {}


def test_a_round_that_keeps_the_promise_of_a_next_round_closes_it_and_carried_it_in(tmp_path: Path) -> None:
    db = database(tmp_path, _due(espd.ROUND_2022, "2023"), espd.STATEMENT_2023)
    (promise,) = every_promise(db)
    assert promise.kept is not None
    found = at_meeting(db, promise.kept.id)
    assert [one.id for one in found.carried] == [one.id for one in found.closed] == [promise.id]
    assert [one.id for one in at_meeting(db, promise.first.meeting or 0).made] == [promise.id]


def test_an_open_promise_is_carried_into_the_round_after_it_and_not_closed(tmp_path: Path) -> None:
    db = database(
        tmp_path,
        article("First", (GRAIN, "agriculture", "agreed", "both")),
        article("Second", (FLIGHTS, "transport", "agreed", "both"), met=LATER),
    )
    earlier, later = sorted(every_promise(db), key=lambda one: one.first.met)
    found = at_meeting(db, later.first.meeting or 0)
    assert (found.made, found.carried, found.closed) == ((later,), (earlier,), ())


@pytest.mark.parametrize(
    ("sentence", "cue", "names"),
    [
        ("They agreed to open a consulate in the port.", "agreed to", ("thing",)),
        ("They agreed to deepen trade within the agreement in force.", "agreed to", ()),
        ("Norland will provide 40 million dollars for clinics.", "will", ("amount",)),
        ("The C5+1 will deepen its ties.", "will", ()),
        ("They intend to hold the next round in the autumn.", "intend to", ("thing", "next step")),
        ("The commission will report by the end of the year.", "will", ("date",)),
        ("Both sides remain committed to the rule of law.", "remain committed", ()),
        ("The ministers signed a memorandum.", "", ("thing",)),
    ],
)
def test_a_promise_that_can_be_looked_for_names_a_thing_an_amount_a_time_or_a_next_step(
    sentence: str, cue: str, names: tuple[str, ...]
) -> None:
    assert named_in(sentence, cue, "en", has_date=False) == names


def test_a_date_that_was_found_counts_and_russian_and_kazakh_are_read() -> None:
    assert named_in("They will work on it.", "will", "en", has_date=True) == ("date",)
    assert named_in("Стороны договорились открыть консульство в порту.", "договорились", "ru", has_date=False) == (
        "thing",
    )
    assert named_in("Тараптар жаңа орталық ашуға келісті.", "", "kk", has_date=False) == ("thing",)


def test_every_sentence_of_the_desk_is_in_one_promise_and_in_one_alone(tmp_path: Path) -> None:
    db = database(tmp_path, *MANY)
    made: tuple[Promise, ...] = fold(pledges(db))
    members = [one.id for promise in made for one in promise.said]
    assert sorted(members) == sorted(one.id for one in pledges(db))


def test_a_word_in_a_long_name_of_an_organisation_still_tells_what_a_promise_is_about() -> None:
    found = content_of("Norway and the WHO agreed to open a health dialogue on trade.", "en")
    assert found == {"open", "healt", "dialo", "trade"}
