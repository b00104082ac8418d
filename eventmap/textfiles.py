"""Reading text and JSON Lines files that somebody else wrote, with one clear sentence for each that cannot be used."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from eventmap.errors import InputError

MAX_JSONL_BYTES = 200_000_000

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, limit: int) -> str:
    """The text of a file, exactly as decoded, but without a byte order mark.

    UTF-8, and UTF-16 with a byte order mark, are read.

    Args:
        path: the file.
        limit: the most bytes that it may have.

    Raises:
        InputError: the file is missing, a folder, larger than `limit`, binary, or not in these encodings.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist.") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder, not a file.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{path} cannot be read: {reason}.") from None
    if len(data) > limit:
        raise InputError(f"{path} is larger than {limit // 10**6} MB, the limit for one file.")
    is_utf_16 = data.startswith(_UTF_16)
    if b"\0" in data and not is_utf_16:
        raise InputError(f"{path} is not a text file: it holds binary data; save its text as UTF-8.")
    try:
        return data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        line = data[:byte].count(b"\n") + 1
        name = "UTF-16" if is_utf_16 else "UTF-8"
        raise InputError(f"{path} is not valid {name} at byte offset {byte} (line {line}); save it as UTF-8.") from None


Refuse = Callable[[InputError], object]


def refuse(error: InputError) -> None:
    """Take the first thing that cannot be used for the end of the reading."""
    raise error


def read_jsonl(path: str | Path, refused: Refuse = refuse) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects in a file of one JSON object a line, each after the words for where it stands ("news.jsonl, line 3").

    Blank lines are passed over.

    Args:
        path: the file.
        refused: told of each line that is not a JSON object; the others are read all the same, if it does not raise.

    Raises:
        InputError: the file cannot be read, or what `refused` raises.
    """
    path = Path(path)
    # Not splitlines(): JSON strings may hold U+2028 and its like as they are.
    for number, line in enumerate(read_text(path, MAX_JSONL_BYTES).split("\n"), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            try:
                record = json_object(line, where)
            except InputError as error:
                refused(error)
                continue
            yield where, record


def json_object(text: str, where: str) -> dict[str, Any]:
    """The JSON object that `text` is; `where` is named in the error.

    Raises:
        InputError: `text` is not JSON, or something else than an object.
    """
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{where} is not valid JSON: {error.msg} at character {error.pos + 1}.") from None
    except (ValueError, RecursionError):
        raise InputError(f"{where} is not JSON that can be used: too deep, or a number too long.") from None
    if not isinstance(record, dict):
        raise InputError(f"{where} must be a JSON object in braces, not {json_type(record)}.")
    return record


def json_type(value: object) -> str:
    """What a parsed JSON value is, in words for an error message."""
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), "null")
