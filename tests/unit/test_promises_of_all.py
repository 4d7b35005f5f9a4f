"""Promises of many sides, and promises that name no topic of the codebook."""

from parley import codebook, coding
from parley.model import Article, Commitment

BOOK = codebook.load()
STATE = "U.S. Department of State"
MET = "Secretary of State Jane Roe met today in Lima with Peruvian Foreign Minister Ivan Doe. "


def promises(text: str, title: str = "", source: str = STATE) -> list[Commitment]:
    article = Article(title, text, source=source, published_on="2022-03-11", language="en")
    return list(coding.code(article, BOOK).commitments)


def test_a_statement_issued_by_a_list_of_states_is_of_all_of_them() -> None:
    (made,) = promises(
        "Following is a joint statement issued by Chad, Mali, the Kingdom of Morocco, and the European Union. "
        "We are committed to providing humanitarian aid to the displaced people.",
        title="Joint Statement on the Drought",
    )
    assert (made.kind, made.actor) == ("pledges", "all")


def test_a_joint_statement_of_two_states_about_a_third_is_of_both() -> None:
    (made,) = promises(
        "The text of the following statement was released by Chad and Mali. We urge Niger to end the fighting.",
        title="Joint Statement on Niger",
    )
    assert (made.kind, made.actor) == ("urges", "both")


def test_sides_that_agree_outright_promise_whatever_it_is_about() -> None:
    (made,) = promises(MET + "The two ministers agreed to set up a working group.")
    assert (made.kind, made.actor, made.topics) == ("agreed", "both", ())


def test_a_bare_will_without_a_topic_is_no_promise() -> None:
    assert promises(MET + "They spoke of how both countries will work together.") == []


def test_a_speaker_quoted_at_length_promises_nothing_without_a_topic() -> None:
    assert promises(MET + "I am committed to what you and I have begun.") == []
    said = "Peru agreed to set up a working group."
    assert promises(MET + said, title="Remarks by Secretary Roe and Foreign Minister Doe of Peru") == []


def test_a_mutual_commitment_is_of_both_sides_whoever_is_named_beside_it() -> None:
    (made,) = promises(MET + "The mutual commitment to the Peruvian-American partnership was reaffirmed.")
    assert made.actor == "both"
