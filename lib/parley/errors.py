"""The few named errors: each message tells a person what to do next."""

from parley.model import Sheet


class ParleyError(Exception):
    """Something that the user can understand and mend; its text is shown as it is."""


class UnreadableFile(ParleyError):  # noqa: N818  (named as the user would say it)
    """A file, or a part of one, that holds nothing that Parley can read."""


class NeedsColumns(UnreadableFile):
    """A spreadsheet of which only its user can say what its columns are; `sheet` is how it stands."""

    def __init__(self, reason: str, sheet: Sheet) -> None:
        super().__init__(reason, sheet)  # both, so that the error can pass from one process to another
        self.sheet = sheet

    def __str__(self) -> str:
        return str(self.args[0])


class CodebookError(ParleyError):
    """The codebook's data contradicts itself or names something unknown."""


class StoreError(ParleyError):
    """The database cannot be used as it is: wrong version, not writable, or damaged."""


SCAN = "This PDF holds pictures of pages and no text (a scan). Paste its text, or run it through text recognition."
"""The reason of an unreadable scan; its line in the Inbox offers to take its text."""
