"""One sentence of our own for each of the 52 topics in English and in Russian, in the codebook's settled words."""

import pytest

from parley import codebook
from parley.coding.scan import scan
from parley.coding.sentences import split_sentences
from parley.coding.topics import mentions_of
from parley.model import Language

ENGLISH = {
    "diplomatic-engagement": "The sides welcomed the opening of an embassy.",
    "sovereignty": "They reaffirmed the principles of the UN Charter.",
    "regional-geopolitics": "They assessed regional security threats.",
    "conflict": "The envoys reviewed regional conflicts.",
    "multilateral": "They praised work within the OSCE.",
    "regional-cooperation": "They stressed regional integration.",
    "counterterrorism": "They spoke of returning foreign fighters.",
    "law-enforcement": "They agreed on the extradition of suspects.",
    "narcotics": "They discussed synthetic drugs.",
    "nonproliferation": "They discussed missile proliferation.",
    "defense": "Both welcomed closer security cooperation.",
    "border-security": "They praised border management.",
    "cybersecurity": "They raised disinformation.",
    "maritime-security": "They stressed freedom of navigation.",
    "trade": "They agreed to simplify customs procedures.",
    "investment": "They discussed the business climate.",
    "trade-status": "They discussed permanent normal trade relations.",
    "sanctions": "They raised export controls.",
    "transport": "The sides spoke about regional connectivity.",
    "infrastructure-finance": "They praised Global Gateway.",
    "critical-minerals": "They discussed rare earths.",
    "digital": "They discussed artificial intelligence.",
    "finance": "They discussed debt.",
    "agriculture": "They discussed grain.",
    "labour-migration": "They raised labor rights.",
    "tourism": "They discussed tourism.",
    "energy-security": "They discussed gas pipelines.",
    "clean-energy": "They discussed hydrogen.",
    "nuclear-energy": "They discussed small modular reactors.",
    "climate": "They discussed methane.",
    "water-environment": "They discussed the Aral Sea.",
    "science-technology": "They discussed joint research.",
    "space": "They discussed satellites.",
    "education-exchange": "Ministers praised people-to-people ties.",
    "culture-sport": "They discussed cultural heritage.",
    "health": "They discussed biological safety.",
    "humanitarian": "They discussed demining.",
    "development-aid": "They discussed technical assistance.",
    "consular": "They discussed visas.",
    "human-rights": "They called for accountability for war crimes.",
    "political-reform": "They discussed elections.",
    "good-governance": "They agreed on the restitution of assets.",
    "rule-of-law": "They discussed judicial reform.",
    "media-freedom": "They raised press freedom.",
    "civil-society": "They discussed civic space.",
    "human-trafficking": "They discussed forced labor.",
    "gender": "They discussed women's empowerment.",
    "religious-freedom": "They discussed freedom of religion.",
    "refugees": "They discussed displaced persons.",
    "migration": "They discussed readmission.",
    "detainees": "They raised missing persons.",
    "memory": "They discussed Holocaust remembrance.",
}
RUSSIAN = {
    "diplomatic-engagement": "Стороны приветствовали открытие посольства.",
    "sovereignty": "Подтверждены принципы Устава ООН.",
    "regional-geopolitics": "Обсуждены угрозы региональной безопасности.",
    "conflict": "Обсуждены региональные конфликты.",
    "multilateral": "Отмечено сотрудничество в рамках ОБСЕ.",
    "regional-cooperation": "Стороны говорили о региональной интеграции.",
    "counterterrorism": "Обсуждена борьба с терроризмом.",
    "law-enforcement": "Обсуждено сотрудничество полиции.",
    "narcotics": "Обсуждён наркотрафик.",
    "nonproliferation": "Обсуждено нераспространение.",
    "defense": "Обсуждено военное сотрудничество.",
    "border-security": "Обсуждена охрана границы.",
    "cybersecurity": "Обсуждена кибербезопасность.",
    "maritime-security": "Обсуждена свобода судоходства.",
    "trade": "Рассмотрены таможенные процедуры и торговля.",
    "investment": "Обсуждены инвестиции.",
    "trade-status": "Обсуждено вступление в ВТО.",
    "sanctions": "Обсуждены санкции.",
    "transport": "Обсуждены транспортные коридоры.",
    "infrastructure-finance": "Обсуждены проекты Евразийского банка развития.",
    "critical-minerals": "Обсуждены редкоземельные металлы.",
    "digital": "Обсуждён искусственный интеллект.",
    "finance": "Обсуждены вопросы банковской сферы.",
    "agriculture": "Обсуждены поставки зерна.",
    "labour-migration": "Обсуждена трудовая миграция.",
    "tourism": "Обсуждён туризм.",
    "energy-security": "Обсуждены поставки газа и нефти.",
    "clean-energy": "Обсуждена возобновляемая энергетика.",
    "nuclear-energy": "Обсуждено строительство АЭС.",
    "climate": "Обсуждено изменение климата.",
    "water-environment": "Обсуждены водные ресурсы.",
    "science-technology": "Обсуждено научное сотрудничество.",
    "space": "Обсуждены космические проекты.",
    "education-exchange": "Обсуждены контакты между людьми.",
    "culture-sport": "Обсуждено сотрудничество в гуманитарной сфере.",
    "health": "Обсуждена биологическая безопасность.",
    "humanitarian": "Обсуждена гуманитарная помощь.",
    "development-aid": "Обсуждено техническое содействие.",
    "consular": "Обсуждены визы.",
    "human-rights": "Обсуждены права человека.",
    "political-reform": "Обсуждены конституционные реформы.",
    "good-governance": "Обсуждён возврат активов.",
    "rule-of-law": "Обсуждено верховенство права.",
    "media-freedom": "Обсуждена свобода слова.",
    "civil-society": "Обсуждена роль гражданского общества.",
    "human-trafficking": "Обсуждена торговля людьми.",
    "gender": "Обсуждены права женщин.",
    "religious-freedom": "Обсуждён межрелигиозный диалог.",
    "refugees": "Обсуждены беженцы.",
    "migration": "Обсуждена реадмиссия.",
    "detainees": "Обсуждён обмен пленными.",
    "memory": "Обсуждена подготовка ко Дню Победы.",
}


def topics_of(text: str, language: Language) -> set[str]:
    found = mentions_of(scan(split_sentences(text, language), language, codebook.load()))
    return {mention.topic for mention in found}


@pytest.mark.parametrize(("topic", "text"), ENGLISH.items())
def test_each_topic_is_found_in_english(topic: str, text: str) -> None:
    assert topics_of(text, "en") == {topic}


@pytest.mark.parametrize(("topic", "text"), RUSSIAN.items())
def test_each_topic_is_found_in_russian(topic: str, text: str) -> None:
    assert topic in topics_of(text, "ru")


def test_every_topic_of_the_codebook_has_its_sentence_in_both_languages() -> None:
    assert {topic.id for topic in codebook.load().topics} == ENGLISH.keys() == RUSSIAN.keys()
