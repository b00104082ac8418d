"""Toponyms where the parse has them."""

from eventmap import nlp
from eventmap.events.located import locate
from eventmap.toponyms import geoparse


def test_toponyms_are_found_in_their_paragraphs_and_tokens(gazetteer):
    text = "It rained.\n\nIt snowed in Los Angeles and in Oslo."
    paragraphs = nlp.parse(text)
    found = locate(paragraphs, geoparse(text, gazetteer))

    assert [(t.paragraph, paragraphs[t.paragraph].doc[t.first : t.last].text) for t in found] == [
        (1, "Los Angeles"),
        (1, "Oslo"),
    ]


def test_toponyms_without_a_place_are_left_out(gazetteer):
    text = "Soldiers left Xyzzyville for Oslo."
    assert [t.mention.text for t in locate(nlp.parse(text), geoparse(text, gazetteer))] == ["Oslo"]
