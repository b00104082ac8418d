"""The method page: how Event Map works, how well, what it cannot do, its event types, and where its data are from."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import streamlit as st

from eventmap.counts.quantities import quantities
from eventmap.errors import EventMapError
from eventmap.evaluation import published
from eventmap.event_types import EventType, EventTypes
from eventmap.mapview import event_icon
from eventmap.theme import Mode
from pages.parts import chrome, reading
from pages.parts.accuracy import accuracy_html
from pages.parts.accuracy_events import events_accuracy_html

_PARTS = Path(__file__).parent / "parts"
_VAGUE = ("a few", "several", "dozens", "hundreds", "thousands", "tens of thousands")


def main() -> None:
    """Draw the page."""
    chrome.begin("Method")
    st.html(_PARTS / "method.css")
    with st.container(key="method"):
        st.markdown((_PARTS / "method.md").read_text(encoding="utf-8"))
        _part(vague_words_html)
        _part(lambda: accuracy_html(published.load()))
        _part(lambda: events_accuracy_html(published.load_events(), reading.types()))
        _part(lambda: event_types_html(reading.types(), chrome.mode()))
        st.markdown((_PARTS / "licences.md").read_text(encoding="utf-8"))


def _part(build: Callable[[], str]) -> None:
    """A part of the page, or what is wrong with the file that it is made from."""
    try:
        st.html(build())
    except EventMapError as error:
        st.html(f'<p class="em-notice" role="status">{escape(str(error))}</p>')


def vague_words_html() -> str:
    """Some vague words and the ranges they stand for, as data/quantities.yaml has them."""
    vague = {" ".join(phrase): bounds for phrase, bounds in quantities().vague.items()}
    items = (
        f"<div><dt>{escape(words)}</dt><dd>{bounds_text(vague[words])}</dd></div>" for words in _VAGUE if words in vague
    )
    return f'<dl class="em-vague">{"".join(items)}</dl>'


def bounds_text(bounds: tuple[int, int]) -> str:
    """The two ends of a range of whole numbers, in digits."""
    return f"{bounds[0]:,}–{bounds[1]:,}"


def event_types_html(types: EventTypes, mode: Mode) -> str:
    """The event types by category: what each means, and its labels in ACLED, PLOVER and CASE 2021.

    `mode` says whether their icons stand on light or on dark.
    """
    sections = []
    for category in types.categories.values():
        members = [kind for kind in types.types.values() if kind.category == category.id]
        rows = "".join(_type_row(kind, mode) for kind in members)
        sections.append(
            f'<tbody><tr class="em-group"><th colspan="5" scope="rowgroup">{escape(category.label)}</th></tr>'
            f"{rows}</tbody>"
        )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Type", "What counts", "ACLED", "PLOVER", "CASE 2021"))
    return (
        f'<h2 class="em-types-head">Event types</h2><p>{len(types.types)} types, each with its place in three '
        "published schemes; a dash where a scheme has no such type.</p>"
        f'<table class="em-types"><thead><tr>{heads}</tr></thead>'
        f"{''.join(sections)}</table>"
    )


def _type_row(kind: EventType, mode: Mode) -> str:
    acled = " · ".join(part for part in (kind.acled_event, kind.acled_sub_event) if part)
    labels = (("ACLED", acled), ("PLOVER", kind.plover), ("CASE 2021", kind.case2021))
    cells = "".join(f'<td class="em-label" data-label="{name}">{escape(label or "–")}</td>' for name, label in labels)
    name = f'<th scope="row"><img src="{event_icon(kind, mode)}" alt=""> {escape(kind.label)}</th>'
    return f"<tr>{name}<td>{escape(kind.description)}</td>{cells}</tr>"


main()
