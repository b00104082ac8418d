"""Sentences and headlines as newspapers write them: all their events, and one event for one incident."""

import pytest

SENTENCES = [
    (
        "At least 14 people were killed when a suicide bomber detonated explosives at a wedding in Kabul.",
        [("suicide_bombing", "detonated", [("people", "killed")])],
    ),
    (
        "Police in Nairobi fired tear gas to disperse hundreds of demonstrators, arresting at least 23 of them.",
        [
            ("protest_intervention", "disperse", [("hundreds", "participants"), ("demonstrators", "participants")]),
            ("arrest", "arresting", [("23", "detained"), ("them", "detained")]),
        ],
    ),
    (
        "More than 1,200 people have fled their homes since fighting between the army and rebels resumed last week.",
        [("flight", "fled", [("people", "displaced")])],
    ),
    (
        "The quake destroyed hundreds of houses and left 3,000 people homeless.",
        [("natural_disaster", "destroyed", [("people", "displaced"), ("homeless", "displaced")])],
    ),
    (
        "Two journalists were abducted by armed men near Maiduguri on Tuesday; no group has claimed responsibility.",
        [
            ("abduction", "abducted", [("journalists", "abducted")]),
            ("claim_of_responsibility", "claimed responsibility", []),
        ],
    ),
    (
        "The ministry has confirmed 112 new cases of cholera in Haiti, where 18 people have died since October.",
        [("disease_outbreak", "cases", [("cases", "infected"), ("people", "killed")])],
    ),
    (
        "Workers at the port of Felixstowe will walk out for eight days in a dispute over pay, the union said.",
        [("strike", "walk out", [("Workers", "participants")])],
    ),
    (
        "Russian forces shelled Nikopol overnight, wounding three civilians, the regional governor said.",
        [("shelling", "shelled", [("civilians", "injured")])],
    ),
    (
        "Mexican marines seized 1.5 tonnes of methamphetamine hidden in a shipment of tequila.",
        [("organised_crime", "seized 1.5 tonnes", [])],
    ),
    (
        "Hundreds of Rohingya refugees landed on a beach in Aceh after weeks at sea.",
        [("border_traffic", "landed", [("Hundreds", "crossed"), ("refugees", "crossed")])],
    ),
    (
        "Gunmen on motorbikes raided three villages in Zamfara, killing at least 50 people and burning homes.",
        [("attack", "raided three villages", [("people", "killed")])],
    ),
    (
        "No one was hurt in the explosion, which police said was caused by a gas leak.",
        [("man_made_disaster", "explosion", [("one", "injured")]), ("man_made_disaster", "gas leak", [])],
    ),
    (
        "Ten people died and 30 were injured in a stampede at a stadium in Yaounde.",
        [("man_made_disaster", "stampede", [("people", "killed"), ("30", "injured")])],
    ),
    (
        "SEOUL (Reuters) - North Korea fired a ballistic missile on Wednesday, South Korea's military said.",
        [("group_change", "fired a ballistic missile", [])],
    ),
    ("Protests Erupt in Tbilisi Over Foreign Agent Law", [("protest", "Protests", [])]),
    ("EARTHQUAKE KILLS DOZENS IN WESTERN NEPAL", [("natural_disaster", "KILLS", [])]),
    ("Russian Missiles Strike Kyiv Apartment Block, Killing Five", [("shelling", "Strike", [("Five", "killed")])]),
    (
        "Police clash with farmers in Brussels as EU leaders meet",
        [("riot", "clash", [("farmers", "participants")]), ("diplomacy", "meet", [])],
    ),
    ("Man charged with murder after body found in Leeds flat", [("trial", "charged", [])]),
    (
        "Dozens arrested at climate protest in The Hague",
        [("arrest", "arrested", [("Dozens", "detained")]), ("protest", "protest", [])],
    ),
    (
        "A mob stormed the police station and set it on fire after a rumour spread that a child had been kidnapped.",
        [("mob_violence", "stormed the police station", []), ("abduction", "kidnapped", [("child", "abducted")])],
    ),
    ("Nurses, teachers and rail workers are on strike across Britain.", [("strike", "strike", [])]),
    (
        "The UN refugee agency said 90,000 people had crossed the border into Chad.",
        [("border_traffic", "crossed the border", [("people", "crossed")])],
    ),
    (
        "Soldiers seized power in Niger and detained President Mohamed Bazoum.",
        [("group_change", "seized power", []), ("arrest", "detained", [("Bazoum", "detained")])],
    ),
    ("A Ukrainian drone attack set an oil refinery ablaze in Krasnodar.", [("air_strike", "drone attack", [])]),
    (
        "At least nine people have been killed in clashes between farmers and herders in Plateau state.",
        [("armed_clash", "clashes", [("people", "killed")])],
    ),
    (
        "The boat capsized off the coast of Libya and 61 migrants are missing, feared drowned.",
        [("man_made_disaster", "capsized", [("migrants", "killed")])],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentence_gives_its_events(found, sentence, expected):
    assert found(sentence) == expected
