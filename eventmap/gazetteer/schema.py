"""The index file's tables, and which file holds the index of the data and rules at hand."""

import hashlib
from pathlib import Path

from eventmap import paths
from eventmap.errors import GazetteerError
from eventmap.gazetteer import choice, cities

SCHEMA = """
CREATE TABLE places (
    pid INTEGER PRIMARY KEY,  -- GeoNames id, or a negative number for a place of our own
    key TEXT,                 -- "GE", "RU.17", "US.LA.079", "area:siberia", "border:ge-ru"; NULL for a town
    name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, country TEXT NOT NULL,
    admin1 TEXT NOT NULL, admin1_name TEXT NOT NULL, admin2 TEXT NOT NULL, population INTEGER NOT NULL,
    feature TEXT NOT NULL, countries TEXT NOT NULL, cell INTEGER NOT NULL);
CREATE TABLE names (
    fold TEXT NOT NULL, pid INTEGER NOT NULL, type INTEGER NOT NULL, PRIMARY KEY (fold, pid)) WITHOUT ROWID;
CREATE TABLE demonyms (fold TEXT NOT NULL, pid INTEGER NOT NULL, PRIMARY KEY (fold, pid)) WITHOUT ROWID;
CREATE TABLE boxes (pid INTEGER PRIMARY KEY, south REAL, west REAL, north REAL, east REAL);
CREATE TABLE crossings (a TEXT NOT NULL, b TEXT NOT NULL, pid INTEGER NOT NULL, main INTEGER NOT NULL);
CREATE TABLE neighbours (country TEXT NOT NULL, neighbour TEXT NOT NULL);
CREATE TABLE filter (bits BLOB NOT NULL);  -- see namefilter.py
CREATE TABLE about (source TEXT NOT NULL, places INTEGER NOT NULL);  -- what the index was made of
"""

INDEXES = """
CREATE UNIQUE INDEX places_key ON places (key) WHERE key IS NOT NULL;
CREATE INDEX places_kind_cell ON places (kind, cell);
CREATE INDEX places_capital ON places (country) WHERE feature = 'PPLC';
CREATE INDEX crossings_pair ON crossings (a, b);
CREATE INDEX neighbours_country ON neighbours (country);
"""

COLUMNS = (
    "p.pid, p.key, p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.admin1_name, p.admin2, p.population, p.feature,"
    " p.countries"
)

# What shapes the index besides the tables: a change in one of these files makes a new index.
_RULES = (
    "build.py", "dumped.py", "features.py", "geometry.py", "namefilter.py", "names.py", "schema.py", "sources.py",
    "writing.py",
)  # fmt: skip


def index_path(
    tables: Path = paths.GAZETTEER_TABLES, home: Path | None = None, geonames: choice.Dump | None = None
) -> Path:
    """Where the index of these tables, rules, towns and this GeoNames dump is, whether it has been built or not.

    The name carries a hash of them all, so that a change in any of them leads to a new index.

    Raises:
        GazetteerError: the tables cannot be read.
    """
    digest = hashlib.sha256(cities.source_version().encode())
    try:
        for path in sorted(tables.glob("*.tsv*")) + [Path(__file__).with_name(name) for name in _RULES]:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    except OSError as error:
        raise GazetteerError(f"The gazetteer's tables cannot be read: {error}.") from error
    if geonames:
        digest.update(geonames.sha256.encode())
    return (home or paths.home()) / f"gazetteer-{digest.hexdigest()[:12]}.sqlite"
