import contextlib
import sqlite3
import threading

import pytest

from eventmap.gazetteer import Gazetteer, distance_km, schema
from eventmap.model import PlaceKind


def first(gazetteer: Gazetteer, name: str) -> tuple[str, str, str, str]:
    """Kind, country, first-level region and name of the first hit."""
    entry = gazetteer.lookup(name)[0].entry
    return entry.kind, entry.country, entry.admin1_name, entry.name


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (["Makhachkala", "Махачкала"], ("city", "RU", "Dagestan", "Makhachkala")),
        (["Kyiv", "Kiev", "Київ", "Киев"], ("city", "UA", "Kyiv", "Kyiv")),
        (["Ulan-Ude", "Ulan Ude", "Улан-Удэ"], ("city", "RU", "Buryatia", "Ulan-Ude")),
        (["Ust-Ilimsk", "Ust’-Ilimsk", "Усть-Илимск"], ("city", "RU", "Irkutsk Oblast", "Ust-Ilimsk")),
        (["Moscow", "Москва"], ("city", "RU", "Moscow", "Moscow")),
        (["NYC", "New York City"], ("city", "US", "New York", "New York City")),
        (["Saint Louis", "St. Louis"], ("city", "US", "Missouri", "St. Louis")),
        (["Dagestan", "Republic of Dagestan", "Дагестан"], ("region", "RU", "Dagestan", "Dagestan")),
        (["Buryatia", "Republic of Buryatia", "Бурятия"], ("region", "RU", "Buryatia", "Buryatia")),
        (["Irkutsk Oblast", "Irkutsk region"], ("region", "RU", "Irkutsk Oblast", "Irkutsk Oblast")),
        (["Donetsk Oblast", "Donetsk region"], ("region", "UA", "Donetsk Oblast", "Donetsk Oblast")),
        (["Chechnya", "Chechen Republic", "Чечня"], ("region", "RU", "Chechnya", "Chechnya")),
        (["Crimea", "Крым", "Крим"], ("region", "UA", "Crimea", "Crimea")),
        (["Helmand province", "province of Helmand"], ("region", "AF", "Helmand", "Helmand")),
        (["Anbar", "Anbar province"], ("region", "IQ", "Anbar", "Anbar")),
        (["Nuevo León", "Nuevo Leon"], ("region", "MX", "Nuevo León", "Nuevo León")),
        (["Bavaria", "Bayern"], ("region", "DE", "Bavaria", "Bavaria")),
        (["Rapides Parish"], ("region", "US", "Louisiana", "Rapides Parish")),
        (["Calif.", "California"], ("region", "US", "California", "California")),
        (["B.C.", "British Columbia"], ("region", "CA", "British Columbia", "British Columbia")),
        (["Georgia", "Republic of Georgia"], ("country", "GE", "", "Georgia")),
        (["U.S.", "USA", "United States", "America"], ("country", "US", "", "United States")),
        (["UK", "U.K.", "Britain"], ("country", "GB", "", "United Kingdom")),
        (["DR Congo", "DRC"], ("country", "CD", "", "Democratic Republic of the Congo")),
        (["Burma", "Myanmar"], ("country", "MM", "", "Myanmar")),
        (["Siberia", "Сибирь"], ("area", "RU", "", "Siberia")),
        (["North Caucasus", "Northern Caucasus"], ("area", "RU", "", "North Caucasus")),
        (["Donbas", "Donbass"], ("area", "UA", "", "Donbas")),
        (["Heathrow Airport", "Heathrow"], ("site", "GB", "England", "London Heathrow Airport")),
        (["Lake Geneva", "Lac Léman"], ("area", "", "", "Lake Geneva")),
        (["Soviet Union", "USSR", "U.S.S.R."], ("area", "", "", "Soviet Union")),
        (["Mount Etna", "Mt. Etna", "Etna"], ("area", "IT", "", "Mount Etna")),
        (["River Thames", "Thames"], ("area", "GB", "", "River Thames")),
        (["T&T", "Trinidad & Tobago"], ("country", "TT", "", "Trinidad and Tobago")),
        (["Herts", "Hertfordshire"], ("region", "GB", "England", "Hertfordshire")),
        (["N.Y", "N.Y.", "NY"], ("region", "US", "New York", "New York")),
        (["Co. Cork", "County Cork"], ("region", "IE", "Munster", "Cork")),
        (["Cox’s Bazar", "Cox's Bazar", "Coxs Bazar"], ("city", "BD", "Chattogram", "Cox’s Bāzār")),
        (["Aix-en-Provence", "Aix en Provence"], ("city", "FR", "Provence-Alpes-Côte-d’Azur", "Aix-en-Provence")),
        (["Côte d’Ivoire", "Cote d'Ivoire", "Côte d`Ivoire"], ("country", "CI", "", "Ivory Coast")),
        (["Rio Grande do Sul"], ("region", "BR", "Rio Grande do Sul", "Rio Grande do Sul")),
        (["Shebekinsky District"], ("region", "RU", "Belgorod Oblast", "Shebekinskiy Rayon")),
        (["Verkhny Lars", "Upper Lars"], ("border_crossing", "GE", "", "Verkhny Lars")),
        (["Russia–Georgia border", "Georgian-Russian border"], ("border_crossing", "GE", "", "Verkhny Lars")),
    ],
)
def test_every_spelling_finds_the_place(
    gazetteer: Gazetteer, names: list[str], place: tuple[str, str, str, str]
) -> None:
    assert {name: first(gazetteer, name) for name in names} == dict.fromkeys(names, place)


def test_an_abbreviation_is_found_only_as_one(gazetteer: Gazetteer) -> None:
    assert {name: first(gazetteer, name)[1] for name in ("US", "U.S.", "U.S", "Us")} == {
        "US": "US", "U.S.": "US", "U.S": "US", "Us": "FR",
    }  # fmt: skip
    assert first(gazetteer, "Gao")[::3] == ("city", "Gao")  # not Guantánamo, of which it is the airport's code


def test_georgia_is_a_country_and_a_state(gazetteer: Gazetteer) -> None:
    hits = [(hit.entry.id, hit.entry.kind, hit.name_type) for hit in gazetteer.lookup("Georgia")]
    assert hits == [("614540", "country", "primary"), ("4197000", "region", "primary")]


def test_springfields_come_most_populous_first(gazetteer: Gazetteer) -> None:
    hits = gazetteer.lookup("Springfield")
    towns = [hit.entry.population for hit in hits if hit.entry.country == "US" and hit.entry.kind == "city"]
    assert len(towns) > 20
    assert towns == sorted(towns, reverse=True)
    assert {"Missouri", "Massachusetts", "Illinois"} <= {hit.entry.admin1_name for hit in hits[:3]}


def test_jefferson_counties_are_found_in_many_states(gazetteer: Gazetteer) -> None:
    states = {hit.entry.admin1 for hit in gazetteer.lookup("Jefferson County")}
    assert {"AL", "CO", "KY", "TX", "WA"} <= states


@pytest.mark.parametrize("name", ["", "…", "Nowhereville-upon-Nothing", "'; DROP TABLE places; --", "a" * 10_000])
def test_a_name_that_no_place_has(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == []


def test_a_caller_cannot_spoil_the_next_answer(gazetteer: Gazetteer) -> None:
    gazetteer.lookup("Tbilisi").clear()
    assert first(gazetteer, "Tbilisi") == ("city", "GE", "Tbilisi", "Tbilisi")


def test_many_names_at_once(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup_many(["Tbilisi", "Qwxyz", "Tbilisi"])
    assert {name: [hit.entry.id for hit in hits][:1] for name, hits in found.items()} == {
        "Tbilisi": ["611717"],
        "Qwxyz": [],
    }


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("Georgian", ["614540"]),
        ("georgians", ["614540"]),
        ("North Korean", ["1873107"]),
        ("Palestinian", ["6254930"]),
        ("Siberian", ["area:siberia"]),
        ("Chechen", ["569665"]),
        ("Scottish", ["2638360"]),
        ("Texan", ["4736286"]),
        ("Congolese", ["203312", "2260494"]),
        ("Tbilisi", []),
    ],
)
def test_demonyms(gazetteer: Gazetteer, word: str, ids: list[str]) -> None:
    assert [(hit.entry.id, hit.name_type) for hit in gazetteer.demonym(word)] == [(id_, "demonym") for id_ in ids]


def test_what_is_known_of_a_town(gazetteer: Gazetteer) -> None:
    paris, *_ = [hit.entry for hit in gazetteer.lookup("Paris") if hit.entry.kind == "city"]
    assert (paris.country, paris.feature, paris.admin1, paris.admin2) == ("FR", "PPLC", "11", "75")


def test_by_id_country_and_region(gazetteer: Gazetteer) -> None:
    dagestan = gazetteer.get("567293")
    assert dagestan and (dagestan.name, dagestan.kind, dagestan.precision) == ("Dagestan", "region", "region")
    assert gazetteer.region("RU", "17") == dagestan
    rapides = gazetteer.region("US", "LA", "079")
    assert rapides and rapides.name == "Rapides Parish"
    tbilisi = gazetteer.get("611717")
    assert tbilisi and (tbilisi.feature, tbilisi.precision, tbilisi.countries) == ("PPLC", "point", ("GE",))
    russia = gazetteer.country("RU")
    assert russia and (russia.id, russia.precision, russia.lat, russia.lon) == ("2017370", "country", 60, 100)
    assert [gazetteer.get(id_) for id_ in ("999999999", "area:nowhere", "Russia", "")] == [None] * 4
    assert [gazetteer.country("XX"), gazetteer.region("RU", ""), gazetteer.region("RU", "999")] == [None] * 3


def test_an_area_is_found_by_its_geonames_id_too(gazetteer: Gazetteer) -> None:
    by_slug, by_id = gazetteer.get("area:europe"), gazetteer.get("6255148")
    assert by_slug and by_slug == by_id
    assert gazetteer.box(by_slug.id) == gazetteer.box("area:europe") == (34.5, -25, 72, 60)
    assert gazetteer.box("2017370") is None


def test_borders(gazetteer: Gazetteer) -> None:
    lars = gazetteer.border("RU", "GE")
    assert lars and (lars.id, lars.countries, lars.feature) == ("border:ge-ru", ("GE", "RU"), "BORDER")
    assert gazetteer.border("GE", "RU") == lars
    assert gazetteer.border("GE", "FR") is None
    finnish = [entry.id for entry in gazetteer.borders_of("FI")]
    assert finnish[:3] == ["border:fi-no", "border:fi-ru", "border:fi-se"]
    assert "border:fi-ru-nuijamaa" in finnish[3:]


def test_neighbours(gazetteer: Gazetteer) -> None:
    assert gazetteer.neighbours("GE") == {"AM", "AZ", "RU", "TR"}
    assert gazetteer.neighbours("IS") == frozenset()


@pytest.mark.parametrize("kind", ["city", "border_crossing"])
@pytest.mark.parametrize("point", [(55.75, 37.61), (43.0, 47.5), (-17.8, -179.9), (89.9, 0.0), (-40.0, -130.0)])
def test_nearest_agrees_with_a_search_of_everything(
    gazetteer: Gazetteer, point: tuple[float, float], kind: PlaceKind
) -> None:
    with contextlib.closing(sqlite3.connect(schema.index_path())) as database:
        places = database.execute("SELECT lat, lon FROM places WHERE kind = ?", (kind,)).fetchall()
    expected = sorted(distance_km(*point, *place) for place in places)[:15]
    found = gazetteer.nearest(*point, limit=15, kinds=(kind,))
    assert [distance for distance, _ in found] == expected
    assert {entry.kind for _, entry in found} == {kind}


def test_one_gazetteer_serves_many_threads(gazetteer: Gazetteer) -> None:
    names = ["Georgia", "Springfield", "Moscow", "Irkutsk region", "Siberia", "Qwxyz"]
    expected = [[hit.entry.id for hit in gazetteer.lookup(name)] for name in names]
    fresh = Gazetteer.open()
    wrong: list[object] = []

    def work() -> None:
        for _ in range(40):
            found = [[hit.entry.id for hit in fresh.lookup(name)] for name in names]
            if found != expected or fresh.nearest(55.75, 37.61)[0][1].name != "Moscow":
                wrong.append(found)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_capitals(gazetteer: Gazetteer) -> None:
    capitals = {iso2: gazetteer.capital(iso2) for iso2 in ("GE", "KE", "IN", "XX")}
    assert {iso2: entry and entry.name for iso2, entry in capitals.items()} == {
        "GE": "Tbilisi",
        "KE": "Nairobi",
        "IN": "New Delhi",
        "XX": None,
    }


def test_towns_have_no_soft_signs_but_are_found_by_them(gazetteer: Gazetteer) -> None:
    assert [first(gazetteer, name)[-1] for name in ("Ryazan’", "Ryazan", "Рязань")] == ["Ryazan"] * 3
