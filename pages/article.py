"""The article page: a story to read, with its places and events marked; each mark leads back to the map.

The address says what to open: `story` (an article id), and `event` (an event id) or `at` (an offset into the text).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from eventmap import storyview
from eventmap.errors import EventMapError
from eventmap.model import Article, Event, Extraction
from eventmap.stories import list_stories
from pages.parts import chrome, reading, scroll, selection

_STYLE = Path(__file__).parent / "parts" / "article.css"


def main() -> None:
    """Draw the page."""
    chrome.begin("Article")
    st.html(_STYLE)
    try:
        story = choose_story(list_stories())
        with chrome.loading():
            reading.gazetteer()
            read = reading.extraction(story) if story else None
    except EventMapError as error:
        notice(str(error))
        return
    if read:
        draw(read)


def choose_story(stories: Sequence[Article]) -> Article | None:
    """The story that the address names or the reader picks, the newest by default."""
    by_id = {story.id: story for story in stories}
    asked = st.query_params.get("story")
    if not stories:
        notice("There are no stories here yet.")
        return None
    if asked is not None and asked not in by_id:
        notice(f"There is no story “{asked}” here. Below is the newest one.")
    chosen = asked if asked in by_id else stories[0].id
    if len(stories) > 1:
        with st.sidebar:
            picked = st.selectbox(
                "Story",
                list(by_id),
                index=list(by_id).index(chosen),
                format_func=lambda name: by_id[name].title or name,
            )
        if picked != chosen:
            st.query_params.from_dict({"story": picked})
            st.rerun()
    return by_id[chosen]


def draw(read: Extraction) -> None:
    """Draw the story, at the event or the offset that the address names."""
    story = read.article
    event = st.query_params.get("event")
    at = offset(st.query_params.get("at"))
    if event and event not in {told.id for told in read.events}:
        notice("The event of this link is not in this story, or no longer.")
    reader = storyview.Reader(
        types=reading.types(),
        country_name=country_name,
        place_link=lambda place: map_address(story.id, place),
        event_link=lambda told: map_address(story.id, told.place.id if told.place else selection.UNPLACED, told),
        mode=chrome.mode(),
    )
    st.html(storyview.story_html(read, reader, event=event, at=at))
    if event or at is not None:
        scroll.to_goal()


def offset(text: str | None) -> int | None:
    """The offset that `text` is, None if it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def country_name(code: str) -> str:
    """A country's name for its ISO 3166-1 alpha-2 code, the code itself where it is not known."""
    country = reading.gazetteer().country(code)
    return country.name if country else code


def map_address(story: str, place: str, event: Event | None = None) -> str:
    """The map page's address, relative to this page's, with a place of the story selected, and one of its events."""
    chosen = {"story": story, "place": place} | ({"event": event.id} if event else {})
    return "./?" + urlencode(chosen)


def notice(text: str) -> None:
    """Tell the reader something; `text` may hold what came with the address, so it is never Markdown."""
    st.html(f'<p class="em-notice" role="status">{escape(text)}</p>')


main()
