"""How a meeting stands to its articles, in words: reported, referred to, planned, cancelled."""

from collections.abc import Mapping

from parley.ui.words import counted

NAMES = {
    "reported": "Reported",
    "referred": "Referred to",
    "planned": "Planned",
    "cancelled": "Cancelled",
    "no_text": "Without text",
}
MEANINGS = {
    "reported": "At least one article reports this meeting.",
    "referred": "Articles on other matters recall this meeting; none reports it.",
    "planned": "Announced; no article here tells that it was held.",
    "cancelled": "Announced, and then called off.",
    "no_text": "Only a spreadsheet tells of this meeting: no text is held, and no share counts it.",
}
SIGNS = {"reported": "●", "referred": "◆", "planned": "○", "cancelled": "✕", "no_text": "□"}


def in_words(counts: Mapping[str, int]) -> str:
    """ "41 meetings + 12 without text, 2 referred to": reported meetings count, the others are told apart."""
    others = {"referred": "referred to", "planned": "planned", "cancelled": "cancelled"}
    parts = [f"{counts[standing]:,} {word}" for standing, word in others.items() if counts.get(standing)]
    rows = f" + {counts['no_text']:,} without text" if counts.get("no_text") else ""
    return ", ".join([counted(counts.get("reported", 0), "meeting") + rows, *parts])
