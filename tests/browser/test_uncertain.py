"""Uncertain places in a real browser: the hollow mark, what its passage says, and the filter that hides it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator

import pytest
from onmap import click_mark, heading, open_map, settle
from playwright.sync_api import Page, expect

from eventmap import paths, pipeline
from eventmap.certainty import is_uncertain, sureness
from eventmap.model import Article, Event
from scripts import browser

pytestmark = pytest.mark.browser

# Of each name there are many towns, and nothing in the text tells which one is meant.
TOWNS = ("Springfield", "Georgetown", "Richmond", "Kingston", "Salem", "Victoria", "Santa Cruz", "Clinton", "San Pedro")
TEXT = "\n\n".join(f"Teachers marched in {town} on Monday." for town in TOWNS) + "\n\nThe mayor of Nairobi is ill."


@pytest.fixture(scope="module")
def events(gazetteer) -> list[Event]:
    return list(pipeline.extract(Article("towns", TEXT), gazetteer).events)


@pytest.fixture(scope="module")
def town(events) -> Event:
    return next(event for event in events if event.place and is_uncertain(event.place.confidence))


@pytest.fixture(scope="module")
def towns_url(gazetteer, tmp_path_factory) -> Iterator[str]:
    """The address of an app whose only story is `TEXT`: Python runs `sitecustomize` before anything else."""
    folder = tmp_path_factory.mktemp("towns")
    stories = folder / "articles"
    stories.mkdir()
    (stories / "towns.jsonl").write_text(json.dumps({"id": "towns", "text": TEXT}))
    start = f"import pathlib\nfrom eventmap import paths\npaths.ARTICLES = pathlib.Path({str(stories)!r})\n"
    (folder / "sitecustomize.py").write_text(start)
    with browser.app({"PYTHONPATH": os.pathsep.join([str(folder), str(paths.ROOT)])}) as (url, server):
        browser.wait_until_up(url, server)
        yield url


def test_an_uncertain_mark_tells_its_doubt_and_can_be_hidden(tab: Page, towns_url, events, town):
    open_map(tab, towns_url)
    expect(tab.locator(".em-key")).to_contain_text("Hollow: uncertain which place")
    click_mark(tab, events, town.place.id)
    expect(tab.locator(".em-place-head .em-status")).to_have_text(sureness(town.place.confidence).capitalize())
    expect(tab.locator(".em-others li").first).to_have_text(town.place.candidates[0].name)
    expect(tab.locator(".em-others li").first).to_be_visible()
    expect(tab.locator(".em-card")).to_contain_text(f"({sureness(town.place.confidence)})")

    tab.get_by_text("More filters").click()
    tab.get_by_text("Hide uncertain places").click()
    expect(tab.locator(".st-key-figures")).to_contain_text("hidden, place uncertain")
    expect(tab).to_have_url(re.compile("certain=yes"))
    expect(heading(tab)).not_to_contain_text(town.place.name)


@pytest.mark.parametrize(
    "tab", [{}, {"viewport": {"width": 390, "height": 844}}], indirect=True, ids=["laptop", "phone"]
)
def test_a_name_without_events_says_more_at_a_tap(tab: Page, towns_url, town):
    open_map(tab, f"{towns_url}/?place={town.place.id}")
    tab.get_by_role("link", name="Read in the article").first.click()
    tab.wait_for_url("**/article?*")
    settle(tab)
    name = tab.locator("mark.em-quiet", has_text="Nairobi")
    name.click()
    expect(name).to_be_focused()
    note = name.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert "How sure of the place" in note
    main = tab.locator('[data-testid="stMain"]')
    assert main.evaluate("page => page.scrollWidth <= page.clientWidth")
