"""Reads a file of GeoNames' daily export (allCountries.zip, XX.zip, or the .txt in them), one line at a time.

The lines have 19 tab-separated columns, which https://download.geonames.org/export/dump/readme.txt describes.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from eventmap.errors import InputError

_COLUMNS = 19
_SAY_EVERY = 20_000
_ADVICE = "Download it again from https://download.geonames.org/export/dump/"


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the dump: what the index takes from it."""

    geonameid: int
    name: str
    other_names: tuple[str, ...]
    lat: float
    lon: float
    feature_class: str
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error


def size(path: Path) -> int:
    """How many bytes of lines a dump holds, unpacked.

    Raises:
        InputError: as `read`.
    """
    with _lines(path) as (_, length):
        return length


def read(path: Path) -> Iterator[tuple[float, Record | None]]:
    """Yield (share of the dump read, record) for each line; a record of None is there only to tell the share.

    Raises:
        InputError: the file cannot be read, is damaged, or is not a dump; the message names the line.
    """
    number = 0
    done = 0
    with _lines(path) as (lines, length):
        try:
            for number, line in enumerate(lines, start=1):
                done += len(line)
                if number % _SAY_EVERY == 0:
                    yield done / length, None
                yield done / length, _record(path, number, line)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise InputError(f"{path} is damaged after line {number}: {error}. {_ADVICE}.") from error
    if not number:
        raise InputError(f"{path} is empty. {_ADVICE}.")


@contextmanager
def _lines(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The open file of lines and its length in bytes, from a .zip or as it is."""
    try:
        length = path.stat().st_size
        if not zipfile.is_zipfile(path):
            if path.suffix.lower() == ".zip":
                raise InputError(f"{path} is not a whole zip file. {_ADVICE}.")
            with path.open("rb") as lines:
                yield lines, max(1, length)
            return
        with zipfile.ZipFile(path) as archive:
            inside = [item for item in archive.infolist() if item.filename.endswith(".txt")]
            inside = [item for item in inside if item.filename.lower() != "readme.txt"]
            if len(inside) != 1:
                raise InputError(f"{path} holds {len(inside)} lists of places instead of one. {_ADVICE}.")
            with archive.open(inside[0]) as lines:
                yield lines, max(1, inside[0].file_size)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InputError(f"{path} cannot be unpacked: {error}. {_ADVICE}.") from error


def _record(path: Path, number: int, line: bytes) -> Record:
    values = line.rstrip(b"\r\n").split(b"\t")
    if len(values) != _COLUMNS:
        what = "it breaks off there" if number > 1 and not line.endswith(b"\n") else "it is not a GeoNames dump"
        raise InputError(f"{path}, line {number}: {len(values)} columns instead of {_COLUMNS}; {what}. {_ADVICE}.")
    try:
        text = [value.decode() for value in values]
        record = Record(
            int(text[0]), text[1], tuple(filter(None, text[3].split(","))), float(text[4]), float(text[5]), text[6],
            text[7], text[8], text[10], text[11], int(text[14] or 0),
        )  # fmt: skip
    except ValueError as error:
        raise InputError(f"{path}, line {number}: {error}; it is not a GeoNames dump. {_ADVICE}.") from error
    if not (-90 <= record.lat <= 90 and -180 <= record.lon <= 180 and record.geonameid > 0 and record.name):
        raise InputError(f"{path}, line {number}: the id, name or point cannot be right; it is not a GeoNames dump.")
    return record
