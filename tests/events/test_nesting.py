"""Of places that lie in each other, the finest."""

import pytest

TEXTS = [
    ("Two people were shot in Ikeja in Lagos State, Nigeria.", ["Ikeja"]),
    ("A bomb exploded in the Al-Karrada district of Baghdad.", ["Baghdad"]),
    ("Police arrested four men in Brooklyn in New York City.", ["Brooklyn"]),
    ("An avalanche on Mount Everest in Nepal killed seven climbers.", ["Mount Everest"]),
    ("Police arrested four men in Ghent and in Antwerp.", ["Gent", "Antwerp"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_finest_place_is_taken(read, text, expected):
    names = {event.place.name: None for event in read(text).events if event.place}

    assert list(names) == expected
