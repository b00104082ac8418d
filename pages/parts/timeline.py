"""The timeline under the map: a bar for each dated event, from its first day to its last, in a row for each type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from eventmap.event_types import EventTypes
from eventmap.model import Event
from eventmap.theme import legible, theme
from eventmap.wording import date_phrase, where_phrase

from . import chrome

_DAY = dt.timedelta(days=1)
_MONTH = 31 * _DAY
_ROW, _AXIS = 28, 30  # height in pixels of a row, and of the axis below them

Days = tuple[dt.date, dt.date]


def timeline(events: Sequence[Event], types: EventTypes) -> None:
    """Events by day and type; undated ones are stated."""
    spans = [(event.date.start, event.date.end) for event in events if event.date]
    focus = _focus(spans)
    undated = len(events) - len(spans)
    note = f"{undated} of {len(events)} events have no date in the text." if undated else "Every event has a date."
    if focus:
        note += " Bars that reach the edge run on beyond it."
    st.html(f'<div class="em-section"><h2>When</h2><p>{note if events else "Nothing to show."}</p></div>')
    if spans:
        kinds = len({event.type for event in events if event.date})
        st.vega_lite_chart(*_chart(events, types, focus), width="stretch", height=_ROW * kinds + _AXIS)


def _focus(spans: Sequence[Days]) -> Days | None:
    """First and last day of the events that last a month at most, if longer ones would squeeze them into a corner."""
    short = [span for span in spans if span[1] - span[0] <= _MONTH]
    if not short or len(short) == len(spans):
        return None
    first, last = min(span[0] for span in short), max(span[1] for span in short)
    whole = max(span[1] for span in spans) - min(span[0] for span in spans)
    return (first - _DAY, last + _DAY) if whole > 4 * (last - first + _DAY) else None


def _chart(events: Sequence[Event], types: EventTypes, focus: Days | None) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The bars, cut off at the days in focus, and the Vega-Lite specification that draws them."""
    first, last = focus or (dt.date.min, dt.date.max - _DAY)
    used = {event.type for event in events if event.date}
    kinds = [kind for name, kind in types.types.items() if name in used]
    labels = [kind.label for kind in kinds]
    shades = [legible(kind.colour, chrome.mode()) for kind in kinds]
    bars = [
        {
            "type": types.types[event.type].label,
            "place": where_phrase(event),
            "start": max(event.date.start, first).isoformat(),
            "end": (min(event.date.end, last) + _DAY).isoformat(),
            "when": date_phrase(event.date),
        }
        for event in events
        if event.date
    ]
    return pd.DataFrame(bars), {
        "mark": {
            "type": "bar",
            "height": 12,
            "cornerRadius": 3,
            "opacity": 0.8,
            "stroke": theme(chrome.mode()).paper,
            "strokeWidth": 1,
        },
        "encoding": {
            "x": {
                "field": "start",
                "type": "temporal",
                "title": None,
                "scale": {"type": "utc"},  # days are days wherever the reader's clock stands
                "axis": _axis(min(bar["start"] for bar in bars), max(bar["end"] for bar in bars)),
            },
            "x2": {"field": "end"},
            "y": {"field": "type", "type": "nominal", "title": None, "sort": labels, "axis": {"labelLimit": 160}},
            "color": {
                "field": "type",
                "type": "nominal",
                "legend": None,
                "scale": {"domain": labels, "range": shades},
            },
            "tooltip": [
                {"field": "type", "title": "Event"},
                {"field": "place", "title": "Place"},
                {"field": "when", "title": "When"},
            ],
        },
        "config": {"view": {"stroke": None}},
    }


def _axis(start: str, end: str) -> dict[str, Any]:
    """The axis from one ISO date to another: whole days, months or years, with the year where it is not plain."""
    days = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days
    if days > 3 * 366:
        label = "utcFormat(datum.value, '%Y')"
    elif days > 100:
        label = "utcFormat(datum.value, '%b %Y')"
    else:
        day = "utcFormat(datum.value, '%-d %b')"
        label = f"datum.index == 0 ? {day} + utcFormat(datum.value, ' %Y') : {day}"
    return {"grid": True, "tickCount": min(days, 8), "labelOverlap": True, "labelExpr": label}
