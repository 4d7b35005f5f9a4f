"""The codebook's topics: 52 of them, under ids that charts, links and corrections rely on."""

from collections import Counter

import pytest

from parley import codebook
from parley.codebook.topics import GROUPS, read_phrases
from parley.coding.automaton import alternatives
from parley.errors import CodebookError

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


def test_no_phrase_stands_under_two_topics_unless_marked() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for topic in codebook.load().topics:
        for phrase in topic.phrases:
            if phrase.weight in {"counts", "in context"}:
                for row in alternatives(phrase.pattern):
                    owners.setdefault((phrase.language, " ".join(row).casefold()), set()).add(topic.id)
    assert {phrase: topics for phrase, topics in owners.items() if len(topics) > 1} == {}


def test_braces_that_do_not_match_are_refused_by_their_line() -> None:
    with pytest.raises(CodebookError, match="grain"):
        list(read_phrases("{grain,wheat", "en"))


def test_every_topic_has_phrases_in_english_and_russian() -> None:
    for topic in codebook.load().topics:
        assert {"en", "ru"} <= {phrase.language for phrase in topic.phrases}, topic.id
