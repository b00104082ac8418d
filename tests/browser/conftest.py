"""The app, started once, and a real Chromium to open it in. What the browser asks for and complains of is checked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from scripts import browser

_START_SECONDS = 60


@pytest.fixture(scope="session")
def app_url(gazetteer: object) -> Iterator[str]:
    """The address of the running app; the gazetteer is built before, so that a first run does not count as slow."""
    with browser.app() as (url, server):
        browser.wait_until_up(url, server, _START_SECONDS)
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as running:
        yield running


@pytest.fixture
def tab(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser tab of a laptop's size, or of the size and colours given as a parameter.

    After the test: no request has left the machine, and the console has shown no error.
    """
    options = {"viewport": {"width": 1440, "height": 900}, **getattr(request, "param", {})}
    context = chromium.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(30_000)
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    outside = [url for url in asked if urlsplit(url).scheme in ("http", "https", "ws", "wss")]
    assert [url for url in outside if urlsplit(url).hostname != "localhost"] == []
    assert errors == []
