"""The suite: unit, golden, pages, browser."""
