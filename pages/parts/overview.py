"""Around the map: the figures above it, the table of events below it, and the downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd
import streamlit as st

from eventmap import export, figures, frames
from eventmap.certainty import percent, place_name
from eventmap.event_types import EventTypes
from eventmap.mapview import legend_icon, uncertain_icon
from eventmap.model import Article, Event
from eventmap.theme import theme
from eventmap.wording import count_phrase, date_phrase, range_phrase, role_label, status_phrase, where_phrase

from . import chrome
from .selection import UNPLACED

_PEOPLE_SHOWN = 5
_WIDTHS = {
    "Event": 140,
    "Place": 150,
    "Date": 195,
    "How many": 175,
    "Status": 125,
    "According to": 150,
    "Quotation": 430,
}


def headline(stories: Sequence[Article]) -> None:
    """What the page is about: the story's title and origin, or how many stories there are."""
    if len(stories) == 1:
        story = stories[0]
        title = story.title or story.id
        published = f"{story.published.day} {story.published:%B %Y}" if story.published else None
        origin = " · ".join(
            part for part in (story.credit or story.source, None if story.credit else published) if part
        )
    else:
        title, origin = f"{len(stories)} stories", ""
    st.html(f'<div class="em-headline"><h1>{escape(title)}</h1><p>{escape(origin)}</p></div>')


def figure_strip(table: pd.DataFrame, total: int, hidden: int, show_unplaced: Callable[[], None]) -> None:
    """Events, places, people by role, and the events that are not on the map, which a click lists.

    `hidden` is how many events are left out because their place is uncertain.
    """
    unplaced = int(table["place_id"].isna().sum())
    of_all = f" of {total}" if len(table) != total else ""
    people = figures.people(table)[:_PEOPLE_SHOWN]
    with st.container(horizontal=True, key="figures"):
        _figures([(f"{len(table)}{of_all}", "events"), (f"{table['place_id'].nunique()}", "places")])
        if unplaced:
            label = f"**{unplaced}** not on the map"
            st.button(label, key="show-unplaced", type="tertiary", on_click=show_unplaced, help=_UNPLACED_HELP)
        if uncertain := int(frames.at_uncertain_place(table).sum()):
            _figures([(f"{uncertain}", "at uncertain places")], _UNCERTAIN_HELP)
        if hidden:
            _figures([(f"{hidden}", "hidden, place uncertain")], _UNCERTAIN_HELP)
        _figures([(range_phrase(role.low, role.high), role_label(role.role)) for role in people], _PEOPLE_HELP)


def _figures(figures: Sequence[tuple[str, str]], note: str = "") -> None:
    cells = "".join(f"<div><b>{escape(number)}</b><span>{escape(what)}</span></div>" for number, what in figures)
    st.html(f'<div class="em-figures" title="{note}">{cells}</div>', width="content")


_UNPLACED_HELP = "Events that the text does not place. Click to read them."
_UNCERTAIN_HELP = "The name may mean another place. Their marks are hollow; a filter hides them."
_PEOPLE_HELP = (
    "People are counted apart by what happened to them, and never added up across. Where two figures may overlap, "
    "the larger counts; denied figures and plans are left out."
)


def place_picker(table: pd.DataFrame) -> str | None:
    """Choose a place by its name; gives back what is selected, however it was."""
    sure = frames.place_confidence(table)
    placed = {
        place: place_name(name, sure[place])
        for place, name in zip(table["place_id"], table["place"], strict=True)
        if isinstance(place, str)
    }
    options = dict(sorted(placed.items(), key=lambda item: item[1]))
    unplaced = int(table["place_id"].isna().sum())
    if unplaced:
        options[UNPLACED] = f"Not on the map ({unplaced})"
    return st.selectbox(
        "Place", list(options), index=None, format_func=options.__getitem__, key="place", placeholder="Choose a place",
        label_visibility="collapsed",
    )  # fmt: skip


def map_key(table: pd.DataFrame) -> None:
    """One line below the map: what the outlines of its marks mean."""
    kinds = set(table["kind"].dropna())
    colours = theme(chrome.mode())
    entries = [
        (kind, label)
        for kind, label, meant in (
            ("city", "Town or city", {"city"}),
            ("site", "Site", {"site"}),
            ("border_crossing", "Border crossing", {"border_crossing"}),
            ("region", "Region or country: somewhere inside it", {"region", "country", "area"}),
        )
        if kinds & meant
    ]
    icons = [(legend_icon(kind, colours.muted), label) for kind, label in entries]
    if frames.at_uncertain_place(table).any():
        icons.append((uncertain_icon(colours), "Hollow: uncertain which place"))
    drawn = "".join(f'<span><img src="{icon}" alt="">{label}</span>' for icon, label in icons)
    st.html(f'<div class="em-key">{drawn}<span>Size: number of events</span></div>')


def table_heading(events: Sequence[Event]) -> None:
    """The heading of the table, and the downloads of what is in it."""
    with st.container(horizontal=True, key="table-head", vertical_alignment="bottom"):
        st.html('<div class="em-section"><h2>All events</h2><p>Click a row to read its passage.</p></div>')
        _downloads(events)


def event_table(events: Sequence[Event], types: EventTypes, key: str) -> None:
    """All events as a table; a selected row, or any cell of it, does what a click on its mark does."""
    rows = pd.DataFrame(
        {
            "Event": [types.types[event.type].label for event in events],
            "Place": [where_phrase(event) for event in events],
            "Date": [date_phrase(event.date) if event.date else None for event in events],
            "How many": [count_phrase(event.count) if event.count else None for event in events],
            "Status": [status_phrase(event) for event in events],
            "According to": [", ".join(event.sources) or None for event in events],
            "Quotation": [event.quote for event in events],
            "Confidence": [percent(event.confidence) for event in events],
            "Sure of place": [percent(event.place.confidence) if event.place else None for event in events],
        }
    )
    st.dataframe(
        rows,
        hide_index=True,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        key=key,
        placeholder="–",
        alt="Table of the events on the map and off it.",
        column_config={
            **{name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
            "Confidence": st.column_config.NumberColumn(format="%d %%", width=90),
            "Sure of place": st.column_config.NumberColumn(format="%d %%", width=105),
        },
    )


def _downloads(events: Sequence[Event]) -> None:
    """What is shown, as files; each is made when it is asked for."""
    with st.container(horizontal=True, key="downloads", width="content"):
        for label, name, mime, write in (
            ("GeoJSON", "events.geojson", "application/geo+json", export.to_geojson),
            ("CSV", "events.csv", "text/csv", export.to_csv),
            ("KML", "events.kml", "application/vnd.google-earth.kml+xml", export.to_kml),
        ):
            st.download_button(
                label, lambda write=write: write(events).encode(), name, mime,
                icon=":material/download:", on_click="ignore", key=f"download-{label}",
            )  # fmt: skip
