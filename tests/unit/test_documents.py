"""What the documents promise: every dependency explained, every command of make told in the README."""

import re
import tomllib

from tests.home import HOME


def dependencies() -> set[str]:
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return {re.split(r"[\[<>=;! ]", line)[0].lower() for line in wanted}


def test_every_dependency_is_explained() -> None:
    rows = [line for line in (HOME / "docs/dependencies.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    explained = {name.strip().lower() for row in rows for name in row.split("|")[1].split(",")} - {"package"}
    assert explained == dependencies()


def test_lock_files_name_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (HOME / name).read_text("utf-8")
        assert "://" not in text
        assert "--index" not in text
        assert text.count("--hash=sha256:") > 70


def test_both_lock_files_agree() -> None:
    def versions(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9._-]+)==([^ ]+) ", (HOME / name).read_text("utf-8"), re.M))

    run, dev = versions("requirements.lock"), versions("requirements-dev.lock")
    assert run.items() <= dev.items()
    assert dependencies() <= dev.keys() | {"lxml_html_clean"}
