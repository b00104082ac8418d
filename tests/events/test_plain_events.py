"""Plain sentences of every field of the news, and all that each of them tells."""

import pytest
from told import rows

SENTENCES = [
    # Protest.
    (
        "About 3,000 farmers rallied in Toulouse on Monday against new water rules.",
        [("protest", "Toulouse", (3000, 3000, "participants"), "2024-05-13", (), "reported")],
    ),
    (
        "Thousands marched in London, while hundreds demonstrated in Edinburgh.",
        [
            ("protest", "London", (2000, 9999, "participants"), None, (), "reported"),
            ("protest", "Edinburgh", (200, 999, "participants"), None, (), "reported"),
        ],
    ),
    (
        "Police fired tear gas at hundreds of protesters in Kampala.",
        [("excessive_force", "Kampala", None, None, (), "reported")],
    ),
    ("Doctors in Seoul walked off the job on Tuesday.", [("strike", "Seoul", None, "2024-05-14", (), "reported")]),
    (
        "Clashes between protesters and police in Nairobi left six dead.",
        [("riot", "Nairobi", (6, 6, "killed"), None, (), "reported")],
    ),
    ("Protesters set fire to the parliament in Jakarta.", [("riot", "Jakarta", None, None, (), "reported")]),
    (
        "A man set himself on fire outside the parliament in Tbilisi.",
        [("self_immolation", "Tbilisi", (1, 1, "self_immolated"), None, (), "reported")],
    ),
    (
        "A week ago, hundreds of women rallied in Kabul. They chanted slogans against the ban, the BBC reported.",
        [("protest", "Kabul", (200, 999, "participants"), "2024-05-06/2024-05-12", ("BBC",), "reported")],
    ),
    ("Students clashed with guards at the University of Cape Town.", [("riot", None, None, None, (), "reported")]),
    # War.
    (
        "A car bomb exploded near a checkpoint in Mosul on Friday, killing at least 14 people.",
        [("remote_explosive", "Mosul", (14, None, "killed"), "2024-05-10", (), "reported")],
    ),
    (
        "Rebels captured the town of Goma on Tuesday, the army said.",
        [("nonstate_takes_territory", "Goma", None, "2024-05-14", ("army",), "reported")],
    ),
    (
        "The army denied that its planes had bombed a market in Omdurman.",
        [("air_strike", "Omdurman", None, None, (), "denied")],
    ),
    ("Israeli warplanes bombed Gaza City on Tuesday.", [("air_strike", "Gaza", None, "2024-05-14", (), "reported")]),
    (
        "Russian missiles hit Kharkiv overnight, killing three civilians.",
        [("shelling", "Kharkiv", (3, 3, "killed"), "2024-05-14/2024-05-15", (), "reported")],
    ),
    (
        "A drone attack on Odesa wounded five people, the regional governor said.",
        [("air_strike", "Odesa", (5, 5, "injured"), None, ("regional governor",), "reported")],
    ),
    (
        "An air strike on a school in Idlib killed nine children.",
        [("air_strike", "Idlib", (9, 9, "killed"), None, (), "reported")],
    ),
    ("The army shelled a village in southern Lebanon.", [("shelling", "Lebanon", None, None, (), "reported")]),
    (
        "Ukrainian forces retook the city of Kherson in November.",
        [("government_regains_territory", "Kherson", None, "2023-11-01/2023-11-30", (), "reported")],
    ),
    ("Soldiers withdrew from Kidal on Friday.", [("retreat", "Kidal", None, "2024-05-10", (), "reported")]),
    ("Troops withdrew from Aleppo on Friday.", [("retreat", "Aleppo", None, "2024-05-10", (), "reported")]),
    ("Turkey and Greece signed an agreement in Ankara.", [("agreement", "Ankara", None, None, (), "reported")]),
    # Crime, violence.
    (
        "Police in Manchester arrested two men on suspicion of murder.",
        [("arrest", "Manchester", (2, 2, "detained"), None, (), "reported")],
    ),
    ("Three men were sentenced to death in Tehran.", [("trial", "Tehran", (3, 3, "tried"), None, (), "reported")]),
    (
        "Gunmen killed 20 villagers in Plateau state, officials said.",
        [("attack", "Plateau State", (20, 20, "killed"), None, ("officials",), "reported")],
    ),
    (
        "Gunmen abducted 15 schoolgirls from a dormitory in Zamfara state early on Thursday.",
        [("abduction", "Zamfara State", (15, 15, "abducted"), "2024-05-09", (), "reported")],
    ),
    (
        "Four people were stabbed in Dublin on Thursday.",
        [("attack", "Dublin", (4, 4, "injured"), "2024-05-09", (), "reported")],
    ),
    (
        "Nobody was hurt when a warehouse burned down in Rotterdam.",
        [("man_made_disaster", "Rotterdam", (0, 0, "injured"), None, (), "reported")],
    ),
    (
        "Islamic State claimed responsibility for the attack in Kerman.",
        [("claim_of_responsibility", "Kerman", None, None, (), "reported")],
    ),
    (
        "Two men were shot dead in Karachi on Tuesday. Dawn reported that the gunmen escaped on a motorbike.",
        [("shooting", "Karachi", (2, 2, "killed"), "2024-05-14", ("Dawn",), "reported")],
    ),
    # Disaster, disease.
    (
        "Floods in Punjab killed 85 people on Sunday.",
        [("natural_disaster", "Punjab", (85, 85, "killed"), "2024-05-12", (), "reported")],
    ),
    (
        "An earthquake struck Kathmandu on Wednesday, killing 120 people.",
        [("natural_disaster", "Kathmandu", (120, 120, "killed"), "2024-05-15", (), "reported")],
    ),
    (
        "A ferry sank off the coast of Tunisia, and 41 migrants drowned.",
        [("man_made_disaster", "Tunisia", (41, 41, "killed"), None, (), "reported")],
    ),
    (
        "Cholera has killed 37 people in Lusaka since January, the health ministry said.",
        [("disease_outbreak", "Lusaka", (37, 37, "killed"), "2024-01-01/2024-05-15", ("health ministry",), "reported")],
    ),
    (
        "Ebola broke out in Mbandaka, the World Health Organization said on Monday.",
        [("disease_outbreak", "Mbandaka", None, None, ("World Health Organization",), "reported")],
    ),
    (
        "A wildfire near Athens destroyed 60 houses.",
        [("natural_disaster", "Athens", (60, 60, "destroyed"), None, (), "reported")],
    ),
    # Migration, diplomacy.
    ("Voters in Senegal went to the polls on Sunday.", [("election", "Senegal", None, "2024-05-12", (), "reported")]),
    # Borders.
    (
        "Hundreds of migrants crossed the Polish border from Belarus last week.",
        [("border_traffic", "border:by-pl", (200, 999, "crossed"), "2024-05-06/2024-05-12", (), "reported")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_all_events_of_a_sentence(read, text, expected):
    assert rows(read(text)) == expected
