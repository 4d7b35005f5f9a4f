"""Where the checkout lies."""

from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
