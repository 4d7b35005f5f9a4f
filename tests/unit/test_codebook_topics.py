"""The codebook's topics: 52 of them, under ids that charts, links and corrections rely on."""

from collections import Counter

from parley import codebook
from parley.codebook.topics import GROUPS

IDS = {
    "politics": "diplomatic-engagement sovereignty regional-geopolitics conflict multilateral regional-cooperation",
    "security": "counterterrorism law-enforcement narcotics nonproliferation defense border-security cybersecurity "
    "maritime-security",
    "economy": "trade investment trade-status sanctions transport infrastructure-finance critical-minerals digital "
    "finance agriculture labour-migration tourism",
    "energy and environment": "energy-security clean-energy nuclear-energy climate water-environment",
    "people and knowledge": "science-technology space education-exchange culture-sport health humanitarian "
    "development-aid consular memory",
    "governance and rights": "human-rights political-reform good-governance rule-of-law media-freedom civil-society "
    "human-trafficking gender religious-freedom refugees migration detainees",
}


def test_the_codebook_has_its_52_topics_in_their_six_groups() -> None:
    topics = codebook.load().topics
    assert len(topics) == 52
    for group, ids in IDS.items():
        assert {t.id for t in topics if t.group == group} == set(ids.split())
    assert list(dict.fromkeys(t.group for t in topics)) == list(GROUPS)


def test_no_two_topics_share_an_id_or_a_label() -> None:
    topics = codebook.load().topics
    assert max(Counter(t.id for t in topics).values()) == 1
    assert max(Counter(t.label for t in topics).values()) == 1


def test_three_topics_are_generic() -> None:
    generic = {t.id for t in codebook.load().topics if t.generic}
    assert generic == {"diplomatic-engagement", "multilateral", "regional-geopolitics"}
