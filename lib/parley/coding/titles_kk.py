"""Offices and names in Kazakh sentences: an office ends in its rank; the last word of a name takes the case."""

import re
from functools import cache

from parley.codebook.words import read_yaml
from parley.coding.sides import with_sides
from parley.coding.titles import Title
from parley.coding.tokens import Line

_LONGEST_OFFICE = 12
_SHORTEST = 3
_MOST_WORDS = 3
_OF = re.compile(r"\w{3}(?:[нтд][ыі]ң)$")
_NTH = re.compile(r"\d{1,2}-\w{2,4}$")
_BACK, _FRONT = "аоұыяё", "әеөүіэ"
_VOICELESS = "пфкқтсшщчцхһвбгд"
_NASAL = "мнң"
_VOWELS = f"{_BACK}{_FRONT}уиюй"
# Names that end like a case and stand in none: Тілеуберді.
_WHOLE = re.compile(r"(?:берді|келді|тұрды)$")
_PATRONYMIC = re.compile(r"(?:ұлы|қызы|улы|кызы|вич|вна)$")
_ANY_HARMONY = re.compile(r"(?:[оеё]в|[оеё]ва|ин|ина|[уиюя]\w?)$")
# What a case adds, by the letters before it: after a vowel or a nasal, after another voiced letter, after a voiceless.
_CASES = re.findall(r"\w+", "ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті нан нен дан ден тан тен мен бен пен")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_yaml("offices_kk.yaml")[name].split())


@cache
def _ranks() -> frozenset[str]:
    """Every form of a rank that can stand right before a name: bare, "of it" and "of us"."""
    return frozenset(form for rank in _words("ranks") for form in (rank, *_possessives(rank)))


def _possessives(rank: str) -> tuple[str, str]:
    """Министр -> министрі, министріміз; төраға -> төрағасы, төрағамыз; бастық -> бастығы, бастығымыз."""
    back = _is_back(rank)
    if rank[-1] in f"{_BACK}{_FRONT}":
        return rank + ("сы" if back else "сі"), rank + ("мыз" if back else "міз")
    stem = rank[:-1] + {"қ": "ғ", "к": "г"}.get(rank[-1], rank[-1])
    return stem + ("ы" if back else "і"), stem + ("ымыз" if back else "іміз")


def _is_back(word: str) -> bool:
    """Whether a word's endings have back vowels, by its last vowel; "и" makes them front, "у" tells nothing."""
    last = next((letter for letter in reversed(word.casefold()) if letter in f"{_BACK}{_FRONT}и"), "а")
    return last in _BACK


def find_kazakh_titles(text: str, line: Line) -> list[Title]:
    """Every name with the office before it, and every bare name of two words or more, in order."""
    if "N" not in line.classes:
        return []
    found: list[Title] = []
    at = 0
    while at < len(line.tokens):
        if _is_rank(line.tokens[at].text) and _is_next(line, at + 1):
            at = _with_office(text, line, at, found)
        elif _may_begin(line, at):
            at = _bare(line, at, found)
        else:
            at += 1
    return with_sides(line, found, kazakh=True)


def _is_rank(word: str) -> bool:
    """Whether a word is a rank, or two in one («төрағасы-ректор»)."""
    small = word.casefold()
    return small in _ranks() or ("-" in small and all(part in _ranks() for part in small.split("-")))


def _with_office(text: str, line: Line, rank: int, found: list[Title]) -> int:
    """Read the name after the rank at `rank`, and the office that the rank ends; return where to go on."""
    tokens, high = line.tokens, _name_end(line, rank + 1)
    name = _name(line, rank + 1, high)
    if high == rank + 2 and not _is_surname(name):  # "President", and what he did something to
        return rank + 1
    first = _office_start(line, rank)
    opens = tokens[first].start - text.startswith("«", tokens[first].start - 1)
    office = " ".join(text[opens : tokens[rank].end].split())
    office = office if "»" in office else office.removeprefix("«")
    named = [t.atom.value for t in tokens[first:rank] if t.atom]
    party = next((one.parties[0] for one in reversed(named) if one.kind != "city" and len(one.parties) == 1), None)
    end = tokens[rank + 1].start + len(text[tokens[rank + 1].start : tokens[high - 1].end])
    found.append(Title(tokens[rank + 1].start, end, name, office, party, "before", opens, end))
    return high


def _bare(line: Line, at: int, found: list[Title]) -> int:
    """A name without an office: two capital words or more; whether they name anyone, others know."""
    high = _name_end(line, at)
    if high - at > 1:
        start, end = line.tokens[at].start, line.tokens[high - 1].end
        found.append(Title(start, end, _name(line, at, high), None, None, "bare", start, end))
    return high


def _office_start(line: Line, rank: int) -> int:
    """Where the office begins that ends in this rank."""
    first = rank
    while first and rank - first < _LONGEST_OFFICE:
        if _belongs(line, first - 1):
            first = _quotes_from(line, first - 1)
        elif _ends_other_office(line, first - 1):
            first -= 2
        else:
            break
    while first < rank and line.tokens[first].text in _words("joins"):
        first += 1
    return first


def _ends_other_office(line: Line, dash: int) -> bool:
    """Whether a dash joins a second office of the same person («… орынбасары – … министрі»)."""
    return line.tokens[dash].text == "-" and dash > 0 and line.tokens[dash - 1].text.casefold() in _ranks()


def _quotes_from(line: Line, last: int) -> int:
    """Where the name in quotation marks begins that closes with this word; the word itself where none does."""
    tokens = line.tokens
    if not line.text.startswith("»", tokens[last].end):
        return last
    starts = range(last, max(-1, last - _LONGEST_OFFICE), -1)
    return next((at for at in starts if line.text.startswith("«", tokens[at].start - 1)), last)


def _belongs(line: Line, at: int) -> bool:
    """Whether a word stands in the office whose next word follows it."""
    token, after = line.tokens[at], line.tokens[at + 1]
    gap = line.text[token.end : after.start]
    if not gap or gap.strip(" «»“”"):
        return False
    word = token.text.casefold()
    if "»" in gap:
        return True
    if token.atom:
        return token.atom.value.kind != "city" or _OF.search(word) is not None
    if word in _words("joins"):
        return at > 0 and line.tokens[at - 1].text.casefold() in _words("parts")
    if _OF.search(word):
        return word not in _words("pronouns") and not _is_surname(nominative(token.text))
    if word in _words("parts") or word.partition("-")[0] in _ranks() or word in _ranks() or _NTH.match(word):
        return True
    # The name of a body: "… ауданының әкімі" with a capital before it that opens no sentence and names nobody.
    return at > 0 and line.classes[at] == "N" and not _is_surname(token.text) and _OF.search(after.text) is not None


def _is_next(line: Line, at: int) -> bool:
    """Whether a name begins at this word, right after the one before it."""
    return _may_begin(line, at) and line.tokens[at].start - line.tokens[at - 1].end == 1


def _may_begin(line: Line, at: int) -> bool:
    if at >= len(line.tokens) or line.tokens[at].atom or line.classes[at] not in "NI":
        return False
    word = line.tokens[at].text
    if _is_rank(word) or word.casefold() in _words("parts"):
        return False
    return not _OF.search(word) or _is_surname(nominative(word))


def _name_end(line: Line, at: int) -> int:
    """The end of the name that begins at `at`: initials, a first name, a patronymic, a surname; all of it at hand."""
    end, words = at, 0
    while end < len(line.tokens) and (end == at or _goes_on(line, end)):
        word = line.tokens[end].text
        words += line.classes[end] == "N" and not _PATRONYMIC.search(word)
        end += 1
        if _closes(word, words):
            follows = _goes_on(line, end) and _is_surname(nominative(line.tokens[end].text))
            if words > 1 or not follows:
                break
    return end


def _closes(word: str, words: int) -> bool:
    """Whether a name ends with this word, its first, second or third: a surname, or a word that takes the case."""
    if words > _MOST_WORDS - 1:
        return True
    return words > 0 and (nominative(word) != word or (words > 1 and _is_surname(word)))


def _goes_on(line: Line, at: int) -> bool:
    if at >= len(line.tokens):
        return False
    token = line.tokens[at]
    if token.atom or line.classes[at] not in "NI" or token.start - line.tokens[at - 1].end != 1:
        return False
    return token.text.casefold() not in _ranks() and token.text.casefold() not in _words("parts")


def _name(line: Line, at: int, high: int) -> str:
    """The name in the nominative: only its last word takes an ending."""
    words = [token.text for token in line.tokens[at:high]]
    return " ".join([*words[:-1], nominative(words[-1], _SHORTEST - (len(words) > 1))])


def _is_surname(word: str) -> bool:
    return len(word) > _SHORTEST and word.endswith(tuple(_words("surnames")))


def nominative(word: str, shortest: int = _SHORTEST) -> str:
    """A name without the ending of its case: Тоқаевтың, Маминге, Мирзиёевпен -> Тоқаев, Мамин, Мирзиёев.

    An ending counts only in the form that the letters before it ask for, after so many of them: Байден and Хамдан have
    none.
    """
    for ending in _CASES if not _WHOLE.search(word) else ():
        stem = word[: -len(ending)]
        if len(stem) >= shortest and word.endswith(ending) and _takes(stem, ending):
            return stem
    return word


def _takes(stem: str, ending: str) -> bool:
    """Whether a word takes this ending in this form: by its last vowel and by its last letter."""
    last, first = stem[-1].casefold(), ending[0]
    if not _ANY_HARMONY.search(stem) and ending not in ("мен", "бен", "пен"):
        back = any(letter in ending for letter in "аы")
        if back != _is_back(stem):
            return False
    if ending in ("мен", "бен", "пен"):
        return first == ("п" if last in _VOICELESS else "б" if last in "зж" else "м")
    if ending[0] in "ғгқк":
        return (first in "қк") == (last in _VOICELESS)
    if last in _VOICELESS:
        return first == "т"
    if ending.endswith("ң"):
        return first == ("н" if last in _NASAL or last in f"{_BACK}{_FRONT}ую" or last == "и" else "д")
    if ending[-1] in "ыі":
        return first == ("н" if last in f"{_BACK}{_FRONT}уию" else "д")
    return first == ("н" if last in _NASAL else "д")
