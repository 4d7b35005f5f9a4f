"""Web pages."""

import pytest

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import read

LEAD = "The foreign ministers of Examplia and Testland met in the port city on Monday for their fourth dialogue."
BODY = [
    "The ministers reviewed the trade between the two countries, which grew by a fifth over the past year.",
    "They agreed to open a second border crossing, and spoke at length of water and of the climate.",
    "Both sides said that the next round would be held in the capital of Testland in the coming spring.",
    "The hosts thanked the guests for their part in the reconstruction of the old harbour and its railway.",
]
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Fourth dialogue held | Example Daily</title>
<meta property="og:title" content="Fourth dialogue held"><meta property="og:site_name" content="Example Daily">
<meta property="article:published_time" content="2021-05-03T10:00:00+00:00">
<link rel="canonical" href="https://example.org/news/4"><script>var x = function(a) {{}}</script></head>
<body class="with-sidebar"><div class="topbar">
<ul class="menu"><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></div>
<div class="page"><article><header><span class="section"><a href="/n">World</a></span><h1>Fourth dialogue held</h1>
<div class="summary">{LEAD}</div><div class="post-meta"><time>May 3, 2021</time> <span>10:00</span></div></header>
<div class="content"><figure><img src="a.jpg"><figcaption>The two ministers before the talks.</figcaption></figure>
<p>{BODY[0]}</p><p>{BODY[1]}</p>
<div class="box" role="complementary"><h3>See also</h3><a href="/3">Third dialogue ends in Testland</a></div>
<p>{BODY[2]}</p><p>{BODY[3]}</p>
<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2020</td><td>5 billion</td></tr></table>
<p>Comments are closed.</p></div><div class="share-buttons"><a href="#">Tweet</a></div></article>
<aside><h3>Most read</h3>
<p>A very long teaser of another story that has nothing to do with these talks at all.</p></aside>
</div><footer><p>© Example Daily. All rights reserved.</p></footer></body></html>"""


def page(text: str = PAGE, name: str = "talks.html") -> Article:
    (article,) = read(name, text.encode())
    return article


def test_a_page_says_its_title_date_source_and_address() -> None:
    article = page()
    assert (article.title, article.source, article.url) == (
        "Fourth dialogue held",
        "Example Daily",
        "https://example.org/news/4",
    )
    assert (article.published_on, article.published_basis, article.language) == ("2021-05-03", "page metadata", "en")


def test_the_lead_between_heading_and_body_is_read_first_and_the_rest_in_order() -> None:
    paragraphs = page().text.split("\n\n")
    assert paragraphs[0] == LEAD
    assert [paragraph for paragraph in paragraphs if paragraph in BODY] == BODY


def test_rows_of_a_table_are_read_as_lines() -> None:
    assert "2020; 5 billion" in page().text.split("\n\n")


def test_the_date_line_of_a_page_is_one_line() -> None:
    assert "May 3, 2021 10:00" in page().text.split("\n\n")


@pytest.mark.parametrize(
    "words",
    ["See also", "Third dialogue ends", "Comments are closed", "Most read", "teaser", "Tweet", "Home", "©", "World"],
)
def test_what_surrounds_the_article_is_left_out_and_stays_to_be_seen(words: str) -> None:
    article = page()
    assert words not in article.text
    assert any(words in passage.quote for passage in article.left_out)


def test_scripts_are_neither_read_nor_shown() -> None:
    article = page()
    assert "function(" not in article.text + "".join(passage.quote for passage in article.left_out)


def test_a_box_of_links_is_told_where_it_stood() -> None:
    article = page()
    (box,) = [passage for passage in article.left_out if "Third dialogue" in passage.quote]
    assert article.text[: box.at].endswith(BODY[1])


def test_a_page_without_any_structure_is_read_whole() -> None:
    bare = "<html><body><p>" + "</p><p>".join([LEAD, *BODY]) + "</p></body></html>"
    assert page(bare).text.split("\n\n") == [LEAD, *BODY]


def test_a_page_in_an_old_encoding_is_read_by_what_it_declares() -> None:
    russian = "Министры двух стран обсудили торговлю, транспорт и климат и договорились о новой встрече."
    text = f'<html><head><meta charset="windows-1251"><title>Встреча</title></head><body><p>{russian}</p></body></html>'
    (article,) = read("a.html", text.encode("cp1251"))
    assert (article.title, article.text, article.language) == ("Встреча", russian, "ru")


def test_a_date_that_a_sentence_of_the_page_names_is_not_the_day_of_publication() -> None:
    bare = f"<html><body><h1>Talks</h1><p>{LEAD} It was held on May 3, 2021.</p><p>{BODY[0]}</p></body></html>"
    assert page(bare).published_on is None


def test_the_date_that_a_page_states_goes_before_the_one_in_its_address() -> None:
    moved = PAGE.replace("https://example.org/news/4", "https://example.org/2021/04/30/talks")
    assert page(moved).published_on == "2021-05-03"


def test_a_page_named_as_a_pdf_is_read_as_the_page_it_is() -> None:
    assert page(name="talks.pdf").title == "Fourth dialogue held"


@pytest.mark.parametrize("empty", ["<html></html>", "<html><body><img src='a.png'></body></html>", "<div>" * 5000])
def test_a_page_without_words_says_so(empty: str) -> None:
    with pytest.raises(UnreadableFile, match=r"no words|no text"):
        page(empty)
