"""From a text to its resolved toponyms."""

from eventmap.toponyms import geoparse


def test_a_name_that_the_gazetteer_lacks_is_a_toponym_without_a_place(gazetteer):
    found = geoparse("Soldiers entered the town of Xyzzyville on Monday.", gazetteer)

    assert [(t.mention.text, t.mention.id, t.mention.lat, t.entry) for t in found] == [("Xyzzyville", None, None, None)]
    assert found[0].mention.why == "no place in the gazetteer has this name"


def test_a_text_without_places(gazetteer):
    assert geoparse("It rained all night.", gazetteer) == []
    assert geoparse("", gazetteer) == []
