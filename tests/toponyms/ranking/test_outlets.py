"""Where an outlet is at home."""

import numpy as np
import pytest

from eventmap.toponyms.ranking.outlets import OUTLET, Outlets, domain_country, domain_of, outlet_features, votes_of


@pytest.fixture
def votes(tabled):
    """The votes of a text of which each name's first place is meant."""

    def read(text):
        table = tabled(text)
        chances = np.zeros(len(table.entries))
        chances[table.starts] = 1.0
        return votes_of(table, chances)

    return read


SOURCES = [
    ("www.example.co.uk", "example.co.uk", "GB"),
    ("https://news.example.ca/story?id=1", "news.example.ca", "CA"),
    ("Example.COM", "example.com", ""),
    ("example.tv", "example.tv", ""),
    ("The Example", "", ""),
    ("//[", "", ""),
    ("", "", ""),
    (None, "", ""),
]


@pytest.mark.parametrize(("source", "domain", "country"), SOURCES)
def test_domains(source, domain, country):
    assert (domain_of(source), domain_country(domain)) == (domain, country)


def test_an_article_is_not_part_of_its_own_home(votes):
    outlets = Outlets()
    alone = votes("From [Dallas] to [Houston].")
    outlets.add("example.com", alone)

    home = outlets.home("example.com", alone)

    assert home.articles == 0
    assert max(home.totals.values()) == pytest.approx(0.0)


def test_the_region_of_the_other_articles_speaks_for_a_place_there(tabled, votes):
    outlets = Outlets()
    own = votes("It rained in [Paris].")
    for one in (own, votes("From [Dallas] to [Houston]."), votes("Roads in [Austin] and [El Paso].")):
        outlets.add("www.example.com", one)
    table = tabled("It rained in [Paris].")

    rows = outlet_features(table, outlets.home("example.com", own))
    share = {e.admin1_name: row[OUTLET.index("outlet ADM1")] for e, row in zip(table.entries, rows, strict=True)}

    assert max(share, key=share.get) == "Texas"
    assert share["Tennessee"] == 0.0


def test_a_name_does_not_speak_for_itself(votes, gazetteer):
    outlets = Outlets()
    own = votes("It rained in [Dublin].")
    for one in (own, votes("It snowed in [Dublin]."), votes("Nothing new in [Dublin] and [Cleveland].")):
        outlets.add("example.com", one)

    home = outlets.home("example.com", own)

    assert home.share("dublin", "IE") == pytest.approx(0.0)
    assert home.share("dublin", "US") > 0.1
    assert home.share("belfast", "IE") > 0.4


def test_the_order_of_articles_makes_no_difference(tabled, votes):
    texts = ["From [Dallas] to [Paris].", "Roads in [Austin].", "It rained in [Paris] and [Oslo].", "[Waco] won."]
    found = []
    for order in (texts, texts[::-1]):
        outlets = Outlets()
        for text in order:
            outlets.add("example.com", votes(text))
        found.append(outlet_features(tabled(texts[0]), outlets.home("example.com", votes(texts[0]))))

    assert np.allclose(*found)


def test_without_a_source_there_is_no_home(tabled, votes):
    outlets = Outlets()
    own = votes("It rained in [Paris].")
    outlets.add(None, own)

    assert outlets.home(None, own) is None
    assert not outlet_features(tabled("It rained in [Paris]."), None).any()
