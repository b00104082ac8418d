"""Which date of a sentence belongs to which of its events."""

import pytest

# Publication is Wednesday 15 May 2024. Each text with its events: type and dates.
TEXTS = {
    # A date before a noun is that noun's, and of what happened in it.
    "Police arrested five people in Lagos after Monday's attack on a bus.": [
        ("arrest", None),
        ("attack", "2024-05-13"),
    ],
    "Four people were killed in Sunday's attack on a mosque in Kabul.": [("attack", "2024-05-12")],
    "Three men were arrested on Monday over Saturday's shooting in Malmö.": [
        ("arrest", "2024-05-13"),
        ("shooting", "2024-05-11"),
    ],
    # One date for verbs that are joined, and none for what came before.
    "On Monday, rebels shelled Goma and gunmen shot dead a priest in Bukavu.": [
        ("shelling", "2024-05-13"),
        ("shooting", "2024-05-13"),
    ],
    "Riots broke out in Leeds on Monday after police shot a teenager.": [("riot", "2024-05-13"), ("shooting", None)],
    "Riots broke out in Leeds on Monday after police shot a teenager on Sunday.": [
        ("riot", "2024-05-13"),
        ("shooting", "2024-05-12"),
    ],
    "On Tuesday, a court in Colombo jailed three men who bombed a church in April 2019.": [
        ("trial", "2024-05-14"),
        ("remote_explosive", "2019-04-01/2019-04-30"),
    ],
    # Distances.
    "Thousands marched in Tbilisi on Saturday, a day after police arrested 20 activists.": [
        ("protest", "2024-05-11"),
        ("arrest", "2024-05-10"),
    ],
    "Two days after the 3 May attack, police arrested four men in Kano.": [
        ("attack", "2024-05-03"),
        ("arrest", "2024-05-05"),
    ],
    "It came a week after gunmen killed 12 people in a market in Maiduguri.": [("attack", "2024-05-08")],
    "Three months after the floods, cholera killed 12 people in Derna.": [("disease_outbreak", None)],
    # The day of an anniversary is not the day that it recalls.
    "The protest in Warsaw was held on the anniversary of the 13 December 1981 declaration of martial law.": [
        ("protest", None)
    ],
    # Since, and up to.
    "Fighting has killed 500 people in Khartoum since it erupted on 15 April 2023.": [
        ("armed_clash", "2023-04-15/2024-05-15")
    ],
    "The clinic in Kenscoff has been shut since gangs attacked it on Friday.": [("attack", "2024-05-10")],
    # What harms and whom it harms.
    "A grenade thrown into a bar in Bangui wounded seven people on Saturday.": [("grenade", "2024-05-11")],
    "A man who stabbed two women in Lyon died in hospital on Monday.": [("attack", None)],
    # From one sentence, or one paragraph, to the next.
    "A bomb killed six people in Quetta on 3 May. Two days later gunmen shot dead a judge there.": [
        ("remote_explosive", "2024-05-03"),
        ("shooting", "2024-05-05"),
    ],
    "Rebels seized Bunagana in 2022. The following year they attacked Goma.": [
        ("nonstate_takes_territory", "2022-01-01/2022-12-31"),
        ("attack", "2023-01-01/2023-12-31"),
    ],
    "Gunmen shot dead a judge in Quetta on 3 May.\n\nThe following day a bomb killed six people there.": [
        ("shooting", "2024-05-03"),
        ("remote_explosive", "2024-05-04"),
    ],
    # Seasons of the south.
    "Floods killed 12 people in Queensland last summer.": [("natural_disaster", "2023-12-01/2024-02-29")],
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_date_belongs_to_its_event(read, text):
    found = [
        (event.type, event.date and "/".join(dict.fromkeys([str(event.date.start), str(event.date.end)])))
        for event in read(text).events
    ]

    assert found == TEXTS[text]
