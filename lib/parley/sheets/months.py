"""The names of months in English, Russian and Kazakh."""

from functools import cache

from babel import Locale


@cache
def month_numbers() -> dict[str, int]:
    """Every name and short name of a month in the three languages, in lower case and without a full stop, to its
    number."""
    names: dict[str, int] = {"sept": 9}
    for language in ("en", "ru", "kk"):
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale(language).months[form][width].items():
                    names[name.casefold().rstrip(".")] = number
    return names
