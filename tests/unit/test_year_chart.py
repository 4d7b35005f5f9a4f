"""The bars of years in which meetings without a text were held."""

import pandas as pd

from parley.charts.years import year_bars


def test_a_year_without_texts_is_a_hollow_bar_that_carries_its_year() -> None:
    (bars,) = year_bars(pd.DataFrame({"year": [1905, 2011], "n": [1, 12]}))["data"]
    assert (bars["x"], bars["y"], bars["customdata"]) == ([1905, 2011], [1, 12], [1905, 2011])
    assert bars["marker"]["color"] == "rgba(0,0,0,0)"
