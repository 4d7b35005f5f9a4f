"""A phrase of the codebook in plain words: its alternatives as a reader would write them."""

import re

GROUP = re.compile(r"(?P<stem>[^\s{}]*)\{(?P<either>[^{}]*)\}")
MEANS = "A star is any ending, three dots up to four words between."


def in_words(pattern: str) -> str:
    """ "fisheries, fishing industry or fishery"; "trade union(s)"; "(arms or weapons) export"."""
    whole = GROUP.fullmatch(pattern)
    if whole and not whole["stem"] and all(_alternatives(whole["either"])):
        return _either(_alternatives(whole["either"]))
    return " ".join(GROUP.sub(_group, pattern).split())


def _group(found: re.Match[str]) -> str:
    every = _alternatives(found["either"])
    named = [one for one in every if one]
    if found["stem"]:
        return f"{found['stem']}({'/'.join(named)})" if len(named) < len(every) else _spelt_out(found["stem"], named)
    return f"({'perhaps ' if len(named) < len(every) else ''}{_either(named)})"


def _spelt_out(stem: str, endings: list[str]) -> str:
    return f"({_either([stem + ending for ending in endings])})"


def _alternatives(either: str) -> list[str]:
    return [one.strip() for one in either.split(",")]


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
