"""The view in the address: filters and selection as query parameters, so that a link reopens the same view.

Each parameter is a widget's key in the session state. Defaults are left out of the address. A page change drops widget
values, so the last view is kept beside them and comes back with the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

_KEPT = "map_view"


@dataclass(frozen=True, slots=True)
class Parameter:
    """How one value is written in the address: `read` gives None for what it cannot use."""

    default: Any
    read: Callable[[list[str]], Any]
    write: Callable[[Any], list[str]]


def _read_date(values: list[str]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(values[-1])
    except ValueError:
        return None


def _read_number(values: list[str]) -> int | None:
    return int(values[-1]) if values[-1].isascii() and values[-1].isdigit() and len(values[-1]) < 12 else None


def _read_percent(values: list[str]) -> int | None:
    number = _read_number(values)
    return min(number, 100) // 5 * 5 if number is not None else None


def _one(value: object) -> list[str]:
    return [str(value)]


MANY = Parameter([], lambda values: values, list)
TEXT = Parameter("", lambda values: values[-1][:200], _one)
CHOICE = Parameter(None, lambda values: values[-1], _one)
DATE = Parameter(None, _read_date, _one)
NUMBER = Parameter(None, _read_number, _one)
PERCENT = Parameter(0, _read_percent, _one)


def _flag(default: bool) -> Parameter:
    return Parameter(default, lambda values: values[-1] == "yes", lambda value: ["yes" if value else "no"])


PARAMETERS: Mapping[str, Parameter] = {
    "story": MANY,
    "words": TEXT,
    "category": MANY,
    "type": MANY,
    "from": DATE,
    "to": DATE,
    "undated": _flag(True),
    "kind": MANY,
    "certain": _flag(False),
    "people": NUMBER,
    "uncounted": _flag(False),
    "status": MANY,
    "sure": PERCENT,
    "source": MANY,
    "place": CHOICE,
    "event": CHOICE,
}


def restore() -> None:
    """Fill the session state on entering the page: from the address if it says anything, else from the last view."""
    if all(name in st.session_state for name in PARAMETERS):
        return
    given = [name for name in PARAMETERS if name in st.query_params]
    kept = {} if given else st.session_state.get(_KEPT, {})
    for name, parameter in PARAMETERS.items():
        value = parameter.read(st.query_params.get_all(name)) if name in given else kept.get(name)
        st.session_state[name] = parameter.default if value is None else value


def remember() -> None:
    """Write the view into the address and keep it for when the reader comes back to the page."""
    view = {name: st.session_state[name] for name in PARAMETERS}
    st.session_state[_KEPT] = view
    wanted = {name: PARAMETERS[name].write(value) for name, value in view.items() if value != PARAMETERS[name].default}
    if {name: st.query_params.get_all(name) for name in st.query_params} != wanted:
        st.query_params.from_dict(wanted)


def clear(names: tuple[str, ...]) -> None:
    """Set these parameters back to their defaults."""
    for name in names:
        st.session_state[name] = PARAMETERS[name].default
