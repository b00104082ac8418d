"""Where an event happened: one event for each place, and none where somebody comes from or is based."""

import pytest
from told import rows

SENTENCES = [
    # One event for each place, at the finest place named.
    (
        "Protests were held in Lagos, Kano and Ibadan on Saturday.",
        [
            ("protest", "Lagos", None, "2024-05-11", (), "reported"),
            ("protest", "Kano", None, "2024-05-11", (), "reported"),
            ("protest", "Ibadan", None, "2024-05-11", (), "reported"),
        ],
    ),
    (
        "Two hundred teachers marched in Arequipa, and dozens of students were detained in Lima.",
        [
            ("protest", "Arequipa", (200, 200, "participants"), None, (), "reported"),
            ("arrest", "Lima", (24, 99, "detained"), None, (), "reported"),
        ],
    ),
    (
        "In Chile, students protested in Santiago, Valparaíso and Concepción on 12 March.",
        [
            ("protest", "Santiago", None, "2024-03-12", (), "reported"),
            ("protest", "Valparaíso", None, "2024-03-12", (), "reported"),
            ("protest", "Concepción", None, "2024-03-12", (), "reported"),
        ],
    ),
    (
        "Thousands demonstrated in the Siberian city of Omsk.",
        [("protest", "Omsk", (2000, 9999, "participants"), None, (), "reported")],
    ),
    (
        "Protests spread from Tehran to Isfahan and Shiraz.",
        [
            ("protest", "Tehran", None, None, (), "reported"),
            ("protest", "Isfahan", None, None, (), "reported"),
            ("protest", "Shiraz", None, None, (), "reported"),
        ],
    ),
    (
        "A suicide bomber blew himself up at a mosque in Peshawar.",
        [("suicide_bombing", "Peshawar", None, None, (), "reported")],
    ),
    (
        "Dozens of people were arrested in Hong Kong, Macau and Shenzhen.",
        [
            ("arrest", "Hong Kong", (24, 99, "detained"), None, (), "reported"),
            ("arrest", "Macau", (24, 99, "detained"), None, (), "reported"),
            ("arrest", "Shenzhen", (24, 99, "detained"), None, (), "reported"),
        ],
    ),
    (
        "Rebels abducted two aid workers near the town of Bunia in the Ituri province.",
        [("abduction", "Bunia", (2, 2, "abducted"), None, (), "reported")],
    ),
    (
        "Germany will deport 80 people to Afghanistan next month.",
        [("deportation", "Germany", (80, 80, "deported"), "2024-06-01/2024-06-30", (), "planned")],
    ),
    (
        "The leaders of Brazil and Argentina held talks in Montevideo on Monday.",
        [("diplomacy", "Montevideo", None, "2024-05-13", (), "reported")],
    ),
    (
        "Japan's prime minister met the president of Mexico in Brasília on Friday.",
        [("diplomacy", "Brasília", None, "2024-05-10", (), "reported")],
    ),
    ("The United States imposed sanctions on Iran.", [("sanction", "Iran", None, None, (), "reported")]),
    # Names inside other names, and where an outlet is based, carry no event.
    (
        "The Boston Globe reported that four people were shot dead in Oakland.",
        [("shooting", "Oakland", (4, 4, "killed"), None, ("Boston Globe",), "reported")],
    ),
    (
        "The Istanbul-based newspaper Agos said 25 people had been arrested in Diyarbakir.",
        [("arrest", "Diyarbakır", (25, 25, "detained"), None, ("Agos",), "reported")],
    ),
    (
        "The Washington Post said dozens of people were arrested in Atlanta.",
        [("arrest", "Atlanta", (24, 99, "detained"), None, ("Washington Post",), "reported")],
    ),
    (
        "The Paris Police Department said five people were injured in Nantes.",
        [("deaths", "Nantes", (5, 5, "injured"), None, ("Paris Police Department",), "reported")],
    ),
    (
        "The exiled news site Mizzima, based in Chiang Mai, reported that troops had burned 40 houses in Sagaing.",
        [("arson", "Sagaing", (40, 40, "burned"), None, ("Mizzima",), "reported")],
    ),
    ("Bayern Munich fans attacked a train near Cologne.", [("attack", "Köln", None, None, (), "reported")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_places_of_an_event(read, text, expected):
    assert rows(read(text)) == expected
