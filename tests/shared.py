"""Where the material lies that tests read but the project does not ship, and the mark of tests that need it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside this checkout")
