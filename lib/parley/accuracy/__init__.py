"""How right a coding is: rows of `parley code` against a reference coding of the same articles."""

from parley.accuracy.figures import Score, score

__all__ = ["Score", "score"]
