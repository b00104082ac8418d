"""How well events are read: tables made from the evaluation of events that ships with the product, as HTML.

Each figure stands as "7 of 9", so that it can be seen how little or how much it rests on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any

from eventmap.event_types import EventTypes
from pages.parts.measured import mistakes_html, reliability_html

_FIELDS = {
    "place": "Place",
    "count": "Number",
    "role": "What happened to those counted",
    "date": "Date",
    "sources": "Who says so",
    "status": "Reported, claimed, denied or planned",
}
_MEANING = (
    (
        "Found",
        "of the events that a careful reader finds, those that Event Map finds in the same words, of the same type",
    ),
    (
        "Correct",
        "of the events that Event Map finds, those that the reader finds, too; the others are false or doubled",
    ),
    ("Whole", "of the reader’s events, those found with the right place and the right number (or rightly with none)"),
)


def events_accuracy_html(record: Mapping[str, Any], types: EventTypes) -> str:
    """Everything that the method page says of a record with `events`, as `evaluate --json` writes it."""
    events = record["events"]
    right = "Right is a mark whose event and place are right."
    return (
        '<div class="em-accuracy"><h2 class="em-types-head">How well it reads events</h2>'
        f"<p>{_setting(record)}</p><p>{_summary(events)}</p>{_by_type(events, types)}{_meaning()}"
        f'<p class="em-note">{_unmeasured(events, types)}</p>{_snippets(record)}'
        f'<h3 class="em-sub">What is right of an event that was found</h3>{_fields(events["pooled"]["fields"])}'
        f'<h3 class="em-sub">Is the confidence of events right?</h3>'
        f"{reliability_html(events['calibration'], 'event', right)}"
        f'<h3 class="em-sub">Where events go wrong</h3>{mistakes_html(events["errors"], ".")}</div>'
    )


def _setting(record: Mapping[str, Any]) -> str:
    events, day = record["events"], dt.date.fromisoformat(record["date"])
    pooled, names = events["pooled"], ", ".join(events["corpora"])
    note = f" {record['note']}" if record["note"] else ""
    return escape(
        f"Measured on {day.day} {day:%B %Y} on {_several(pooled['articles'], 'text')} in which people listed "
        f"{_several(pooled['gold'], 'event')} ({names}).{note}"
    )


def _summary(events: Mapping[str, Any]) -> str:
    """The figures of all events together, in words."""
    pooled, bounds = events["pooled"], events["intervals"]
    if not (pooled["gold"] and pooled["found"]):
        return "Nothing can be said of the whole: no events were listed, or none found."
    wide = (
        " With other texts of the same kind, these two would mostly lie between "
        f"{bounds['f1'][0]:.2f} and {bounds['f1'][1]:.2f}, and {bounds['whole_f1'][0]:.2f} and "
        f"{bounds['whole_f1'][1]:.2f}."
        if bounds["f1"] and bounds["whole_f1"]
        else ""
    )
    return (
        f"It found <strong>{pooled['detected']:,} of the {pooled['gold']:,}</strong> events, and of the "
        f"{pooled['found']:,} that it found <strong>{pooled['detected']:,}</strong> were correct: together an F1 of "
        f"{pooled['f1']:.3f}. Events that are whole, with the right place and number, have an F1 of "
        f"{pooled['whole_f1']:.3f}.{wide} "
        f"{_of(pooled['clean'], pooled['articles'])} texts were read without any such mistake."
    )


def _by_type(events: Mapping[str, Any], types: EventTypes) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name, _ in _MEANING)
    body = _row("All events", events["pooled"])
    for category in types.categories.values():
        if category.id in events["categories"]:
            body += _row(category.label, events["categories"][category.id], "em-group")
            members = [kind for kind in types.types.values() if kind.category == category.id]
            body += "".join(
                _row(kind.label, events["types"][kind.id]) for kind in members if kind.id in events["types"]
            )
    return f'<table class="em-scores em-by-type"><thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _row(name: str, values: Mapping[str, Any], css: str = "") -> str:
    shares = (
        (values["detected"], values["gold"]),
        (values["detected"], values["found"]),
        (values["whole"], values["gold"]),
    )
    cells = "".join(f"<td>{_of(part, whole)}</td>" for part, whole in shares)
    styled = f' class="{css}"' if css else ""
    return f'<tr{styled}><th scope="row">{escape(name)}</th>{cells}</tr>'


def _meaning() -> str:
    items = "".join(f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in _MEANING)
    return f'<dl class="em-meaning">{items}<div><dt>–</dt><dd>not known: there was nothing to count</dd></div></dl>'


def _unmeasured(events: Mapping[str, Any], types: EventTypes) -> str:
    """The types that no text told of: nothing is known of them, which is not that they are found badly."""
    told = {name for name, values in events["types"].items() if values["gold"]}
    rest = [kind.label for kind in types.types.values() if kind.id not in told]
    if not rest:
        return "Every type was among these events."
    return escape(f"Not measured, because no text told of one: {'; '.join(rest)}.")


def _snippets(record: Mapping[str, Any]) -> str:
    """The one line about snippets labelled for CASE 2021, where these were scored."""
    pooled = record["snippets"]["pooled"] if "snippets" in record else {"snippets": 0}
    if not pooled["snippets"]:
        return ""
    return (
        f"<p>Of {_several(pooled['snippets'], 'news snippet')} with one label each, of the shared task CASE 2021, "
        f"{_of(round(pooled['accuracy'] * pooled['snippets']), pooled['snippets'])} got the right one, by their most "
        f"confident event: a weighted F1 of {pooled['weighted_f1']:.3f}.</p>"
    )


def _fields(fields: Mapping[str, Mapping[str, Any]]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{label}</th><td>{_track(fields[name])}</td>'
        f"<td>{_of(fields[name]['right'], fields[name]['judged'])}</td></tr>"
        for name, label in _FIELDS.items()
    )
    return f'<table class="em-mistakes"><tbody>{rows}</tbody></table>'


def _track(field: Mapping[str, Any]) -> str:
    if field["share"] is None:
        return '<span class="em-track em-unknown"></span>'
    return f'<span class="em-track" style="--right:{field["share"]:.3f}"><i></i></span>'


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}" if whole else "–"


def _several(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' if number != 1 else ''}"
