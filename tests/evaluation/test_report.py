"""What of a report has to hold for hostile texts and for corpora with odd names."""

from eventmap.evaluation import evaluate_toponyms, report
from eventmap.evaluation.running import Answered


def test_words_of_a_text_cannot_steer_the_terminal(gazetteer, mark, annotated):
    words = "Xyz\x1b[2J\nville"
    text = f"In {words}."
    article = annotated(text, mark(text, words))
    record = evaluate_toponyms(
        {"pooled": [Answered(article, {"eventmap": [], "baseline": []}, None, [])]}, gazetteer, examples=1
    )

    told = report(record)

    assert told.splitlines()[-1] == "           a1: Xyz [2J ville | said nothing | right “Xyz [2J ville”: no place"
    assert [line.split()[0] for line in told.splitlines() if "Event Map  " in line] == ["pooled", "pooled,"]
