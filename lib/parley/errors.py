"""The few named errors: each message tells a person what to do next."""


class ParleyError(Exception):
    """Something that the user can understand and mend; its text is shown as it is."""


class UnreadableFile(ParleyError):  # noqa: N818  (named as the user would say it)
    """A file, or a part of one, that holds nothing that Parley can read."""


class CodebookError(ParleyError):
    """The codebook's data contradicts itself or names something unknown."""


class StoreError(ParleyError):
    """The database cannot be used as it is: wrong version, not writable, or damaged."""
