"""Parley tells a desk what governments said to each other, each finding with the sentence that proves it."""

__version__ = "0.1.0"
