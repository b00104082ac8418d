"""The app in a real browser, for the browser tests and the scripts that time it and take its picture."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping

from playwright.sync_api import Browser, sync_playwright

from eventmap import paths

MAP = '[data-testid="stDeckGlJsonChart"]'

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Drawn by software, so that it works, and takes as long, with any graphics card or none.
_FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--no-first-run",
]


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """An installed Chromium or Chrome, or the one that `EVENTMAP_CHROMIUM` names.

    Raises:
        FileNotFoundError: there is none.
    """
    path = os.environ.get("EVENTMAP_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not path:
        raise FileNotFoundError("no Chromium or Chrome is installed, and EVENTMAP_CHROMIUM names none")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@contextlib.contextmanager
def app(environment: Mapping[str, str] | None = None) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """`streamlit run app.py` on a free port: its address and its process, given back as soon as it is started.

    `environment` holds variables that the process gets besides this one's.
    """
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    server = subprocess.Popen(
        command,
        cwd=paths.ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://localhost:{port}", server
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:  # it waits for the connections of its last visitors to end
            server.kill()
            server.wait()


def wait_until_up(url: str, server: subprocess.Popen[bytes], seconds: float = 120) -> None:
    """Wait until the app at `url`, which `server` runs, answers.

    Raises:
        RuntimeError: the server ended by itself.
        TimeoutError: it has not answered within `seconds`.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError("streamlit run app.py ended by itself")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.02)
    raise TimeoutError(f"{url} did not answer within {seconds} seconds")
