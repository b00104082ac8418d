"""What each key of the pattern language means, shown on a file of a few types."""

from pathlib import Path

import pytest

HEAD = """
lists:
  people: [$PERSON, man, woman, worker, people]
  crowd: ["@people", protester]
ignore: [strike a deal]
categories:
  all: {label: All, colour: "#777777", icon: circle}
types:
"""

TYPE = """
  - id: NAME
    label: Name
    category: all
    colour: "#777777"
    acled: {event_type: null, sub_event_type: null}
    plover: null
    case2021: null
    description: None.
    patterns:
"""


ARREST = "{verb: arrest, object: '@people', count: {object: held}}"
MARCH = "{verb: march, subject: '@crowd', count: {subject: seen}}"
CALL_UP = "{verb: call up, count: {object: called}}"


@pytest.fixture
def read(found, tmp_path: Path):
    """Reads a sentence with one type for each pattern, named a, b and c."""

    def with_patterns(sentence: str, *patterns: str):
        path = tmp_path / "types.yaml"
        types = [
            TYPE.replace("NAME", name) + f"      - {pattern}\n" for name, pattern in zip("abc", patterns, strict=False)
        ]
        path.write_text(HEAD + "".join(types), encoding="utf-8")
        return found(sentence, path)

    return with_patterns


@pytest.mark.parametrize(
    ("pattern", "sentence", "expected"),
    [
        # subject and object, passives turned round
        (ARREST, "Police arrested two men.", [("men", "held")]),
        (ARREST, "Two men were arrested.", [("men", "held")]),
        (ARREST, "Men arrested on Friday were freed.", [("Men", "held")]),
        (ARREST, "Police arrested dozens of workers.", [("dozens", "held"), ("workers", "held")]),
        ("{verb: arrest, subject: police}", "He was arrested by police.", []),
        (MARCH, "Women and workers marched home.", [("Women", "seen"), ("workers", "seen")]),
        (MARCH, "The men who marched were tired.", [("men", "seen")]),
        (MARCH, "The men gathered and marched away.", [("men", "seen")]),
        (MARCH, "Workers began to march on Friday.", [("Workers", "seen")]),
        # phrases, apart and together, in both spellings
        (CALL_UP, "The army called the men up.", [("men", "called")]),
        (CALL_UP, "They have been called up.", [("They", "called")]),
        ("{noun: mobilisation, of: people}", "The mobilization of 900 people began.", []),
        ("{noun: call-up}", "A call-up began.", []),
        # nouns: who stands around them
        ("{noun: attack, object: '@people', count: {on: hurt}}", "An attack on two women failed.", [("women", "hurt")]),
        ("{noun: rally, count: {subject: seen}}", "Some 40 workers held a rally.", [("workers", "seen")]),
        ("{noun: rally, modifier: peaceful}", "A peaceful rally was held.", []),
        ("{noun: arson, modifies: attack}", "An arson attack was reported.", []),
        ("{noun: draft, head: announce}", "The king announced a draft.", []),
        ("{noun: death, modifier: $NUMBER, count: {self: killed}}", "There were 12 deaths.", [("deaths", "killed")]),
        ("{adjective: critical, prep: {of: '*'}, subject: '@people'}", "The woman was critical of the plan.", []),
        # words elsewhere in the sentence
        ("{verb: open, nearby: border}", "The road to the border was opened.", []),
    ],
)  # fmt: skip
def test_pattern_holds(read, pattern, sentence, expected):
    assert [(kind, counts) for kind, _, counts in read(sentence, pattern)] == [("a", expected)]


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("{verb: arrest, object: '@people'}", "Police arrested the decline."),
        ("{verb: arrest, object: '@people'}", "The men arrested a dog."),
        ("{verb: march, subject: '@crowd'}", "Time marched on."),
        ("{noun: protest}", "The protest leader spoke."),
        ("{noun: protest}", "Prices have risen since the protest."),
        ("{noun: arson, modifies: attack}", "The arson suspect was seen."),
        ("{noun: rally, modifier: peaceful}", "A rally was held."),
        ("{noun: draft, head: announce}", "The king read a draft."),
        ("{verb: show, unless: {complement: '*'}}", "The men showed that it works."),
        ("{verb: fire, unless: {object: coach}}", "The club fired the coach."),
        ("{verb: fire, unless: {prep: {at: goal, on: goal}}}", "He fired at the goal."),
        ("{verb: strike}", "They struck a deal."),
        ("{verb: open, nearby: border}", "The border is far. The road was opened."),
    ],
)
def test_pattern_does_not_hold(read, pattern, sentence):
    assert read(sentence, pattern) == []


def test_the_surer_of_two_patterns_wins_and_conditions_count(read):
    weak, strong = "{verb: attack, strength: 0.6}", "{verb: attack, object: '@people', strength: 0.6}"
    assert read("He attacked a woman.", weak, strong) == [("b", "attacked a woman", [])]
    assert read("He attacked a house.", weak, strong) == [("a", "attacked", [])]
    assert read("He attacked a woman.", "{verb: attack, strength: 0.9}", strong) == [("a", "attacked", [])]


def test_a_fallback_counts_only_alone_in_its_sentence(read):
    patterns = "{noun: protester, fallback: true}", "{verb: march}"
    assert read("Protesters marched. Protesters smiled.", *patterns) == [("b", "marched", []), ("a", "Protesters", [])]


def test_a_trigger_covers_its_words_if_they_stand_close_together(read):
    assert read("They set a house on fire.", "{verb: set on fire}") == [("a", "set a house on fire", [])]
    far = "They attacked, before the eyes of the whole of the crowd, a woman."
    assert read(far, "{verb: attack}") == [("a", "attacked", [])]
