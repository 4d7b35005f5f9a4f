"""Commitments of an article against the reference's, sentence by sentence."""

from collections.abc import Mapping
from typing import Any

from parley.accuracy.likeness import pair_up, quote, same_sentence
from parley.accuracy.tally import Tally

Row = Mapping[str, Any]


def likeness(wanted: Row, found: Row) -> float:
    """1 for the same sentence, 0 for two."""
    return float(same_sentence(wanted["sentence"], found["sentence"]))


def score_promises(tally: Tally, want: Row, got: Row) -> None:
    """Count an article's commitments, less the sentences on which the reference's own readers differed."""
    wanted, found = want["commitments"], got["commitments"]
    pairs = pair_up(wanted, found, likeness)
    right = {j for _, j in pairs}
    optional = want.get("optional", {}).get("commitments", ())
    extra = [one for j, one in enumerate(found) if j not in right]
    spared = sum(any(same_sentence(one["sentence"], other) for other in optional) for one in extra)
    tally.kinds["commitments"].add(len(pairs), len(found) - spared, len(wanted))
    for i, j in pairs:
        _score_fields(tally, wanted[i], found[j])


def _score_fields(tally: Tally, want: Row, got: Row) -> None:
    told = quote(want["sentence"])[:60]
    for name in ("kind", "actor"):
        right = want[name] == got.get(name)
        tally.share(f"commitments.{name}", right, f"{got.get(name)} for {want[name]}: {told}")
    if want.get("due"):
        tally.share("commitments.due", want["due"] == got.get("due"), f"{got.get('due')} for {want['due']}")
