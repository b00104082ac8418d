import json
from base64 import b64decode
from dataclasses import replace

import pytest
from mapsample import COUNTRIES, CROATIA, EVENTS, SPLIT, UNCERTAIN, doubted

from eventmap import event_types, frames
from eventmap.mapview import build
from eventmap.mapview.glyphs import GLYPHS
from eventmap.mapview.places import map_places

TYPES = event_types.load()
TABLE = frames.frame(EVENTS, COUNTRIES.__getitem__)


def layers(table=TABLE, **options):
    deck = json.loads(build(table, TYPES, **options).to_json())
    return {layer["id"]: layer for layer in deck["layers"]}, deck


def svg(picture):
    return b64decode(picture["url"].partition("base64,")[2]).decode()


def test_one_place_for_each_mark_with_its_types_and_people():
    places = {place.name: place for place in map_places(TABLE)}
    assert list(places) == ["Split", "Stara Gradiška", "Zadar", "Croatia"]
    assert places["Split"].types == (("excessive_force", 1), ("protest", 1))
    assert places["Split"].people == ("300 took part",)
    assert places["Split"].where == "Town or city · Split-Dalmatia · Croatia"
    assert places["Croatia"].where == "Country"
    assert [places[name].exact for name in places] == [True, True, True, False]


def test_longitude_comes_first_for_deck_gl():
    drawn, _ = layers()
    split = next(row for row in drawn["places"]["data"] if row["id"] == SPLIT[0])
    assert split["position"] == [16.43915, 43.50891]


def test_only_the_layer_that_takes_clicks_is_pickable_and_has_the_id_asked_for():
    drawn, _ = layers(layer_id="places-7")
    assert [name for name, layer in drawn.items() if layer["pickable"]] == ["places-7"]


def test_nothing_is_fetched_but_the_local_basemap():
    drawn, deck = layers()
    fetched = [layer["data"] for layer in drawn.values() if isinstance(layer["data"], str)]
    assert fetched == ["app/static/land.geojson", "app/static/lakes.geojson", "app/static/borders.geojson"]
    assert deck.get("mapProvider") is None
    assert "http" not in json.dumps(deck)


def test_towns_are_filled_countries_are_rings_and_crossings_diamonds():
    drawn, _ = layers()
    pictures = dict(zip([row["name"] for row in drawn["places"]["data"]], drawn["marks"]["data"], strict=True))
    assert 'clip-rule="evenodd"' in svg(pictures["Croatia"]["mark"])
    assert 'clip-rule="evenodd"' not in svg(pictures["Split"]["mark"])
    assert '<clipPath id="o"><path d="M0 ' in svg(pictures["Stara Gradiška"]["mark"])
    for kind, _ in map_places(TABLE)[0].types:
        assert TYPES.types[kind].colour in svg(pictures["Split"]["mark"])


def pictures(table):
    """The mark of each place, by its name, as SVG."""
    drawn, _ = layers(table)
    names = [row["name"] for row in drawn["places"]["data"]]
    return {name: svg(row["mark"]) for name, row in zip(names, drawn["marks"]["data"], strict=True)}


def test_a_place_is_uncertain_only_where_all_of_its_mentions_are():
    places = {place.name: place for place in map_places(frames.frame(UNCERTAIN, COUNTRIES.__getitem__))}
    assert {name: place.uncertain for name, place in places.items()} == {
        "Split": False, "Stara Gradiška": False, "Zadar": True, "Croatia": False,
    }  # fmt: skip
    assert places["Split"].confidence == 0.95


def test_an_uncertain_place_is_hollow_and_says_so():
    table = frames.frame(UNCERTAIN, COUNTRIES.__getitem__)
    drawn, _ = layers(table)
    hollow = {name for name, picture in pictures(table).items() if "stroke-dasharray" in picture}
    assert hollow == {"Zadar"}
    tooltip = {row["name"]: row["lines"] for row in drawn["places"]["data"]}
    assert tooltip["Zadar"] == "Which place is meant: uncertain · 34 %\n1 × Arrest\n12 detained"
    assert "Which place" not in tooltip["Split"]
    labels = {row["label"] for layer in ("labels", "labels-near") for row in drawn[layer]["data"]}
    assert labels == {"Split  2", "Zadar (uncertain)", "Croatia", "Stara Gradiška"}


def test_hollow_marks_keep_shape_and_type_and_differ_from_rings():
    table = frames.frame([doubted(event, 0.2) for event in EVENTS if event.place], COUNTRIES.__getitem__)
    doubt, sure = pictures(table), pictures(TABLE)
    assert all("stroke-dasharray" in picture for picture in doubt.values())
    assert not any("stroke-dasharray" in picture for picture in sure.values())
    assert len(set(doubt.values())) == len(doubt)
    assert f'fill="{TYPES.types["arrest"].colour}"' in doubt["Zadar"]
    assert GLYPHS[TYPES.types["arrest"].icon] in doubt["Zadar"]
    assert 'clip-rule="evenodd"' not in doubt["Croatia"]


def test_a_mark_grows_with_its_events():
    drawn, _ = layers()
    sizes = {row["name"]: row["target_size"] for row in drawn["places"]["data"]}
    assert sizes["Split"] > sizes["Zadar"] == sizes["Croatia"]


def test_towns_lie_on_top_of_countries():
    drawn, _ = layers()
    assert [row["name"] for row in drawn["places"]["data"]] == ["Croatia", "Split", "Stara Gradiška", "Zadar"]


def test_the_selected_mark_alone_has_a_halo():
    assert layers()[0]["selected"]["data"] == []
    [halo] = layers(selected=CROATIA[0])[0]["selected"]["data"]
    assert halo["position"] == [15.5, 45.16667]


def test_the_view_stays_with_the_extent_when_a_filter_takes_marks_away():
    few = TABLE[TABLE["kind"] == "border_crossing"]
    assert layers(few, extent=TABLE)[1]["initialViewState"] == layers()[1]["initialViewState"]
    assert layers(few)[1]["initialViewState"] != layers()[1]["initialViewState"]


def test_dark_and_light_differ_in_colours_only():
    light, dark = layers(mode="light")[0], layers(mode="dark")[0]
    assert light["land"]["_subLayerProps"] != dark["land"]["_subLayerProps"]
    assert [row["offset"] for row in light["marks"]["data"]] == [row["offset"] for row in dark["marks"]["data"]]


def test_hostile_names_stay_plain_text_for_the_page_to_escape():
    hostile = '<img src=x onerror="alert(1)">{lines}'
    event = replace(EVENTS[0], place=replace(EVENTS[0].place, name=hostile))
    drawn, deck = layers(frames.frame([event], COUNTRIES.__getitem__))
    assert drawn["places"]["data"][0]["name"] == hostile
    tooltip = build(TABLE, TYPES)._tooltip
    assert hostile not in json.dumps(tooltip)
    assert "@@=" not in json.dumps(drawn["places"]["data"])
    assert deck["initialViewState"]["zoom"] == pytest.approx(5)


@pytest.mark.parametrize("events", [(), EVENTS[-1:]])
def test_a_map_without_places_is_the_world(events):
    drawn, deck = layers(frames.frame(events, COUNTRIES.__getitem__))
    assert drawn["marks"]["data"] == []
    assert deck["initialViewState"]["zoom"] < 1
