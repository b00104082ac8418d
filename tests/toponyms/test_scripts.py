"""Names in other scripts than Latin, inside an English text or on their own."""

import pytest

from eventmap.toponyms import geoparse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rallies were held in Махачкала and Київ, witnesses said.", [("Махачкала", "532096"), ("Київ", "703448")]),
        ("Протест. Улан-Удэ, Россия.", [("Улан-Удэ", "2014407"), ("Россия", "2017370")]),
        ("Он сказал, что это не так.", []),
    ],
)
def test_names_in_cyrillic_resolve(gazetteer, text, expected):
    found = geoparse(text, gazetteer)
    assert [(toponym.mention.text, toponym.mention.id) for toponym in found] == expected
