"""From a text to its resolved toponyms, and spans that somebody else has marked."""

from eventmap.toponyms import geoparse, resolve_spans


def test_a_name_that_the_gazetteer_lacks_is_a_toponym_without_a_place(gazetteer):
    found = geoparse("Soldiers entered the town of Xyzzyville on Monday.", gazetteer)

    assert [(t.mention.text, t.mention.id, t.mention.lat, t.entry) for t in found] == [("Xyzzyville", None, None, None)]
    assert found[0].mention.why == "no place in the gazetteer has this name"


def test_a_text_without_places(gazetteer):
    assert geoparse("It rained all night.", gazetteer) == []
    assert geoparse("", gazetteer) == []


def test_given_spans_are_resolved_in_the_order_given(gazetteer):
    text = "From Odessa, Texas, they drove to Xyzzyville and to Paris, Texas."
    words = ["Paris", "Xyzzyville", "Odessa"]
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]

    found = resolve_spans(text, spans, gazetteer)

    assert [(t.mention.text, t.entry.admin1_name if t.entry else None) for t in found] == [
        ("Paris", "Texas"),
        ("Xyzzyville", None),
        ("Odessa", "Texas"),
    ]


def test_a_span_given_twice_is_answered_twice(gazetteer):
    text = "It rained in Oslo."

    found = resolve_spans(text, [(13, 17), (13, 17)], gazetteer)

    assert [t.mention.name for t in found] == ["Oslo", "Oslo"]
