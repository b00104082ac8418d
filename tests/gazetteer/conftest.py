"""What the tests of building share."""

import gzip
import json
from pathlib import Path

import pytest

TABLES = {
    "countries.tsv": [
        "iso2 geonameid name lat lon population continent capital neighbours names",
        "GE 614540 Georgia 42 43.5 3700000 AS Tbilisi RU|TR Грузия|GEO",
        "RU 2017370 Russia 60 100 144000000 EU Moscow GE|FI Россия",
    ],
    "regions.tsv.gz": [
        "geonameid code name type lat lon population names",
        "2023468 RU.20 Irkutsk_Oblast  56.8 105.9 700 Irkutskaya_oblast",
        "2023464 RU.20.9 Irkutskiy_Rayon  52.3 104.9 600 ",
    ],
    "town_regions.tsv.gz": ["geonameid towns", "2023464 2023469"],
    "areas.tsv": [
        "slug geonameid name feature lat lon south west north east countries names",
        "siberia  Siberia AREA 60 105 49 60 78 180 RU Сибирь",
    ],
    "lakes.tsv.gz": [
        "slug geonameid name feature lat lon south west north east countries names",
        "lake-onega-ru  Lake_Onega LAKE 61.9 35.2 60.8 33.9 63 36.5 RU Онежское_озеро",
    ],
    "airports.tsv.gz": [
        "icao name lat lon country admin1 names",
        "uiii Irkutsk_International_Airport 52.27 104.39 RU 20 Irkutsk_Airport",
    ],
    "borders.tsv": ["id name lat lon names", "border:ge-ru Verkhny_Lars 42.75 44.63 Upper_Lars"],
    "demonyms.tsv": ["target words", "GE Georgian|Georgians", "RU Russian", "area:siberia Siberian"],
    "extra_names.tsv": ["target type names", "RU alternate Russian_Federation", "2023469 abbreviation IKT"],
}
TOWNS = [
    (611717, "Tbilisi", 41.69, 44.83, "GE", 1_000_000, "51", ["Tiflis", "tbylysy"]),
    (524901, "Moscow", 55.75, 37.61, "RU", 10_000_000, "48", ["Москва", "MOW"]),
    (2023469, "Irkutsk", 52.3, 104.3, "RU", 600_000, "20", ["Иркутск"]),
    (473537, "Ust’-Ilimsk", 58.0, 102.66, "RU", 100_000, "20", ["", "Ust Ilimsk Krasny", "UIK"]),
]
_KEYS = ("geonameid", "name", "latitude", "longitude", "countrycode", "population", "admin1code", "alternatenames")


# Lines of a GeoNames dump: id, name, other names, latitude, longitude, class, code, country, regions, population.
DUMP = [
    (614540, "Georgia", "Sakartvelo,Gruzia", 42.0, 43.5, "A", "PCLI", "GE", "00", "", 3_700_000),
    (2023468, "Irkutskaya Oblast'", "Irkutsk,Иркутская область", 56.0, 106.0, "A", "ADM1", "RU", "20", "", 2_400_000),
    (1500001, "Bratskiy Rayon", "Братский район", 56.2, 101.6, "A", "ADM2", "RU", "20", "1500001", 0),
    (2051523, "Bratsk", "BTK,Братск", 56.1, 101.6, "P", "PPLA2", "RU", "20", "1500001", 246_000),
    (2023469, "Irkutsk", "IKT,Иркутск", 52.3, 104.3, "P", "PPLA", "RU", "20", "9", 620_000),
    (9000001, "Khuzhir", "Хужир", 53.19, 107.34, "P", "PPL", "RU", "20", "", 1_300),
    (9000002, "Former Khuzhir", "", 53.2, 107.3, "P", "PPLQ", "RU", "20", "", 0),
    (1491999, "Siberia", "Сибирь,Siberien,Sibérie,Siberië,Szibéria", 60.5, 105.5, "L", "RGN", "RU", "00", "", 0),
    (9000003, "Angara", "Ангара", 58.1, 93.0, "H", "STM", "RU", "00", "", 0),
    (9000004, "Bezymyannyy", "", 58.0, 93.1, "H", "STM", "RU", "00", "", 0),
    (6300001, "Irkutsk Airport", "IKT,UIII", 52.268, 104.389, "S", "AIRP", "RU", "20", "", 0),
    (9000005, "Hotel Angara", "", 52.28, 104.28, "S", "HTL", "RU", "20", "", 0),
]


def dump_line(row: tuple[int | float | str, ...]) -> str:
    """A line of a dump; the columns that the index does not use are filled with what GeoNames puts there, or empty."""
    number, name, others, lat, lon, letter, code, country, admin1, admin2, people = map(str, row)
    columns = [
        number,
        name,
        name,
        others,
        lat,
        lon,
        letter,
        code,
        country,
        "",
        admin1,
        admin2,
        "",
        "",
        people,
        "",
        "400",
    ]
    return "\t".join([*columns, "Asia/Irkutsk", "2024-01-31"]) + "\n"


@pytest.fixture
def dump_text() -> str:
    """A GeoNames dump of some places in Siberia and Georgia."""
    return "".join(map(dump_line, DUMP))


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path]:
    """The folder of tables and the list of towns of a gazetteer of four towns in two countries."""
    tables = tmp_path / "tables"
    tables.mkdir()
    for name, lines in TABLES.items():
        text = "".join(line.replace(" ", "\t").replace("_", " ") + "\n" for line in lines)
        path = tables / name
        path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    towns = tmp_path / "towns.json"
    records = {str(town[0]): dict(zip(_KEYS, town, strict=True)) for town in TOWNS}
    towns.write_text(json.dumps(records), encoding="utf-8")
    return tables, towns
