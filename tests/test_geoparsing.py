"""What `geoparse` writes for a text, and for spans that were marked in it."""

import pytest

from eventmap.errors import InputError
from eventmap.geoparsing import Source, gold_spans, mentions_record, mentions_records


def test_the_toponyms_of_a_text(gazetteer):
    text = "🙂 Floods in Oslo hit the Norwegian coast."

    assert [
        {key: mention[key] for key in ("start", "end", "text", "geonameid", "name", "kind", "reading", "country")}
        for mention in mentions_record(text, gazetteer)
    ] == [
        {
            "start": 12,
            "end": 16,
            "text": "Oslo",
            "geonameid": "3143244",
            "name": "Oslo",
            "kind": "city",
            "reading": "place",
            "country": "NO",
        },
        {
            "start": 25,
            "end": 34,
            "text": "Norwegian",
            "geonameid": "3144096",
            "name": "Norway",
            "kind": "Demonym",
            "reading": "demonym",
            "country": "NO",
        },
    ]


def test_coordinates_are_degrees_and_confidence_a_share(gazetteer):
    (mention,) = mentions_record("It rained in Oslo.", gazetteer)

    assert (mention["lat"], mention["lon"]) == pytest.approx((59.91, 10.75), abs=0.05)
    assert 0 < mention["confidence"] <= 1


def test_a_place_without_a_geonames_id_has_its_own(gazetteer):
    (mention,) = mentions_record("Snow fell in Siberia.", gazetteer)

    assert (mention["geonameid"], mention["id"], mention["kind"]) == (None, "area:siberia", "area")


def test_spans_keep_their_order_and_the_unknown_have_no_coordinates(gazetteer):
    text = "From Oslo to Xyzzyville and Bergen."
    spans = [(28, 34), (13, 23), (5, 9)]

    found = next(mentions_records([Source(text, spans=spans)], gazetteer))

    assert [(m["start"], m["end"], m["text"], m["geonameid"]) for m in found] == [
        (28, 34, "Bergen", "3161732"),
        (13, 23, "Xyzzyville", None),
        (5, 9, "Oslo", "3143244"),
    ]
    assert found[1] == {
        "start": 13,
        "end": 23,
        "text": "Xyzzyville",
        "lat": None,
        "lon": None,
        "geonameid": None,
        "kind": None,
        "confidence": 0.0,
    }


LOCAL = [
    "The county fair in Gainesville, Texas, was cancelled. Police in Denton and Sherman agreed.",
    "Rain closed roads in Cooke County and near Denton, Texas.",
    "The library in Gainesville will open on Sundays.",
]


def test_an_outlet_is_known_by_its_other_articles(gazetteer):
    spans = [
        [(text.index("Gainesville"), text.index("Gainesville") + 11)] if "Gainesville" in text else [] for text in LOCAL
    ]
    sources = [Source(text, "www.example.com", marked) for text, marked in zip(LOCAL, spans, strict=True)]

    found = list(mentions_records(sources, gazetteer))
    turned = list(mentions_records(sources[::-1], gazetteer))[::-1]
    (alone,) = next(mentions_records([Source(LOCAL[2], spans=spans[2])], gazetteer))

    assert found == turned
    assert gazetteer.get(found[2][0]["geonameid"]).admin1_name == "Texas"
    assert gazetteer.get(alone["geonameid"]).admin1_name != "Texas"


def test_no_spans_no_mentions(gazetteer):
    assert next(mentions_records([Source("It rained in Oslo.", spans=[])], gazetteer)) == []


def test_spans_of_a_record():
    record = {"text": "In Oslo.", "mentions": [{"start": 3, "end": 7, "kind": "city"}, {"start": 0, "end": 8}]}

    assert gold_spans(record, "line 1") == [(3, 7), (0, 8)]


NO_LIST = "in.jsonl, line 4 has no list of “mentions”, which --spans needs."
FIRST = "in.jsonl, line 4: mention 1 has no “start” and “end” that lie in the text."
SECOND = "in.jsonl, line 4: mention 2 has no “start” and “end” that lie in the text."
FINE = {"start": 3, "end": 7}


@pytest.mark.parametrize(
    ("mentions", "message"),
    [
        (None, NO_LIST),
        ({"start": 3, "end": 7}, NO_LIST),
        ([3, 7], FIRST),
        ([{"start": 3}], FIRST),
        ([{"start": "3", "end": "7"}], FIRST),
        ([{"start": 3.0, "end": 7.0}], FIRST),
        ([{"start": True, "end": 7}], FIRST),
        ([{"start": -1, "end": 7}], FIRST),
        ([{"start": 3, "end": 3}], FIRST),
        ([FINE, {"start": 7, "end": 3}], SECOND),
        ([FINE, {"start": 3, "end": 9}], SECOND),
    ],
)
def test_spans_that_cannot_be_used_are_named(mentions, message):
    with pytest.raises(InputError) as caught:
        gold_spans({"text": "In Oslo.", "mentions": mentions}, "in.jsonl, line 4")

    assert str(caught.value) == message
