"""What holds for every event of every text: verbatim quotations and offsets, stable ids, nothing lost."""

import datetime as dt

import pytest
from told import row, rows

PLAIN = (
    "🙂 Wochenschau\n\n"
    "Protests were held in Lagos, Kano and Ibadan on Saturday. Police detained 40 people, a lawyer said.\n\n"
    "В Якутске снег. About 200 women rallied in Yakutsk on Sunday – “𝒩𝑜 𝓌𝒶𝓇”, read a banner 🙂🙂. "
    "Two men were shot dead in Köln’s old town, DPA reported.\n\n"
    "The army denied that its planes had bombed a market in Omdurman."
)
WRAPPED = (
    "About 3,000 farmers rallied in Toulouse on Monday against a law\n"
    "that limits the water which they may pump from the rivers, and\n"
    "12 of them were detained by the police in the evening near the\n"
    "town hall. On Tuesday, protests were held in Lyon, Dijon and in\n"
    "Nantes, where hundreds of students marched through the old port."
)
TEXTS = {
    "plain": PLAIN,
    "CRLF": PLAIN.replace("\n", "\r\n"),
    "old Mac": PLAIN.replace("\n", "\r"),
    "wrapped": WRAPPED,
    "wrapped, CRLF": WRAPPED.replace("\n", "\r\n"),
    "astral before": "🙂" * 50 + " " + WRAPPED,
    "blanks around": "\n\n \t" + PLAIN + "\n \n",
    "line separators": PLAIN.replace("\n\n", "\u2029"),
    "no-break spaces": PLAIN.replace(" on ", "\u00a0on\u00a0"),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_quotations_and_offsets_are_verbatim(read, text):
    found = read(text)

    assert len(found.events) >= 4
    for event in found.events:
        spans = [event.trigger, *([event.place.mention] if event.place else [])]
        assert event.quote == text[event.start : event.end] != ""
        assert event.quote == event.quote.strip()
        assert [span.text for span in spans] == [text[span.start : span.end] for span in spans]
        assert event.start <= event.trigger.start < event.trigger.end <= event.end
        assert event.count is None or event.count.text in text
        assert event.date is None or event.date.text in text
        assert 0 < event.confidence <= 1
    for mention in found.mentions:
        assert mention.text == text[mention.start : mention.end]


def test_line_ends_and_emoji_change_nothing_but_offsets(read):
    expected = rows(read(PLAIN))

    assert expected
    assert rows(read(PLAIN.replace("\n", "\r\n"))) == expected
    assert rows(read("🙂🙂\n\n" + PLAIN)) == expected


def test_a_hard_wrapped_text_tells_what_the_same_text_in_one_line_does(read):
    assert rows(read(WRAPPED)) == rows(read(WRAPPED.replace("\n", " ")))


def test_the_same_text_gives_the_same_ids_and_each_once(read):
    first, second = read(PLAIN).events, read(PLAIN).events

    assert first == second
    assert len({event.id for event in first}) == len(first)


def test_ids_depend_on_the_text_not_on_when_it_was_published(read):
    assert [e.id for e in read(PLAIN).events] == [e.id for e in read(PLAIN, dt.date(1999, 1, 1)).events]
    assert {e.id for e in read(PLAIN).events}.isdisjoint(e.id for e in read(PLAIN + " ").events)


def test_events_stand_in_the_order_of_their_passages(read):
    starts = [event.start for event in read(WRAPPED).events]

    assert starts == sorted(starts)


def test_an_event_without_a_place_is_kept_unplaced(read):
    (event,) = read("Forty nurses were detained on Friday, a lawyer said.").events

    assert row(event) == ("arrest", None, (40, 40, "detained"), "2024-05-10", ("a lawyer",), "reported")


@pytest.mark.parametrize("words", ["on Monday", "yesterday", "since Tuesday", "on 3 May", "in March"])
def test_a_relative_date_stays_unknown_without_the_date_of_publication(read, words):
    (event,) = read(f"About 3,000 farmers rallied in Toulouse {words}.", published=None).events

    assert row(event) == ("protest", "Toulouse", (3000, 3000, "participants"), None, (), "reported")


def test_a_full_date_needs_no_date_of_publication(read):
    (event,) = read("About 3,000 farmers rallied in Toulouse on 3 May 2021.", published=None).events

    assert row(event) == ("protest", "Toulouse", (3000, 3000, "participants"), "2021-05-03", (), "reported")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("About 400", (400, 400)),
        ("At least 400", (400, None)),
        ("More than 400", (400, None)),
        ("Up to 400", (None, 400)),
        ("As many as 400", (None, 400)),
        ("Dozens of", (24, 99)),
        ("Several hundred", (200, 999)),
        ("Hundreds of", (200, 999)),
        ("Thousands of", (2000, 9999)),
        ("Between 300 and 400", (300, 400)),
        ("The", None),
    ],
)
def test_a_count_is_a_range_or_unknown(read, words, expected):
    (event,) = read(f"{words} farmers rallied in Toulouse.").events

    assert (event.count and (event.count.low, event.count.high)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Monday", "2024-05-13"),
        ("last Wednesday", "2024-05-08"),
        ("since last Wednesday", "2024-05-08/2024-05-15"),
        ("on Sunday and Monday", "2024-05-12/2024-05-13"),
        ("yesterday", "2024-05-14"),
        ("in April", "2024-04-01/2024-04-30"),
        ("from 1 to 3 May", "2024-05-01/2024-05-03"),
        ("in 2019", "2019-01-01/2019-12-31"),
        ("outside the town hall", None),
    ],
)
def test_a_date_is_counted_from_the_day_of_publication(read, words, expected):
    (event,) = read(f"Farmers have rallied in Toulouse {words}.").events

    assert row(event)[3] == expected
