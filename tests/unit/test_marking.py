"""The reader marks every passage once, and nothing in a text can become part of the page."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from parley.ui.articles.marking import LETTERS, Passage, counts_by_letter, marked_html

TEXT = "The ministers met in Rome on 4 May. They will open a rail link."


class Page(HTMLParser):
    """What a browser would make of it: the words, the letters, and every tag and attribute in use."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.letters: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.inside: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "sup":
            self.letters.append(("", dict(attrs)["title"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if "small" in self.inside:
            return
        if "sup" in self.inside:
            self.letters[-1] = (self.letters[-1][0] + data, self.letters[-1][1])
        else:
            self.words += data


def passage(quote: str, letter: str, finding: str, group: int = -1) -> Passage:
    start = TEXT.index(quote)
    return Passage(start, start + len(quote), letter, finding, f"about {finding}", group)


def test_each_passage_carries_its_letter_once_at_its_end() -> None:
    page = Page(
        marked_html(TEXT, [passage("4 May", "D", "d"), passage(TEXT[:35], "M", "m"), passage(TEXT[36:], "C", "c")])
    )
    assert page.letters == [("D", "Date: about d"), ("M", "Meeting: about m"), ("C", "Promise: about c")]
    assert page.words == TEXT


def test_topics_of_one_sentence_share_a_letter_that_names_them_all() -> None:
    html = marked_html(TEXT, [passage(TEXT[36:], "T", "transport", 2), passage(TEXT[36:], "T", "trade", 2)])
    assert Page(html).letters == [("T", "Topic: about transport, about trade")]
    assert "<small>2</small>" in html


def test_a_sentence_takes_the_colour_of_its_topic_group() -> None:
    assert 'class="pl-m pl-T pl-g3"' in marked_html(TEXT, [passage(TEXT[36:], "T", "transport", 3)])


def test_a_name_inside_of_a_topic_sentence_shows_both() -> None:
    html = marked_html(TEXT, [passage("They", "P", "p"), passage(TEXT[36:], "T", "transport", 1)])
    assert 'class="pl-m pl-P pl-T pl-g1"' in html or 'class="pl-m pl-T pl-P pl-g1"' in html


def test_what_was_left_out_stands_folded_at_its_place() -> None:
    page = Page(marked_html("First.\nSecond.", [], [(6, "Comments are closed.")]))
    assert page.words == "First.left out: Comments are closed.\nSecond."
    long = marked_html("First.", [], [(6, "See also " * 30)])
    assert "<details" in long
    assert "<summary>left out: See also" in long


def test_what_was_left_out_of_an_empty_text_is_still_shown() -> None:
    assert "left out: Menu" in marked_html("", [], [(0, "Menu")])


def test_choosing_a_finding_lights_its_passages_and_dims_the_others() -> None:
    html = marked_html(TEXT, [passage("4 May", "D", "d"), passage(TEXT[36:], "T", "transport")], chosen="transport")
    assert "pl-m pl-T pl-on" in html
    assert "pl-m pl-D pl-off" in html


def test_findings_are_counted_by_letter_and_a_finding_in_two_places_counts_once() -> None:
    counts = counts_by_letter(
        [passage(TEXT[:35], "T", "trade"), passage(TEXT[36:], "T", "trade"), passage("Rome", "M", "m")]
    )
    assert counts == {"M": 1, "D": 0, "P": 0, "T": 1, "C": 0}


HOSTILE = st.text(alphabet=st.sampled_from("ab<>&\"'/=![](): \n\r\u2028\ud7ff😀"), max_size=60)


@given(HOSTILE, st.data())
def test_no_text_becomes_markup_and_no_passage_is_lost(text: str, data: st.DataObject) -> None:
    spot = st.integers(0, len(text))
    passages = [
        Passage(*sorted((data.draw(spot), data.draw(spot))), letter, str(n), "<img src=x>", n)
        for n, letter in enumerate(data.draw(st.lists(st.sampled_from(sorted(LETTERS)), max_size=6)))
    ]
    page = Page(marked_html(text, passages, [(data.draw(spot), "<script>")]))
    assert page.words.replace("left out: <script>", "") == text
    assert len(page.letters) == len({(p.start, p.end, p.letter) for p in passages if p.start < p.end})
    assert page.tags <= {"div", "span", "sup", "small"}
    assert page.attributes <= {"class", "title"}
