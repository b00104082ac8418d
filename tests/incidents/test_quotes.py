"""Names and words of quotations."""

import pytest

from eventmap.incidents import load
from eventmap.incidents.quotes import gist, names_agreement, words_agreement


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("Police in Kisumu arrested the Kenyan editor Farid Alam on Monday.", {"farid", "alam"}),
        ("Boko Haram attacked. Villagers fled.", {"boko", "haram"}),
        ("“Fighters” left; the mayor’s aide Ana Ruíz’s car burnt.", {"ana", "ruiz"}),
        ("Bomb Kills Twelve At Crowded Market", set()),
        ("teachers rallied", set()),
        ("Взрыв у рынка, сказал Иван Петров.", {"иван", "петров"}),
    ],
)
def test_the_names_of_a_quotation(tell, quote, names):
    assert gist(tell(quote=quote), load()).names == names


def test_sources_are_no_names_of_the_incident(tell):
    telling = tell(quote="The union leader Vera Sanko said that Ali Omar was hurt.", sources=["Vera Sanko"])
    assert gist(telling, load()).names == {"ali", "omar"}


def test_the_words_of_a_quotation_and_its_further_passages(tell):
    telling = tell(
        quote="On Monday several hundred teachers marched in Kisumu with drums.",
        trigger={"text": "marched"},
        passages=[{"text": "Drumming went on."}],
    )
    assert gist(telling, load()).words == {"teach", "drum", "drumm", "went"}


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [("ab", "ab", "several"), ("ab", "bc", "one"), ("ab", "cd", "other"), ("ab", "", None), ("", "", None)],
)
def test_names_in_common(a, b, level):
    assert names_agreement(frozenset(a), frozenset(b)) == level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("abcde", "abcxyz", "most"),
        ("abcdefgh", "abcuvwxy", "many"),
        ("abcdefgh", "abrstuvwxy", "some"),
        ("abcdefgh", "arstuvwxy", "few"),
        ("abcdefgh", "rstuvwxy", "none"),
        ("a", "a", "some"),
        ("ab", "cd", "none"),
        ("a", "bcd", None),
        ("", "", None),
    ],
)
def test_words_in_common(a, b, level):
    assert words_agreement(frozenset(a), frozenset(b)) == level
