"""The record of an incident: its reports side by side, what differs, and why they are together."""

from eventmap import event_types
from eventmap.incidents import match

from .conftest import KISUMU

KENYA = {"id": "192950", "name": "Kenya", "kind": "country", "lat": 1.0, "lon": 38.0, "country": "KE",
         "admin1": "", "precision": "country"}  # fmt: skip


def test_the_whole_record(tell):
    quote = "Teachers marched to the Jomo stadium with drums and banners."
    first = tell("a", date="2026-03-02", published="2026-03-02", title="Teachers march", quote=quote, place=KENYA,
                 count={"low": 200, "high": 999, "role": "participants", "text": "hundreds"},
                 sources=["union"])  # fmt: skip
    second = tell("b", date="2026-03-02", published="2026-03-03", quote=quote, type="protest_intervention",
                  status="claimed", count={"low": 50, "high": 50, "role": "participants", "text": "50"})  # fmt: skip
    types = event_types.load()
    record = match([second, first], types)[0].record(types)
    place = {key: KISUMU[key] for key in KISUMU}
    kenya = {key: KENYA[key] for key in KENYA}
    date = {"start": "2026-03-02", "end": "2026-03-02", "precision": "day"}
    a, b = {"event": "a1", "article": "a"}, {"event": "b1", "article": "b"}
    count = {"unit": "people", "role": "participants"}
    assert record == {
        "id": "incident-4b35bb64a579881b",
        "score": 0.889,
        "sure": True,
        "joins": [],
        "type": "protest",
        "place": place,
        "date": date,
        "reports": [
            {**a, "title": "Teachers march", "published": "2026-03-02", "url": None, "type": "protest", "quote": quote,
             "place": kenya, "date": date, "count": {**count, "low": 200, "high": 999, "text": "hundreds"},
             "sources": ["union"], "status": "reported", "score": 0.889},
            {**b, "title": None, "published": "2026-03-03", "url": None, "type": "protest_intervention",
             "quote": quote, "place": place, "date": date, "count": {**count, "low": 50, "high": 50, "text": "50"},
             "sources": [], "status": "claimed", "score": 0.889},
        ],
        "differs": [
            {"field": "type", "values": [{**a, "value": "protest"}, {**b, "value": "protest_intervention"}]},
            {"field": "place", "values": [
                {**a, "value": {"id": "192950", "name": "Kenya"}}, {**b, "value": {"id": "191245", "name": "Kisumu"}}]},
            {"field": "status", "values": [{**a, "value": "reported"}, {**b, "value": "claimed"}]},
            {"field": "count", "role": "participants", "values": [
                {**a, "value": {"low": 200, "high": 999, "unit": "people"}},
                {**b, "value": {"low": 50, "high": 50, "unit": "people"}}]},
        ],
        "pairs": [
            {"events": [a, b], "score": 0.889, "parts": [
                {"part": "type", "points": 1.0, "why": "types in which reports of one event often differ"},
                {"part": "place", "points": 1.0, "why": "one place is in the country of the other"},
                {"part": "date", "points": 4.0, "why": "the same day"},
                {"part": "published", "points": 0.0, "why": "published within three days"},
                {"part": "names", "points": 1.5, "why": "a name in common"},
                {"part": "words", "points": 3.0, "why": "most words in common"},
                {"part": "count", "role": "participants", "points": -1.5,
                 "why": "numbers that differ by a factor of up to five"},
            ]},
        ],
    }  # fmt: skip


def test_one_report_has_nothing_beside_it(tell):
    types = event_types.load()
    record = match([tell()], types)[0].record(types)
    assert (record["score"], record["sure"], record["differs"], record["pairs"]) == (1.0, True, [], [])
    assert [report["score"] for report in record["reports"]] == [None]


def test_a_large_group_shows_its_least_alike_pairs(tell):
    types = event_types.load()
    told = [tell(f"a{number:02}", date="2026-03-02") for number in range(30)]
    (incident,) = match(told, types)
    assert (len(incident.reports), len(incident.record(types)["pairs"])) == (30, 200)
