"""Reads the committed tables of data/gazetteer/: tab-separated, a header line first, lists joined by "|"."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eventmap.errors import DataError


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; values by column name, every error with the file and line that it comes from."""

    file: str
    number: int
    values: dict[str, str]

    def text(self, column: str) -> str:
        return self.values[column]

    def many(self, column: str) -> tuple[str, ...]:
        return tuple(filter(None, self.values[column].split("|")))

    def integer(self, column: str) -> int:
        try:
            return int(self.values[column] or 0)
        except ValueError:
            raise self.error(f"{column} is {self.values[column]!r}, not a whole number") from None

    def degrees(self, column: str, limit: float) -> float:
        try:
            value = float(self.values[column])
        except ValueError:
            raise self.error(f"{column} is {self.values[column]!r}, not a number") from None
        if not -limit <= value <= limit:
            raise self.error(f"{column} is {value}, outside ±{limit:g}")
        return value

    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.degrees("lat", 90), self.degrees("lon", 180)

    def error(self, what: str) -> DataError:
        return DataError(f"{self.file}, line {self.number}: {what}.")


def read_table(path: Path, columns: str) -> Iterator[Line]:
    """Yield the lines of a table, plain or gzipped (by its name's ending).

    Args:
        path: the file.
        columns: the names expected in its header, separated by blanks.

    Raises:
        DataError: the file is missing or unreadable, or its header or one of its lines is not as expected.
    """
    wanted = columns.split()
    try:
        raw = path.read_bytes()
        lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").removesuffix("\n").split("\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"The gazetteer table {path} cannot be read: {error}.") from error
    if not lines or lines[0].split("\t") != wanted:
        raise DataError(f"{path.name}, line 1: the header is not {' '.join(wanted)!r}.")
    for number, line in enumerate(lines[1:], start=2):
        values = line.split("\t")
        if len(values) != len(wanted):
            raise DataError(f"{path.name}, line {number}: {len(values)} columns instead of {len(wanted)}.")
        yield Line(path.name, number, dict(zip(wanted, values, strict=True)))
