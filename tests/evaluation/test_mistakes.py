"""Every mistake has one kind, and the kinds are told apart."""

import pytest

from eventmap.evaluation.mistakes import Kind, Mistake, by_kind, mistakes_of
from eventmap.model import Span

PARIS = ("2988507", 48.85, 2.35)
PARIS_TEXAS = ("4717560", 33.66, -95.56)
PARIS_KENTUCKY = ("4303602", 38.21, -84.25)
OSLO = ("3143244", 59.91, 10.75)
OSLO_REGION = ("3143242", 59.92, 10.75)
NOT_THERE = ("999999999999", 1.0, 2.0)


def entity(text, label, words):
    start = text.index(words)
    return label, Span(start, start + len(words), words)


MISSED = [
    ("The Oslo Water Board met.", "Oslo", [("ORG", "Oslo Water Board")], "part of an organisation’s name"),
    ("The Norwegian coast froze.", "Norwegian", [], "a demonym"),
    ("They met in oslo.", "oslo", [], "in lower case"),
    ("They met in Xyzzyville.", "Xyzzyville", [], "a name that the gazetteer does not have"),
    ("They met in Oslo.", "Oslo", [("ORG", "Oslo")], "a name that the gazetteer has"),
]


@pytest.mark.parametrize(("text", "words", "witness", "why"), MISSED, ids=[why for *_, why in MISSED])
def test_missed(gazetteer, mark, annotated, text, words, witness, why):
    article = annotated(text, mark(text, words))
    entities = [entity(text, label, name) for label, name in witness]
    (mistake,) = mistakes_of(article, [], entities, gazetteer)
    assert mistake == Mistake(f"missed: {why}", "a1", words, "nothing", f"“{words}”: no place")


FALSE = [
    ("PERSON", "a person, it seems"),
    ("ORG", "an organisation, it seems"),
    ("GPE", "a place, it seems, that was not annotated"),
    ("DATE", "other words"),
]


@pytest.mark.parametrize(("label", "why"), FALSE)
def test_false(gazetteer, mark, annotated, label, why):
    text = "Paris left early."
    answer = mark(text, "Paris", PARIS)
    (mistake,) = mistakes_of(annotated(text), [answer], [entity(text, label, "Paris")], gazetteer)
    said = "“Paris”: Paris, city, Île-de-France, FR (2988507)"
    assert mistake == Mistake(f"false: {why}", "a1", "Paris", said, "nothing")


def test_a_false_demonym(gazetteer, mark, annotated):
    text = "Norwegians left early."
    (mistake,) = mistakes_of(annotated(text), [mark(text, "Norwegians", OSLO)], [], gazetteer)
    assert mistake.kind == "false: a demonym"


def test_cut(gazetteer, mark, annotated):
    text = "In West Oslo Harbour it rained."
    article = annotated(text, mark(text, "Oslo", OSLO), mark(text, "Harbour"))

    def kinds(*words):
        answers = [mark(text, name, OSLO) for name in words]
        return [mistake.kind for mistake in mistakes_of(article, answers, [], gazetteer)]

    missed = "missed: a name that the gazetteer has"
    assert kinds("West Oslo", "Harbour") == ["cut: too long"]
    assert kinds("Osl", "Harbour") == ["cut: too short"]
    assert kinds("West Os", "Harbour") == ["cut: shifted"]
    assert kinds("West", "Oslo", "Harbour") == ["false: other words"]
    assert kinds("Os", "slo", "Harbour") == ["cut: too short", "false: second piece of a name"]
    assert kinds("Oslo")[-1] in {missed, "missed: a name that the gazetteer does not have"}


WRONG = [
    (PARIS, PARIS_TEXAS, "Paris", "a namesake in another country"),
    (PARIS_KENTUCKY, PARIS_TEXAS, "Paris", "a namesake in the same country"),
    (NOT_THERE, PARIS, "Paris", "the right one is not in the gazetteer"),
    (OSLO, PARIS, "Paris", "the right one has not that name in the gazetteer"),
    (PARIS, (None, None, None), "Paris", "none was given"),
]


@pytest.mark.parametrize(("right", "said", "words", "why"), WRONG, ids=[why for *_, why in WRONG])
def test_wrong_place(gazetteer, mark, annotated, right, said, words, why):
    text = f"Rain fell in {words}."
    article = annotated(text, mark(text, words, right))
    (mistake,) = mistakes_of(article, [mark(text, words, said)], [], gazetteer)
    assert mistake.kind == f"wrong place: {why}"


def test_a_town_for_its_region(gazetteer, mark, annotated):
    text = "Rain fell in Oslo."
    region = next(hit.entry for hit in gazetteer.lookup("Oslo") if hit.entry.kind == "region")
    article = annotated(text, mark(text, "Oslo", (region.id, region.lat, region.lon)))
    (mistake,) = mistakes_of(article, [mark(text, "Oslo", OSLO)], [], gazetteer)
    assert mistake.kind == "wrong place: another level (a town for its county or region, or the like)"


def test_what_is_right_is_no_mistake(gazetteer, mark, annotated):
    text = "From Oslo to Xyz."
    article = annotated(text, mark(text, "Oslo", OSLO), mark(text, "Xyz"))
    answers = [mark(text, "Oslo", OSLO), mark(text, "Xyz", PARIS)]
    assert mistakes_of(article, answers, [], gazetteer) == []


def test_kinds_come_most_frequent_first():
    one, two, three = (Mistake(kind, "a", words, "", "") for kind, words in (("x", "1"), ("y", "2"), ("y", "3")))
    assert by_kind([one, two, three], 1) == [Kind("y", 2, (two,)), Kind("x", 1, (one,))]
    assert by_kind([], 3) == []
