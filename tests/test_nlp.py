"""Paragraphs parsed apart, datelines told from what they open, and the article's own text kept."""

import pytest

from eventmap.nlp import parse

DATELINES = [
    ("BEIRUT (Reuters) – Two men died.", "BEIRUT (Reuters) – "),
    ("MARRAKESH, Morocco — Two men died.", "MARRAKESH, Morocco — "),
    ("WASHINGTON, May 14 (Reuters) - Talks began.", "WASHINGTON, May 14 (Reuters) - "),
    ("ST. PETERSBURG, Russia (AP) -- Talks began.", "ST. PETERSBURG, Russia (AP) -- "),
    ("PORT-AU-PRINCE, Haiti (AP) — Gangs fought.", "PORT-AU-PRINCE, Haiti (AP) — "),
    ("RIO DE JANEIRO, May 3 - Rivers rose.", "RIO DE JANEIRO, May 3 - "),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_a_dateline_is_a_paragraph_of_its_own(text, dateline):
    found = [(paragraph.text, paragraph.is_dateline) for paragraph in parse(text)]

    assert found == [(dateline, True), (text.removeprefix(dateline), False)]


@pytest.mark.parametrize(
    "text",
    [
        "Beirut – the capital – was calm.",
        "EU-wide protests began.",
        "COVID-19 spread.",
        "KYIV —",
        "Two men died – nobody knows why.",
    ],
)
def test_what_is_no_dateline(text):
    assert [(paragraph.text, paragraph.is_dateline) for paragraph in parse(text)] == [(text, False)]


def test_only_the_opening_of_a_paragraph_is_a_dateline():
    text = "It began there.\n\nLIMA (AP) — Two men died in TACNA — it is said."

    assert [paragraph.text for paragraph in parse(text) if paragraph.is_dateline] == ["LIMA (AP) — "]


def test_offsets_and_text_are_the_articles_own():
    text = "🙂 Title\r\n\r\nIn Якутск it\r\nsnowed, and the river that runs past the harbour\r\nfroze.\n\n\n\tLast line"

    paragraphs = parse(text)

    assert [paragraph.text for paragraph in paragraphs] == [text[p.start : p.end] for p in paragraphs]
    assert paragraphs[0].text == "🙂 Title"
    assert [len(paragraph.doc.text) for paragraph in paragraphs] == [len(p.text) for p in paragraphs]


def test_a_soft_wrap_is_read_as_a_space_and_quoted_as_it_stands():
    text = (
        "The harbour was closed on Monday because the storm that\n"
        "had been announced for days arrived from the west, and\n"
        "the ferries to the islands stayed in port until morning."
    )

    (paragraph,) = parse(text)
    start = paragraph.doc.text.index("storm that had")

    assert "\n" not in paragraph.doc.text
    assert paragraph.verbatim(start, start + len("storm that had")) == "storm that\nhad"


@pytest.mark.parametrize("text", ["", " \n\r\n\t "])
def test_nothing_to_parse(text):
    assert parse(text) == []
