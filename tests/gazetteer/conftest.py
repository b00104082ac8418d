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
