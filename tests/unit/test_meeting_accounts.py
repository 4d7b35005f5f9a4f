"""Who says what of one meeting: what is a disagreement between articles, and what is not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from parley.model import Filters, Language
from parley.queries import accounts, meeting, timeline
from parley.queries.accounts import Field, Person, Telling, Topics
from parley.queries.agenda import earlier
from parley.queries.offices import office_note
from parley.queries.rounds import rounds
from parley.store import reader
from parley.ui.meeting import accounts as screen
from parley.ui.meeting import coverage, disputed
from tests.copied import COPIED
from tests.desk import C5, ENVOY, ESPD, MANY, ONE, Met, Said, Story, Told, make, settings_in, told


def said(value: Any, language: Language = "en") -> Telling:
    return Telling("Example Herald", "2023-11-07", language, value)


DATES = [
    (("2023-11-06", None), ("2023-11-06", None), "agrees"),
    (("2023-09-22", None), ("2023-09-19", None), "differs"),
    (("2023-11", None), ("2023-11-06", None), "less exact"),
    (("2023", None), ("2023-11-06", None), "less exact"),
    (("2023-11-06", None), ("2023-11", None), "agrees"),
    (("2023-12", None), ("2023-11-06", None), "differs"),
    (("2020-12-10", None), ("2020-12-08", "2020-12-10"), "part of the days"),
    (("2020-12-08", "2020-12-10"), ("2020-12-10", None), "agrees"),
    (("2020-12-08", "2020-12-10"), ("2020-12-09", "2020-12-11"), "differs"),
]


@pytest.mark.parametrize(("one", "other", "note"), DATES)
def test_a_wider_date_that_holds_the_other_is_less_exact_and_no_disagreement(
    one: tuple[str, str | None], other: tuple[str, str | None], note: str
) -> None:
    assert accounts.dates_note(said(one), said(other)) == note


PLACES = [
    (("Astana", "KZ"), ("astana", "KZ"), "agrees"),
    (("Astana", "KZ"), ("Almaty", "KZ"), "differs"),
    ((None, "KZ"), ("Astana", "KZ"), "less exact"),
    (("Astana", "KZ"), (None, "KZ"), "agrees"),
    ((None, "UZ"), ("Astana", "KZ"), "differs"),
]


@pytest.mark.parametrize(("one", "other", "note"), PLACES)
def test_a_country_without_its_city_is_less_exact_and_another_city_differs(
    one: tuple[str | None, str], other: tuple[str | None, str], note: str
) -> None:
    assert accounts.places_note(said(one), said(other)) == note


def test_another_round_differs_even_where_one_was_inferred() -> None:
    assert accounts.rounds_note(said((5, "stated")), said((6, "inferred"))) == "differs"
    assert accounts.rounds_note(said((5, "inferred")), said((5, "stated"))) == "agrees"


def test_an_article_that_names_fewer_sides_leaves_some_out_and_other_sides_differ() -> None:
    assert accounts.sides_note(said(("KZ", "US")), said(("KZ", "US", "UZ"))) == "leaves out"
    assert accounts.sides_note(said(("KZ", "US", "UZ")), said(("KZ", "US"))) == "agrees"
    assert accounts.sides_note(said(("KZ", "US")), said(("KZ", "UZ"))) == "differs"


def test_one_dialogue_under_two_names_is_told_as_spellings() -> None:
    one, other = said(("us-kz-espd", "U.S.–Kazakhstan Dialogue")), said(("us-kz-espd", "Kazakhstan–U.S. Dialogue"))
    assert accounts.dialogue_note(one, other) == "spelled differently"
    assert accounts.dialogue_note(one, said(("c5+1", "C5+1"))) == "differs"


OFFICES = [
    ("Foreign Minister of Spain", "Spanish Foreign Minister", "ES", "en", "agrees"),
    ("U.S. Secretary of State", "Secretary of State of the United States", "US", "en", "agrees"),
    ("Foreign Minister", "Minister of Foreign Affairs", "KZ", "en", "agrees"),
    ("Deputy Foreign Minister", "Deputy Foreign Minister of Kazakhstan", "KZ", "en", "agrees"),
    ("Assistant Secretary of State", "Assistant Secretary of State for Asian Affairs", "US", "en", "less exact"),
    ("Assistant Secretary of State for Asian Affairs", "Assistant Secretary of State", "US", "en", "agrees"),
    ("Deputy Foreign Minister", "Foreign Minister", "KZ", "en", "differs"),
    ("Foreign Minister", "Deputy Foreign Minister", "KZ", "en", "differs"),
    ("Minister of Energy", "Minister of Health", "KZ", "en", "differs"),
    ("первый заместитель министра", "заместитель министра", "KZ", "ru", "differs"),
    ("министр иностранных дел Казахстана", "министр иностранных дел", "KZ", "ru", "agrees"),
]


@pytest.mark.parametrize(("one", "other", "party", "language", "note"), OFFICES)
def test_an_office_is_compared_by_its_rank_and_field_without_the_name_of_its_own_side(
    one: str, other: str, party: str, language: Language, note: str
) -> None:
    assert office_note(one, other, party, language) == note


def test_scripts_and_spellings_of_one_person_are_no_disagreement() -> None:
    latin = said(Person("Ermek Ulgi", "Deputy Minister", "KZ", True))
    cyrillic = said(Person("Ермек Улги", "министр", "KZ", True), "ru")
    assert accounts.person_note(latin, cyrillic) == "spelled differently"
    assert accounts.person_note(latin, said(Person("ERMEK ULGI", None, None, True))) == "agrees"


def test_a_person_put_on_two_sides_is_a_disagreement() -> None:
    one, other = (said(Person("Dana Example", None, party, True)) for party in ("US", "KZ"))
    assert accounts.person_note(one, other) == "differs"


def test_silence_is_told_as_such_and_never_as_a_disagreement() -> None:
    field = accounts.compared("place", "Place", [said(("Astana", "KZ")), said(None)], accounts.places_note)
    assert field is not None
    assert (field.verdict, len(field.silent)) == ("told by some", 1)
    assert accounts.compared("place", "Place", [said(None), said(None)], accounts.places_note) is None


def fields_of(tmp_path: Path, articles: Sequence[Told], number: int) -> dict[str, Field]:
    db = reader(make(settings_in(tmp_path), articles))
    told_of = accounts.reports(db, number)
    found = accounts.fields(told_of, meeting.people(db, number), meeting.agenda(db, number))
    return {field.name: field for field in found}


def test_two_outlets_with_different_days_of_one_summit_are_a_disagreement_that_comes_first(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path / "a"), MANY))
    summit = db.execute("SELECT id FROM meetings WHERE kind = 'summit'").fetchone()[0]
    fields = fields_of(tmp_path / "b", MANY, summit)
    assert next(iter(fields)) == "Date"
    assert fields["Date"].verdict == "differs"
    assert {t.outlet: (t.value[0], t.sentence) for t in fields["Date"].tellings} == {
        "Example Herald": (
            "2023-09-19",
            "The leaders of the C5+1 met for the first time on 19 September 2023 in New York.",
        ),
        "Capital Post": (
            "2023-09-22",
            "On 22 September the presidents held the first C5+1 summit in New York.",
        ),
    }
    assert fields["Place"].verdict == "agrees"
    left = {t.outlet: t.value for t in fields["Topics"].tellings}
    assert left["Capital Post"] == Topics(("Climate change",), ("Border security", "Critical minerals and mining"))


def report(title: str, outlet: str, met: Met, day: str) -> Told:
    return told(Story(title, (Said(f"{title}: they met."),), (met,), outlet, day))


ROUND = Met("dialogue", ESPD[2], "2023-11-06", "Astana", "KZ", ESPD[0], ESPD[1], 5, people=(ENVOY,))


def test_a_day_of_publication_that_stands_for_a_missing_date_is_no_disagreement(tmp_path: Path) -> None:
    bare = Met("dialogue", ESPD[2], "2023-11-08", "Astana", "KZ", ESPD[0], ESPD[1], 5, dated=False)
    articles = [report("Round", "Herald", ROUND, "2023-11-07"), report("Talks", "Post", bare, "2023-11-08")]
    date = fields_of(tmp_path, articles, 1)["Date"]
    assert date.verdict != "differs"
    assert [t.note for t in date.tellings] == ["agrees", "no date in its text"]


def test_what_was_announced_before_is_no_disagreement_with_what_was_held(tmp_path: Path) -> None:
    plan = Met("dialogue", ESPD[2], "2023-10-30", "Almaty", "KZ", ESPD[0], ESPD[1], 5, status="planned")
    articles = [report("Plan", "Herald", plan, "2023-09-01"), report("Round", "Post", ROUND, "2023-11-07")]
    fields = fields_of(tmp_path, articles, 1)
    assert {t.outlet: t.note for t in fields["Date"].tellings} == {"Herald": "announced before", "Post": "agrees"}
    assert {fields[name].verdict for name in ("Date", "Place", "Round")} == {"told by some"}


def test_a_person_whom_one_outlet_leaves_out_is_told_by_some(tmp_path: Path) -> None:
    without = Met("dialogue", ESPD[2], "2023-11-06", "Astana", "KZ", ESPD[0], ESPD[1], 5)
    articles = [report("Round", "Herald", ROUND, "2023-11-07"), report("Talks", "Post", without, "2023-11-07")]
    person = fields_of(tmp_path, articles, 1)["Dana Example"]
    assert person.verdict == "told by some"
    assert [t.outlet for t in person.silent] == ["Post"]


def test_a_meeting_of_one_article_has_the_sides_and_heads_of_that_article(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), ONE))
    seats = meeting.seats(meeting.people(db, 1))
    assert [(seat.name, seat.office, seat.party, seat.is_present) for seat in seats] == [
        ("Dana Example", "Assistant Secretary of State", "US", True),
        ("Ermek Ulgi", "Deputy Foreign Minister", "KZ", True),
        ("Madina Bastyk", "President", "KZ", False),
    ]
    topics = {topic.topic: topic for topic in meeting.topics_told(meeting.agenda(db, 1))}
    assert (topics["sanctions"].strength, topics["sanctions"].by, topics["sanctions"].sentences) == (1, "KZ", 1)


def test_a_copy_is_folded_into_what_it_repeats_and_says_nothing_of_its_own(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), COPIED))
    told_of = accounts.reports(db, 1)
    titles = {row["article_id"]: row["article"] for row in told_of}
    assert {titles[row["article_id"]] for row in accounts.originals(told_of)} == {
        "Sixth round opens night crossings",
        "Smiles in Washington",
    }
    topics = {topic.topic: topic for topic in meeting.topics_told(meeting.agenda(db, 1))}
    assert topics["transport"].sentences == 2
    assert topics["transport"].outlets == (("Example Herald", 4), ("Capital Post", 0))
    found = meeting.head(db, 1)
    assert found is not None
    assert (int(found.row["articles"]), found.copies) == (2, 3)
    assert [(row["article"], row["source"]) for row in meeting.same_texts(db, 1)] == [
        ("From the wire: night crossings", "EU Wire")
    ]


def test_an_outlet_leaves_out_nothing_that_it_told_by_a_copy(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), COPIED))
    outlets = coverage.tellers(accounts.reports(db, 1), meeting.same_texts(db, 1))
    told_of = {label: counts for label, *counts in coverage.coverage(meeting.agenda_with_copies(db, 1), outlets)}
    assert list(outlets) == ["Example Herald", "Capital Post"]
    assert told_of["Trade"] == [1, 1]  # Capital Post has no word on it of its own, and reworded the Herald's
    assert told_of["Transport and connectivity"] == [1, 2]


def test_a_meeting_has_the_same_topics_and_counts_wherever_it_opens(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), COPIED))
    facts = timeline.meeting_facts(db, 1)
    assert facts is not None
    told_of = meeting.topics_told(meeting.agenda(db, 1))
    assert dict(facts.topics) == {topic.label: topic.sentences for topic in told_of}


def test_the_neighbours_of_a_round_are_of_its_own_level(tmp_path: Path) -> None:
    db = reader(make(settings_in(tmp_path), MANY))
    summit = db.execute("SELECT id FROM meetings WHERE kind = 'summit'").fetchone()[0]
    found = meeting.head(db, summit)
    assert found is not None
    assert (found.sides, found.outlets, found.before, found.after) == (C5[2], 2, None, None)
    assert meeting.head(db, 10**6) is None


def at_level(day: str, office: str) -> Told:
    people = (("Aru Example", office, "KZ"), ("Bek Sample", office, "US"))
    words = Said(f"{office}s met on {day} and spoke of trade.", ("trade",))
    return told(Story(f"Talks of {day}", (words,), (Met("dialogue", C5[2], day, None, None, *C5[:2], people=people),)))


def test_the_round_before_is_the_one_that_the_page_of_the_dialogue_compares_with(tmp_path: Path) -> None:
    days = [at_level("2021-04-23", "Foreign Minister"), at_level("2022-03-01", "President")]
    db = reader(make(settings_in(tmp_path), [*days, at_level("2023-02-28", "Foreign Minister")]))
    held = rounds(db, Filters())[C5[0]]
    assert [one.level for one in held] == ["ministers", "leaders", "ministers"]
    for one in held:
        found = meeting.head(db, one.id)
        assert found is not None
        before = [found.before["meeting_id"]] if found.before else []
        assert before == [other.id for other in earlier(one, held)[:1]]


def test_where_most_outlets_agree_only_the_odd_one_out_differs() -> None:
    days = {"A": "2023-09-19", "B": "2023-09-19", "C": "2023-09-19", "Gazette": "2023-09-22"}
    tellings = [Telling(outlet, None, "en", (day, None)) for outlet, day in days.items()]
    field = accounts.compared("date", "Date", tellings, accounts.dates_note)
    assert field is not None
    notes = {row[0]: row[2] for row in screen._rows(field, "")}
    agrees = "agrees with 2 others"
    assert notes == {"**A**": agrees, "**B**": agrees, "**C**": agrees, "**Gazette**": "**differs**"}
    said = "Outlets differ on the date: 19 September 2023 (3 outlets), 22 September 2023 (Gazette)."
    assert disputed.line(field, "") == said
