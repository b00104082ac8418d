"""How many an event concerns: whose count it is, which of several, and whom one counts without a number."""

import pytest

# Text, and (type, low, high, role) of each of its events.
SENTENCES = [
    # The worst first, wherever it stands; a zero only where there is nothing else.
    ("The blast in Aden wounded 17 people and killed three.", [("remote_explosive", 3, 3, "killed")]),
    (
        "At least 60 people were wounded and 25 killed when a bomber struck a mosque in Kabul.",
        [("suicide_bombing", 25, 25, "killed")],
    ),
    ("Eleven dead in attack on village near Mopti", [("attack", 11, 11, "killed")]),
    ("Nobody was hurt when a train derailed near Rotterdam.", [("man_made_disaster", 0, 0, "injured")]),
    ("An earthquake shook Izmir without casualties.", [("natural_disaster", 0, 0, "casualties")]),
    # Single people, and lists of them.
    ("A 25-year-old man was stabbed in Leeds.", [("attack", 1, 1, "injured")]),
    ("The mayor of Beni was abducted.", [("abduction", 1, 1, "abducted")]),
    ("Police arrested Juan Perez in Bogota.", [("arrest", 1, 1, "detained")]),
    ("She was arrested in Hanoi.", [("arrest", 1, 1, "detained")]),
    ("Police in Nairobi shot dead one of the demonstrators.", [("excessive_force", 1, 1, "killed")]),
    ("John Smith, 34, and his brother were killed in a crash near Perth.", [("man_made_disaster", 2, 2, "killed")]),
    ("The journalists Ana Ruiz and Tomás Duarte were shot dead in Veracruz.", [("shooting", 2, 2, "killed")]),
    ("Two sisters, Ana and Rosa Ruiz, were abducted in Celaya.", [("abduction", 2, 2, "abducted")]),
    ("A court in Minsk sentenced the poet Jan Kos, the teacher Vera Lis and her son.", [("trial", 3, 3, "tried")]),
    ("The shelling of Gaza killed a teacher, two pupils and a guard.", [("shelling", 4, 4, "killed")]),
    # Whose number is not told.
    ("They were arrested in Hanoi.", [("arrest", None, None, None)]),
    ("Protesters marched in Tunis.", [("protest", None, None, None)]),
    ("A family was killed in a fire in Delhi.", [("man_made_disaster", None, None, None)]),
    ("After rents rose by 80 percent, students rallied in Toulouse.", [("protest", None, None, None)]),
    ("Farmers rallied in Toulouse for 48 hours.", [("protest", None, None, None)]),
    ("Thieves looted shops worth £25,000 in Leeds.", [("looting", None, None, None)]),
    # Whose count it is.
    (
        "The soldier who shot two civilians in Jenin was arrested.",
        [("shooting", 2, 2, "injured"), ("arrest", 1, 1, "detained")],
    ),
    (
        "Fighting broke out near Donetsk on Friday; since 2014, 9,000 people have died in the conflict.",
        [("armed_clash", None, None, None)],
    ),
    ("In 2019, 17 people were killed when a gunman opened fire in Parkland.", [("shooting", 17, 17, "killed")]),
    ("A 200-strong crowd attacked a police station in Kisii.", [("riot", 200, 200, "participants")]),
    ("The protest in Dhaka was attended by 3,000 workers.", [("protest", 3000, 3000, "participants")]),
    ("Two clerks said a car bomb had killed a judge in Baidoa.", [("remote_explosive", 1, 1, "killed")]),
    # Things.
    ("Police seized 40 rifles in Mitrovica.", [("weapons_disrupted", 40, 40, "seized")]),
    ("The storm in Luzon destroyed 200 homes.", [("natural_disaster", 200, 200, "destroyed")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_how_many_an_event_concerns(read, text, expected):
    counts = [(event.type, event.count) for event in read(text).events]

    assert [(kind, *((n.low, n.high, n.role) if n else (None, None, None))) for kind, n in counts] == expected


def test_vehicles_are_counted_as_what_they_are(read):
    (event,) = read("Farmers on 40 tractors rallied in Toulouse at 5 p.m.").events

    assert event.count is None or event.count.unit != "people"


def test_a_list_of_people_is_quoted_as_a_whole(read):
    (event,) = read("Gunmen abducted the mayor and two aides in Beni.").events

    assert event.count is not None
    assert (event.count.low, event.count.text) == (3, "the mayor and two aides")
