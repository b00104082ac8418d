import csv
import io
import json
from dataclasses import replace

import pytest

from eventmap import event_types
from eventmap.export import to_csv, to_jsonl
from eventmap.model import Event


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_jsonl_gives_the_records_back(placed: Event, unplaced: Event):
    odd = replace(unplaced, quote="one\u2028two\x85three")
    text = to_jsonl([placed, odd])
    assert "Чили" in text
    assert [json.loads(line) for line in text.splitlines()] == [placed.record(), odd.record()]
    assert to_jsonl([]) == ""


def test_csv_has_headings_and_values_that_people_can_read(placed: Event):
    kind = event_types.load().types["protest"]
    assert rows(to_csv([placed])) == [
        {
            "Event type": kind.label,
            "Category": event_types.load().categories["protest"].label,
            "Place": "Santiago",
            "Region": "Santiago Metropolitan",
            "Country (ISO code)": "CL",
            "Latitude": "-33.45694",
            "Longitude": "-70.64827",
            "Place kind": "Town or city",
            "Place precision": "point",
            "First day": "2024-03-04",
            "Last day": "2024-03-05",
            "Date precision": "day",
            "Date, in words": "Monday and Tuesday",
            "Count, at least": "40",
            "Count, at most": "40",
            "Count of": "people",
            "Counted as": "called up",
            "Count, in words": "About 40 teachers",
            "Other figures, and who gives them": (
                "at least 90 called up, according to the union and parents (claimed) (“at least 90”)"
                " | of them 12 called up (“twelve”)"
            ),
            "Said by": "Radio Uno; the union",
            "Status": "Denied",
            "Denied by": "the ministry",
            "Confidence": "0.877",
            "Quotation": "About 40 teachers marched through Чили",
            "Told again in the story": "The union counted at least 90, twelve | The march;",
            "Article": "Teachers March",
            "Published": "2024-03-06",
            "Link": "https://news.example/march?a=1&b=2",
            "ACLED event type": kind.acled_event or "",
            "ACLED sub-event type": kind.acled_sub_event or "",
            "PLOVER event type": kind.plover or "",
            "CASE 2021 label": kind.case2021 or "",
            "Why this place": "the most populous Santiago",
            "Place confidence": "0.643",
            "Could also be": "Santiago, Veraguas, PA",
            "Place id": "3871336",
            "Article id": "story",
            "Quotation starts at character": "100",
            "Quotation ends at character": "138",
            "Event id": "story-1",
        }
    ]


def test_unknown_is_an_empty_cell_and_never_zero(unplaced: Event):
    (row,) = rows(to_csv([unplaced]))
    unknown = (
        "Place",
        "Latitude",
        "Longitude",
        "First day",
        "Count, at least",
        "Count, at most",
        "Other figures, and who gives them",
        "Said by",
        "Denied by",
        "Told again in the story",
    )
    assert [row[heading] for heading in unknown] == [""] * len(unknown)
    assert row["Quotation"] == "'" + unplaced.quote


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\ufeff=", "\u200b@"]
)
def test_text_that_could_be_a_formula_is_made_safe(unplaced: Event, start: str):
    (row,) = rows(to_csv([replace(unplaced, quote=start + 'cmd|"/c calc"!A1', article=start + "x")]))
    assert row["Quotation"] == "'" + start + 'cmd|"/c calc"!A1'
    assert row["Article id"] == "'" + start + "x"


def test_other_text_is_left_as_it_is(unplaced: Event):
    quote = 'He said "no", then\r\nleft; 2 + 2 = 4 – Прага'
    (row,) = rows(to_csv([replace(unplaced, quote=quote)]))
    assert row["Quotation"] == quote


def test_a_type_that_is_no_longer_known_is_shown_by_its_id(placed: Event):
    (row,) = rows(to_csv([replace(placed, type="meteor", category="sky")]))
    assert [row[heading] for heading in ("Event type", "Category", "PLOVER event type")] == ["meteor", "sky", ""]
