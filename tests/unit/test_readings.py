"""Strength, voice and commitments on sentences of our own."""

import pytest

from parley import codebook
from parley.coding import code
from parley.model import Article, Coding, Reading


def coded(text: str) -> Coding:
    return code(Article(title="", text=text), codebook.load())


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The sides discussed the importance of tourism.", "noted"),
        ("The sides praised progress in tourism.", "stressed"),
        ("The sides share a desire to widen tourism.", "wished"),
        ("The sides will expand tourism.", "intended"),
        ("The sides signed a memorandum on tourism.", "agreed"),
    ],
)
def test_the_verb_of_the_clause_gives_the_strength(text: str, strength: str) -> None:
    assert [reading.strength for reading in coded(text).readings] == [strength]


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The sides agreed to simplify visas.", "agreed", "both"),
        ("Estonia pledged to increase food aid.", "pledges", "EE"),
        ("The two sides plan to hold a trade forum.", "intends", "both"),
        ("The parties signed an agreement on tourism.", "signed", "both"),
        ("Norway urged all sides to end the war in Sudan.", "urges", "NO"),
    ],
)
def test_a_commitment_has_its_kind_and_actor(text: str, kind: str, actor: str) -> None:
    assert [(found.kind, found.actor) for found in coded(text).commitments] == [(kind, actor)]


def test_where_a_ministry_speaks_alone_a_promise_of_nobody_named_is_its_states() -> None:
    article = Article("A visa ban", "The new fund will support journalists.", source="U.S. Department of State")
    assert [one.actor for one in code(article, codebook.load()).commitments] == ["US"]


def test_praise_and_stress_are_no_commitment() -> None:
    assert not coded("The sides underscored the importance of trade and welcomed new flights.").commitments


@pytest.mark.parametrize(
    "text",
    [
        "The minister thanked Chad for its commitment to refugees.",
        "They voted by their own free will on the constitution.",
    ],
)
def test_thanks_and_the_noun_will_promise_nothing(text: str) -> None:
    assert not coded(text).commitments


def test_a_demand_to_keep_commitments_is_a_demand() -> None:
    (found,) = coded("Norway called on the parties to meet their commitments to human rights.").commitments
    assert found.kind == "urges"


def test_a_promise_carries_the_month_by_which_it_is_due() -> None:
    article = Article(title="", text="The sides agreed to hold trade talks in March.", published_on="2022-10-02")
    (found,) = code(article, codebook.load()).commitments
    assert found.due == "2023-03"


def reading(text: str, topic: str, source: str | None = None, title: str = "") -> Reading:
    """How a text of our own dealt with a topic."""
    coding = code(Article(title=title, text=text, source=source), codebook.load())
    return next(reading for reading in coding.readings if reading.topic == topic)


@pytest.mark.parametrize(
    ("text", "topic", "strength"),
    [
        ("Norway expressed appreciation for Chad's commitment to health.", "health", "stressed"),
        ("The sides discussed continued close cooperation on health.", "health", "noted"),
        ("They reviewed progress in fulfilling the shared commitment to health.", "health", "noted"),
        ("They agreed on the benefit of trade and looked forward to new flights.", "transport", "wished"),
        ("They agreed on the benefit of trade and looked forward to new flights.", "trade", "stressed"),
        ("They praised the clinics that Chad will open for public health.", "health", "stressed"),
        ("They praised a health forum Chad will host.", "health", "stressed"),
        ("They praised Chad as it continues to defend its territorial integrity.", "sovereignty", "stressed"),
        ("The minister noted his concern over trade.", "trade", "stressed"),
        ("The sides discussed their mutual commitment to cut emissions.", "climate", "agreed"),
        ("They agreed to further discuss visas.", "consular", "agreed"),
        ("They expressed continued support for the clinics and public health.", "health", "stressed"),
        ("Chad has been providing medicines for years.", "health", "done"),
        ("They agreed on steps against the threats posed by terrorism.", "counterterrorism", "agreed"),
    ],
)
def test_what_only_fills_in_a_verb_does_not_give_the_strength(text: str, topic: str, strength: str) -> None:
    assert reading(text, topic).strength == strength


MEETING = "Norwegian Foreign Minister Anna Berg met with Kazakh Foreign Minister Askar Omarov in Oslo on 3 May 2023. "


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Kazakh side stressed the value of trade.", "KZ"),
        ("The two sides discussed visas, and Kazakhstan shared plans to widen trade.", "KZ"),
        ("They said that Norway and Kazakhstan support trade.", "joint"),
        ("The ministers stressed the ties between Norway and Kazakhstan in trade.", "joint"),
    ],
)
def test_the_subject_of_the_clause_is_whose_voice_it_is(text: str, voice: str) -> None:
    assert reading(MEETING + text, "trade").by == voice


@pytest.mark.parametrize(
    ("text", "topic", "about"),
    [
        ("They discussed sanctions against Belarus in Oslo.", "sanctions", ("Belarus",)),
        ("They spoke of the war in Ukraine.", "conflict", ("Ukraine",)),
        ("They praised work within the OSCE.", "multilateral", ("OSCE",)),
        ("They discussed a settlement in Karabakh.", "conflict", ("Nagorno-Karabakh",)),
        ("New York hosted talks, where sanctions were discussed.", "sanctions", ()),
    ],
)
def test_a_topic_is_about_a_state_a_body_or_a_conflict_never_a_city(
    text: str, topic: str, about: tuple[str, ...]
) -> None:
    assert reading(text, topic).about == about


@pytest.mark.parametrize(
    ("text", "topic", "strength"),
    [
        ("Стороны высказались за развитие торговли.", "trade", "wished"),
        ("Будут поддерживаться контакты в сфере туризма.", "tourism", "intended"),
        ("Выражена признательность за помощь в эвакуации граждан.", "consular", "stressed"),
    ],
)
def test_russian_wording_has_its_strength(text: str, topic: str, strength: str) -> None:
    coding = code(Article(title="", text=text, language="ru"), codebook.load())
    assert [found.strength for found in coding.readings if found.topic == topic] == [strength]


def test_a_russian_sentence_does_not_lend_its_first_word() -> None:
    coding = code(Article(title="", text="Обсуждались санкции против Белоруссии.", language="ru"), codebook.load())
    assert [found.about for found in coding.readings if found.topic == "sanctions"] == [("Belarus",)]


def test_what_only_stands_so_belongs_to_no_meeting() -> None:
    text = MEETING + "They discussed trade. Norway is active in public health in the region."
    assert (reading(text, "trade").meeting, reading(text, "health").meeting) == (0, None)


def test_what_was_said_in_the_present_at_the_meeting_belongs_to_it() -> None:
    assert reading(MEETING + "I think that public health is a task for all.", "health").meeting == 0


@pytest.mark.parametrize(
    "text",
    [
        "Norway thanked Chad for the commitment to public health.",
        "They praised a health forum Chad will host.",
        "The parties had agreed to a ceasefire in Sudan.",
        "The sides discussed the demand for gas.",
        "The new pipeline will be a source of gas.",
    ],
)
def test_thanks_effects_and_earlier_deeds_promise_nothing(text: str) -> None:
    assert not coded(text).commitments


def test_the_programme_of_a_coming_visit_is_no_promise() -> None:
    text = "Foreign Minister Anna Berg of Norway will visit Kazakhstan on 9 May 2023. She will meet officials on trade."
    coding = code(Article(title="", text=text, published_on="2023-05-01"), codebook.load())
    assert not coding.commitments


def test_an_agreement_that_is_in_force_is_done() -> None:
    assert reading("The agreements on visas have entered into force.", "consular").strength == "done"
