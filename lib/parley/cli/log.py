"""Where faults of Parley's own are told: in a line on the terminal, and in full in the data folder's log file."""

import logging
from logging.handlers import RotatingFileHandler

from parley.settings import Settings

BYTES, KEPT = 1_000_000, 3


class OneLine(logging.Formatter):
    """The message and the kind of fault, without the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """`parley: could not read minutes.pdf (ValueError)`."""
        fault = record.exc_info[0] if record.exc_info else None
        return f"parley: {record.getMessage()}" + (f" ({fault.__name__})" if fault else "")


def log_in(settings: Settings) -> None:
    """Tell faults on stderr in one line each, and with their tracebacks in `parley.log` beside the database."""
    settings.data.mkdir(parents=True, exist_ok=True)
    terminal = logging.StreamHandler()
    terminal.setFormatter(OneLine())
    terminal.setLevel(logging.WARNING)
    in_full = RotatingFileHandler(
        settings.data / "parley.log", maxBytes=BYTES, backupCount=KEPT, encoding="utf-8", delay=True
    )
    in_full.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    ours = logging.getLogger("parley")
    ours.handlers, ours.propagate = [terminal, in_full], False
    ours.setLevel(logging.INFO)
