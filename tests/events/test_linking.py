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
    # Where it was, not where somebody speaks, lives, comes from or goes to.
    (
        "Police in Dublin said on Monday that the blast killed ten people in Cork.",
        [("remote_explosive", "Cork", (10, 10, "killed"), None, ("Police in Dublin",), "reported")],
    ),
    ("A Leeds man was killed in a stabbing in Spain.", [("attack", "Spain", (1, 1, "killed"), None, (), "reported")]),
    (
        "Four peacekeepers from Bangladesh were killed by a mine in northern Mali.",
        [("remote_explosive", "Mali", (4, 4, "killed"), None, (), "reported")],
    ),
    ("Twelve people fled from Aleppo to Turkey.", [("flight", "Aleppo", (12, 12, "displaced"), None, (), "reported")]),
    (
        "Missiles launched from Yemen struck an airport in Abu Dhabi.",
        [("shelling", "Abu Dhabi", None, None, (), "reported")],
    ),
    (
        "Villagers in Gori said that shells had hit a school.",
        [("shelling", "Gori", None, None, ("Villagers in Gori",), "reported")],
    ),
    # Each its own, in front of its clause.
    (
        "In Chad, soldiers clashed with rebels and in Niger, gunmen attacked a bus.",
        [
            ("armed_clash", "Chad", None, None, (), "reported"),
            ("attack", "Niger", None, None, (), "reported"),
        ],
    ),
    # Bearings, roads and borders help to find a place.
    ("A car bomb exploded 20 km south of Mosul.", [("remote_explosive", "Mosul", None, None, (), "reported")]),
    (
        "Nearly 400 people were detained in Yekaterinburg, 1,400 km east of Moscow.",
        [("arrest", "Yekaterinburg", (400, 400, "detained"), None, (), "reported")],
    ),
    ("Farmers blocked the road between Rouen and Caen.", [("protest", "Rouen", None, None, (), "reported")]),
    (
        "Police arrested a man in Dandong, on the border with North Korea.",
        [("arrest", "Dandong", (1, 1, "detained"), None, (), "reported")],
    ),
    # Sites, quarters and what is hit.
    (
        "An Istanbul court sentenced six journalists to prison.",
        [("trial", "Istanbul", (6, 6, "tried"), None, (), "reported")],
    ),
    ("Workers of a mill in Izmir went on strike.", [("strike", "İzmir", None, None, (), "reported")]),
    ("Two missiles struck a quarter of Kyiv.", [("shelling", "Kyiv", None, None, (), "reported")]),
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
