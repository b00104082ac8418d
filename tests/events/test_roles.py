"""What a place does in its sentence, and the word that it belongs to."""

import pytest

from eventmap.events.roles import role

SENTENCES = [
    ("Fighting broke out in Leeds.", ("locative", "broke", "in")),
    ("They met near Leeds.", ("locative", "met", "near")),
    ("They met between York and Leeds.", ("locative", "met", "between")),
    ("They marched in York and Leeds.", ("locative", "marched", "in")),
    ("They marched in the city of Leeds.", ("locative", "marched", "in")),
    ("They fled from Leeds.", ("origin", "fled", "from")),
    ("Residents of Leeds fled.", ("origin", "Residents", "of")),
    ("They fled to Leeds.", ("destination", "fled", "to")),
    ("Leeds saw two marches.", ("subject", "saw", "")),
    ("The streets of Leeds were empty.", ("subject", "were", "")),
    ("Rebels took Leeds.", ("object", "took", "")),
    ("Leeds was bombed.", ("passive_subject", "bombed", "")),
    ("The Leeds protest ended.", ("modifier", "protest", "")),
    ("Leeds's mayor spoke.", ("genitive", "mayor", "")),
    ("The mayor of Leeds spoke.", ("of", "mayor", "of")),
    ("They met at noon in Leeds.", ("locative", "met", "in")),
    ("A truck overturned close to Leeds.", ("locative", "overturned", "to")),
    ("A Leeds court jailed two men.", ("subject", "jailed", "")),
    ("The shelling of Leeds went on.", ("of", "shelling", "of")),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_role_of_a_place(parsed, sentence, expected):
    doc = parsed(sentence)
    place = next(token.i for token in doc if token.text == "Leeds")

    found = role(doc[place : place + 1])

    assert (found.kind, found.governor.text, found.word) == expected


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        ("A bomb exploded 20 km south of Leeds.", True),
        ("They met 20 km from Leeds.", True),
        ("They met in the south of Leeds.", False),
        ("They met in Leeds.", False),
    ],
)
def test_a_bearing_is_no_whereabouts(parsed, sentence, aside):
    doc = parsed(sentence)
    place = next(token.i for token in doc if token.text == "Leeds")

    assert role(doc[place : place + 1]).aside == aside


def test_the_site_that_a_place_stands_with_is_told(parsed):
    doc = parsed("A Leeds court jailed two men.")

    site = role(doc[1:2]).site

    assert site is not None
    assert site.text == "court"
