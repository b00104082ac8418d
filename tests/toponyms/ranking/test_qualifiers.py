"""Which places of a name the words beside it leave."""

import pytest

from eventmap.toponyms.ranking.qualifiers import qualified_by

TEXTS = [
    ("They met in [Paris], Texas.", ["Texas"], "Texas"),
    ("They met in [Paris], Tex., on Monday.", ["Texas"], "Texas"),
    ("They met in [Paris] (Tennessee).", ["Tennessee"], "Tennessee"),
    ("They met in [Paris] in Ontario.", ["Ontario"], "Ontario"),
    ("They met in [Paris], in the north of it.", [], None),
    ("The Texas town of [Paris] is small.", ["Texas"], "Texas"),
    ("Texas’s town of [Paris] is small.", ["Texas"], "Texas"),
    ("They met in [Paris], Lamar County, Texas.", ["Texas"], "Texas"),
    ("They went to [Paris], Texas A&M says.", ["Texas"], "Texas"),
    ("They met in [Paris], Peter said.", [], None),
    ("They met in [Paris].", [], None),
]


@pytest.mark.parametrize(("text", "regions", "within"), TEXTS)
def test_qualified_by(gazetteer, text, regions, within):
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")

    found = qualified_by(plain, start, end, gazetteer.lookup("Paris"), gazetteer)

    assert sorted({gazetteer.get(id_).admin1_name for id_ in found}) == regions
    assert set(found.values()) <= {within, "Lamar County"}


def test_a_demonym_before_the_noun_places_a_name(gazetteer):
    text = "The French town of Nice was quiet."

    found = qualified_by(text, 19, 23, gazetteer.lookup("Nice"), gazetteer)

    assert {gazetteer.get(id_).country for id_ in found} == {"FR"}
