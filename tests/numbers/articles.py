"""The numbers of the list of articles, its search and its facets."""

from collections.abc import Iterator
from dataclasses import replace

from parley.model import Filters
from parley.queries import article_facets, article_list, articles, copies, search
from parley.queries.read import Connection
from parley.ui.evidence import Opened
from tests.numbers.kinds import Metric, Number


def article_numbers(db: Connection, filters: Filters) -> Iterator[Number]:
    listed = article_list.article_rows(db, filters)
    count = article_list.article_count(db, filters)
    yield Number("articles", count, frozenset(listed["id"]))
    yield Number("articles, as evidence", count, Opened("articles", filters))


def facet_values(db: Connection, filters: Filters) -> Iterator[Number]:
    found = article_facets.article_facets(db, filters)
    narrowed = [
        *(("outlet", value, replace(filters, sources=(value.value,))) for value in found.outlets),
        *(("language", value, replace(filters, languages=(value.value,))) for value in found.languages),
        *(("dialogue", value, replace(filters, dialogues=(value.value,))) for value in found.dialogues),
        *(
            ("year", value, replace(filters, since=f"{value.value}-01-01", until=f"{value.value}-12-31"))
            for value in found.years
        ),
        *(
            ("group", value, replace(filters, topics=article_facets.topics_of(db, value.value)))
            for value in found.groups
        ),
    ]
    for kind, value, wanted in narrowed:
        yield Number(value.label, value.count, Opened("articles", wanted), kind)


def searched(db: Connection, filters: Filters) -> Iterator[Number]:
    """How many articles hold the words, and the hits of all pages."""
    for words in ("trade", "border*", '"climate change"'):
        pages = [search.hits(db, words, filters)]
        while pages[-1].has_more:
            pages.append(search.hits(db, words, filters, page=len(pages)))
        listed = frozenset(hit.article_id for page in pages for hit in page.rows)
        yield Number(f"with {words}", article_list.article_count(db, filters, words), listed)


def beside_an_article(db: Connection, filters: Filters) -> Iterator[Number]:
    """Copies and other reports in a row of the table: what stands beside the article in the reader."""
    for row in article_list.article_rows(db, filters).itertuples():
        others = copies.beside(db, int(row.id))
        reports = [one for one in others if one.reason == "report"]
        yield Number(f"copies of {row.id}", int(row.copies), frozenset(set(others) - set(reports)), "copies")
        yield Number(f"reports beside {row.id}", int(row.reports), frozenset(reports), "reports")


def found_in_an_article(db: Connection, filters: Filters) -> Iterator[Number]:
    """The sentences of a topic in the reader, each a passage that is marked there."""
    for row in article_list.article_rows(db, filters).head(3).itertuples():
        found, text = articles.found_in(db, int(row.id)), articles.stored_article(db, int(row.id))
        assert text is not None
        for topic in found.topics:
            marked = frozenset(span for span in topic.spans if text.text[slice(*span)].strip())
            yield Number(f"{topic.topic} in {row.id}", len(topic.spans), marked)


METRICS = (
    Metric("articles", "articles under the filters", article_numbers),
    Metric("articles", "values of the facets", facet_values, ("outlet", "language", "dialogue", "year", "group")),
    Metric("articles", "articles found by words", searched),
    Metric("articles", "copies and reports beside an article", beside_an_article, ("copies", "reports")),
    Metric("articles", "sentences of a topic in the reader", found_in_an_article),
)
