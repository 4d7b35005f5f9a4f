"""Files that nobody means when they bring a folder or a zip: what file managers, editors and version control leave."""

import re

_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.|thumbs\.db$|desktop\.ini$|ehthumbs\.db$|icon\r$|~\$)|~$", re.IGNORECASE)


def is_litter(name: str) -> bool:
    """Whether a path within a folder or a zip is hidden, or was left there by a program."""
    return _LITTER.search(name.replace("\\", "/")) is not None
