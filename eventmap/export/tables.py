"""Events a line each: JSON Lines for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable

from eventmap.export.columns import COLUMNS, Value
from eventmap.model import Event

# JSON may hold these as they are, but programs that ask for "lines" break there.
_LINE_SEPARATORS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})

# What a spreadsheet may take for a formula: its first sign, also full-width, also behind blanks and invisible signs.
_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")


def to_jsonl(events: Iterable[Event]) -> str:
    """The events as JSON Lines: one `Event.record()` a line, each line ended by "\\n"."""
    lines = (json.dumps(event.record(), ensure_ascii=False).translate(_LINE_SEPARATORS) for event in events)
    return "".join(line + "\n" for line in lines)


def to_csv(events: Iterable[Event]) -> str:
    """The events as a table for a spreadsheet, with headings (RFC 4180, to be written as UTF-8, newlines untouched).

    It begins with a byte order mark, without which Excel does not read UTF-8. Text that a spreadsheet could take for a
    formula gets an apostrophe before it; numbers stay numbers. Cells are empty where the event does not say.
    """
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(column.heading for column in COLUMNS)
    for event in events:
        writer.writerow(_cell(column.value(event)) for column in COLUMNS)
    return out.getvalue()


def _cell(value: Value) -> Value:
    return "'" + value if isinstance(value, str) and _FORMULA.match(value) else value
