"""Measure, print, and write `bench/results.json`. `python -m bench [CORPUS]`: a folder that holds releases.jsonl.gz."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bench import coding, screens
from bench.rows import Row
from tests.home import HOME
from tests.shared import SHARED

MEASURED = ("streamlit", "pandas", "plotly", "pysqlite3", "ahocorasick-rs")


def measured(corpus: Path, folder: Path) -> list[Row]:
    """Every row that this machine can give; those over the archive only where it lies beside the checkout."""
    samples, archive_data = folder / "samples", folder / "archive"
    command = [sys.executable, "-m", "parley", "ingest", str(HOME / "data" / "samples")]
    subprocess.run(command, env={**os.environ, "PARLEY_DATA": str(samples)}, check=False, capture_output=True)
    rows: list[Row] = []
    if (corpus / "releases.jsonl.gz").exists():
        archive = coding.releases(corpus, folder)
        rows += coding.coding_rows(archive) + coding.ingest_rows(archive, archive_data)
    rows += [screens.hello_row(), *screens.page_rows(samples, "samples")]
    if archive_data.exists():
        rows += screens.page_rows(archive_data, "1,992 releases")
    return [*rows, screens.filter_row(folder / "fresh")]


def main() -> None:
    """Measure everything once."""
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpus"
    with tempfile.TemporaryDirectory() as folder:
        rows = measured(corpus, Path(folder))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    versions = {"python": platform.python_version(), **{name: version(name) for name in MEASURED}}
    results = {"machine": machine, "versions": versions, "rows": rows}
    (HOME / "bench" / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    for one in rows:
        print(f"{one['name']:60} {one['value']:10} {one['unit']}")


if __name__ == "__main__":
    main()
