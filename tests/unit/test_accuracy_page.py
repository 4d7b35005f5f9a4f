"""docs/accuracy.md tells the confidence that findings carry, and the counts behind it."""

from parley.codebook.confidence import FIELDS, check_below, confidence, kinds_read
from tests.home import HOME

PAGE = (HOME / "docs" / "accuracy.md").read_text("utf-8")


def test_every_kind_that_was_read_stands_on_the_page_with_its_counts_and_its_confidence() -> None:
    for field in FIELDS:
        for kind, counts in kinds_read(field).items():
            right, read = counts["releases"]
            row = f"| {field} | {kind} | {right} of {read} | {confidence(field, kind):.2f} |"
            assert not read or row in PAGE


def test_the_page_names_the_confidence_below_which_a_finding_is_to_be_checked() -> None:
    assert f"less sure than {check_below()} waits in the Inbox" in PAGE.replace("\n", " ")
