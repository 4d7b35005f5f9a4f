"""How a meeting stands to its articles, in words: reported, referred to, planned, cancelled."""

from collections.abc import Mapping

from parley.ui.words import counted

NAMES = {
    "reported": "Reported",
    "referred": "Referred to",
    "planned": "Planned",
    "cancelled": "Cancelled",
}
MEANINGS = {
    "reported": "At least one article reports this meeting.",
    "referred": "Articles on other matters recall this meeting; none reports it.",
    "planned": "Announced; no article here tells that it was held.",
    "cancelled": "Announced, and then called off.",
}
SIGNS = {"reported": "●", "referred": "◆", "planned": "○", "cancelled": "✕"}


def in_words(counts: Mapping[str, int]) -> str:
    """ "1 meeting, 2 referred to, 1 planned": reported meetings count, the others are told apart."""
    others = {"referred": "referred to", "planned": "planned", "cancelled": "cancelled"}
    parts = [f"{counts[standing]:,} {word}" for standing, word in others.items() if counts.get(standing)]
    return ", ".join([counted(counts.get("reported", 0), "meeting"), *parts])
