"""Events for geographic programs: GeoJSON and KML. Both put the longitude first, as their standards ask."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from typing import Any
from xml.etree import ElementTree

from eventmap.export.columns import COLUMNS, event_type, type_label
from eventmap.model import Event
from eventmap.wording import where_phrase

_XML_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What GeoJSON has as lists besides the columns, which hold it in words.
_LISTS = ("figures", "passages")
_IN_DESCRIPTION = (
    "first_day", "last_day", "count_words", "other_figures", "said_by", "status", "denied_by", "article", "published",
    "place_why", "place_confidence", "place_candidates",
)  # fmt: skip


def to_geojson(events: Iterable[Event]) -> str:
    """The events as a GeoJSON FeatureCollection (RFC 7946), a Feature each, in the order given.

    The geometry is a Point, [longitude, latitude] in WGS84 degrees, or null for an event without a place. The
    properties are text, numbers, or null where the event does not say; but `figures` and `passages` are lists, as in
    the event record.
    """
    return json.dumps(
        {"type": "FeatureCollection", "features": [_feature(event) for event in events]}, ensure_ascii=False
    )


def to_kml(events: Iterable[Event]) -> str:
    """The events as a KML 2.2 document, to be written as UTF-8.

    A folder for each event type, whose marks have the type's colour, and a last one for events without a place, which
    have no geometry. Descriptions are HTML in which the article's text is escaped; no mark asks the web for a file.
    """
    events = list(events)
    kml = ElementTree.Element("kml", xmlns="http://www.opengis.net/kml/2.2")
    document = ElementTree.SubElement(kml, "Document")
    _add(document, "name", "Events")
    by_folder: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.place is None):
        by_folder.setdefault(type_label(event) if event.place else "Not on the map", []).append(event)
    for kind in {event.type: event_type(event) for event in events}.values():
        if kind:
            _add_style(document, kind.id, kind.colour)
    for name, members in by_folder.items():
        _add_folder(document, name, members)
    ElementTree.indent(kml)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(kml, encoding="unicode") + "\n"


def _feature(event: Event) -> dict[str, Any]:
    place = event.place
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place else None,
        "properties": {column.key: column.value(event) for column in COLUMNS}
        | {key: event.record()[key] for key in _LISTS},
    }


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = _XML_FORBIDDEN.sub("", text)
    return element


def _add_style(document: ElementTree.Element, type_id: str, colour: str) -> None:
    style = ElementTree.SubElement(document, "Style", id=f"type-{type_id}")
    # KML writes colours as alpha, blue, green, red.
    _add(ElementTree.SubElement(style, "IconStyle"), "color", f"ff{colour[5:7]}{colour[3:5]}{colour[1:3]}".lower())


def _add_folder(document: ElementTree.Element, name: str, events: Iterable[Event]) -> None:
    folder = ElementTree.SubElement(document, "Folder")
    _add(folder, "name", name)
    for event in events:
        _add_placemark(folder, event)


def _add_placemark(folder: ElementTree.Element, event: Event) -> None:
    # The order of the elements is the one that the KML schema prescribes.
    placemark = ElementTree.SubElement(folder, "Placemark")
    _add(placemark, "name", f"{type_label(event)}, {where_phrase(event)}" if event.place else type_label(event))
    _add(placemark, "description", _description(event))
    if event.date:
        span = ElementTree.SubElement(placemark, "TimeSpan")
        _add(span, "begin", event.date.start.isoformat())
        _add(span, "end", event.date.end.isoformat())
    if event_type(event):
        _add(placemark, "styleUrl", f"#type-{event.type}")
    data = ElementTree.SubElement(placemark, "ExtendedData")
    for column in COLUMNS:
        value = column.value(event)
        if value is not None:
            item = ElementTree.SubElement(data, "Data", name=column.key)
            _add(item, "displayName", column.heading)
            _add(item, "value", str(value))
    if event.place:
        _add(ElementTree.SubElement(placemark, "Point"), "coordinates", f"{event.place.lon},{event.place.lat}")


def _description(event: Event) -> str:
    facts = ((column.heading, column.value(event)) for column in COLUMNS if column.key in _IN_DESCRIPTION)
    lines = [f"{escape(heading)}: {escape(str(value))}" for heading, value in facts if value is not None]
    return f"<blockquote>{escape(event.quote)}</blockquote><p>{'<br>'.join(lines)}</p>"
