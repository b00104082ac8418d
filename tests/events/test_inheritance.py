"""Where an event whose sentence names no place takes one from, and how much less sure that is."""

import pytest
from told import row, rows

STORIES = [
    # the same sentence, the sentence before, the paragraph before
    ("Fighting in Khartoum has forced thousands to flee.", [("armed_clash", "Khartoum"), ("flight", "Khartoum")]),
    ("After an attack in Oslo, police arrested 14 people.", [("attack", "Oslo"), ("arrest", "Oslo")]),
    ("Two men were stabbed in Reading. Police arrested a student.", [("attack", "Reading"), ("arrest", "Reading")]),
    ("Two men were stabbed in Reading.\n\nPolice arrested a student.", [("attack", "Reading"), ("arrest", "Reading")]),
    # a setting that tells no event
    ("A crowd filled the square in Gori. Police arrested nine people.", [("arrest", "Gori")]),
    ("The men arrived on foot at a farm in Gori. Police arrested nine people.", [("arrest", "Gori")]),
    ("Marib. Two missiles hit a school on Monday.", [("shelling", "Ma'rib")]),
    # what the text says only afterwards, and more exactly
    ("Gunmen attacked a church on Sunday.\n\nThe attack took place in Jos.", [("attack", "Jos")]),
    ("Police shot a man on Friday. It happened in Utrecht at noon.", [("shooting", "Utrecht")]),
    # the dateline, the acting state
    ("LAGOS, Nigeria (AP) — A building collapsed on Monday.", [("man_made_disaster", "Lagos")]),
    ("Turkey and Greece met. France expelled two diplomats.", [("diplomacy", "France")]),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_places_that_the_story_gives(read, text, expected):
    assert [row_[:2] for row_ in rows(read(text))] == expected


def test_a_protest_is_not_where_that_is_against_which_it_protests(read):
    events = read("Thousands rallied against the shelling of Kharkiv.").events

    assert [row(event)[:2] for event in events if event.type == "protest"] == [("protest", None)]


def test_no_other_place_stands_in_for_one_that_the_gazetteer_does_not_know(read):
    events = read("Missiles hit Odesa on Monday. In the village of Xyzzyville, gunmen killed 52 people.").events

    assert [event.place for event in events if event.type == "attack"] == [None]


def test_the_further_the_place_the_less_sure(read):
    told = read("Rioters burned shops in Leeds. Rioters also burned a school.\n\nPolice arrested 12 people.").events
    stated, *inherited = [event.confidence for event in told]

    assert inherited
    assert all(confidence < stated for confidence in inherited)
