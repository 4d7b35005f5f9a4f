"""What most unit tests of the store begin with: a folder of their own, and a database in it."""

from pathlib import Path

import pytest

from parley.settings import Settings
from parley.store import Connection, writer
from tests.desk import settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def db(settings: Settings) -> Connection:
    return writer(settings)
