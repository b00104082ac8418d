"""A story as a page to read: its text with places and events marked, and notes beside it that lead elsewhere.

All of it is HTML made from escaped text, for an element that takes HTML as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from eventmap.certainty import is_uncertain, place_name, sureness
from eventmap.event_types import EventTypes
from eventmap.highlight import Mark, event_marks, mark_html, safe_link
from eventmap.mapview.marks import event_icon
from eventmap.mapview.places import place_line
from eventmap.model import Article, DateRange, Event, Extraction, Mention, PlaceKind
from eventmap.paragraphs import is_heading, paragraph_bounds
from eventmap.theme import Mode
from eventmap.wording import date_phrase, figure_phrase, not_placed_phrase, why_phrase

# The attribute of the paragraph that a reader was sent to.
GOAL = "data-scroll-here"

# Classes of the marks, for the pages' style sheet.
EVENT, WORD, CHOSEN, TOPONYM, QUIET = "em-event", "em-word", "em-chosen", "em-toponym", "em-quiet"
DOUBTED, UNPLACED = "em-doubted", "em-unplaced"
# Where an event is told again.
AGAIN = "em-again"

_LONGEST_HEADING = 80

# What the legend says of marks with a class; those that the story has none of are left out.
_LEGEND = (
    (TOPONYM, f'<mark class="{TOPONYM}">Place with events</mark>'),
    (QUIET, f'<mark class="{TOPONYM} {QUIET}">Other place</mark>'),
    (DOUBTED, f'<mark class="{TOPONYM} {DOUBTED}">Uncertain which place is meant</mark>'),
    (AGAIN, f'<span class="{EVENT} {AGAIN}">The same event told again</span>'),
    (UNPLACED, f'<mark class="{TOPONYM} {UNPLACED}">Named, not placed</mark>'),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What a page knows and the story does not: names, and where its links lead.

    `country_name` gives a country's name for its ISO 3166-1 alpha-2 code; `place_link` an address for a place id;
    `event_link` one for an event; `mode` says whether icons stand on light or on dark.
    """

    types: EventTypes
    country_name: Callable[[str], str]
    place_link: Callable[[str], str]
    event_link: Callable[[Event], str]
    mode: Mode = "light"


def story_html(read: Extraction, reader: Reader, *, event: str | None = None, at: int | None = None) -> str:
    """The story as one `article` element: title, origin, and a row for each paragraph with the events told in it.

    Args:
        read: the article, its mentions and its events.
        reader: names and links.
        event: the id of the event that the reader comes for; its passage is set off, its paragraph gets `GOAL`.
        at: the offset that the reader comes for, if it is not an event; its paragraph gets `GOAL`.
    """
    article = read.article
    marks = [*_event_marks(read, reader, event), *_place_marks(read, reader)]
    goal = next((told.start for told in read.events if told.id == event), at)
    bounds = paragraph_bounds(article.text)
    if _starts_with_title(article, bounds):
        title = mark_html(article.text, *bounds.pop(0), marks)
    else:
        title = escape(article.title or article.id)
    rows = [_row(read, reader, start, end, marks, goal is not None and start <= goal < end) for start, end in bounds]
    header = f"<header><h1>{title}</h1>{origin_html(article)}{_legend(marks)}</header>"
    return f'<article class="em-story">{header}{"".join(rows)}</article>'


def origin_html(article: Article) -> str:
    """Where a story comes from: its credit, or source and date, and a link to the original."""
    published = date_phrase(DateRange(article.published, article.published, "day", "")) if article.published else None
    parts = [article.credit] if article.credit else [part for part in (article.source, published) if part]
    html = [escape(part) for part in parts]
    url = safe_link(article.url or "")
    if url.lower().startswith("http"):
        site = (urlsplit(url).hostname or url).removeprefix("www.")
        target = 'target="_blank" rel="noopener noreferrer"'
        html.append(f'<a href="{escape(url)}" {target}>Read the original at {escape(site)}</a>')
    return f'<p class="em-origin">{" · ".join(html)}</p>' if html else ""


def _legend(marks: Sequence[Mark]) -> str:
    used = {name for mark in marks for name in mark.css_class.split()}
    entries = [html for name, html in _LEGEND if name in used]
    if EVENT in used:
        entries.insert(0, f'<span class="{EVENT}">Passage and <mark class="{WORD}">word</mark> of an event</span>')
        entries.append("Events and their places lead to the map.")
    return f'<p class="em-marks">{" ".join(f"<span>{entry}</span>" for entry in entries)}</p>' if entries else ""


def _starts_with_title(article: Article, bounds: Sequence[tuple[int, int]]) -> bool:
    first = article.text[slice(*bounds[0])] if bounds else ""
    return article.title is not None and first.lstrip("#").split() == article.title.split()


def _event_marks(read: Extraction, reader: Reader, chosen: str | None) -> list[Mark]:
    marks = []
    for event in read.events:
        css = f"{EVENT} {CHOSEN}" if event.id == chosen else EVENT
        where = place_name(event.place.name, event.place.confidence) if event.place else "not on the map"
        line, link = f"{reader.types.types[event.type].label} · {where}", reader.event_link(event)
        marks.append(Mark(event.start, event.end, css, line, link))
        marks.append(Mark(event.trigger.start, event.trigger.end, WORD, line, link))
        again = f"{css} {AGAIN}"
        marks += [Mark(told.start, told.end, again, f"Told again: {line}", link) for told in event.passages]
        if event.id == chosen:
            marks += event_marks(event)
    return marks


def _place_marks(read: Extraction, reader: Reader) -> list[Mark]:
    """Every name that is meant as a place; those with events are links."""
    on_map = {event.place.id for event in read.events if event.place}
    marks = {}
    for mention in read.mentions:
        if mention.reading == "place":
            link = reader.place_link(mention.id) if mention.id and mention.id in on_map else ""
            note = _mention_note(mention, reader)
            marks[mention.start, mention.end] = Mark(
                mention.start, mention.end, _mention_css(mention, bool(link)), note, link
            )
    for event in read.events:
        # A place that the passage does not name rests on the words that imply it, such as the trigger itself.
        if event.place and not event.place.mention.overlaps(event.trigger):
            place, words = event.place, event.place.mention
            css = f"{TOPONYM} {DOUBTED}" if is_uncertain(place.confidence) else TOPONYM
            others = [candidate.name for candidate in place.candidates]
            what = _what(reader, place.kind, place.name, place.admin1, place.country)
            note = _note_of(what, words.text, place.confidence, place.why, others)
            marks[words.start, words.end] = Mark(words.start, words.end, css, note, reader.place_link(place.id))
    return list(marks.values())


def _mention_css(mention: Mention, has_events: bool) -> str:
    if mention.id is None:
        return f"{TOPONYM} {UNPLACED}"
    doubted = f" {DOUBTED}" if is_uncertain(mention.confidence) else ""
    return f"{TOPONYM}{'' if has_events else f' {QUIET}'}{doubted}"


def _mention_note(mention: Mention, reader: Reader) -> str:
    """What is known of a name, a line each: the place, how sure that is, why, and the next candidates."""
    if mention.id is None or mention.kind is None:
        return f"“{mention.text}”: named, not placed\nWhy: {not_placed_phrase(mention)}"
    what = _what(reader, mention.kind, mention.name, mention.admin1, mention.country)
    others = [name for _, name in mention.alternatives]
    return _note_of(what, mention.text, mention.confidence, mention.why, others)


def _note_of(what: str, named: str, confidence: float, why: str, others: Sequence[str]) -> str:
    lines = [what, f"How sure of the place: {sureness(confidence)}", f"Why this place: {why_phrase(named, why)}"]
    return "\n".join([*lines, *([f"Could also be: {'; '.join(others)}"] if others else [])])


def _what(reader: Reader, kind: PlaceKind, name: str, admin1: str, country: str) -> str:
    return f"{name} · {place_line(kind, name, admin1 or None, reader.country_name(country) if country else None)}"


def _row(read: Extraction, reader: Reader, start: int, end: int, marks: Sequence[Mark], is_goal: bool) -> str:
    text = read.article.text
    tag = "h2" if is_heading(text[start:end], _LONGEST_HEADING) else "p"
    anchor = f' {GOAL} tabindex="-1"' if is_goal else ""
    notes = [_note(event, reader) for event in read.events if start <= event.start < end]
    for event in read.events:
        if any(start <= told.start < end for told in event.passages) and not start <= event.start < end:
            notes.append(_note(event, reader, again=True))
    listed = f'<ul class="em-notes" aria-label="Events in this paragraph">{"".join(notes)}</ul>' if notes else ""
    return f'<div class="em-row"{anchor}><{tag}>{mark_html(text, start, end, marks)}</{tag}>{listed}</div>'


def _note(event: Event, reader: Reader, *, again: bool = False) -> str:
    """An event told in a paragraph, as a link, with its further figures, or without them where it is told `again`."""
    kind = reader.types.types[event.type]
    place = event.place
    where = f"<b>{escape(place_name(place.name, place.confidence))}</b>" if place else "· not on the map"
    label = f"Again: {kind.label}" if again else kind.label
    others = "" if again else "".join(f"<br>{escape(figure_phrase(figure))}" for figure in event.other_figures)
    figures = f'<small class="em-figures">Other figures:{others}</small>' if others else ""
    return (
        f'<li><a href="{escape(reader.event_link(event))}"><img src="{event_icon(kind, reader.mode)}" alt="">'
        f"<span>{escape(label)}</span> {where}</a>{figures}</li>"
    )
