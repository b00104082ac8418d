import re
from pathlib import Path

import pytest

from eventmap.errors import DataError
from eventmap.event_types import ICONS, Category, EventType, load
from eventmap.patterns import Constraint, Pattern, Terms

IDS = [
    "protest",
    "protest_intervention",
    "excessive_force",
    "riot",
    "mob_violence",
    "strike",
    "self_immolation",
    "armed_clash",
    "government_regains_territory",
    "nonstate_takes_territory",
    "territory_transfer",
    "retreat",
    "air_strike",
    "shelling",
    "suicide_bombing",
    "remote_explosive",
    "grenade",
    "chemical_weapon",
    "weapons_disrupted",
    "base_established",
    "group_change",
    "agreement",
    "shooting",
    "attack",
    "abduction",
    "sexual_violence",
    "deaths",
    "arson",
    "looting",
    "arrest",
    "mobilisation",
    "trial",
    "claim_of_responsibility",
    "organised_crime",
    "flight",
    "border_traffic",
    "return",
    "deportation",
    "diplomacy",
    "condemnation",
    "sanction",
    "aid",
    "election",
    "natural_disaster",
    "man_made_disaster",
    "disease_outbreak",
]
CATEGORIES = ["protest", "fighting", "violence", "property", "state", "movement", "politics", "disaster"]
PLOVER = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
}
# The map's grounds, light and dark, on which every mark must be seen.
GROUNDS = "#F5F3EE", "#15181C"

SMALL = """\
lists:
  people: [man, $PERSON]
categories:
  all: {label: All, colour: "#112233", icon: circle}
types:
  - id: strike
    label: Strike
    category: all
    colour: "#0072B2"
    acled: {event_type: Protests, sub_event_type: null}
    plover: PROTEST
    case2021: null
    description: Workers stop work.
    unless: {nearby: film}
    inherits: [story]
    harm: true
    patterns:
      - verb: [strike, walk out]
        subject: "@people"
        prep: {at: factory, in: "*"}
        unless: {object: gold}
        count: {subject: participants}
        strength: 0.5
      - {noun: strike, place: [from, object], fallback: true}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "types.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def only(word: str) -> Terms:
    return Terms(frozenset({word}), frozenset(), False)


def test_a_file_is_read_whole(small: Path):
    types = load(small)
    people = Terms(frozenset({"man"}), frozenset({"$PERSON"}), False)
    film, anything = Constraint((("nearby", only("film")),)), Terms(frozenset(), frozenset(), True)
    verb = Pattern(
        id="strike/1", type="strike", pos="verb", anchors=("strike", "walk out"),
        constraints=(
            Constraint((("subject", people),)),
            Constraint((("prep:at", only("factory")), ("prep:in", anything))),
        ),
        unless=(Constraint((("object", only("gold")),)), film),
        counts=(("subject", "participants"),), strength=0.5, fallback=False, places=(),
    )  # fmt: skip
    noun = Pattern(
        id="strike/2", type="strike", pos="noun", anchors=("strike",), constraints=(), unless=(film,),
        counts=(), strength=0.7, fallback=True, places=("from", "object"),
    )  # fmt: skip
    assert dict(types.categories) == {"all": Category("all", "All", "#112233", "circle", one_event=False)}
    assert dict(types.types) == {
        "strike": EventType(
            id="strike", label="Strike", category="all", colour="#0072B2", icon="circle",
            description="Workers stop work.", acled_event="Protests", acled_sub_event=None, plover="PROTEST",
            case2021=None, consequence=False, generic=False, harm=True, hits_places=False, inherits=("story",),
            patterns=(verb, noun),
        )
    }  # fmt: skip
    assert types.ignore == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("strength: 0.5", "strenght: 0.5", "line 23, key “strenght”: unknown key; known here are"),
        ("    harm: true", "    harms: true", "line 16, key “harms”: unknown key; known here are"),
        ("lists:", "list:", "line 1, key “list”: unknown key; known here are categories, ignore, lists, types"),
        ('"@people"', '"@persons"', "line 19, key “subject”: there is no list “@persons” above"),
        ("$PERSON", "$HUMAN", "line 2, key “people”: “$HUMAN” is no kind of entity; known are"),
        ('"#0072B2"', "blue", "line 9, key “colour”: “blue” is not a colour like #0072B2"),
        ("icon: circle", "icon: blob", "line 4, key “icon”: there is no icon “blob”; there are"),
        ("category: all", "category: none", "line 8, key “category”: there is no category “none”"),
        ("id: strike", "id: Big Strike", "line 6, key “id”: “Big Strike” must be lower-case letters"),
        ("    label: Strike\n", "", "line 6, key “types”: “label” is missing"),
        ("harm: true", "harm: maybe", "line 16, key “harm”: “maybe” is neither true nor false"),
        ("[story]", "[planet]", "line 15, key “inherits”: “planet” is none of actor, country, story"),
        ("strength: 0.5", "strength: 7", "line 23, key “strength”: 7 is not between 0 and 1"),
        ("strength: 0.5", "strength: high", "line 23, key “strength”: “high” is not a number"),
        ("{noun: strike,", "{noun: strike, verb: strike,", "line 24, key “patterns”: a pattern needs exactly one of"),
        ("{noun: strike,", "{noun: [],", "line 24, key “noun”: at least one word is needed"),
        ("unless: {object: gold}", "unless: {noun: gold}", "line 21, key “noun”: unknown key; known here are"),
        ("subject: participants", "subject: [a, b]", "line 22, key “subject”: a word or a text is expected here"),
        ("prep: {at: factory, in: \"*\"}", "prep: at", "line 20, key “prep”: keys with values are expected here"),
        ("plover: PROTEST", "plover: PROTEST\n    plover: AID", "line 12, key “plover”: given twice"),
        ("    patterns:", "\tpatterns:", "line 17: not well-formed YAML"),
        (SMALL, "", "types.yaml is empty."),
        (SMALL, "lists: {}", "line 1, key “file”: “categories” is missing"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_line_and_key(small: Path, old: str, new: str, message: str):
    assert old in SMALL
    small.write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(small)
    assert message in str(error.value)
    assert str(error.value).startswith("types.yaml")


def test_a_type_given_twice_is_named(small: Path):
    types = SMALL[SMALL.index("  - id: strike") :]
    small.write_text(SMALL + types, encoding="utf-8")
    with pytest.raises(DataError, match="line 25, key “id”: “strike” is given twice"):
        load(small)


def test_a_missing_or_broken_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=re.escape("none.yaml cannot be read: No such file or directory.")):
        load(tmp_path / "none.yaml")
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"types: \xff")
    with pytest.raises(DataError, match=re.escape("broken.yaml is not UTF-8 text (byte 7).")):
        load(broken)


def test_a_changed_file_is_read_again(small: Path):
    before = load(small)
    assert load(small) is before
    small.write_text(SMALL.replace("label: Strike", "label: Work stoppage"), encoding="utf-8")
    assert load(small).types["strike"].label == "Work stoppage"


def test_the_product_has_its_types_in_order():
    types = load()
    assert list(types.types) == IDS
    assert list(types.categories) == CATEGORIES
    assert {kind.category for kind in types.types.values()} == set(CATEGORIES)
    assert {kind.plover for kind in types.types.values()} - {None} <= PLOVER


def test_labels_are_short_and_colours_and_labels_differ():
    types = list(load().types.values())
    assert [kind.label for kind in types if len(kind.label) > 28] == []
    assert len({kind.label for kind in types}) == len({kind.colour for kind in types}) == len(types)


def test_categories_are_told_apart_by_shape():
    categories = load().categories.values()
    shapes = [category.icon for category in categories]
    assert len(set(shapes)) == len(shapes)
    assert set(shapes) <= ICONS


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour, as WCAG 2.1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_stands_out_on_light_and_dark_ground():
    types = load()
    faint = [
        (item.id, ground)
        for item in (*types.types.values(), *types.categories.values())
        for ground in GROUNDS
        if (max(luminance(item.colour), luminance(ground)) + 0.05)
        / (min(luminance(item.colour), luminance(ground)) + 0.05)
        < 2
    ]
    assert faint == []
