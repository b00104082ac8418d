"""Readings that went wrong once, told in one line each."""

import pytest
from told import rows

STORIES = [
    # (text, whole rows: type, place, count, dates, sources, status)
    (
        "Thousands marched through Mombasa.",
        [("protest", "Mombasa", (2000, 9999, "participants"), None, (), "reported")],
    ),
    (
        "Protesters blocked a road in Kisumu and police arrested four of them.",
        [
            ("protest", "Kisumu", None, None, (), "reported"),
            ("arrest", "Kisumu", (4, 4, "detained"), None, (), "reported"),
        ],
    ),
    (
        "A man set himself on fire in Tbilisi. The news site Civil.ge said he was a taxi driver.",
        [("self_immolation", "Tbilisi", (1, 1, "self_immolated"), None, ("Civil.ge",), "reported")],
    ),
    (
        "Amnesty International claims at least 30 detainees have died in Eritrea. The government denies the claim.",
        [("deaths", "Eritrea", (30, None, "killed"), None, ("Amnesty International",), "denied")],
    ),
    ("A grenade was thrown into a bar in Bujumbura.", [("grenade", "Bujumbura", None, None, (), "reported")]),
    ("Poland closed its border with Belarus.", [("border_traffic", "border:by-pl", None, None, (), "reported")]),
    (
        "Police in Kenya's capital arrested 12 people.",
        [("arrest", "Nairobi", (12, 12, "detained"), None, (), "reported")],
    ),
    ("No one protested in Leeds.", []),
    ("Arson is a crime. Protests are a right.", []),
    ("Workers in Dakar have yet to strike.", []),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_a_reading_that_went_wrong_once(read, text, expected):
    assert rows(read(text)) == expected
