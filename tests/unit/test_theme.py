"""The colours of charts: told apart by every reader, seen on both grounds, and the same in theme and figures."""

import tomllib
from itertools import combinations

import pytest

from parley.charts.theme import (
    DARK_GROUND,
    GREYS,
    GROUP_COLOURS,
    LIGHT_GROUND,
    OTHER,
    SERIES_COLOURS,
    colour_of,
    layout,
    safe,
    shortened,
)
from parley.codebook.topics import GROUPS
from tests.home import HOME

Linear = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
APART = 20.0
"""CIE76 distance; 2.3 is just noticeable, 20 is plain at a glance."""


def linear(colour: str) -> Linear:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def times(matrix: tuple[tuple[float, ...], ...], vector: Linear) -> Linear:
    first, second, third = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio."""
    light, dark = sorted((times(TO_XYZ, linear(c))[1] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, sight: str) -> Linear:
    seen = times(SIGHT[sight], linear(colour))
    clipped = (max(0.0, min(1.0, seen[0])), max(0.0, min(1.0, seen[1])), max(0.0, min(1.0, seen[2])))
    ratios = [v / w for v, w in zip(times(TO_XYZ, clipped), WHITE, strict=True)]
    x, y, z = (r ** (1 / 3) if r > 0.008856 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_every_group_of_the_codebook_has_a_colour() -> None:
    assert tuple(GROUP_COLOURS) == GROUPS
    assert colour_of("a group of a desk's own") == OTHER


@pytest.mark.parametrize("ground", [LIGHT_GROUND, DARK_GROUND])
@pytest.mark.parametrize("colour", [*GROUP_COLOURS.values(), *SERIES_COLOURS, *GREYS, OTHER])
def test_every_colour_stands_out_from_both_grounds(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("colours", [tuple(GROUP_COLOURS.values()), SERIES_COLOURS])
def test_every_two_colours_are_told_apart_by_every_reader(colours: tuple[str, ...], sight: str) -> None:
    nearest = min(combinations(colours, 2), key=lambda pair: distance(*pair, sight))
    assert distance(*nearest, sight) >= APART, nearest


def test_the_theme_has_the_grounds_and_colours_of_the_charts() -> None:
    theme = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert (theme["light"]["backgroundColor"], theme["dark"]["backgroundColor"]) == (LIGHT_GROUND, DARK_GROUND)
    for mode in ("light", "dark"):
        assert theme[mode]["chartCategoricalColors"] == list(GROUP_COLOURS.values())
        assert contrast(theme[mode]["textColor"], theme[mode]["backgroundColor"]) >= 7
        assert contrast(theme[mode]["grayTextColor"], theme[mode]["backgroundColor"]) >= 4.5


def test_fonts_lie_in_the_house_with_their_licences() -> None:
    theme = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for face in theme["fontFaces"]:
        assert (HOME / face["url"].removeprefix("app/")).exists()
    assert len(list((HOME / "static" / "fonts").glob("*-LICENSE.txt"))) == 2


@pytest.mark.parametrize("letter", "AzЯяӘәҒғҚқҢңӨөҰұҮүҺһІіёЁ–ʻ")
def test_both_fonts_hold_the_letters_of_english_russian_and_kazakh(letter: str) -> None:
    theme = tomllib.loads((HOME / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for family in ("Inter", "Source Serif"):
        ranges = [face["unicodeRange"] for face in theme["fontFaces"] if face["family"] == family]
        assert any(lies_in(ord(letter), one) for several in ranges for one in several.split(","))


def lies_in(code: int, listed: str) -> bool:
    first, _, last = listed.strip().removeprefix("U+").partition("-")
    return int(first, 16) <= code <= int(last or first, 16)


def test_labels_cannot_hold_links() -> None:
    assert safe('<a href="https://example.org">x</a> & y') == '&lt;a href="https://example.org"&gt;x&lt;/a&gt; &amp; y'


def test_long_labels_are_cut_at_a_word() -> None:
    assert shortened("Investment and business climate", 20) == "Investment and…"
    assert shortened("Trade", 20) == "Trade"


def test_charts_cannot_be_dragged_or_zoomed_by_accident() -> None:
    figure = layout(100)
    assert figure["dragmode"] is False
    assert figure["xaxis"]["fixedrange"] is figure["yaxis"]["fixedrange"] is True
