import json
from dataclasses import replace
from xml.etree import ElementTree

from eventmap import event_types
from eventmap.export import to_geojson, to_kml
from eventmap.export.columns import COLUMNS
from eventmap.model import Event

KML = "{http://www.opengis.net/kml/2.2}"


def texts(element: ElementTree.Element, path: str) -> list[str | None]:
    return [found.text for found in element.findall(path.replace("/", f"/{KML}"))]


def test_geojson_has_a_feature_for_every_event_placed_or_not(placed: Event, unplaced: Event):
    collection = json.loads(to_geojson([placed, unplaced]))
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    point, nowhere = collection["features"]
    assert {key: point[key] for key in ("type", "id", "geometry")} == {
        "type": "Feature",
        "id": "story-1",
        "geometry": {"type": "Point", "coordinates": [-70.64827, -33.45694]},
    }
    in_words = {column.key: column.value(placed) for column in COLUMNS}
    lists = {key: placed.record()[key] for key in ("figures", "passages")}
    assert point["properties"] == in_words | lists
    assert point["properties"]["quotation"] == "About 40 teachers marched through Чили"
    assert nowhere["geometry"] is None
    assert nowhere["properties"]["quotation"] == unplaced.quote
    assert nowhere["properties"]["count_low"] is None


def test_geojson_properties_are_flat_but_for_figures_and_passages(placed: Event):
    (feature,) = json.loads(to_geojson([placed]))["features"]
    nested = [key for key, value in feature["properties"].items() if isinstance(value, list | dict)]
    assert nested == ["figures", "passages"]
    assert feature["properties"]["figures"][1] == {
        "low": 90, "high": None, "unit": "people", "role": "called_up", "text": "at least 90", "start": 300, "end": 311,
        "sources": ["the union", "parents"], "status": "claimed", "part": False,
    }  # fmt: skip
    assert feature["properties"]["passages"][1] == {"start": 400, "end": 410, "text": "The march;"}
    assert json.loads(to_geojson([])) == {"type": "FeatureCollection", "features": []}


def test_kml_sorts_marks_by_type_and_keeps_events_without_a_place(placed: Event, unplaced: Event):
    kinds = event_types.load().types
    document = ElementTree.fromstring(to_kml([unplaced, placed])).find(f"{KML}Document")
    assert texts(document, "./Folder/name") == [kinds["protest"].label, "Not on the map"]
    on, off = document.findall(f"./{KML}Folder/{KML}Placemark")
    assert [child.tag.removeprefix(KML) for child in on] == [
        "name", "description", "TimeSpan", "styleUrl", "ExtendedData", "Point",
    ]  # fmt: skip
    assert texts(on, "./name") == [f"{kinds['protest'].label}, Santiago"]
    assert texts(on, "./Point/coordinates") == ["-70.64827,-33.45694"]
    assert texts(on, "./TimeSpan/begin") + texts(on, "./TimeSpan/end") == ["2024-03-04", "2024-03-05"]
    assert [child.tag.removeprefix(KML) for child in off] == ["name", "description", "styleUrl", "ExtendedData"]


def test_kml_styles_carry_the_colour_of_the_type(placed: Event):
    document = ElementTree.fromstring(to_kml([placed, placed])).find(f"{KML}Document")
    (style,) = document.findall(f"{KML}Style")
    colour = event_types.load().types["protest"].colour.lower()
    assert style.get("id") == "type-protest"
    assert texts(style, "./IconStyle/color") == ["ff" + colour[5:7] + colour[3:5] + colour[1:3]]
    assert texts(document, "./Folder/Placemark/styleUrl") == ["#type-protest"] * 2


def test_kml_keeps_all_that_is_known_as_data(placed: Event):
    root = ElementTree.fromstring(to_kml([placed]))
    data = {item.get("name"): texts(item, "./value")[0] for item in root.iter(f"{KML}Data")}
    assert data == {column.key: str(column.value(placed)) for column in COLUMNS if column.value(placed) is not None}


def test_files_carry_how_sure_a_place_is_and_what_else_it_could_be(placed: Event):
    doubted = replace(placed, place=replace(placed.place, confidence=0.34))
    (feature,) = json.loads(to_geojson([doubted]))["features"]
    assert feature["properties"]["place_confidence"] == 0.34
    assert feature["properties"]["place_candidates"] == "Santiago, Veraguas, PA"
    root = ElementTree.fromstring(to_kml([doubted]))
    kind = event_types.load().types["protest"]
    assert texts(root, "./Document/Folder/Placemark/name") == [f"{kind.label}, Santiago (uncertain)"]
    assert (
        "Place confidence: 0.34<br>Could also be: Santiago, Veraguas, PA" in next(root.iter(f"{KML}description")).text
    )


def test_kml_descriptions_cannot_inject_markup(unplaced: Event):
    (description,) = ElementTree.fromstring(to_kml([unplaced])).iter(f"{KML}description")
    assert description.text == (
        "<blockquote>=1+1 &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; ]]&gt; &amp; "
        "[link](javascript:alert(1)), “Одесса”\nnext line</blockquote><p>Status: Reported<br>Article: story</p>"
    )


def test_kml_leaves_out_characters_that_xml_forbids(unplaced: Event):
    text = to_kml([replace(unplaced, quote="bell\x07 and\x00 \ufffe🚒")])
    assert "<blockquote>bell and 🚒</blockquote>" in next(ElementTree.fromstring(text).iter(f"{KML}description")).text


def test_kml_of_an_unknown_type_has_no_style(placed: Event):
    root = ElementTree.fromstring(to_kml([replace(placed, type="<meteor>")]))
    assert not list(root.iter(f"{KML}Style")) + list(root.iter(f"{KML}styleUrl"))
    assert texts(root, "./Document/Folder/name") == ["<meteor>"]


def test_kml_of_nothing_is_still_a_document():
    document = ElementTree.fromstring(to_kml([])).find(f"{KML}Document")
    assert [child.tag for child in document] == [f"{KML}name"]
