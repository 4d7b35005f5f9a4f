"""A state's own affairs are no topic between states."""

from parley import codebook
from parley.coding import code
from parley.model import Article

OURS = "The President met with the regional governor to discuss hospitals, schools and new railways."


def topics(text: str, source: str | None) -> set[str]:
    coding = code(Article(title="A working meeting", text=text, source=source), codebook.load())
    return {mention.topic for mention in coding.mentions}


def test_a_head_of_state_who_meets_his_own_governor_deals_with_no_topic() -> None:
    assert topics(OURS, "President of Russia, Events") == set()


def test_a_neighbour_who_is_named_makes_it_a_matter_between_states() -> None:
    assert "transport" in topics(OURS + " The railways lead to Kazakhstan.", "President of Russia, Events")


def test_a_foreign_ministry_speaks_of_relations_even_where_it_names_nobody() -> None:
    assert "transport" in topics(OURS, "U.S. Department of State")


def test_an_unknown_outlet_is_never_taken_for_one_of_a_state() -> None:
    assert "transport" in topics(OURS, None)


def test_a_neighbour_who_is_named_in_passing_does_not_make_a_whole_speech_foreign() -> None:
    text = " ".join([OURS] * 20) + " Later we sell wheat to Kazakhstan for trade."
    assert topics(text, "President of Russia, Events") == {"agriculture", "trade"}
