"""Which countries an article is about."""

from eventmap.toponyms import country_weights


def test_the_country_spoken_of_most_comes_first(toponyms):
    found = toponyms("Kenya voted. In Nairobi and Kisumu, queues were long. Tanzania congratulated Kenya.")

    assert list(country_weights(found)) == ["KE", "TZ"]


def test_a_name_weighs_more_than_an_adjective_or_a_town(toponyms):
    assert list(country_weights(toponyms("Spain played. French fans sang in Lyon. Spain won."))) == ["ES", "FR"]
    assert country_weights(toponyms("French fans sang.")) == {"FR": 0.6}


def test_names_inside_other_names_speak_for_no_country(toponyms):
    found = toponyms("He works for the Shanghai Cooperation Organisation.")

    assert [t.mention.text for t in found] == ["Shanghai"]
    assert country_weights(found) == {}


def test_no_places_no_countries():
    assert country_weights([]) == {}
