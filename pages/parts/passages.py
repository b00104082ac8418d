"""The passage panel: a place and what the stories say happened there, word for word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from eventmap import highlight
from eventmap.event_types import EventTypes
from eventmap.frames import KIND_LABELS
from eventmap.mapview import event_icon, legend_icon
from eventmap.model import Article, Event, Place, PlaceKind
from eventmap.theme import theme
from eventmap.wording import count_phrase, date_phrase, status_phrase

from . import chrome

_PAGE = 12  # events shown before the reader asks for more
_PRECISION: Mapping[PlaceKind, str] = {
    "city": "Exact to the town: where in it, the mark does not say.",
    "site": "Exact to the site.",
    "border_crossing": "Exact to the crossing.",
    "region": "Somewhere in this region; the mark only shows its middle.",
    "country": "Somewhere in this country; the mark only shows its middle.",
    "area": "Somewhere in this area; the mark only shows its middle.",
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
        return "Somewhere along this border; the mark only shows its main crossing."
    return _PRECISION[place.kind]


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
    for event in events:
        kind = types.types[event.type]
        with st.container(key=f"main-{event.article}-{event.id}"):
            where = event.place.name if event.place else "Not on the map"
            label = f"![]({event_icon(kind, chrome.mode())}) **{_plain(where)}** · {_plain(kind.label)}"
            st.button(label, key=f"go-{event.article}-{event.id}", type="tertiary", on_click=choose, args=(event,))
            quote = highlight.quote_html(event, articles[event.article].text)
            st.html(f'<blockquote class="em-passage em-short">{quote}</blockquote>')


def empty_panel(filtered: bool, clear: Callable[[], None]) -> None:
    """What the panel says when there is nothing to show, and the way out if filters are the reason."""
    if filtered:
        st.html(
            '<div class="em-place-head"><h2>Nothing to show</h2>'
            '<p class="em-fine">No event passes the filters.</p></div>'
        )
        st.button("Clear filters", on_click=clear, key="clear-here")
    else:
        st.html(
            '<div class="em-place-head"><h2>No events</h2>'
            '<p class="em-fine">Event Map found no event in what it read. The article may still tell of some.</p></div>'
        )


def row_panel(event: Event, articles: dict[str, Article], types: EventTypes) -> None:
    """The event whose row is selected, in short: in reach of the table, where the panel is out of sight."""
    where = event.place.name if event.place else "Not on the map"
    facts = " · ".join(fact for fact in (_count(event), _sources(event), _status(event)) if fact)
    with st.container(key="row-passage"):
        _draw_card(
            event,
            types,
            f"{where} · {types.types[event.type].label}",
            [facts] if facts else [],
            highlight.quote_html(event, articles[event.article].text),
        )


def cards(events: Sequence[Event], articles: dict[str, Article], types: EventTypes, key: str) -> None:
    """The events one below the other, each with its passage."""
    for event in events[:_PAGE]:
        _card(event, articles[event.article], types)
    if len(events) > _PAGE and st.toggle(f"Show all {len(events)} events", key=f"all-{key}"):
        for event in events[_PAGE:]:
            _card(event, articles[event.article], types)


def _card(event: Event, article: Article, types: EventTypes) -> None:
    facts = [fact for fact in (_count(event), _sources(event), _status(event), _why(event)) if fact]
    _draw_card(event, types, types.types[event.type].label, facts, highlight.paragraph_html(event, article.text))


def _draw_card(event: Event, types: EventTypes, name: str, facts: Sequence[str], passage: str) -> None:
    """One event: `name` is plain text, `facts` and `passage` are HTML."""
    date = (
        f"<span>{escape(date_phrase(event.date))}</span>"
        if event.date
        else '<span class="em-unknown">no date given</span>'
    )
    st.html(
        f'<article class="em-card"><header><img src="{event_icon(types.types[event.type], chrome.mode())}" alt="">'
        f"<strong>{escape(name)}</strong>{date}</header>"
        f"{''.join(f'<p>{fact}</p>' for fact in facts)}"
        f'<blockquote class="em-passage">{passage}</blockquote></article>'
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
    if event.status == "reported":
        return ""
    return f'<span class="em-status em-{event.status}">{escape(status_phrase(event))}</span>'


def _plain(text: str) -> str:
    """`text` with nothing in it that Markdown would read as more than text."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()<>#+-.!|:$~&" else char for char in text)
