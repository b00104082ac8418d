"""The article page and the method page, run without a browser."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eventmap import event_types, paths, pipeline
from eventmap.gazetteer import online
from eventmap.model import Article, Event, Extraction, Place, Span

HOSTILE = (
    'Riot <img src=x onerror="alert(1)">\n\n'
    "<script>alert(2)</script> A crowd burned cars in Plovdiv. [here](https://evil.example) "
    "![](https://evil.example/x.png) $\\frac{1}{2}$ :material/bomb: :red[red] </article>\n\n"
    "Nothing else happened."
)
QUOTE = "A crowd burned cars in Plovdiv."


def span(words: str) -> Span:
    start = HOSTILE.index(words)
    return Span(start, start + len(words), words)


def extract(article: Article, gazetteer: object = None) -> Extraction:
    """One event in each article that has the quotation, without the language model."""
    if QUOTE not in article.text:
        return Extraction(article)
    told = span(QUOTE)
    place = Place(
        "728193", "Plovdiv", "city", 42.15, 24.75, "BG", "Plovdiv", "point", span("Plovdiv"), "the only one", 0.9
    )
    event = Event(
        id="riot-1", article=article.id, type="riot", category="protest", quote=QUOTE, start=told.start, end=told.end,
        trigger=span("burned"), place=place, date=None, count=None, sources=(), status="reported", confidence=0.9,
    )  # fmt: skip
    return Extraction(article, (), (event,))


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: object) -> Path:
    """A folder of two stories instead of the ones that come with the product; the newer one is hostile."""
    records = [
        {"id": "old & calm", "text": "A calm day.\n\nNobody came.", "published": "2020-01-01"},
        {"id": "hostile", "text": HOSTILE, "published": "2021-01-01", "url": "javascript:alert(3)"},
    ]
    (tmp_path / "stories.jsonl").write_text("\n".join(json.dumps(record) for record in records))
    monkeypatch.setattr(paths, "ARTICLES", tmp_path)
    monkeypatch.setattr(pipeline, "extract", extract)
    return tmp_path


def run(page: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(paths.ROOT / "app.py"), default_timeout=60).switch_page(f"pages/{page}.py")
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.main.get("html"))


def test_the_article_page_opens_the_newest_story_with_its_marks(stories: Path):
    shown = html(run("article"))
    assert "<h1>Riot &lt;img src=x onerror=&quot;alert(1)&quot;&gt;</h1>" in shown
    assert 'href="./?story=hostile&amp;place=728193&amp;event=riot-1"' in shown
    assert 'title="Plovdiv · Town or city · Bulgaria&#10;How sure of the place: very sure · 90 %' in shown
    assert '" href="./?story=hostile&amp;place=728193">Plovdiv</a>' in shown
    assert "data-scroll-here" not in shown


def test_hostile_text_reaches_the_page_only_escaped(stories: Path):
    app = run("article")
    shown = html(app)
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in shown
    assert "[here](https://evil.example) ![](https://evil.example/x.png) $\\frac{1}{2}$ :material/bomb:" in shown
    assert not any(markup in shown for markup in ("<script", "<img src=x", "javascript:"))
    assert not any("evil.example" in element.value for element in app.markdown)


def test_the_address_opens_a_story_at_an_event(stories: Path):
    app = run("article", story="hostile", event="riot-1")
    assert html(app).count('data-scroll-here tabindex="-1"') == 1
    assert "em-chosen" in html(app)


def test_the_address_opens_a_story_at_an_offset(stories: Path):
    shown = html(run("article", story="hostile", at=str(HOSTILE.index("Nothing"))))
    assert '<div class="em-row" data-scroll-here tabindex="-1"><p>Nothing else happened.</p></div>' in shown


@pytest.mark.parametrize("at", ["-1", "x", "9" * 30, "²", "<b>"])
def test_an_offset_that_is_none_is_passed_over(stories: Path, at: str):
    assert "data-scroll-here tabindex" not in html(run("article", at=at))


def test_what_the_address_names_but_is_not_there_is_said_in_words(stories: Path):
    assert "There is no story “&lt;b&gt;![](//evil.example)” here." in html(
        run("article", story="<b>![](//evil.example)")
    )
    assert "The event of this link is not in this story" in html(run("article", story="hostile", event="<b>"))


def test_the_reader_can_pick_another_story(stories: Path):
    app = run("article", story="hostile", event="riot-1")
    picker = app.sidebar.selectbox[0]
    assert picker.options == ['Riot <img src=x onerror="alert(1)">', "old & calm"]
    picker.set_value("old & calm").run()
    assert "<p>A calm day.</p>" in html(app)
    assert app.query_params == {"story": "old & calm"}


def test_bad_stories_are_one_sentence_on_the_page(stories: Path):
    (stories / "broken.txt").write_bytes(b"\xff")
    assert "broken.txt is not valid UTF-8 at byte offset 0 (line 1); save it as UTF-8." in html(run("article"))
    for file in stories.iterdir():
        file.unlink()
    assert "There are no stories here yet." in html(run("article"))


def test_the_method_page_explains_every_event_type_in_every_scheme():
    app = run("method")
    shown = html(app)
    for kind in event_types.load().types.values():
        for words in (kind.label, kind.description, kind.acled_sub_event, kind.plover, kind.case2021):
            assert words is None or words in shown
    assert "<dt>dozens</dt><dd>24–99</dd>" in shown
    text = "\n".join(element.value for element in app.markdown)
    promised = ("What it cannot do", "GeoNames", "CC BY 4.0", "Natural Earth", "Privacy", f"{online.SWITCH}=1")
    assert [words for words in promised if words not in text] == []
