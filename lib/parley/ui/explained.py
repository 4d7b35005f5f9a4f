"""What "?" says beside a chart or a table of numbers: always the same four things, so that none is forgotten."""

from dataclasses import dataclass

from parley.ui.plain import plain


@dataclass(frozen=True, slots=True)
class Explained:
    """What is counted, in which unit, out of what whole, and what is left out; each a phrase or whole sentences."""

    counts: str
    unit: str
    out_of: str
    left_out: str

    def words(self) -> str:
        """The four as markdown, for the `help` of a Streamlit element."""
        said = {"Counts": self.counts, "Unit": self.unit, "Out of": self.out_of, "Left out": self.left_out}
        return "\n\n".join(f"**{name}:** {plain(text)}" for name, text in said.items())


HELD = "a meeting that was held and that at least one article reports; told by several articles, it counts once."
"""The unit of most charts, said everywhere alike."""
NOT_HELD = "Meetings that articles only recall, announce or report as cancelled; rows of a spreadsheet without a text."
"""What meetings that are counted leave out."""
