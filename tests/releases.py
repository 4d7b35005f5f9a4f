"""What Parley finds in a release that a test has made up: its meetings, all or those that it only mentions."""

from parley import codebook, coding
from parley.model import Article, Meeting

BOOK = codebook.load()
STATE = "U.S. Department of State"
KREMLIN = "en.kremlin.ru"


def meetings_in(
    text: str, *, source: str, title: str = "", on: str = "2022-03-11", language: str = "en"
) -> list[Meeting]:
    """Every meeting of a release."""
    article = Article(title, text, source=source, published_on=on, language=language)  # type: ignore[arg-type]
    return list(coding.code(article, BOOK).meetings)


def mentioned_in(text: str, **told: str) -> list[Meeting]:
    """Those that it does not report as its own."""
    return [one for one in meetings_in(text, **told) if not one.focal]  # type: ignore[arg-type]
