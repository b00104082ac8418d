"""What the browser tests do on the map page: open it, wait for it, click its marks."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from eventmap import event_types, frames
from eventmap.mapview import build, layout
from eventmap.model import Event
from scripts.browser import MAP

__all__ = ["MAP", "click_mark", "heading", "open_map", "settle"]


def open_map(tab: Page, url: str) -> None:
    tab.goto(url)
    expect(tab.locator(f"{MAP} canvas")).to_be_visible(timeout=60_000)
    settle(tab)


def settle(tab: Page) -> None:
    expect(tab.locator('.stApp[data-test-script-state="notRunning"]')).to_be_attached(timeout=60_000)


def click_mark(tab: Page, events: list[Event], place_id: str) -> None:
    """Click the middle of a mark until its passage shows: deck.gl ignores a click that took the machine too long."""
    box = tab.locator(MAP).bounding_box()
    size = [round(box[side] / 40) * 40 for side in ("width", "height")]
    table = frames.frame(events, str)
    deck = json.loads(build(table, event_types.load(), size=tuple(size)).to_json())
    row = next(row for row in deck["layers"][-1]["data"] if row["id"] == place_id)
    start = deck["initialViewState"]
    view = layout.View(start["latitude"], start["longitude"], start["zoom"])
    x, y = layout.on_screen(row["position"][1], row["position"][0], view, box["width"], box["height"])
    name = next(event.place.name for event in events if event.place and event.place.id == place_id)
    for attempt in range(6):
        tab.mouse.click(box["x"] + x + row["offset"][0], box["y"] + y + row["offset"][1])
        try:
            expect(heading(tab)).to_contain_text(name, timeout=5_000)
            return
        except AssertionError:
            if attempt == 5:
                raise


def heading(tab: Page):
    return tab.locator(".em-place-head h2")
