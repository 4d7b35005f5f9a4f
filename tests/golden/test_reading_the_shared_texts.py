"""The founding article and the file of real releases, as they are read."""

import gzip
import json

from parley.reading import read
from tests.shared import SHARED, needs_shared


@needs_shared
def test_the_founding_article_is_read_with_its_title_and_what_was_cut() -> None:
    (article,) = read("espd-2023.txt", (SHARED / "seed" / "espd-2023.txt").read_bytes())
    assert article.id == "espd-2023"
    assert article.title == "Kazakhstan-U.S. Talks Focus on Strategic Partnership"
    assert [(passage.quote, passage.at) for passage in article.left_out] == [
        ("Comments are closed.", len(article.text))
    ]
    assert (article.language, article.published_on) == ("en", None)


@needs_shared
def test_each_real_release_keeps_its_text_but_for_what_was_cut() -> None:
    data = gzip.decompress((SHARED / "corpus" / "releases.jsonl.gz").read_bytes())
    rows = {row["id"]: row for row in map(json.loads, data.splitlines())}
    articles = read("releases.jsonl", data)
    assert len(articles) == len(rows) == 1992
    for article in articles:
        given = rows[article.id]
        assert list(filter(str.isalnum, article.title)) == list(filter(str.isalnum, given["title"]))
        assert article.language == given["lang"]
        assert article.published_on == given["date"] or (not given["date"] and article.published_basis == "text")
        pieces = article.text + "".join(passage.quote for passage in article.left_out)
        assert sorted("".join(pieces.split())) == sorted("".join(given["text"].split()))
