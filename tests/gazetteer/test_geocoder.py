import pytest
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.point import Point

from eventmap.gazetteer import Gazetteer, GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


@pytest.mark.parametrize(
    ("query", "address", "why"),
    [
        ("Paris", "Paris, Île-de-France, France", "most populous town of"),
        ("Paris, Texas", "Paris, Texas, United States", "in Texas, as the query says"),
        ("Paris, TX", "Paris, Texas, United States", "in Texas, as the query says"),
        ("Paris (Texas)", "Paris, Texas, United States", "in Texas, as the query says"),
        ("Ottawa, Ont.", "Ottawa, Ontario, Canada", "in Ontario, as the query says"),
        ("Portland, Maine", "Portland, Maine, United States", "in Maine, as the query says"),
        ("Birmingham, Jefferson County, Alabama", "Birmingham, Alabama, United States", "in Jefferson County"),
        ("Yakutsk, Siberia", "Yakutsk, Sakha (Yakutia), Russia", "in Siberia, as the query says"),
        ("Washington, D.C.", "Washington, District of Columbia, United States", "most populous town of"),
        ("Tripoli, Lebanon", "Tripoli, North Governorate, Lebanon", "in Lebanon, as the query says"),
        ("Georgia", "Georgia", "a country, the first of 2 places of this name"),
        ("Georgia border", "Verkhny Lars, Georgia", "main crossing between Georgia and Russia"),
        ("the Georgian border", "Verkhny Lars, Georgia", "main crossing between Georgia and Russia"),
    ],
)
def test_geocode(geocoder: GazetteerGeocoder, query: str, address: str, why: str) -> None:
    location = geocoder.geocode(query)
    assert location.address == address
    assert why in location.raw["why"]


@pytest.mark.parametrize("query", ["Qwxyz", "Paris, Nowhereland", "Paris, Japan", "Qwxyz border"])
def test_nothing_is_found_rather_than_something_wrong(geocoder: GazetteerGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None
    assert geocoder.candidates(query) == []


def test_raw_tells_what_was_found(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Махачкала")
    assert (location.latitude, location.longitude) == pytest.approx((42.98, 47.50), abs=0.05)
    assert location.raw == {
        "id": "532096", "name": "Makhachkala", "kind": "city", "country": "RU", "admin1": "Dagestan",
        "precision": "point", "confidence": 0.99, "why": "the only place of this name in the gazetteer",
    }  # fmt: skip


def test_a_list_on_request(geocoder: GazetteerGeocoder) -> None:
    springfields = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(springfields) == 3
    assert len(geocoder.geocode("Springfield", exactly_one=False)) == 10
    confidences = [location.raw["confidence"] for location in springfields]
    assert confidences == sorted(confidences, reverse=True)


def test_countries_and_nearness_narrow_the_choice(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Odessa", country_codes="us").address == "Odessa, Texas, United States"
    assert geocoder.geocode("Odessa", country_codes=["UA", "RU"]).raw["country"] == "UA"
    assert geocoder.geocode("Odessa", country_codes="FR") is None
    near = geocoder.geocode("Springfield", near=(39.8, -89.6))
    assert near.raw["admin1"] == "Illinois"
    assert near.raw["why"].startswith("4 km from the point given")
    assert geocoder.geocode("Springfield", near=Point(42.1, -72.6)).raw["admin1"] == "Massachusetts"
    turkish = geocoder.geocode("Georgian border", near=(41.6, 41.6))
    assert turkish.raw["why"] == "main crossing between Georgia and Turkey"


def test_confidences_are_shares(geocoder: GazetteerGeocoder) -> None:
    for query in ("Springfield", "Georgia border", "Odessa"):
        shares = [candidate.confidence for candidate in geocoder.candidates(query)]
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("query", ["", "  ", None, 5])
def test_a_query_that_is_no_name(geocoder: GazetteerGeocoder, query: str) -> None:
    with pytest.raises(GeocoderQueryError, match="A place name is needed"):
        geocoder.geocode(query)


def test_reverse(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.reverse("55.75, 37.61").address == "Moscow, Russia"
    assert geocoder.reverse((42.98, 47.5)).raw["why"].endswith("km from the point given")
    assert len(geocoder.reverse(Point(42.98, 47.5), exactly_one=False, limit=4)) == 4
    with pytest.raises(GeocoderQueryError, match="not a latitude"):
        geocoder.reverse("somewhere")


def test_no_request_leaves_the_machine(geocoder: GazetteerGeocoder) -> None:
    for get in (geocoder.adapter.get_json, geocoder.adapter.get_text):
        with pytest.raises(GeocoderUnavailable, match="asks nothing of the network"):
            get("https://example.org/", timeout=1, headers={})
