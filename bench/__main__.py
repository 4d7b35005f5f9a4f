"""Measure, print, and write `bench/results.json`. `python -m bench [CORPUS]`: a folder that holds releases.jsonl.gz."""

import json
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bench import coding, hostile, screens, traffic
from bench.rows import Noise, Row, missing, row, table
from tests.home import HOME
from tests.shared import SHARED

MEASURED = ("streamlit", "pandas", "plotly", "pysqlite3", "ahocorasick-rs")
NO_ARCHIVE = "releases.jsonl.gz is not beside this checkout"


def measured(corpus: Path, folder: Path, noise: Noise) -> list[Row]:
    """Every row that this machine can give; those over the archive only where it lies beside the checkout."""
    folders = {"samples": folder / "samples"}
    coding.ingest(HOME / "data" / "samples", folders["samples"])
    rows: list[Row] = []
    if (corpus / "releases.jsonl.gz").exists():
        archive, folders["1,992 releases"] = coding.archive_in(corpus, folder), folder / "archive"
        rows += [coding.coding_row(archive, noise), *coding.ingest_rows(archive, folder / "archive")]
        folders["and 7,533 rows"] = coding.with_rows(corpus, folder / "archive", folder / "rows")
    else:
        rows += [missing(name, NO_ARCHIVE) for name in ("articles coded a CPU second", "ingest", "database size")]
    rows += screens.page_rows(folders, noise)
    for what, data in folders.items():
        rows += traffic.filter_rows(data, what)
    return [*rows, *hostile_rows(folder)]


def hostile_rows(folder: Path) -> list[Row]:
    """The worst of the files made to break readers, and what reading them all leaves in this process."""
    paths, before = hostile.files(folder), hostile.resident()
    found = hostile.outcomes(paths)
    slowest = max(found, key=lambda one: one.seconds)
    largest = max(found, key=lambda one: one.megabytes)
    what = f"of {len(found)} hostile files"
    return [
        row(f"slowest {what}", [slowest.seconds], "s", at_most=15, against=slowest.name),
        row(f"most memory {what}", [largest.megabytes], "MB", at_most=1074, against=largest.name),
        row("growth of the reading process over all of them", [hostile.resident() - before], "MB", at_most=100),
    ]


def main() -> None:
    """Measure everything once."""
    corpus, noise = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpus", Noise()
    noise.listen()
    with tempfile.TemporaryDirectory() as folder:
        rows = measured(corpus, Path(folder), noise)
    noise.listen()
    versions = {"python": platform.python_version(), **{name: version(name) for name in MEASURED}}
    results = {"machine": noise.machine(), "versions": versions, "rows": rows}
    (HOME / "bench" / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(table(rows))
    print(results["machine"])


if __name__ == "__main__":
    main()
