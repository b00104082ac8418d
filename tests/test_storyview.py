import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from eventmap import event_types
from eventmap.model import Article, Event, Extraction, Figure, Mention, Place, PlaceCandidate, Span
from eventmap.storyview import Reader, origin_html, story_html

TEXT = (
    "Dockers <b>Strike</b>\n\n"
    "Dockers walked out in Varna on Monday, and others marched in Burgas. Sofia is quiet.\n\n"
    "What happens next\n\n"
    '<script>alert(1)</script> [Varna](https://evil.example) <img src=x onerror="alert(2)"> $x^2$ :material/bomb:'
)
TITLE = "Dockers <b>Strike</b>"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def place(name: str) -> Place:
    return Place(f"id-{name}", name, "city", 43.2, 27.9, "BG", name, "point", span(name), "the only one", 0.9)


def event(name: str, kind: str, quote: str, trigger: str, where: Place | None) -> Event:
    told = span(quote)
    return Event(
        id=name, article="story", type=kind, category="protest", quote=quote, start=told.start, end=told.end,
        trigger=span(trigger), place=where, date=None, count=None, sources=(), status="reported", confidence=0.9,
    )  # fmt: skip


def mention(name: str, reading: str = "place") -> Mention:
    at = span(name)
    return Mention(at.start, at.end, name, reading, f"id-{name}", name, "city", 43.2, 27.9, "BG", "", 0.9, "")


SENTENCE = "Dockers walked out in Varna on Monday, and others marched in Burgas."
STRIKE = event("e1", "strike", SENTENCE, "walked out", place("Varna"))
MARCH = event("e2", "protest", SENTENCE, "marched", place("Burgas"))
NOWHERE = event("e3", "arson", "$x^2$", "$x^2$", None)
MENTIONS = (mention("Varna"), mention("Burgas"), mention("Sofia"), mention("Dockers", "organisation"))
ARTICLE = Article("story", TEXT, TITLE, dt.date(2024, 5, 6), "news.example", "https://www.news.example/a?b=1&c=2")
READ = Extraction(ARTICLE, MENTIONS, (STRIKE, MARCH, NOWHERE))


@pytest.fixture
def reader() -> Reader:
    return Reader(
        types=event_types.load(),
        country_name={"BG": "Bulgaria"}.__getitem__,
        place_link=lambda place: f"./?place={place}",
        event_link=lambda event: f"./?event={event.id}",
    )


class Elements(HTMLParser):
    """The tags and the text of some HTML."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def rows(html: str) -> list[str]:
    return re.findall(r'<div class="em-row".*?</div>', html)


def test_every_paragraph_is_shown_once_word_for_word(reader: Reader):
    html = story_html(READ, reader)
    shown = [Elements(re.sub(r"<ul.*?</ul>", "", row)).text for row in rows(html)]
    assert shown == TEXT.split("\n\n")[1:]
    assert Elements(re.search("<h1>.*?</h1>", html).group()).text == TITLE


def test_hostile_text_makes_no_element_and_no_link(reader: Reader):
    parsed = Elements(story_html(READ, reader))
    assert {tag for tag, _ in parsed.tags} == {
        "a", "article", "b", "div", "h1", "h2", "header", "img", "li", "mark", "p", "span", "ul",
    }  # fmt: skip
    assert all(attributes["src"].startswith("data:image/svg+xml") for tag, attributes in parsed.tags if tag == "img")
    assert {attributes["href"] for tag, attributes in parsed.tags if tag == "a"} == {
        "https://www.news.example/a?b=1&c=2",
        "./?event=e1", "./?event=e2", "./?event=e3", "./?place=id-Varna", "./?place=id-Burgas",
    }  # fmt: skip


def test_places_with_events_are_links_and_other_places_are_not(reader: Reader):
    html = story_html(READ, reader)
    assert '<a class="em-event em-toponym" title="Varna' in html
    assert 'href="./?place=id-Varna">Varna</a>' in html
    assert '<mark class="em-toponym em-quiet" title="Sofia' in html
    assert 'em-toponym">Dockers' not in html


def test_a_place_says_how_sure_it_is_and_why_and_what_else_it_could_be(reader: Reader):
    others = tuple(PlaceCandidate(name, name, None, None) for name in ("Varna, Sweden, SE", "Varna, Italy, IT"))
    where = replace(place("Varna"), confidence=0.34, candidates=others)
    html = story_html(Extraction(ARTICLE, MENTIONS, (replace(STRIKE, place=where),)), reader)
    note = (
        "Varna · Town or city · Bulgaria&#10;How sure of the place: uncertain · 34 %&#10;"
        "Why this place: “Varna”, the only one&#10;Could also be: Varna, Sweden, SE; Varna, Italy, IT"
    )
    marked = '<a class="em-event em-toponym em-doubted" title="'
    assert f'{marked}{note}" href="./?place=id-Varna">Varna</a>' in html
    assert "Uncertain which place is meant</mark>" in html
    assert "<b>Varna (uncertain)</b>" in html


def test_a_name_that_is_none_of_the_gazetteers_places_is_marked_and_says_so(reader: Reader):
    unplaced = replace(
        mention("Sofia"), id=None, name="", kind=None, lat=None, lon=None, country="", confidence=0.0, why="none fits",
        alternatives=(("1", "Sofia, Sofia, MD"), ("2", "Sofia, Sennar, SD")),
    )  # fmt: skip
    html = story_html(Extraction(ARTICLE, (unplaced,), (STRIKE,)), reader)
    note = "“Sofia”: named, not placed&#10;Why: none fits; could be Sofia, Sofia, MD; Sofia, Sennar, SD"
    assert f'<mark class="em-toponym em-unplaced" title="{note}" tabindex="0">Sofia</mark>' in html
    assert "Named, not placed</mark>" in html
    assert "Other place" not in html


def test_other_places_say_why_too_and_can_be_reached_without_a_pointer(reader: Reader):
    sofia = replace(mention("Sofia"), confidence=0.4, why="by size", alternatives=(("1", "Sofia, Sofia, MD"),))
    html = story_html(Extraction(ARTICLE, (sofia,), ()), reader)
    note = (
        "Sofia · Town or city · Bulgaria&#10;How sure of the place: uncertain · 40 %&#10;"
        "Why this place: “Sofia”, by size&#10;Could also be: Sofia, Sofia, MD"
    )
    assert f'<mark class="em-toponym em-quiet em-doubted" title="{note}" tabindex="0">Sofia</mark>' in html


def test_a_place_that_only_the_trigger_implies_is_not_marked_as_a_name(reader: Reader):
    implied = Place(
        "RU", "Bulgaria", "country", 43.0, 25.0, "BG", "", "country", span("walked out"), "the country", 0.9
    )
    told = event("e1", "strike", SENTENCE, "walked out", implied)
    html = story_html(Extraction(ARTICLE, (), (told,)), reader)
    assert '<a class="em-event em-word" title="' in html
    assert 'class="em-event em-word em-toponym"' not in html
    assert 'em-toponym"' not in rows(html)[0]


def test_each_paragraph_lists_the_events_that_begin_in_it(reader: Reader):
    labels = {kind: event_types.load().types[kind].label for kind in ("strike", "protest", "arson")}
    notes = [Elements(item).text for item in re.findall("<li>.*?</li>", story_html(READ, reader))]
    assert notes == [f"{labels['strike']} Varna", f"{labels['protest']} Burgas", f"{labels['arson']} · not on the map"]


def test_an_event_told_again_is_marked_and_listed_there_and_its_other_figures_where_it_is_told_first(reader: Reader):
    heard = Figure(40, 40, "people", "participants", span("others"), ("<i>dockers</i>",))
    again = span("[Varna](https://evil.example)")
    told = replace(STRIKE, figures=(heard,), passages=(again,))
    html = story_html(Extraction(ARTICLE, (), (told,)), reader)
    first, _, later = rows(html)
    label = event_types.load().types["strike"].label
    assert Elements(re.search("<li>.*?</li>", first).group()).text == (
        f"{label} VarnaOther figures:40 took part, according to <i>dockers</i>"
    )
    assert Elements(re.search("<li>.*?</li>", later).group()).text == f"Again: {label} Varna"
    assert f'em-again" title="Told again: {label} · Varna" href="./?event=e1">[Varna]' in later
    assert "The same event told again" in html
    assert "<i>" not in html


def test_the_chosen_event_is_set_off_and_its_paragraph_is_the_goal(reader: Reader):
    html = story_html(READ, reader, event="e3")
    assert ["data-scroll-here" in row for row in rows(html)] == [False, False, True]
    assert "em-chosen" in rows(html)[2]
    assert html.count("em-chosen") == 1


@pytest.mark.parametrize(
    ("at", "goal"), [(TEXT.index("Sofia"), 0), (TEXT.index("next"), 1), (10**8, None), (None, None)]
)
def test_an_offset_makes_its_paragraph_the_goal(reader: Reader, at: int | None, goal: int | None):
    assert ["data-scroll-here" in row for row in rows(story_html(READ, reader, at=at))] == [i == goal for i in range(3)]


def test_a_title_that_the_text_does_not_begin_with_stands_above_it(reader: Reader):
    read = Extraction(Article("a<b", "One sentence.\n\nAnother one."))
    html = story_html(read, reader)
    assert html.startswith('<article class="em-story"><header><h1>a&lt;b</h1></header>')
    assert len(rows(html)) == 2


def test_short_lines_without_a_stop_are_headings(reader: Reader):
    assert [re.search("<(h2|p)>", row).group(1) for row in rows(story_html(READ, reader))] == ["p", "h2", "p"]


def test_the_origin_credits_the_publisher_and_links_to_the_original():
    link = (
        '<a href="https://www.news.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">'
        "Read the original at news.example</a>"
    )
    assert origin_html(ARTICLE) == f'<p class="em-origin">news.example · 6 May 2024 · {link}</p>'
    credited = Article(
        "a", "x", source="s", published=dt.date(2024, 5, 6), credit="By <i>A. Writer</i>", url="javascript:x"
    )
    assert origin_html(credited) == '<p class="em-origin">By &lt;i&gt;A. Writer&lt;/i&gt;</p>'
    assert origin_html(Article("a", "x", url="/local")) == ""
