"""Verbatim text as safe HTML, with marks on it.

Article text is hostile until escaped: everything that goes through here is escaped, links lead only to the web or to
this app's own pages, and the result is meant for an element that takes HTML as it is (`st.html`), never for Markdown.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from eventmap.errors import InputError
from eventmap.model import Event
from eventmap.paragraphs import paragraph_bounds

# Classes of the marks, for the pages' style sheet.
QUOTE, PARAGRAPH = "em-quote", "em-paragraph"
TRIGGER, PLACE, COUNT = "em-trigger", "em-place", "em-count"

_SAFE_LINK = re.compile(r"https?://|\.{0,2}/(?!/)|[?#]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article to set off: article offsets, end exclusive.

    `css_class` may name several classes, parted by spaces; `title` is shown when the pointer rests on the mark; `href`
    makes the mark a link.
    """

    start: int
    end: int
    css_class: str
    title: str = ""
    href: str = ""


def safe_link(href: str) -> str:
    """`href` if it leads to the web or to a page of this app, else ""."""
    return href if _SAFE_LINK.match(href) else ""


def mark_html(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """`text[start:end]` as HTML, with the marks (or the parts of them) that lie inside.

    Where marks overlap, the text is cut into runs: a run has the classes of every mark that covers it, and the title
    and the link of the shortest one that has any.
    """
    inside = [mark for mark in marks if mark.start < end and start < mark.end and mark.start < mark.end]
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    edges = sorted(cuts)
    html = []
    for run_start, run_end in itertools.pairwise(edges):
        covering = [mark for mark in inside if mark.start <= run_start and run_end <= mark.end]
        html.append(_run(text[run_start:run_end], covering))
    return "".join(html)


def quote_html(event: Event, article_text: str) -> str:
    """The quotation of `event` in a `span.em-quote`, with its trigger, place and count marked.

    Raises:
        InputError: `article_text` is not the text that the event was read from.
    """
    _check(event, article_text)
    marked = mark_html(article_text, event.start, event.end, event_marks(event))
    return f'<span class="{QUOTE}">{marked}</span>'


def paragraph_html(event: Event, article_text: str) -> str:
    """The paragraph that `event` is told in (or the paragraphs, each a `p.em-paragraph`), with the quotation set off.

    Raises:
        InputError: `article_text` is not the text that the event was read from.
    """
    _check(event, article_text)
    marks = event_marks(event)
    html = []
    for start, end in paragraph_bounds(article_text):
        if start < event.end and event.start < end:
            quote_start, quote_end = max(start, event.start), min(end, event.end)
            before = mark_html(article_text, start, quote_start, ())
            quote = mark_html(article_text, quote_start, quote_end, marks)
            after = mark_html(article_text, quote_end, end, ())
            html.append(f'<p class="{PARAGRAPH}">{before}<span class="{QUOTE}">{quote}</span>{after}</p>')
    return "".join(html)


def event_marks(event: Event) -> list[Mark]:
    """The marks of an event inside its quotation: trigger, place and count, those that it has."""
    marks = [Mark(event.trigger.start, event.trigger.end, TRIGGER)]
    if event.place:
        marks.append(Mark(event.place.mention.start, event.place.mention.end, PLACE))
    found = _find_words(event.count.text, event.quote) if event.count else None
    if found:
        marks.append(Mark(event.start + found.start(), event.start + found.end(), COUNT))
    return marks


def _run(text: str, covering: Sequence[Mark]) -> str:
    content = escape(text)
    if not covering or not text:
        return content
    shortest_first = sorted(covering, key=lambda mark: mark.end - mark.start)
    title = next((mark.title for mark in shortest_first if mark.title), "")
    href = next((mark.href for mark in shortest_first if safe_link(mark.href)), "")
    classes = " ".join(dict.fromkeys(mark.css_class for mark in reversed(shortest_first)))
    title = escape(title).replace("\n", "&#10;")
    attributes = f' class="{escape(classes)}"' + (f' title="{title}"' if title else "")
    if href:
        return f'<a{attributes} href="{escape(href)}">{content}</a>'
    reach = ' tabindex="0"' if title else ""  # what the pointer shows, a tap and the keyboard can reach too
    return f"<mark{attributes}{reach}>{content}</mark>"


def _find_words(words: str, quote: str) -> re.Match[str] | None:
    """The first occurrence of `words` in `quote` as whole words or numbers: as written, else in any case."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        return None
    whole = rf"(?<!\w)(?<!\d[.,]){pattern}(?!\w)(?![.,]\d)"
    return re.search(whole, quote) or re.search(whole, quote, re.IGNORECASE)


def _check(event: Event, article_text: str) -> None:
    if article_text[event.start : event.end] != event.quote:
        raise InputError(f"Event {event.id} was read from another text than the one given for article {event.article}.")
