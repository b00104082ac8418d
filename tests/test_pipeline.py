"""From an article to its events: short stories of several fields and countries, and odd texts."""

import datetime as dt

import pytest
from told import rows

from eventmap.errors import InputError
from eventmap.model import Article
from eventmap.pipeline import extract

STORIES = [
    (
        "Nurses walk out\n\n"
        "In Port Sudan, 300 nurses went on strike on Tuesday over unpaid wages. Their union plans to strike in "
        "Khartoum next week.\n\n"
        "More than 5,000 people fled the town of Kassala in eastern Sudan over the weekend, the United Nations said.",
        [
            ("strike", "Port Sudan", (300, 300, "participants"), "2024-05-14", (), "reported"),
            ("strike", "Khartoum", None, "2024-05-20/2024-05-26", (), "planned"),
            ("flight", "Kassala", (5000, None, "displaced"), "2024-05-11/2024-05-12", ("United Nations",), "reported"),
        ],
    ),
    (
        "Earthquake kills 12 in Guatemala\n\n"
        "An earthquake killed 12 people in Guatemala on Thursday, officials said. Dozens of houses were destroyed.\n\n"
        "Mexico sent a team of 40 rescuers.",
        [
            ("natural_disaster", "Guatemala", (12, 12, "killed"), "2024-05-09", ("officials",), "reported"),
            ("aid", None, (40, 40, "sent"), None, (), "reported"),
        ],
    ),
    (
        "NAIROBI, Kenya (AP) — Police fired tear gas at protesters on Tuesday, and three people were injured, a "
        "hospital said.\n\n"
        "Protests also took place in Mombasa and Kisumu.",
        [
            ("excessive_force", "Nairobi", (3, 3, "injured"), "2024-05-14", ("a hospital",), "reported"),
            ("protest", "Mombasa", None, None, (), "reported"),
            ("protest", "Kisumu", None, None, (), "reported"),
        ],
    ),
    (
        "Eight people were shot dead at a market in Cali on Sunday morning. A gunman opened fire from a motorbike, "
        "El Tiempo reported.\n\n"
        "In Palmira, two suspects were arrested on Monday, police said.",
        [
            ("shooting", "Cali", (8, 8, "killed"), "2024-05-12", ("El Tiempo",), "reported"),
            ("arrest", "Palmira", (2, 2, "detained"), "2024-05-13", ("police",), "reported"),
        ],
    ),
    (
        "Deported by plane\n\n"
        "Austria deported 14 men to Kabul on Tuesday, the newspaper Der Standard reported. Hundreds of people "
        "protested at Vienna airport.",
        [
            ("deportation", "Austria", (14, 14, "deported"), "2024-05-14", ("Der Standard",), "reported"),
            ("protest", "Vienna", (200, 999, "participants"), None, (), "reported"),
        ],
    ),
    (
        "What the law says\n\nThe bill would ban strikes. Parliament in Accra debates it in June, and nobody knows how "
        "it will end.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_all_events_of_a_story(read, text, expected):
    assert rows(read(text)) == expected


def test_an_event_carries_its_article(gazetteer):
    article = Article(
        "x/1",
        "Farmers rallied in Lyon on Monday.",
        title="Farmers rally",
        published=dt.date(2024, 5, 15),
        url="https://example.org/1",
    )

    extraction = extract(article, gazetteer)
    (event,) = extraction.events

    assert extraction.article is article
    assert [mention.text for mention in extraction.mentions] == ["Lyon"]
    assert (event.article, event.title, event.published, event.url) == (
        article.id,
        article.title,
        article.published,
        article.url,
    )


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\u00a0\u2003"])
def test_an_article_without_text_is_refused(gazetteer, text):
    with pytest.raises(InputError, match=r"^article “x/1” has no text$"):
        extract(Article("x/1", text), gazetteer)


WITHOUT_EVENTS = {
    "one word": "Lyon",
    "punctuation": "... !!! ??? --- ,,,; “” «» ()",
    "an emoji": "🙂",
    "Russian": "Сегодня в городе прошёл дождь.",
    "Arabic": "\u202bهطل المطر اليوم.\u202c",
    "Chinese": "今天下雨了。",
    "a very long word": "a" * 20_000,
    "digits": "1" * 20_000,
    "numbers": "12,345 " * 1_000,
    "a sentence of 100,000 characters": "otorhinolaryngologically and incomprehensibly, " * 2_128,
}


@pytest.mark.parametrize("text", WITHOUT_EVENTS.values(), ids=WITHOUT_EVENTS.keys())
def test_odd_texts_without_events(read, text):
    assert rows(read(text)) == []


WITH_ONE = {
    "200 parentheses": "(" * 200 + "Farmers rallied in Lyon." + ")" * 200,
    "control characters": "\x01\x02 Farmers rallied in Lyon.\x1f\x7f \x85 \x1b[31m",
    "a quotation that never closes": "“Farmers rallied in Lyon. " + "It rained all day. " * 20,
    "another language around": "Сегодня дождь.\n\nFarmers rallied in Lyon.\n\nمطر",
    "markup": "Farmers rallied in Lyon. <script>alert(1)</script> &lt;b&gt;",
    "emoji around": "👩‍👩‍👧‍👦🇫🇷 Farmers rallied in Lyon. 🙂",
}


@pytest.mark.parametrize("text", WITH_ONE.values(), ids=WITH_ONE.keys())
def test_odd_texts_around_an_event(read, text):
    (event,) = read(text).events

    assert rows(read(text)) == [("protest", "Lyon", None, None, (), "reported")]
    assert event.quote == text[event.start : event.end]
    assert event.trigger.text == text[event.trigger.start : event.trigger.end] == "rallied"


def test_a_text_far_longer_than_the_parser_takes_at_once(read):
    text = "The harbour was quiet. " * 500 + "\n\nFarmers rallied in Lyon."

    (event,) = read(text).events

    assert event.quote == "Farmers rallied in Lyon."
