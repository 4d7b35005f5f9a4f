"""Confidence means something: of findings stated so sure, about so many are right."""

from parley.accuracy.curve import curve, judged
from tests.golden.scorer import development_coding, scorer
from tests.shared import SHARED, needs_shared


@needs_shared
def test_of_findings_stated_at_nine_in_ten_at_least_17_in_20_are_right() -> None:
    reference = scorer().load(SHARED / "reference" / "dev-reference.jsonl")
    found = [one for one in judged(reference, development_coding()) if one.field != "strength"]
    sure = [one for one in found if one.stated >= 0.9]
    assert len(sure) > 300
    assert sum(one.is_right for one in sure) >= 0.85 * len(sure)


@needs_shared
def test_the_surer_parley_is_the_more_is_right() -> None:
    reference = scorer().load(SHARED / "reference" / "dev-reference.jsonl")
    shares = [one.right / one.count for one in curve(judged(reference, development_coding())) if one.count >= 50]
    assert shares == sorted(shares)
