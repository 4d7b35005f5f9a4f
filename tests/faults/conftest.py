"""A converter whose reader hangs, swells or crashes at will, started once for all tests of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.converter import Converter


@pytest.fixture(scope="module")
def odd() -> Iterator[Converter]:
    found = Converter([str(Path(__file__).with_name("odd_reader.py"))])
    yield found
    found.close()
