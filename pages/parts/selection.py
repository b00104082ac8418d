"""What is selected: a place or the events without one, by a click on the map, a row of the table or a choice by name.

The session state holds the choice as `place` (a place id, or `UNPLACED`) and `event` (an event id, shown first). The
browser keeps its own record of what was clicked on the map; it forgets it when the layer that takes clicks gets a new
id, so that the map never highlights, or switches off, what the reader no longer means.
"""

from __future__ import annotations

import hashlib

import pandas as pd
import streamlit as st

from eventmap.model import Event

UNPLACED = "none"

_MAP, _SEEN, _LAYER, _CLICKED_LAYER, _GENERATION = "map", "map_seen", "map_layer", "map_clicked_layer", "map_generation"
_TABLE, _TABLE_SEEN, _TABLE_CHOSEN = "table_drawn", "table_seen", "table_chosen"


def take_map_click() -> None:
    """Act on a click on the map since the last run. Call before any widget is drawn."""
    state = st.session_state
    objects = state[_MAP]["selection"].get("objects", {}) if _MAP in state else {}
    picked = next(((layer, marks[0]["id"]) for layer, marks in objects.items() if marks), None)
    if picked == state.get(_SEEN):
        return
    state[_SEEN] = picked
    if picked:
        state["place"], state["event"] = picked[1], None
        state[_CLICKED_LAYER] = picked[0]
    elif state.get(_CLICKED_LAYER) == state.get(_LAYER):
        state["place"] = state["event"] = None


def take_table_click() -> None:
    """Act on a row, or a cell of one, selected in the table since the last run. Call before any widget is drawn."""
    state = st.session_state
    key, rows = state.get(_TABLE, ("", []))
    chosen = state[key]["selection"] if key and key in state else {}
    ticked, cells = list(chosen.get("rows", [])), list(chosen.get("cells", []))
    before = state.get(_TABLE_CHOSEN)
    if (key, ticked, cells) == before:
        return
    if cells and (before is None or (key, cells) != (before[0], before[2])):
        ticked = [cells[0][0]]
    else:
        cells = []
    if chosen:
        state[key] = {"selection": {"rows": ticked, "columns": [], "cells": cells}}
    state[_TABLE_CHOSEN] = (key, ticked, cells)
    picked = rows[ticked[0]] if ticked and ticked[0] < len(rows) else None
    if picked == state.get(_TABLE_SEEN):
        return
    state[_TABLE_SEEN] = picked
    if picked:
        state["event"], state["place"] = picked
    else:
        state["event"] = None


def row_event() -> str | None:
    """The id of the event that the table's selected row chose. Call after `table_key`."""
    seen = st.session_state.get(_TABLE_SEEN)
    return seen[0] if seen else None


def choose(event: Event) -> None:
    """Select an event and its place."""
    st.session_state["event"] = event.id
    st.session_state["place"] = event.place.id if event.place else UNPLACED


def choose_unplaced() -> None:
    """Select the events that are not on the map."""
    st.session_state["event"], st.session_state["place"] = None, UNPLACED


def settle(shown: pd.DataFrame) -> None:
    """Deselect what the filters have removed. Call before any widget is drawn that holds the selection."""
    state = st.session_state
    here = _events_of(shown, state["place"])
    if not here:
        state["place"] = None
    if state["event"] not in here:
        state["event"] = None


def _events_of(shown: pd.DataFrame, place: str | None) -> list[str]:
    where = zip(shown["id"], shown["place_id"], strict=True)
    if place == UNPLACED:
        return [event for event, at in where if not isinstance(at, str)]
    return [event for event, at in where if at == place]


def events_here(shown: pd.DataFrame) -> list[str]:
    """The ids of the selected events, the chosen one first."""
    return sorted(_events_of(shown, st.session_state["place"]), key=lambda event: event != st.session_state["event"])


def layer_id(shown: pd.DataFrame) -> str:
    """The id of the map's click layer: a new one when its marks change, or when another way than a click selected."""
    state = st.session_state
    seen = state.get(_SEEN)
    if seen and seen[0] == state.get(_LAYER) and seen[1] != state["place"]:
        state[_GENERATION] = state.get(_GENERATION, 0) + 1
    marks = hashlib.sha1("\n".join(shown["place_id"].dropna().unique()).encode(), usedforsecurity=False).hexdigest()
    state[_LAYER] = f"places-{state.get(_GENERATION, 0)}-{marks[:10]}"
    return str(state[_LAYER])


def table_key(shown: pd.DataFrame) -> str:
    """The key of the table: a new one when its rows change, or when another way than a row selected."""
    state = st.session_state
    places = shown["place_id"].fillna(UNPLACED)
    rows = list(zip(shown["id"], places, strict=True))
    seen = state.get(_TABLE_SEEN)
    if seen and seen[0] != state["event"]:
        state[_TABLE_SEEN] = None
        state["table_generation"] = state.get("table_generation", 0) + 1
    digest = hashlib.sha1(repr(rows).encode(), usedforsecurity=False).hexdigest()
    key = f"table-{state.get('table_generation', 0)}-{digest[:10]}"
    if state.get(_TABLE, ("", []))[0] != key:
        state[_TABLE_SEEN] = None
    state[_TABLE] = (key, rows)
    return key
