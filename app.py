"""The map page: filters, map, passages, figures. Start it with `streamlit run app.py`."""

from __future__ import annotations

import streamlit as st

from eventmap import figures, frames, mapview
from eventmap.errors import EventMapError
from eventmap.stories import list_stories
from pages.parts import chrome, filters, overview, passages, reading, screen, scroll, selection, timeline, url

MAIN_EVENTS = 6


def main() -> None:
    """Draw the page."""
    chrome.begin("Map")
    try:
        types = reading.types()
        stories = list_stories()
        with chrome.loading():
            reading.gazetteer()
            extractions = [reading.extraction(story) for story in stories]
    except EventMapError as error:
        st.error(str(error))
        return

    table = reading.frame(extractions)
    events = {event.id: event for read in extractions for event in read.events}
    articles = {story.id: story for story in stories}
    reads = {read.article.id: read for read in extractions}

    url.restore()
    selection.take_map_click()
    selection.take_table_click()
    chosen = filters.sidebar(table, types, stories)
    shown = frames.apply(table, chosen)
    selection.settle(shown)

    overview.headline([story for story in stories if not chosen.articles or story.id in chosen.articles])
    hidden = frames.hidden_as_uncertain(table, chosen)
    overview.figure_strip(shown, len(table), hidden, selection.choose_unplaced)
    map_side, panel_side = st.columns([63, 37], gap="medium")
    with map_side:
        draw_map(shown, table, types)
    with panel_side:
        place = overview.place_picker(shown)
        scroll.panel_to_top(f"{place} {st.session_state['event']}")
    with panel_side, st.container(key="panel"):
        here = [events[name] for name in selection.events_here(shown)]
        if shown.empty:
            passages.empty_panel(chosen.active, filters.clear)
        elif place == selection.UNPLACED:
            passages.unplaced_panel(here, articles, types, lambda event: reads[event.article].unplaced(event))
        elif place:
            passages.place_panel(here, articles, types, reading.country_name(here[0]))
        else:
            main_events = [events[name] for name in figures.main_events(shown, MAIN_EVENTS)]
            passages.main_panel(main_events, articles, types, selection.choose)

    in_order = [events[name] for name in shown["id"]]
    timeline.timeline(in_order, types)
    with st.container(key="table"):
        overview.table_heading(in_order)
        overview.event_table(in_order, types, selection.table_key(shown))
        if row := selection.row_event():
            passages.row_panel(events[row], articles, types)
    screen.measure()
    url.remember()


def draw_map(shown, table, types) -> None:
    """The map of the events in `shown`, in a view that fits all of `table`."""
    deck = mapview.build(
        shown,
        types,
        extent=table,
        mode=chrome.mode(),
        selected=st.session_state["place"],
        size=screen.map_size(),
        layer_id=selection.layer_id(shown),
    )
    with st.container(key="map-frame"):
        st.pydeck_chart(
            deck, height="stretch", on_select="rerun", selection_mode="single-object", key="map",
            alt="Map of the events. The list of places beside it and the table below hold the same.",
        )  # fmt: skip
    overview.map_key(table)


main()
