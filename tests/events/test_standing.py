"""Claims, denials and who makes them."""

import pytest

# What somebody says may be an event itself ("denied", "accused"); these sentences are about what is said.
SAYINGS = {"claim_of_responsibility", "condemnation"}

SENTENCES = [
    # (text, status, sources, denied by)
    ("Rebels captured a bridge near Kherson, the army said.", "reported", ("army",), ()),
    ("The army denied that its planes had bombed a market in Omdurman.", "denied", (), ("army",)),
    ("The government rejected reports that police had shot a man in Conakry.", "denied", (), ("government",)),
    (
        "Rebels said they had shot down a helicopter near Donetsk, a claim denied by the defence ministry.",
        "denied",
        ("Rebels",),
        ("defence ministry",),
    ),
    ("Unions plan to strike in Dakar next Thursday.", "planned", (), ()),
    # Claims: by the verb, by hearsay, and by those who fight, of their gains and their enemy's losses.
    ("The opposition alleges that 200 people were detained in Harare.", "claimed", ("opposition",), ()),
    ("Dozens of people were allegedly abducted in Maputo.", "claimed", (), ()),
    ("Dozens of people were reportedly abducted in Maputo.", "reported", (), ()),
    ("An alleged massacre of 50 villagers took place in Tigray.", "claimed", (), ()),
    ("The commander is said to have been killed in an air strike in Idlib.", "claimed", (), ()),
    ("He is accused of raping two women in Oslo.", "claimed", (), ()),
    ("There were unconfirmed reports of shelling in Khartoum.", "claimed", (), ()),
    ("The rebels said they had captured the town of Bunia.", "claimed", ("rebels",), ()),
    ("Hamas said its fighters had ambushed a patrol in Rafah, killing six soldiers.", "claimed", ("Hamas",), ()),
    ("The Pentagon said U.S. forces had killed two militants in Somalia.", "claimed", ("Pentagon",), ()),
    ("Police said they had shot a man in Oslo.", "reported", ("Police",), ()),
    # Denials of what was said before, and what only sounds like one.
    (
        "Rebels shelled Goma, killing nine people, residents said. The army denied it.",
        "denied",
        ("residents",),
        ("army",),
    ),
    ("Moscow said a missile had hit Belgorod.\n\nKyiv rejected the accusation.", "denied", ("Moscow",), ("Kyiv",)),
    (
        "Local media reported that soldiers had shot a boy in Nablus. The army called the report false.",
        "denied",
        ("Local media",),
        ("army",),
    ),
    ("Soldiers killed nine people in Goma. The mayor denied that he would resign.", "reported", (), ()),
    ("The Taliban denied involvement in the attack in Kabul.", "reported", (), ()),
    ("Three men were arrested in Oslo on Monday. They denied the charges.", "reported", (), ()),
]


@pytest.mark.parametrize(("text", "status", "sources", "denied_by"), SENTENCES)
def test_who_says_so_and_who_denies_it(read, text, status, sources, denied_by):
    (event,) = [event for event in read(text).events if event.type not in SAYINGS]

    assert (event.status, event.sources, event.denied_by) == (status, sources, denied_by)
