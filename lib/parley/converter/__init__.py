"""Documents are read in a process of their own, under limits: one that hangs, swells or crashes harms itself alone.

`client` speaks for the worker; `server` is a helper process with every reader loaded, which forks a `child` for each
document; `limits` and `network` are what a child may use; `wire` is how they talk.
"""

import atexit
from functools import cache

from parley.converter.client import Converter, Standing, Used
from parley.converter.reasons import STUMBLED
from parley.converter.wire import Part

__all__ = ["STUMBLED", "Converter", "Part", "Standing", "Used", "converter"]


@cache
def converter() -> Converter:
    """The one converter of this process, for one thread; its helper process is started when it is first needed."""
    shared = Converter()
    atexit.register(shared.close)
    return shared
