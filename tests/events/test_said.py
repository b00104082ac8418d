"""What is only planned, claimed or denied, or did not happen; and who says so."""

import pytest
from told import rows

SENTENCES = [
    # Modality.
    ("Unions plan to strike in Dakar next Thursday.", [("strike", "Dakar", None, "2024-05-23", (), "planned")]),
    (
        "Farmers will block roads around Brussels on Monday.",
        [("protest", "Brussels", None, "2024-05-20", (), "planned")],
    ),
    ("No protests were reported in Minsk on Sunday.", []),
    ("If the talks fail, rebels could attack Bangui.", []),
    ("Troops did not attack Mekelle, a spokesman said.", []),
    ("Police prevented a protest in Islamabad.", [("protest_intervention", "Islamabad", None, None, (), "reported")]),
    ("The United Nations warned that cholera could spread in Aden.", []),
    ("Activists want to march in Budapest on Saturday.", []),
    ("Organisers cancelled a march planned for Sunday in Bogotá.", []),
    (
        "Fearing an attack on Taipei, the government called up reservists.",
        [("mobilisation", "Taiwan", None, None, (), "reported")],
    ),
    ("The president vowed to retake Mosul.", [("government_regains_territory", "Mosul", None, None, (), "planned")]),
    (
        "Dozens of people were allegedly abducted in Maputo.",
        [("abduction", "Maputo", (24, 99, "abducted"), None, (), "claimed")],
    ),
    (
        "The opposition alleges that 200 people were detained in Harare.",
        [("arrest", "Harare", (200, 200, "detained"), None, ("opposition",), "claimed")],
    ),
    (
        "The government rejected reports that police had fired on protesters in Conakry.",
        [("excessive_force", "Conakry", None, None, (), "denied")],
    ),
    (
        "Rebels said they had shot down a helicopter near Donetsk, a claim denied by the defence ministry.",
        [("armed_clash", "Donetsk", None, None, ("Rebels",), "denied")],
    ),
    # Sources.
    (
        "Police said that 30 demonstrators had been arrested in Yerevan.",
        [("protest_intervention", "Yerevan", (30, 30, "detained"), None, ("Police",), "reported")],
    ),
    (
        "According to Human Rights Watch, 17 detainees died in Asmara.",
        [("deaths", "Asmara", (17, 17, "killed"), None, ("Human Rights Watch",), "reported")],
    ),
    (
        "At least 50 people were killed in Homs, according to the Syrian Observatory for Human Rights and two doctors.",
        [
            (
                "deaths",
                "Homs",
                (50, None, "killed"),
                None,
                ("Syrian Observatory for Human Rights", "two doctors"),
                "reported",
            )
        ],
    ),
    (
        '"Thousands of people were killed in Mariupol," the mayor said.',
        [("deaths", "Mariupol", (2000, 9999, "killed"), None, ("mayor",), "reported")],
    ),
    (
        "The BBC reported on Monday that three people had died in Nairobi on Sunday.",
        [("deaths", "Nairobi", (3, 3, "killed"), "2024-05-12", ("BBC",), "reported")],
    ),
    (
        "In Karachi, two men were shot dead on Tuesday. Police arrested three suspects an hour later.",
        [
            ("shooting", "Karachi", (2, 2, "killed"), "2024-05-14", (), "reported"),
            ("arrest", "Karachi", (3, 3, "detained"), "2024-05-14", (), "reported"),
        ],
    ),
    (
        "The rally was held in Vienna to mark the anniversary of the attack in Halle.",
        [("protest", "Vienna", None, None, (), "reported")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_status_and_sources(read, text, expected):
    assert rows(read(text)) == expected
