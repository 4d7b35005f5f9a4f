"""Our own scorer gives the figures of the reference's own."""

from parley.accuracy import score
from tests.golden.scorer import development_coding, scorer
from tests.shared import SHARED, needs_shared


@needs_shared
def test_both_scorers_agree_on_every_figure_of_the_development_articles() -> None:
    theirs = scorer()
    reference = theirs.load(SHARED / "reference" / "dev-reference.jsonl")
    coded = development_coding()
    assert score(reference, coded).figures == dict(theirs.score(reference, coded))
