"""The scripted page in a process of its own, and what a browser needs to drive it."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

CHROMIUM = Path("/usr/bin/chromium")
ROOT = Path(__file__).parents[2]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium in /usr/bin"),
    pytest.mark.flaky(reruns=2),
]  # a noisy machine may stall the browser
expect.set_options(timeout=30_000)


class App:
    """The page in a process of its own, so that it can be restarted."""

    def __init__(self, folder: Path, *mode: str) -> None:
        self.folder, self.mode = folder, mode
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.start()

    def start(self) -> None:
        kept = str(self.folder / "conversations.sqlite")
        command = [sys.executable, "-m", "tests.ui.scripted", str(self.port), kept, *self.mode]
        self.log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(  # noqa: S603  # our own page
            command, cwd=ROOT, stdout=self.log, stderr=self.log
        )
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.url, timeout=5).close()  # noqa: S310  # our own page
                return
            except OSError:
                time.sleep(0.2)
        self.stop()
        pytest.fail((self.folder / "log").read_text())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


def ask(page: Page, question: str) -> None:
    box = page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")
