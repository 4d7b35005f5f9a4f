"""Find a Chromium for the browser tests, or fetch one: the PATH first, then Debian's package, then Playwright's own.

Run as a command it makes sure that one is there, or ends with one line that says what to install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def on_this_machine() -> str | None:
    """A Chromium that is installed already."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return str(MAC) if MAC.exists() else None


def playwrights_own() -> str | None:
    """The browser that Playwright fetched, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def from_debian() -> None:
    """Install Debian's package where this user may."""
    if not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    print("Installing Chromium for the browser tests", flush=True)  # noqa: T201
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        try:
            subprocess.run([*sudo, "apt-get", *step], env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, **quiet)
        except OSError:
            return


def from_playwright() -> None:
    """Let Playwright fetch its own build."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def chromium() -> str | None:
    """The path of a Chromium, or None where there is none."""
    return on_this_machine() or playwrights_own()


def main() -> None:
    """Make sure that there is a Chromium."""
    if chromium():
        return
    from_debian()
    if chromium():
        return
    from_playwright()
    if not chromium():
        sys.exit("The browser tests need Chromium. On Debian: apt install chromium. On macOS: install Google Chrome.")


if __name__ == "__main__":
    main()
