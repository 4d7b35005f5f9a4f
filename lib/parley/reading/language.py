"""Which language a text is in: English, Russian, Kazakh, or another."""

import re

import py3langid

from parley.model import Language

_SAMPLE = 4000
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LETTER = re.compile(r"[^\W\d_]")
# Letters that Kazakh has and Russian has not; "і" alone would also be Ukrainian or Belarusian.
_KAZAKH = re.compile(r"[әғқңөұүһ]", re.IGNORECASE)
_KAZAKH_SHARE = 0.02
_FEWEST_LETTERS = 60
_KNOWN: dict[str, Language] = {"en": "en", "ru": "ru", "kk": "kk"}


def language_of(text: str) -> Language:
    """The language of a text, by its letters first and by its words where letters do not tell."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic > letters / 2:
        if len(_KAZAKH.findall(sample)) > _KAZAKH_SHARE * cyrillic:
            return "kk" if _named(sample) not in {"ky", "mn", "tt"} else "other"
        return "ru" if letters < _FEWEST_LETTERS or _named(sample) == "ru" else "other"
    return "en" if letters < _FEWEST_LETTERS or _named(sample) == "en" else "other"


def _named(sample: str) -> str:
    return str(py3langid.classify(sample)[0])


def language_named(code: object) -> Language | None:
    """A language code as files write it ("en-GB", "KZ") as one of ours; None where it names nothing."""
    short = re.split(r"[-_]", str(code or "").strip().casefold())[0]
    names = {"eng": "en", "english": "en", "rus": "ru", "russian": "ru", "kaz": "kk", "kz": "kk", "kazakh": "kk"}
    if not short:
        return None
    return _KNOWN.get(names.get(short, short), "other")
