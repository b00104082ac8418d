"""The story that comes with the product, against what a careful reader finds in it."""

import pytest
from told import row

from eventmap.model import Extraction
from eventmap.pipeline import extract
from eventmap.stories import list_stories

ANY = "any"  # not compared

# Types that fit; place; (low, high); dates; sources that must be among those named.
REQUIRED = [
    ({"flight"}, "Russia", (261000, None), ANY, {"Novaya Gazeta Europe"}),
    ({"border_traffic"}, "border:fi-ru", None, ANY, set()),
    ({"border_traffic"}, "border:ge-ru", None, ANY, set()),
    ({"mobilisation"}, "Russia", ANY, "2022-09-21", set()),
    ({"arrest"}, "Russia", (2355, 2355), "2022-09-21/2022-09-28", {"OVD-Info"}),
    ({"deaths"}, "Ukraine", (6756, 6756), ANY, {"Mediazona", "BBC"}),
    ({"protest"}, "Moscow", ANY, ANY, set()),
    ({"protest"}, "Siberia", ANY, ANY, set()),
    ({"protest"}, "North Caucasus", ANY, ANY, set()),
    ({"protest"}, "Dagestan", ANY, ANY, set()),
    ({"protest"}, "Makhachkala", (200, 999), "2022-09-25/2022-09-26", set()),
    ({"protest"}, "Yakutsk", (400, 400), ANY, set()),
    ({"protest"}, "Ulan-Ude", None, ANY, set()),
    ({"mobilisation"}, "Buryatia", (6500, None), ANY, {"Free Buryatia Foundation"}),
    ({"shooting"}, "Ust-Ilimsk", ANY, "2022-09-26", {"Baza"}),
    ({"self_immolation"}, "Ryazan", (1, 1), ANY, {"Novaya Gazeta Ryazan"}),
    ({"retreat"}, "Ukraine", ANY, ANY, set()),
    ({"diplomacy", "condemnation"}, "Uzbekistan", ANY, ANY, set()),
    ({"diplomacy", "condemnation"}, None, ANY, ANY, {"AP"}),
]
# What may be read as an event beside them: types that fit, and figures, if any.
ALLOWED = [
    ({"mobilisation"}, (None, 1000000)),
    ({"mobilisation", "border_traffic", "flight", "arson"}, None),
    ({"mobilisation", "return"}, (24, 99)),
    ({"protest"}, None),
]
# Parts of other names, an outlet's home, leaders' countries, and namesakes elsewhere.
FORBIDDEN = ["Shanghai", "Riga", "Europe", "Turkey", "Kyrgyzstan", "Azerbaijan", "India", "Belarus", "Ryazan Oblast"]


@pytest.fixture(scope="module")
def story(gazetteer) -> Extraction:
    article = next(story for story in list_stories() if story.id == "vice-2022-09-28")
    assert article is not None
    return extract(article, gazetteer)


def figures(event):
    return (event.count.low, event.count.high) if event.count else None


def fits(event, required):
    types, place, count, dates, sources = required
    _, at, _, on, _, _ = row(event)
    return (
        event.type in types
        and at == place
        and (count is ANY or figures(event) == count)
        and (dates is ANY or on == dates)
        and sources <= set(event.sources)
    )


@pytest.mark.parametrize("required", REQUIRED, ids=[f"{min(types)} {place}" for types, place, *_ in REQUIRED])
def test_what_a_careful_reader_finds_is_found_once(story, required):
    assert len([event for event in story.events if fits(event, required)]) == 1


def test_nothing_is_found_that_a_careful_reader_would_reject(story):
    beside = [event for event in story.events if not any(fits(event, required) for required in REQUIRED)]

    assert [
        row(event) for event in beside if (not any(event.type in t and figures(event) == n for t, n in ALLOWED))
    ] == []


def test_places_that_carry_no_event(story):
    places = [event.place for event in story.events if event.place]

    assert [place.name for place in places if place.name in FORBIDDEN] == []
    assert {place.country for place in places} == {"RU", "UA", "FI", "GE", "UZ"}


def test_the_claim_of_a_million_is_denied(story):
    (claim,) = [event for event in story.events if figures(event) == (None, 1000000)]

    assert (claim.status, claim.denied_by) == ("denied", ("Dmitry Peskov",))


def test_every_passage_is_verbatim(story):
    text = story.article.text

    assert [event.quote for event in story.events] == [text[event.start : event.end] for event in story.events]
