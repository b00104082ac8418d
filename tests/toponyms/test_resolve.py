"""Which of the places of one name a text means, and why."""

import pytest

from eventmap.toponyms.recognise import candidates_at
from eventmap.toponyms.resolve import UNKNOWN, UNLIKELY, resolve

TEXTS = [
    # What stands beside a name decides.
    (
        "Protests took place in Paris, Texas, and in Paris, France.",
        ["Paris, Texas, US", "Texas, US", "Paris, Île-de-France, FR", "France, FR"],
    ),
    ("Birmingham, Alabama, saw floods.", ["Birmingham, Alabama, US", "Alabama, US"]),
    ("Hundreds rallied in Split, Croatia.", ["Split, Split-Dalmatia County, HR", "Croatia, HR"]),
    (
        "They toured Springfield, Illinois, and Springfield, Missouri.",
        ["Springfield, Illinois, US", "Illinois, US", "Springfield, Missouri, US", "Missouri, US"],
    ),
    (
        "San José, Costa Rica, is not San Jose, California.",
        ["San José, CR", "Costa Rica, CR", "San Jose, California, US", "California, US"],
    ),
    # One name has one sense in a text.
    (
        "The talks in Paris ended early. Shots were fired in Paris, Tennessee.",
        ["Paris, Tennessee, US", "Paris, Tennessee, US", "Tennessee, US"],
    ),
    # The company that it keeps.
    ("Georgia and Armenia closed the road from Tbilisi.", ["Georgia, GE", "Armenia, AM", "Tbilisi, GE"]),
    ("Atlanta is the capital of Georgia.", ["Atlanta, Georgia, US", "Georgia, US"]),
    # What the text calls it.
    ("Floods hit the state of Georgia.", ["Georgia, US"]),
    ("They live in the Irkutsk region, not in Irkutsk.", ["Irkutsk Oblast, RU", "Irkutsk, Irkutsk Oblast, RU"]),
    ("He is from Kyiv Oblast.", ["Kyiv Oblast, UA"]),
    # Spellings.
    ("In Kiev and Kharkov it rained.", ["Kyiv, UA", "Kharkiv, Kharkiv Oblast, UA"]),
    ("In Rangoon, Burma, it rained.", ["Yangon, MM", "Myanmar, MM"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_place_that_a_text_means(named, text, expected):
    assert [place for _, _, place in named(text)] == expected


def test_the_reason_names_what_decided(toponyms):
    def why(text):
        return toponyms(text)[0].mention.why

    assert why("He was born in Paris, Texas.") == "the text places it in Texas"
    assert why("Georgia and Armenia traded.") == "the name of a country"
    assert why("French wine is dear.") == "“French” is the adjective of France"
    assert why("They met in Makhachkala.") == "the only place of this name in the gazetteer"


def test_confidence_falls_with_rivals_and_they_are_kept(toponyms):
    sure = toponyms("They met in Makhachkala, Russia.")[0].mention
    unsure = toponyms("They met in Springfield.")[0].mention

    assert 0 <= unsure.confidence < sure.confidence <= 1
    assert sure.alternatives == ()
    assert len(unsure.alternatives) == 3
    assert all(words.startswith("Springfield, ") for _, words in unsure.alternatives)
    assert unsure.id not in {other for other, _ in unsure.alternatives}


def test_a_name_that_the_gazetteer_lacks_or_hardly_fits_has_no_place(gazetteer):
    text = "Xyzzyville and Springfield."
    candidates = candidates_at(text, [(0, 10), (15, 26)], gazetteer)

    unknown, unlikely = resolve(text, candidates, gazetteer, least_sure=1.0)
    forced = resolve(text, candidates, gazetteer, least_sure=0.0)

    assert (unknown.entry, unknown.confidence, unknown.why, unknown.others) == (None, 0.0, UNKNOWN, ())
    assert (unlikely.entry, unlikely.confidence, unlikely.why) == (None, 0.0, UNLIKELY)
    assert [one.entry is None for one in forced] == [True, False]
    assert unlikely.others[0] == forced[1].entry
    assert len(unlikely.others) == 3


def test_no_candidates_no_places(gazetteer):
    assert resolve("It rained.", [], gazetteer) == []
