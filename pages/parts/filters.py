"""The filters in the sidebar. The list of event types is the legend of the map as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from eventmap import frames
from eventmap.event_types import EventTypes
from eventmap.frames import KIND_LABELS, STATUS_LABELS, Filters
from eventmap.mapview import event_icon, legend_icon
from eventmap.model import Article
from eventmap.theme import theme

from . import chrome, url

_MORE = ("kind", "certain", "people", "status", "sure", "source")
NAMES = ("story", "words", "category", "type", "from", "to", "undated", "uncounted", *_MORE)


def sidebar(table: pd.DataFrame, types: EventTypes, stories: Sequence[Article]) -> Filters:
    """Draw the filters for the events of `table` and give back what is set."""
    titles = {story.id: story.title or story.id for story in stories}
    _drop_unknown("story", list(titles) if len(titles) > 1 else [])
    with st.sidebar:
        head = st.container(horizontal=True, vertical_alignment="center", key="filter-head")
        if len(stories) > 1:
            st.multiselect(
                "Stories", list(titles), format_func=titles.__getitem__, key="story", placeholder="All stories"
            )
        st.text_input("Words in the passage", key="words", placeholder="For example: border", icon=":material/search:")
        _types(table, types)
        _dates()
        with st.expander("More filters", expanded=any(_is_set(name) for name in _MORE)):
            _more(table)
        filters = current()
        with head:
            st.html('<div class="em-filters">Filters</div>', width="stretch")
            st.button("Clear filters", type="tertiary", disabled=not filters.active, on_click=clear, key="clear")
    return filters


def clear() -> None:
    """Let everything through again."""
    url.clear(NAMES)


def current() -> Filters:
    """The filters that the session state holds."""
    state = st.session_state
    return Filters(
        types=frozenset(state["type"]),
        categories=frozenset(state["category"]),
        kinds=frozenset(state["kind"]),
        statuses=frozenset(state["status"]),
        sources=frozenset(state["source"]),
        articles=frozenset(state["story"]),
        since=state["from"],
        until=state["to"],
        undated=state["undated"],
        at_least=state["people"] or None,
        uncounted=state["uncounted"],
        uncertain=not state["certain"],
        confidence=state["sure"] / 100,
        words=state["words"],
    )


def _is_set(name: str) -> bool:
    return st.session_state[name] != url.PARAMETERS[name].default


def _drop_unknown(name: str, options: Sequence[str]) -> None:
    """Forget chosen values that these stories do not have: an address may name any."""
    known = [value for value in st.session_state[name] if value in options]
    if known != st.session_state[name]:
        st.session_state[name] = known


def _pills(label: str, name: str, captions: Mapping[str, str]) -> None:
    _drop_unknown(name, list(captions))
    st.pills(label, list(captions), selection_mode="multi", format_func=captions.__getitem__, key=name)


def _types(table: pd.DataFrame, types: EventTypes) -> None:
    """The list of types is the legend: each has its shape in its colour, and how many events are of that type."""
    others = current()
    by_category = frames.apply(table, replace(others, categories=frozenset()))["category"].value_counts()
    by_type = frames.apply(table, replace(others, types=frozenset()))["type"].value_counts()
    categories = {
        name: f"{category.label} ({by_category.get(name, 0)})"
        for name, category in types.categories.items()
        if name in set(table["category"])
    }
    kinds = {
        name: f"![]({event_icon(kind, chrome.mode())}) {kind.label} {_number(by_type.get(name, 0))}"
        for name, kind in types.types.items()
        if name in set(table["type"])
    }
    _drop_unknown("category", list(categories))
    st.multiselect(
        "Categories", list(categories), format_func=categories.__getitem__, key="category", placeholder="All categories"
    )
    with st.container(key="legend"):
        _pills("Event types", "type", kinds)


def _number(events: int) -> str:
    """How many events a row of the legend has, in Markdown; the style sheet fades a row whose number is in italics."""
    return f"**{events}**" if events else "*0*"


def _dates() -> None:
    first, second = st.columns(2)
    first.date_input("From", value=None, key="from", format="YYYY-MM-DD")
    second.date_input("To", value=None, key="to", format="YYYY-MM-DD")
    st.checkbox("Keep events without a date", key="undated")


def _more(table: pd.DataFrame) -> None:
    neutral = theme(chrome.mode()).muted
    kinds = table["kind"].value_counts()
    _pills(
        "Places",
        "kind",
        {
            kind: f"![]({legend_icon(kind, neutral)}) {label}"
            for kind, label in KIND_LABELS.items()
            if kind in kinds.index
        },
    )
    if (uncertain := int(frames.at_uncertain_place(table).sum())) or st.session_state["certain"]:
        st.checkbox(f"Hide uncertain places ({uncertain})", key="certain")
    statuses = table["status"].value_counts()
    _pills("Status", "status", {name: label for name, label in STATUS_LABELS.items() if name in statuses.index})
    sources = frames.source_names(table)
    _drop_unknown("source", sources)
    st.multiselect("Sources", sources, key="source", placeholder="Any source")
    st.number_input("People, at least", min_value=0, step=100, value=None, key="people", placeholder="Any number")
    if st.session_state["people"]:
        st.checkbox("Keep events without a number", key="uncounted")
    st.slider("Confidence, at least", 0, 100, step=5, format="%d %%", key="sure")
