"""The deck.gl deck of the map page: basemap, marks, labels. The one module where longitude comes first."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pydeck as pdk

from eventmap.event_types import EventTypes
from eventmap.theme import Mode, Theme, legible, rgba, theme

from . import layout, marks
from .places import MapPlace, map_places, points, tooltip_lines

LABEL_SIZE = 13
_LABEL_HEIGHT = 17.0
_LETTER = 6.4  # mean width of a letter of a label, in pixels
_FONT = '"Source Sans", "Source Sans Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
_CLOSER = 3  # zoom levels below the first view at which labels that had no room there are full size
_LEAST_REACH = 17.0  # pixels from its middle at which a mark can still be hit, where no other is near
# deck.gl draws an opacity of 0.0001 as 0.015. What is below the cutoff, outside a shape, takes no click; the cutoff
# leaves room for Streamlit, which fades the marks that are not the clicked one.
_UNSEEN, _UNSEEN_EDGE = 0.0001, 0.002
_ANCHORS = {
    "right": ("start", "center", 1, 0),
    "left": ("end", "center", -1, 0),
    "below": ("middle", "top", 0, 1),
    "above": ("middle", "bottom", 0, -1),
    "upper right": ("start", "center", layout.SLANT, -layout.SLANT),
    "lower right": ("start", "center", layout.SLANT, layout.SLANT),
    "upper left": ("end", "center", -layout.SLANT, -layout.SLANT),
    "lower left": ("end", "center", -layout.SLANT, layout.SLANT),
}


def build(
    table: pd.DataFrame,
    types: EventTypes,
    *,
    extent: pd.DataFrame | None = None,
    mode: Mode = "light",
    selected: str | None = None,
    size: tuple[int, int] = (760, 520),
    layer_id: str = "places",
    basemap: str = "app/static",
) -> pdk.Deck:
    """The map of the events in `table` (a frame of `eventmap.frames`).

    Args:
        table: the events to show; those without a place are not on the map.
        types: the event types, for colours, shapes and labels.
        extent: the events that the first view is fitted to, when these are not the ones shown.
        mode: light or dark.
        selected: id of the place to set off.
        size: width and height of the map in pixels, which the first view is fitted to.
        layer_id: id of the layer that takes clicks; a new id drops the browser's own record of what was clicked.
        basemap: URL, relative to the page, of the folder with land, lakes and borders.
    """
    colours = theme(mode)
    places = map_places(table)
    view = layout.fit(points(table if extent is None else extent), *size)
    rows = _rows(places, types, mode, view, size, selected)
    rows.sort(key=lambda row: (row["exact"], -row["size"]))  # what is drawn last lies on top
    shown = [row for row in rows if row["id"] == selected]
    return pdk.Deck(
        layers=[
            *_basemap(colours, basemap),
            _icons("selected", shown, "halo", "halo_size"),
            _icons("marks", rows, "mark", "size"),
            _labels("labels", [row for row in rows if row["roomy"]], colours),
            _labels("labels-near", [row for row in rows if not row["roomy"]], colours, from_zoom=view.zoom + _CLOSER),
            _targets(layer_id, rows),
        ],
        views=[pdk.View(type="MapView", controller=True, repeat=True)],
        initial_view_state=pdk.ViewState(
            latitude=view.lat, longitude=view.lon, zoom=view.zoom, min_zoom=0, max_zoom=12, pitch=0, bearing=0
        ),
        map_provider=None,
        tooltip=_tooltip(colours),
    )


def _rows(
    places: list[MapPlace],
    types: EventTypes,
    mode: Mode,
    view: layout.View,
    size: tuple[int, int],
    selected: str | None,
) -> list[dict[str, Any]]:
    """What deck.gl draws for each place, in the order of `places`."""
    colours = theme(mode)
    scale = layout.mark_scale(size[0])
    radii = [scale * marks.radius(place.events) for place in places]
    screen = [layout.on_screen(place.lat, place.lon, view, *size) for place in places]
    offsets = layout.separate(screen, radii, [place.exact for place in places])
    drawn = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(screen, offsets, strict=True)]
    widths = [len(place.label) * _LETTER for place in places]
    reaches = layout.reaches(drawn, radii, _LEAST_REACH)
    frame = layout.Box(0, 0, *size)
    sides = layout.place_labels(drawn, radii, widths, _LABEL_HEIGHT, frame)
    rows = []
    for place, radius, reach, offset, side in zip(places, radii, reaches, offsets, sides, strict=True):
        shape = marks.outline(place.kind)
        slices = tuple((legible(types.types[kind].colour, mode), number) for kind, number in place.types)
        glyph = types.types[place.types[0][0]].icon if len(place.types) == 1 else None
        draw = marks.uncertain_mark if place.uncertain else marks.mark
        anchor, baseline, across, down = _ANCHORS[side or "right"]
        gap = radius + (2 if place.id == selected else 1) * layout.LABEL_GAP
        rows.append(
            {
                "id": place.id,
                "position": [place.lon, place.lat],
                "offset": list(offset),
                "size": 2 * radius,
                "halo_size": 2 * radius + 12,
                "target_size": 2 * reach,
                "mark": _picture(draw(shape, slices, glyph, colours)),
                "halo": _picture(marks.halo(shape, colours.accent)),
                "target": _picture(marks.target(shape, colours.paper)),
                "label": place.label,
                "label_offset": [offset[0] + across * gap, offset[1] + down * gap],
                "anchor": anchor,
                "baseline": baseline,
                "roomy": side is not None,
                "exact": place.exact,
                "name": place.name,
                "where": place.where,
                "lines": tooltip_lines(place, types),
            }
        )
    return rows


def _picture(url: str) -> dict[str, Any]:
    return {"url": url, "width": marks.SIZE, "height": marks.SIZE}


def _basemap(colours: Theme, folder: str) -> list[pdk.Layer]:
    common = {"type": "GeoJsonLayer", "pickable": False, "line_width_units": "'pixels'"}
    return [
        pdk.Layer(
            **common,
            **_steady("polygons-fill", "getFillColor", colours.land),
            id="land",
            data=f"{folder}/land.geojson",
            get_line_color=rgba(colours.coast),
            get_line_width=0.8,
        ),
        pdk.Layer(
            **common,
            **_steady("polygons-fill", "getFillColor", colours.sea),
            id="lakes",
            data=f"{folder}/lakes.geojson",
            stroked=False,
        ),
        pdk.Layer(
            **common,
            id="borders",
            data=f"{folder}/borders.geojson",
            get_line_color=rgba(colours.border),
            get_line_width=1,
        ),
    ]


def _steady(part: str, accessor: str, colour: str) -> dict[str, Any]:
    """A colour for a part of a layer: Streamlit greys the colours of whole layers once a mark is clicked."""
    return {"_subLayerProps": {part: {accessor: rgba(colour)}}}


def _icons(layer_id: str, rows: list[dict[str, Any]], picture: str, size: str) -> pdk.Layer:
    return pdk.Layer(
        "IconLayer",
        _only(rows, "position", "offset", picture, size),
        id=layer_id,
        get_icon=picture,
        get_position="position",
        get_size=size,
        get_pixel_offset="offset",
        size_units="'pixels'",
        pickable=False,
    )


def _targets(layer_id: str, rows: list[dict[str, Any]]) -> pdk.Layer:
    """All but invisible shapes over the marks, which take clicks and the pointer also where a mark is hollow."""
    return pdk.Layer(
        "IconLayer",
        _only(rows, "id", "position", "offset", "target", "target_size", "name", "where", "lines"),
        id=layer_id,
        get_icon="target",
        get_position="position",
        get_size="target_size",
        get_pixel_offset="offset",
        opacity=_UNSEEN,
        alpha_cutoff=_UNSEEN_EDGE,
        size_units="'pixels'",
        pickable=True,
    )


def _only(rows: list[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    return [{name: row[name] for name in names} for row in rows]


def _labels(layer_id: str, rows: list[dict[str, Any]], colours: Theme, from_zoom: float | None = None) -> pdk.Layer:
    """Labels of one size; with `from_zoom`, labels that grow with the map and reach that size at that zoom."""
    if from_zoom is None:
        sizes = {"get_size": LABEL_SIZE, "size_units": "'pixels'"}
    else:
        sizes = {"get_size": LABEL_SIZE / 2**from_zoom, "size_units": "'common'", "size_max_pixels": LABEL_SIZE}
    return pdk.Layer(
        "TextLayer",
        _only(rows, "position", "label", "label_offset", "anchor", "baseline"),
        id=layer_id,
        get_text="label",
        get_position="position",
        get_pixel_offset="label_offset",
        get_text_anchor="anchor",
        get_alignment_baseline="baseline",
        **sizes,
        **_steady("characters", "getColor", colours.ink),
        font_family=pdk.types.String(_FONT),
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 14},
        outline_width=3,
        outline_color=rgba(colours.land),
        character_set=pdk.types.String("auto"),
        pickable=False,
    )


def _tooltip(colours: Theme) -> dict[str, Any]:
    """The tooltip; the page escapes what it puts in for {name}, {where} and {lines}."""
    return {
        "html": (
            '<div style="font-weight:600;font-size:14px">{name}</div>'
            f'<div style="color:{colours.muted};margin-bottom:4px">{{where}}</div>'
            '<div style="white-space:pre-line">{lines}</div>'
        ),
        "style": {
            "backgroundColor": colours.paper,
            "color": colours.ink,
            "border": f"1px solid {colours.rule}",
            "borderRadius": "6px",
            "boxShadow": "0 2px 10px rgba(0,0,0,.18)",
            "padding": "8px 11px",
            "font": f"13px/1.45 {_FONT.replace(chr(34), '')}",
            "maxWidth": "260px",
            "margin": "10px 0 0 14px",  # clear of the pointer and of the mark
            "zIndex": "5",
        },
    }
