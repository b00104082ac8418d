"""Places that a text means without naming them."""

import pytest
from told import rows

TEXTS = [
    ("Troops entered Mosul on Monday. Two men were shot dead in the city.", ("shooting", "Mosul")),
    ("Rain fell in Beira for a week. Cholera has killed 12 people there.", ("disease_outbreak", "Beira")),
    ("Rebels hold the village of Rutshuru. Gunmen killed four people in the village.", ("attack", "Rutshuru")),
    ("Ministers met in Oslo. A bomb exploded in the Norwegian capital on Friday.", ("remote_explosive", "Oslo")),
    ("Prices rose in Peru. Farmers protested in the capital on Friday.", ("protest", "Lima")),
    ("Gunmen attacked a Syrian village.", ("attack", "Syria")),
    ("Hundreds of villagers fled Rakhine state.", ("flight", "Rakhine State")),
    ("Hamas fired rockets at Haifa. Eight people were injured in the Israeli city.", ("deaths", "Haifa")),
    ("Rain fell in Kumasi on a man from Accra. Police arrested three people in the city.", ("arrest", "Kumasi")),
    ("French farmers blocked roads across the country.", ("protest", "France")),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_what_points_back_is_the_place_told_before(read, text, expected):
    assert rows(read(text))[-1][:2] == expected


def test_the_words_that_point_are_the_mention(read):
    event = read("Rain fell in Beira. Cholera killed 12 people in the city.").events[-1]

    assert (event.place.mention.text, event.place.why) == ("the city", "“the city” here is Beira, told before")
    assert event.place.confidence < 1


def test_the_noun_of_a_named_place_points_nowhere(read):
    events = read("Troops entered Mosul. Two men were shot dead in the city of Erbil.").events

    assert [event.place.mention.text for event in events if event.type == "shooting"] == ["Erbil"]
