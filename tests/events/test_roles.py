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
    ("The shelling of Leeds went on.", ("of", "shelling", "of")),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_role_of_a_place(parsed, sentence, expected):
    doc = parsed(sentence)
    place = next(token.i for token in doc if token.text == "Leeds")

    found = role(doc[place : place + 1])

    assert (found.kind, found.governor.text, found.word) == expected
