"""Writes the index's tables: rows and names as they come, the names put in order at the end.

Names are gathered in a file of their own and sorted once: millions of them put straight into an ordered table would
each touch another page of it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from eventmap.gazetteer import namefilter, schema
from eventmap.gazetteer.geometry import cell
from eventmap.gazetteer.sources import Place

_BATCH = 5_000
_PLACE = f"INSERT OR %s INTO places VALUES ({','.join('?' * 14)})"
_STAGED = "INSERT INTO staged.names VALUES (?,?,?)"
_SORTED = "INSERT INTO names SELECT fold, pid, min(type) FROM staged.names GROUP BY fold, pid"
_NAME = "INSERT INTO names VALUES (?,?,?) ON CONFLICT DO UPDATE SET type = min(type, excluded.type)"


class IndexWriter:
    """A draft of the index, open for writing; use it in a `with` statement.

    Attributes:
        database: the connection, for the small tables.
    """

    def __init__(self, draft: Path) -> None:
        self._draft = draft
        self._names = draft.with_name(f"{draft.name}.names.tmp")
        self.database = sqlite3.connect(draft, isolation_level=None)

    def __enter__(self) -> IndexWriter:
        self.database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-120000;")
        self.database.execute("ATTACH ? AS staged", (str(self._names),))
        self.database.executescript("PRAGMA staged.journal_mode=OFF; PRAGMA staged.synchronous=OFF;")
        self.database.executescript(schema.SCHEMA)
        self.database.execute("CREATE TABLE staged.names (fold, pid, type)")
        self.database.execute("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.database.close()
        with contextlib.suppress(OSError):
            self._names.unlink(missing_ok=True)
        if kind is None:
            with self._draft.open("rb+") as file:
                os.fsync(file.fileno())

    def add(self, places: Iterable[Place], *, replace: bool = False) -> None:
        """Add places with their names; of two with one id the first stays, or with `replace` the last."""
        statement = _PLACE % ("REPLACE" if replace else "IGNORE")
        rows: list[tuple[Any, ...]] = []
        names: list[tuple[str, int, int]] = []
        for place in places:
            rows.append(
                (place.pid, place.key, place.name, place.kind, place.lat, place.lon, place.country, place.admin1,
                 place.admin1_name, place.admin2, place.population, place.feature, "|".join(place.countries),
                 cell(place.lat, place.lon))
            )  # fmt: skip
            names += [(name, place.pid, kind) for name, kind in place.names.items()]
            if len(rows) >= _BATCH:
                self.database.executemany(statement, rows)
                self.database.executemany(_STAGED, names)
                rows, names = [], []
        self.database.executemany(statement, rows)
        self.database.executemany(_STAGED, names)

    def sort_names(self) -> None:
        """Put the names in order; from here on `add_names` adds more of them."""
        self.database.execute(_SORTED)
        self.database.execute("DROP TABLE staged.names")

    def add_names(self, rows: Iterable[tuple[str, int, int]]) -> None:
        """Add (folded name, id, number of its name type) of places that are there already."""
        self.database.executemany(_NAME, rows)

    def finish(self, source: str) -> None:
        """Write the filter, what the index was made of, and the indexes of the tables."""
        count = self.database.execute("SELECT count(*) FROM names").fetchone()[0]
        folds = (row[0] for row in self.database.execute("SELECT DISTINCT fold FROM names"))
        self.database.execute("INSERT INTO filter VALUES (?)", (namefilter.build(folds, count),))
        places = self.database.execute("SELECT count(*) FROM places").fetchone()[0]
        self.database.execute("INSERT INTO about VALUES (?, ?)", (source, places))
        self.database.execute("COMMIT")
        self.database.executescript(schema.INDEXES + "ANALYZE;")
