"""Which words of a text name a place, and how they are meant."""

import pytest

from eventmap.toponyms.recognise import candidates_at, recognise, without_overlaps

MEANT_AS_PLACES = [
    ("South Korea, North Korea and South Sudan voted.", ["South Korea", "North Korea", "South Sudan"]),
    ("Northern Ireland and Western Sahara are far apart.", ["Northern Ireland", "Western Sahara"]),
    ("Shelling hit Donbas and the Sea of Azov.", ["Donbas", "Sea of Azov"]),
    ("It rained in the Sahel, in Mali and in Niger.", ["Sahel", "Mali", "Niger"]),
    ("Aid reached the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
    ("They met in Bethlehem, in the West Bank.", ["Bethlehem", "West Bank"]),
    ("People in Nice and Lyon marched.", ["Nice", "Lyon"]),
    ("Snow fell in St. Petersburg, Russia.", ["St. Petersburg", "Russia"]),
    ("Guards stopped them in San José, Costa Rica.", ["San José", "Costa Rica"]),
    ("MOSCOW and KYIV spoke again.", ["MOSCOW", "KYIV"]),
]


@pytest.mark.parametrize(("text", "expected"), MEANT_AS_PLACES)
def test_names_meant_as_places(named, text, expected):
    assert [(words, reading) for words, reading, _ in named(text)] == [(words, "place") for words in expected]


NOT_MEANT_AS_PLACES = [
    ("He works for the Shanghai Cooperation Organisation.", [("Shanghai", "organisation")]),
    ("The University of Birmingham closed.", [("Birmingham", "organisation")]),
    ("French and Malian officers met.", [("French", "demonym"), ("Malian", "demonym")]),
    ("We may march on Sunday. Nice work!", []),
    ("It was a split decision on mobile phones.", []),
]


@pytest.mark.parametrize(("text", "expected"), NOT_MEANT_AS_PLACES)
def test_names_that_are_part_of_another_or_no_names(named, text, expected):
    assert [(words, reading) for words, reading, _ in named(text)] == expected


def test_a_person_named_like_a_country_is_no_place_and_the_country_is(named):
    readings = [(words, reading) for words, reading, _ in named("Chad Smith sang in Chad.")]

    assert readings[-1] == ("Chad", "place")
    assert ("Chad", "place") not in readings[:-1]


def test_every_mention_is_verbatim_and_in_the_order_of_the_text(toponyms):
    text = "🙂 In Kyiv,\r\nand in\r\nLviv – Ukraine’s west – it rained.\r\n\r\nМосква. Then Kyiv again."
    found = [t.mention for t in toponyms(text)]

    assert [mention.text for mention in found] == [text[mention.start : mention.end] for mention in found]
    assert [mention.text for mention in found] == ["Kyiv", "Lviv", "Ukraine", "Москва", "Kyiv"]


def test_no_two_mentions_overlap(toponyms):
    found = [t.mention.span for t in toponyms("New York City lies in New York, and Los Angeles County in California.")]

    assert len(found) >= 4
    assert [a for i, a in enumerate(found) for b in found[i + 1 :] if a.overlaps(b)] == []


def test_the_noun_beside_a_name_is_its_designator(gazetteer):
    found = recognise("The town of Pokrovsk, the Irkutsk region and Lyon were named.", gazetteer)
    words = {candidate.text: candidate.designator for candidate in found}

    assert words == {"Pokrovsk": "town", "Irkutsk": "region", "Lyon": ""}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lyon", "Lyon"),
        # What the gazetteer lacks as a whole, a part of it stands for.
        ("Old Lyon", "Lyon"),
        ("Xyzzyville", None),
    ],
)
def test_candidates_at_given_spans(gazetteer, words, expected):
    text = f"It happened in {words} yesterday."
    start = text.index(words)

    (found,) = candidates_at(text, [(start, start + len(words))], gazetteer)

    assert (found.start, found.end, found.text) == (start, start + len(words), words)
    assert (found.hits[0].entry.name if found.hits else None) == expected


def test_a_candidate_of_blanks_has_no_hits(gazetteer):
    assert [candidate.hits for candidate in candidates_at("It  rained.", [(2, 4)], gazetteer)] == [()]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "a", "Oslo", "🙂" * 50, "Oslo " * 500, "北京" * 300])
def test_odd_texts_are_read(gazetteer, text):
    found = recognise(text, gazetteer)
    assert all(text[candidate.start : candidate.end] == candidate.text for candidate in found)


def test_of_overlapping_stretches_the_likeliest_stay():
    chances = {(0, 1): 0.2, (0, 3): 2.0, (2, 4): 1.0, (4, 5): -0.1, (6, 7): -3.0}
    assert without_overlaps(chances, -0.5) == [(0, 3), (4, 5)]
