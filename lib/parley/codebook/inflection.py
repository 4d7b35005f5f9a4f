"""Russian words in every case, so that a text can be searched for them as they stand."""

from functools import cache

from pymorphy3 import MorphAnalyzer

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@cache
def morphology() -> MorphAnalyzer:
    """The one Russian dictionary of the process: it takes a tenth of a second to open."""
    return MorphAnalyzer()


def noun_forms(name: str) -> set[str]:
    """A name in all cases. Words marked with `~` stay as they are (Республика ~Казахстан)."""
    words = name.split()
    forms = {name.replace("~", "")}
    for case in _CASES:
        forms.add(" ".join(_inflected(word, case) for word in words))
    return forms | {form.replace("ё", "е") for form in forms}


@cache
def adjective_forms(adjective: str) -> frozenset[str]:
    """An adjective in all cases, genders and numbers, small and capital (российский, Российской, …)."""
    parsed = next((p for p in morphology().parse(adjective) if "ADJF" in p.tag), None)
    forms = {form.word for form in parsed.lexeme if "ADJS" not in form.tag} if parsed else {adjective}
    spelt = forms | {form.replace("ё", "е") for form in forms}
    return frozenset(spelt | {form.capitalize() for form in spelt})


def _inflected(word: str, case: str) -> str:
    """One word in a case, with the capitals that it had; a fixed or unknown word as it stands."""
    if word.startswith("~") or word.isupper() or not word[-1].isalpha():
        return word.removeprefix("~")
    for parsed in morphology().parse(word):
        if "nomn" in parsed.tag and ("sing" in parsed.tag or "Pltm" in parsed.tag or "plur" in parsed.tag):
            form = parsed.inflect({case})
            return _with_capitals(form.word, word) if form else word
    return word


def _with_capitals(form: str, model: str) -> str:
    """The form with a capital in each hyphened part where the model has one (Нур-Султана)."""
    parts, models = form.split("-"), model.split("-")
    if len(parts) != len(models):
        return form.capitalize() if model[:1].isupper() else form
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for p, m in zip(parts, models, strict=True))
