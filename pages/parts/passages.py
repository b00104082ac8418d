"""The passage panel: a place and what the stories say happened there, word for word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from eventmap import highlight
from eventmap.event_types import EventTypes
from eventmap.frames import KIND_LABELS, STATUS_LABELS
from eventmap.mapview import event_icon, legend_icon
from eventmap.model import Article, Event, Place
from eventmap.theme import theme
from eventmap.wording import count_phrase, date_phrase

from . import chrome

_PAGE = 12  # events shown before the reader asks for more
_PRECISION = {
    "point": "The mark is where it happened, to the town or the crossing.",
    "region": "Somewhere in this region; the mark is its middle.",
    "country": "Somewhere in this country; the mark is its middle.",
}


def place_panel(events: Sequence[Event], articles: dict[str, Article], types: EventTypes, country: str) -> None:
    """A place, the one that all of `events` share, and what happened there; the first `_PAGE` events at once."""
    place = events[0].place
    if place is None:
        return
    where = [KIND_LABELS[place.kind], *(part for part in (place.admin1, country) if part and part != place.name)]
    icon = legend_icon(place.kind, theme(chrome.mode()).muted)
    st.html(
        f'<div class="em-place-head"><h2><img src="{icon}" alt=""> {escape(place.name)}</h2>'
        f"<p>{escape(' · '.join(where))}</p>"
        f'<p class="em-fine">{escape(_precision(place))}</p></div>'
    )
    cards(events, articles, types, key=place.id)


def _precision(place: Place) -> str:
    """How far the mark can be trusted, in words."""
    if place.kind == "border_crossing" and place.precision == "region":
        return "Somewhere along this border; the mark is its main crossing."
    return _PRECISION[place.precision]


def unplaced_panel(events: Sequence[Event], articles: dict[str, Article], types: EventTypes) -> None:
    """The events that the text does not place."""
    st.html(
        '<div class="em-place-head"><h2>Not on the map</h2>'
        '<p class="em-fine">The text does not say where these happened, so they have no mark.</p></div>'
    )
    cards(events, articles, types, key="unplaced")


def main_panel(
    events: Sequence[Event], articles: dict[str, Article], types: EventTypes, choose: Callable[[Event], None]
) -> None:
    """The main events of what is shown; a click on one selects its place."""
    st.html(
        '<div class="em-place-head"><h2>Main events</h2>'
        '<p class="em-fine">Click a mark on the map to read what happened there.</p></div>'
    )
    if not events:
        st.html('<p class="em-empty">No event passes the filters.</p>')
    for event in events:
        kind = types.types[event.type]
        with st.container(key=f"main-{event.article}-{event.id}"):
            where = event.place.name if event.place else "Not on the map"
            label = f"![]({event_icon(kind, chrome.mode())}) **{_plain(where)}** · {_plain(kind.label)}"
            st.button(label, key=f"go-{event.article}-{event.id}", type="tertiary", on_click=choose, args=(event,))
            quote = highlight.quote_html(event, articles[event.article].text)
            st.html(f'<blockquote class="em-passage em-short">{quote}</blockquote>')


def cards(events: Sequence[Event], articles: dict[str, Article], types: EventTypes, key: str) -> None:
    """The events one below the other, each with its passage."""
    for event in events[:_PAGE]:
        _card(event, articles[event.article], types)
    if len(events) > _PAGE and st.toggle(f"Show all {len(events)} events", key=f"all-{key}"):
        for event in events[_PAGE:]:
            _card(event, articles[event.article], types)


def _card(event: Event, article: Article, types: EventTypes) -> None:
    kind = types.types[event.type]
    date = (
        f"<span>{escape(date_phrase(event.date))}</span>"
        if event.date
        else '<span class="em-unknown">no date given</span>'
    )
    facts = [line for line in (_count(event), _sources(event), _status(event), _why(event)) if line]
    st.html(
        f'<article class="em-card"><header><img src="{event_icon(kind, chrome.mode())}" alt="">'
        f"<strong>{escape(kind.label)}</strong>{date}</header>"
        f"{''.join(f'<p>{fact}</p>' for fact in facts)}"
        f'<blockquote class="em-passage">{highlight.paragraph_html(event, article.text)}</blockquote></article>'
    )
    st.page_link(
        "pages/article.py",
        label="Read in the article",
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params={"story": event.article, "event": event.id},
    )


def _count(event: Event) -> str:
    if event.count is None:
        return ""
    phrase = count_phrase(event.count)
    return f"<b>{escape(phrase[:1].upper() + phrase[1:])}</b> <q>{escape(event.count.text)}</q>"


def _sources(event: Event) -> str:
    return f"According to {escape(' and '.join(event.sources))}" if event.sources else ""


def _why(event: Event) -> str:
    """What in the text puts the event at its place."""
    if event.place is None:
        return ""
    named, why = escape(event.place.mention.text), escape(event.place.why)
    return f'<span class="em-fine">Place read from “{named}”: {why}.</span>'


def _status(event: Event) -> str:
    if event.status == "denied":
        who = f" by {escape(' and '.join(event.denied_by))}" if event.denied_by else ""
        return f'<span class="em-status em-denied">Denied{who}</span>'
    if event.status in ("claimed", "planned"):
        return f'<span class="em-status">{STATUS_LABELS[event.status]}</span>'
    return ""


def _plain(text: str) -> str:
    """`text` with nothing in it that Markdown would read as more than text."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()<>#+-.!|:$~&" else char for char in text)
