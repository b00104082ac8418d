"""What the gazetteer has for a marked toponym, however it is written."""

import pytest

from eventmap.toponyms.ranking.spans import hits_of

NAMES = [
    ("Leeds", "Leeds"),
    ("Leeds’s", "Leeds"),
    ("Greater Leeds", "Leeds"),
    ("downtown Leeds", "Leeds"),
    ("W. Palm Beach", "West Palm Beach"),
    ("Maricopa Co.", "Maricopa County"),
    ("University of Alberta", "Alberta"),
    ("Bank of Japan", "Japan"),
    ("Norwegian Embassy", "Norway"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_place_that_a_marked_name_holds(gazetteer, text, name):
    assert hits_of(text, gazetteer)[0].entry.name == name


@pytest.mark.parametrize("text", ["", "...", "the old house", "Qwrtzp House", "x" * 500])
def test_what_holds_no_name_has_no_hits(gazetteer, text):
    assert hits_of(text, gazetteer) == []
