"""The baseline: the language model's places, and the country or largest town of each name."""

from eventmap.evaluation import Annotation
from eventmap.evaluation.baseline import entities, most_populous
from eventmap.model import Span


def test_entities_have_offsets_in_the_article():
    text = "🙂 A headline\n\nIt rained in\nNorway on Monday."
    found = entities(text)
    assert ("GPE", "Norway") in [(label, span.text) for label, span in found]
    assert [span.text for _, span in found] == [text[span.start : span.end] for _, span in found]


def test_each_place_is_the_country_or_largest_town_of_its_name(gazetteer):
    found = [
        ("GPE", Span(0, 5, "Paris")),
        ("GPE", Span(10, 17, "Georgia")),
        ("LOC", Span(20, 35, "the Netherlands")),
        ("GPE", Span(40, 50, "Xyzzyville")),
        ("PERSON", Span(60, 66, "London")),
    ]
    answers = most_populous(found, gazetteer)
    assert [(answer.start, answer.end, answer.id) for answer in answers] == [
        (0, 5, "2988507"),
        (10, 17, "614540"),
        (24, 35, "2750405"),
        (40, 50, None),
    ]
    assert answers[3] == Annotation(40, 50)
