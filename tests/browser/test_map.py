"""The map page in a real browser: real clicks on the canvas, the address, and the way to the article and back."""

from __future__ import annotations

import re

import pytest
from onmap import MAP, click_mark, heading, open_map, settle
from playwright.sync_api import expect

from eventmap import event_types, pipeline
from eventmap.model import Event
from eventmap.stories import list_stories

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
DARK = {"color_scheme": "dark"}


@pytest.fixture(scope="session")
def events(gazetteer) -> list[Event]:
    return [event for story in list_stories() for event in pipeline.extract(story, gazetteer).events]


@pytest.fixture(scope="session")
def town(events) -> Event:
    """The first event that happened in a town of its own."""
    places = [event.place.id for event in events if event.place]
    return next(e for e in events if e.place and e.place.kind == "city" and places.count(e.place.id) == 1)


def words(locator) -> str:
    return re.sub(r"\s+", " ", locator.inner_text()).strip()


def test_a_click_on_a_mark_opens_its_quotation_and_the_article(tab, app_url, events, town):
    open_map(tab, app_url)
    expect(heading(tab)).to_have_text("Main events")
    click_mark(tab, events, town.place.id)
    quotation = tab.locator(".em-card .em-quote").first
    assert words(quotation) == re.sub(r"\s+", " ", town.quote)
    expect(quotation.locator("mark.em-trigger").first).to_have_text(town.trigger.text)
    expect(tab).to_have_url(re.compile(re.escape(f"place={town.place.id}")))

    tab.get_by_role("link", name="Read in the article").click()
    tab.wait_for_url("**/article?*")
    expect(tab).to_have_url(re.compile(re.escape(f"event={town.id}")))
    settle(tab)
    expect(tab.get_by_text(town.trigger.text).first).to_be_visible()


def test_an_address_reopens_the_same_view(tab, app_url, town):
    open_map(tab, f"{app_url}/?type={town.type}&place={town.place.id}")
    expect(heading(tab)).to_contain_text(town.place.name)
    tab.reload()
    expect(heading(tab)).to_contain_text(town.place.name)
    expect(tab).to_have_url(re.compile(re.escape(f"type={town.type}")))
    expect(tab).to_have_url(re.compile(re.escape(f"place={town.place.id}")))


def test_a_filter_changes_the_page_and_can_be_cleared(tab, app_url, events, town):
    open_map(tab, app_url)
    label = event_types.load().types[town.type].label
    of_type = sum(event.type == town.type for event in events)
    tab.locator(".st-key-legend button", has_text=label).first.click()
    figures = tab.locator(".em-figures").first
    expect(figures).to_contain_text(f"{of_type} of {len(events)}")
    expect(tab).to_have_url(re.compile(re.escape(f"type={town.type}")))
    tab.get_by_role("button", name="Clear filters").click()
    expect(figures).not_to_contain_text(" of ")
    expect(tab).to_have_url(re.compile(r"^[^?]*$"))


def test_a_place_can_be_chosen_with_the_keyboard_alone(tab, app_url, town):
    open_map(tab, app_url)
    box = tab.get_by_role("combobox", name="Place", exact=True)
    box.focus()
    box.press_sequentially(town.place.name)
    box.press("Enter")
    expect(heading(tab)).to_contain_text(town.place.name)


def test_a_first_selection_leaves_in_place_what_it_does_not_change(tab, app_url, town):
    open_map(tab, app_url)
    parts = [
        tab.locator(part).first for part in (MAP, '[data-testid="stVegaLiteChart"]', '[data-testid="stDataFrame"]')
    ]
    for part in parts:
        part.evaluate("part => { part.dataset.drawn = 'before' }")
    tops = [part.bounding_box()["y"] for part in parts]
    box = tab.get_by_role("combobox", name="Place", exact=True)
    box.focus()
    box.press_sequentially(town.place.name)
    box.press("Enter")
    expect(heading(tab)).to_contain_text(town.place.name)
    settle(tab)
    for part in parts:
        expect(part).to_have_attribute("data-drawn", "before")
    assert [part.bounding_box()["y"] for part in parts] == tops


@pytest.mark.parametrize("tab", [PHONE, DARK, {**PHONE, **DARK}], indirect=True, ids=["phone", "dark", "dark phone"])
def test_nothing_is_wider_than_the_screen(tab, app_url):
    open_map(tab, app_url)
    main = tab.locator('[data-testid="stMain"]')
    assert main.evaluate("page => page.scrollWidth <= page.clientWidth")
    expect(tab.locator(".em-place-head h2")).to_have_text("Main events")


@pytest.mark.parametrize("tab", [PHONE], indirect=True, ids=["phone"])
def test_a_phone_shows_the_map_first_and_the_passages_below_it(tab, app_url):
    open_map(tab, app_url)
    tab.wait_for_function(
        """parts => {
            const tops = parts.map(part => document.querySelector(part)?.getBoundingClientRect().top);
            return tops.every((top, i) => i === 0 || tops[i - 1] < top);
        }""",
        arg=[MAP, ".em-place-head", ".em-figures"],
    )


@pytest.mark.parametrize(("tab", "land"), [({}, "light"), (DARK, "dark")], indirect=["tab"], ids=["light", "dark"])
def test_the_map_follows_the_colours_of_the_system(tab, app_url, land):
    open_map(tab, app_url)
    sea = tab.locator(MAP).evaluate("map => getComputedStyle(map).backgroundColor")
    assert sea == {"light": "rgb(230, 237, 242)", "dark": "rgb(16, 21, 27)"}[land]
