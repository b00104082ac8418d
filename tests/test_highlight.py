from dataclasses import replace

import pytest

from eventmap.errors import InputError
from eventmap.highlight import Mark, event_marks, mark_html, paragraph_html, quote_html, safe_link
from eventmap.model import Count, Event, Place, Span

TEXT = (
    "A quiet week.\n\n"
    "Someone said that one man & 40 students marched in <b>Lusaka</b> on Friday. Nobody was hurt.\n\n"
    "Rain followed."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def event(**changes: object) -> Event:
    quote = span("Someone said that one man & 40 students marched in <b>Lusaka</b> on Friday.")
    place = Place(
        "909137", "Lusaka", "city", -15.41, 28.29, "ZM", "Lusaka", "point", span("Lusaka"), "the only Lusaka", 0.9
    )
    told = Event(
        id="e1", article="a1", type="protest", category="protest", quote=quote.text, start=quote.start, end=quote.end,
        trigger=span("marched"), place=place, date=None, count=Count(40, 40, "people", "participants", "40 students"),
        sources=(), status="reported", confidence=0.9,
    )  # fmt: skip
    return replace(told, **changes)  # type: ignore[arg-type]


def test_marks_are_set_and_everything_is_escaped():
    start = TEXT.index("marched")
    html = mark_html(
        TEXT, start, TEXT.index(" on Friday"), [Mark(start, start + 7, "t", title='say "<i>"', href="./?a=1&b=2")]
    )
    assert html == (
        '<a class="t" title="say &quot;&lt;i&gt;&quot;" href="./?a=1&amp;b=2">marched</a> in &lt;b&gt;Lusaka&lt;/b&gt;'
    )


def test_overlapping_and_nested_marks_become_runs():
    marks = [Mark(0, 8, "outer", "long", "./long"), Mark(2, 4, "inner", "short"), Mark(6, 10, "late", href="./late")]
    assert mark_html("0123456789ab", 1, 11, marks) == (
        '<a class="outer" title="long" href="./long">1</a>'
        '<a class="outer inner" title="short" href="./long">23</a>'
        '<a class="outer" title="long" href="./long">45</a>'
        '<a class="outer late" title="long" href="./late">67</a>'
        '<a class="late" href="./late">89</a>a'
    )


def test_marks_outside_and_empty_marks_leave_no_trace():
    assert mark_html("abc", 0, 2, [Mark(2, 3, "x"), Mark(1, 1, "y"), Mark(5, 9, "z")]) == "ab"
    assert mark_html("abc", 1, 1, [Mark(0, 3, "x")]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</span></p><style>*{display:none}</style>",
        "\" onmouseover=\"alert(1)' x='",
        "&lt;b&gt; &amp; <!-- -->",
    ],
)
def test_text_cannot_inject_markup_and_stays_verbatim(text: str):
    html = mark_html(text, 0, len(text), [Mark(0, 3, "x", title=text)])
    inner = html.replace(f'<mark class="x" title="{_escape(text)}" tabindex="0">', "").replace("</mark>", "")
    assert inner == _escape(text[:3]) + _escape(text[3:])


def _escape(text: str) -> str:
    pairs = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")]
    for plain, escaped in pairs:
        text = text.replace(plain, escaped)
    return text


@pytest.mark.parametrize(
    "href", ["https://news.example/a", "HTTP://news.example", "/x", "./?story=a", "../", "?a=b", "#p3"]
)
def test_links_to_the_web_and_to_this_app_are_kept(href: str):
    assert safe_link(href) == href


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT://x", "data:text/html,x", "//evil.example", "x", ""],
)
def test_other_links_are_dropped(href: str):
    assert safe_link(href) == ""
    assert mark_html("abc", 0, 3, [Mark(0, 3, "x", href=href)]) == '<mark class="x">abc</mark>'


def test_a_quotation_has_trigger_place_and_count_marked():
    assert quote_html(event(), TEXT) == (
        '<span class="em-quote">Someone said that one man &amp; <mark class="em-count">40 students</mark> '
        '<mark class="em-trigger">marched</mark> in &lt;b&gt;'
        '<mark class="em-place">Lusaka</mark>&lt;/b&gt; on Friday.</span>'
    )


def test_the_paragraph_sets_off_the_quotation_without_its_neighbours():
    assert paragraph_html(event(place=None, count=None), TEXT) == (
        '<p class="em-paragraph"><span class="em-quote">Someone said that one man &amp; 40 students '
        '<mark class="em-trigger">marched</mark> in &lt;b&gt;Lusaka&lt;/b&gt; on Friday.</span> Nobody was hurt.</p>'
    )


def test_a_quotation_over_two_paragraphs_is_set_off_in_both():
    both = event(
        start=TEXT.index("Nobody"), end=TEXT.index(" followed"), quote=TEXT[TEXT.index("Nobody") : -10], count=None
    )
    html = paragraph_html(both, TEXT)
    assert html.count("<p ") == 2
    assert (
        '<span class="em-quote">Nobody was hurt.</span></p><p class="em-paragraph"><span class="em-quote">Rain' in html
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("one", "one"),
        ("One man", "one man"),
        ("40  students", "40 students"),
        ("4", None),
        ("dozens", None),
        (" ", None),
    ],
)
def test_the_words_of_a_count_are_found_as_whole_words(words: str, found: str | None):
    counted = event(count=Count(1, 1, "people", "participants", words))
    marks = [TEXT[mark.start : mark.end] for mark in event_marks(counted) if mark.css_class == "em-count"]
    assert marks == ([found] if found else [])
    if words == "one":
        assert event_marks(counted)[-1].start == TEXT.index("one man")


def test_a_place_named_elsewhere_in_the_article_leaves_the_quotation_alone():
    far = event(quote="Rain followed.", start=TEXT.index("Rain"), end=len(TEXT), trigger=span("followed"), count=None)
    assert quote_html(far, TEXT) == '<span class="em-quote">Rain <mark class="em-trigger">followed</mark>.</span>'


@pytest.mark.parametrize("show", [quote_html, paragraph_html])
def test_another_text_is_refused(show):
    with pytest.raises(InputError, match="Event e1 was read from another text than the one given for article a1"):
        show(event(), TEXT.upper())
