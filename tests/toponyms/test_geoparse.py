"""From a text to its resolved toponyms, and spans that somebody else has marked."""

from eventmap import nlp
from eventmap.toponyms import geoparse, resolve_spans


def test_where_a_toponym_stands_in_the_parse(gazetteer):
    paragraphs = nlp.parse("It rained.\n\nIt snowed in Los Angeles and in Oslo.")
    found = geoparse(paragraphs, gazetteer)

    assert [(t.paragraph, paragraphs[t.paragraph].doc[t.first : t.last].text) for t in found] == [
        (1, "Los Angeles"),
        (1, "Oslo"),
    ]


def test_a_text_without_places(gazetteer):
    assert geoparse(nlp.parse("It rained all night."), gazetteer) == []
    assert geoparse(nlp.parse(""), gazetteer) == []


def test_given_spans_are_resolved_in_the_order_given(gazetteer):
    text = "From Odessa, Texas, they drove to Xyzzyville and to Paris, Texas."
    words = ["Paris", "Xyzzyville", "Odessa"]
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]

    found = resolve_spans(nlp.parse(text), spans, gazetteer)

    assert [(t.mention.text, t.entry.admin1_name) if t else None for t in found] == [
        ("Paris", "Texas"),
        None,
        ("Odessa", "Texas"),
    ]


def test_a_span_given_twice_is_answered_twice(gazetteer):
    text = "It rained in Oslo."

    found = resolve_spans(nlp.parse(text), [(13, 17), (13, 17)], gazetteer)

    assert [t.entry.name if t else None for t in found] == ["Oslo", "Oslo"]
