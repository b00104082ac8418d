"""Take the README's pictures of the app anew: `python -m scripts.take_screenshots` writes docs/images/.

What `requirements-dev.lock` pins and an installed Chromium are needed.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from eventmap import figures, frames, paths, pipeline
from eventmap.model import Event
from eventmap.stories import list_stories
from scripts import browser

IMAGES = paths.ROOT / "docs" / "images"
COLOURS = 255  # enough for these pages, and a third of the bytes
DRAWING_MS = 4000  # what the map and its labels may take to be drawn once their canvas is there
SETTLED = '.stApp[data-test-script-state="notRunning"]'


def main() -> None:
    """Take all pictures."""
    event = town_event()
    IMAGES.mkdir(parents=True, exist_ok=True)
    with browser.app() as (url, server), browser.chromium() as chromium:
        browser.wait_until_up(url, server)
        take(chromium, f"{url}/?place={event.place.id}", "map.png", (1440, 900))
        take(chromium, url, "map-dark-phone.png", (390, 844), dark=True)
        take(chromium, f"{url}/article?story={event.article}&event={event.id}", "article.png", (1180, 720))


def town_event() -> Event:
    """The first of the main events of the shipped stories that happened in a town."""
    events = {event.id: event for story in list_stories() for event in pipeline.extract(story).events}
    main_events = figures.main_events(frames.frame(events.values(), str), len(events))
    return next(events[name] for name in main_events if events[name].place and events[name].place.kind == "city")


def take(chromium: Browser, address: str, name: str, size: tuple[int, int], dark: bool = False) -> None:
    """Open `address` in a window of `size` pixels and save its picture."""
    page = chromium.new_page(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", device_scale_factor=1
    )
    page.goto(address)
    settle(page)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    save(picture, IMAGES / name)
    page.close()


def settle(page: Page) -> None:
    """Wait until the page is whole."""
    page.locator(SETTLED).wait_for(state="attached", timeout=120_000)
    page.locator(f"{browser.MAP} canvas, .em-story").first.wait_for(timeout=120_000)
    page.wait_for_timeout(DRAWING_MS)
    page.locator(SETTLED).wait_for(state="attached", timeout=120_000)


def save(picture: Image.Image, path: Path) -> None:
    """Write a small PNG."""
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.relative_to(paths.ROOT)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
