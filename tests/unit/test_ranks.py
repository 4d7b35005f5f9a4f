"""The rank of an office, and whose outlet speaks for a government."""

import pytest

from parley.codebook.official import is_full_text, official_sides
from parley.codebook.ranks import rank_of


@pytest.mark.parametrize(
    ("office", "rank", "level"),
    [
        ("President of Kazakhstan", "Leader", "leaders"),
        ("Prime Minister", "Leader", "leaders"),
        ("President of the European Council", "Leader", "leaders"),
        ("President of the Senate", "Head of a body", "officials"),
        ("Adviser to the President", "Aide", "officials"),
        ("President's adviser on security", "Aide", "officials"),
        ("Deputy Prime Minister and Minister of Foreign Affairs", "Deputy leader", "ministers"),
        ("Minister of Foreign Affairs", "Minister", "ministers"),
        ("U.S. Secretary of State", "Minister", "ministers"),
        ("First Deputy Minister of Foreign Affairs", "Deputy minister", "officials"),
        ("Deputy Foreign Minister", "Deputy minister", "officials"),
        ("Deputy Secretary of State", "Deputy minister", "officials"),
        ("Under Secretary of State for Civilian Security", "Deputy minister", "officials"),
        ("Principal Deputy Assistant Secretary of State", "Assistant secretary", "officials"),
        ("Ambassador to Kazakhstan", "Ambassador", "officials"),
        ("Head of Delegation", "Official", "officials"),
        ("Президент США", "Leader", "leaders"),
        ("советник президента", "Aide", "officials"),
        ("министр иностранных дел", "Minister", "ministers"),
        ("первый заместитель министра иностранных дел", "Deputy minister", "officials"),
        ("Сыртқы істер министрі", "Minister", "ministers"),
        ("Сыртқы істер министрінің бірінші орынбасары", "Deputy minister", "officials"),
        ("Қазақстан Президенті", "Leader", "leaders"),
        ("АҚШ мемлекеттік хатшысының көмекшісі", "Assistant secretary", "officials"),
    ],
)
def test_an_office_has_a_rank_and_stands_for_a_level_of_talks(office: str, rank: str, level: str) -> None:
    assert (rank_of(office).name, rank_of(office).level) == (rank, level)


@pytest.mark.parametrize(
    ("source", "url", "sides"),
    [
        ("U.S. Department of State", None, ("US",)),
        ("Ministry of Foreign Affairs of Kazakhstan", None, ("KZ",)),
        ("Министерство иностранных дел Казахстана", None, ("KZ",)),
        (None, "https://www.state.gov/joint-statement", ("US",)),
        ("Example Wire", "https://www.state.gov/joint-statement", ()),
        ("The Astana Times", None, ()),
        ("Example Sun", "https://sun.org/a", ()),
        (None, "https://sun.org/a", ()),
        (None, None, ()),
        ("Government Weekly", None, ()),
    ],
)
def test_only_a_bodys_own_outlet_is_official(source: str | None, url: str | None, sides: tuple[str, ...]) -> None:
    assert official_sides(source, url) == sides


def test_a_report_of_three_paragraphs_is_no_full_text_however_long_they_are() -> None:
    assert not is_full_text("Joint statement", "", sentences=40, paragraphs=3)


def test_a_joint_statement_is_full_sooner_than_another_release() -> None:
    assert is_full_text("Joint Statement on the Dialogue", "", sentences=8, paragraphs=5)
    assert is_full_text("On the talks", "The sides adopted this joint statement.", sentences=8, paragraphs=5)
    assert not is_full_text("Readout of the talks", "", sentences=8, paragraphs=5)
    assert is_full_text("Readout of the talks", "", sentences=15, paragraphs=5)
