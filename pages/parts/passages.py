"""The passage panel: a place and what the stories say happened there, word for word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from eventmap import highlight
from eventmap.event_types import EventTypes
from eventmap.frames import KIND_LABELS
from eventmap.mapview import event_icon
from eventmap.model import Article, Event, Mention
from eventmap.wording import count_phrase, date_phrase, figure_phrase, status_phrase, where_phrase

from . import chrome, placing

_PAGE = 12  # events shown before the reader asks for more
_AGAIN = 3  # further passages of an event shown on its card


def place_panel(events: Sequence[Event], articles: dict[str, Article], types: EventTypes, country: str) -> None:
    """A place, the one that all of `events` share, and what happened there; the first `_PAGE` events at once."""
    place = events[0].place
    if place is None:
        return
    where = [KIND_LABELS[place.kind], *(part for part in (place.admin1, country) if part and part != place.name)]
    st.html(
        f'<div class="em-place-head"><h2>{placing.icon(events)} {escape(place.name)}</h2>'
        f"<p>{escape(' · '.join(where))}</p>{placing.sureness_html(events)}</div>"
    )
    cards(events, articles, types, place.id, placing.why_html)


def unplaced_panel(
    events: Sequence[Event],
    articles: dict[str, Article],
    types: EventTypes,
    named: Callable[[Event], Sequence[Mention]],
) -> None:
    """The events that have no place; `named` gives the names in their passages that are none of the gazetteer's."""
    st.html(
        '<div class="em-place-head"><h2>Not on the map</h2>'
        '<p class="em-fine">The text does not say where these happened, or names a place that could not be '
        "found; so they have no mark.</p></div>"
    )
    cards(events, articles, types, "unplaced", lambda event: placing.unplaced_html(named(event)))


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
            label = f"![]({event_icon(kind, chrome.mode())}) **{_plain(where_phrase(event))}** · {_plain(kind.label)}"
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
    facts = " · ".join(fact for fact in (_count(event), _others(event), _sources(event), _status(event)) if fact)
    with st.container(key="row-passage"):
        _draw_card(
            event,
            types,
            f"{where_phrase(event)} · {types.types[event.type].label}",
            [facts] if facts else [],
            highlight.quote_html(event, articles[event.article].text),
        )


def cards(
    events: Sequence[Event], articles: dict[str, Article], types: EventTypes, key: str, where: Callable[[Event], str]
) -> None:
    """The events one below the other, each with its passage; `where` gives HTML on where it was, or why not."""
    for event in events[:_PAGE]:
        _card(event, articles[event.article], types, where(event))
    if len(events) > _PAGE and st.toggle(f"Show all {len(events)} events", key=f"all-{key}"):
        for event in events[_PAGE:]:
            _card(event, articles[event.article], types, where(event))


def _card(event: Event, article: Article, types: EventTypes, where: str) -> None:
    facts = [fact for fact in (_count(event), _others(event), _sources(event), _status(event), where) if fact]
    passage = highlight.paragraph_html(event, article.text)
    _draw_card(event, types, types.types[event.type].label, facts, passage, _again(event))


def _draw_card(event: Event, types: EventTypes, name: str, facts: Sequence[str], passage: str, again: str = "") -> None:
    """One event: `name` is plain text; `facts`, `passage` and `again`, where it is told again, are HTML."""
    date = (
        f"<span>{escape(date_phrase(event.date))}</span>"
        if event.date
        else '<span class="em-unknown">no date given</span>'
    )
    st.html(
        f'<article class="em-card"><header><img src="{event_icon(types.types[event.type], chrome.mode())}" alt="">'
        f"<strong>{escape(name)}</strong>{date}</header>"
        f"{''.join(f'<p>{fact}</p>' for fact in facts)}"
        f'<blockquote class="em-passage">{passage}</blockquote>{again}</article>'
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


def _others(event: Event) -> str:
    """The figures beside the main one, with their words and who gives them."""
    phrases = (f"{escape(figure_phrase(figure))} <q>{escape(figure.words.text)}</q>" for figure in event.other_figures)
    listed = "; ".join(phrases)
    return f"Other figures: {listed}" if listed else ""


def _again(event: Event) -> str:
    """Where else the story tells of the event: the first `_AGAIN` passages, and how many more there are."""
    if not event.passages:
        return ""
    quotes = "".join(
        f'<blockquote class="em-passage em-short">{escape(passage.text)}</blockquote>'
        for passage in event.passages[:_AGAIN]
    )
    more = len(event.passages) - _AGAIN
    rest = f'<p class="em-fine">and {more} more in the article</p>' if more > 0 else ""
    return f'<p class="em-fine">Told again in the story:</p>{quotes}{rest}'


def _sources(event: Event) -> str:
    return f"According to {escape(' and '.join(event.sources))}" if event.sources else ""


def _status(event: Event) -> str:
    if event.status == "reported":
        return ""
    return f'<span class="em-status em-{event.status}">{escape(status_phrase(event))}</span>'


def _plain(text: str) -> str:
    """`text` with nothing in it that Markdown would read as more than text."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()<>#+-.!|:$~&" else char for char in text)
