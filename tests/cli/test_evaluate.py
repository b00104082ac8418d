"""`evaluate`: annotated articles in, tables on the standard output and everything in a JSON file."""

import json

import pytest

TEXT = "Rain fell in Oslo and in Paris, Texas. Norwegians stayed dry in Xyzzyville."


def mention(words, id_=None, lat=None, lon=None, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "lat": lat, "lon": lon, "geonameid": id_} | more


OSLO = mention("Oslo", "3143244", 59.91, 10.75)
PARIS_TEXAS = mention("Paris", "4717560", 33.66, -95.56)
TEXAS = mention("Texas", "4736286", 31.25, -99.25)
NORWEGIANS = mention("Norwegians", kind="Demonym")
NOWHERE = mention("Xyzzyville")
GOLD = [OSLO, PARIS_TEXAS, TEXAS, NORWEGIANS, NOWHERE]
ANSWERS = [
    OSLO | {"confidence": 0.9},
    mention("Paris", "2988507", 48.85, 2.35, confidence=0.8),
    TEXAS | {"confidence": 0.7},
]


def lines(*records):
    return "\n".join(json.dumps(record) for record in records)


@pytest.fixture
def corpus(story):
    return story("made-up.jsonl", lines({"id": "a", "text": TEXT, "mentions": GOLD}))


def test_what_the_program_finds_is_scored(run, corpus, tmp_path):
    out = tmp_path / "out.json"

    code, output, said = run("evaluate", corpus, "--spans", "--json", out)

    assert (code, said) == (0, [])
    record = json.loads(out.read_text(encoding="utf-8"))
    assert record["corpora"] == [{"name": "made-up", "articles": 1, "words": 13, "mentions": 5}]
    assert record["places"]["eventmap"]["no_demonyms"]["pooled"]["recall_overlap"] >= 0.75
    assert (record["speed"]["articles"], record["speed"]["words"]) == (1, 13)
    assert record["spans"]["eventmap"]["all"]["corpora"]["made-up"]["linked"] == 3
    headings = [
        "Places, end to end",
        "Gold spans resolved",
        "Confidence  answers",
        "Mistakes by kind",
        "1 article read",
    ]
    assert [heading for heading in headings if f"\n{heading}" not in f"\n{output}"] == []


def test_answers_from_a_file_are_scored_instead(run, corpus, story, tmp_path):
    out = tmp_path / "out.json"
    predictions = story("answers.jsonl", lines({"id": "a", "mentions": ANSWERS}))

    code, output, _ = run(
        "evaluate", corpus, "--predictions", predictions, "--names", "Mine", "--note", "By hand.", "--json", out
    )

    record = json.loads(out.read_text(encoding="utf-8"))
    assert (code, record["note"], record["spans"], record["speed"]) == (0, "By hand.", None, None)
    own = record["places"]["eventmap"]
    keys = ("gold", "answers", "precision", "recall", "id", "near", "near_of_found")
    assert [own["all"]["corpora"]["Mine"][key] for key in keys] == [
        5, 3, 1, 0.6, pytest.approx(2 / 3), pytest.approx(2 / 3), pytest.approx(2 / 3)
    ]  # fmt: skip
    assert [own["no_demonyms"]["pooled"][key] for key in keys[:4]] == [4, 3, 1, 0.75]
    judged = {b["low"]: (b["count"], b["right"]) for b in record["calibration"]["bins"] if b["count"]}
    assert (judged, record["calibration"]["judged"]) == ({0.9: (1, 1), 0.8: (1, 0), 0.7: (1, 1)}, 3)
    assert {kind["kind"]: (kind["count"], kind["examples"]) for kind in record["errors"]} == {
        "wrong place: a namesake in another country": (1, []),
        "missed: a demonym": (1, []),
        "missed: a name that the gazetteer does not have": (1, []),
    }
    assert not any("Xyzzyville" in part for part in (output, out.read_text(encoding="utf-8")))
    assert output.splitlines()[-4:] == [
        "Mistakes by kind, 3 in all",
        "      1  missed: a demonym",
        "      1  missed: a name that the gazetteer does not have",
        "      1  wrong place: a namesake in another country",
    ]


def test_examples_are_quoted_only_if_asked_for(run, corpus, story):
    predictions = story("answers.jsonl", lines({"id": "a", "mentions": ANSWERS}))

    _, output, _ = run("evaluate", corpus, "--predictions", predictions, "--examples", "1")

    assert output.splitlines()[-1] == (
        "           a: Paris | said “Paris”: Paris, city, Île-de-France, FR (2988507)"
        " | right “Paris”: Paris, city, Texas, US (4717560)"
    )


def test_several_corpora_have_a_row_each_and_one_for_all(run, corpus, story):
    other = story("other.jsonl", lines({"id": "a", "text": TEXT, "mentions": [OSLO]}))
    predictions = story("answers.jsonl", lines({"id": "a", "mentions": ANSWERS}))

    code, output, _ = run("evaluate", corpus, other, "--predictions", predictions, predictions)

    rows = [line.split() for line in output.splitlines() if "Event Map  " in line]
    assert code == 0
    assert [(row[0], row[-2:]) for row in rows[:3]] == [
        ("made-up", ["5", "3"]),
        ("other", ["1", "1"]),
        ("pooled", ["6", "4"]),
    ]


def test_bad_lines_are_named_and_the_rest_is_scored(run, story, tmp_path):
    gold = story("gold.jsonl", lines({"id": "a", "text": TEXT, "mentions": [OSLO]}, {"id": "b", "text": TEXT}, []))
    missing = tmp_path / "missing.jsonl"

    code, output, said = run("evaluate", gold, missing)

    assert (code, output.splitlines()[0].split()[0]) == (2, "Places,")
    assert said == [
        f'eventmap: {gold}, line 2 has no list of "mentions" or "events", and no "label".',
        f"eventmap: {gold}, line 3 must be a JSON object in braces, not a list.",
        f"eventmap: {missing} does not exist.",
    ]


def test_articles_without_predictions_are_named_and_left_out(run, story):
    gold = story("gold.jsonl", lines(*({"id": name, "text": TEXT, "mentions": [OSLO]} for name in ("a", "b"))))
    some, none = (
        story(name, lines({"id": id_, "mentions": []})) for name, id_ in (("some.jsonl", "a"), ("none.jsonl", "z"))
    )

    code, output, said = run("evaluate", gold, "--predictions", some)
    assert (code, said) == (2, [f'eventmap: {some} has no line for the article "b".'])
    assert next(line.split()[-2:] for line in output.splitlines() if line.startswith("gold")) == ["1", "1"]

    code, output, said = run("evaluate", gold, "--predictions", none)
    assert (code, output, said[-1]) == (2, "", f"eventmap: {none} has no answers to gold.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--predictions", "a", "b"], "--predictions needs one for each corpus, 1, not 2."),
        (["--names", "a", "b"], "--names needs one for each corpus, 1, not 2."),
        (["--examples", "-1"], "--examples must be 0 or more, not -1."),
    ],
)
def test_options_that_do_not_fit_are_named(run, corpus, options, message):
    assert run("evaluate", corpus, *options) == (2, "", [f"eventmap: {message}"])


EVENTS = {
    "id": "e",
    "text": "Police detained 30 people at a rally in Osh on Monday.",
    "published": "2026-04-09",
    "tests": ["arrests"],
    "events": [
        {
            "types": ["protest_intervention", "arrest"],
            "quote": "detained 30 people",
            "place": {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25},
            "count": {"low": 30, "high": 30, "unit": "people", "role": "detained"},
            "date": ["2026-04-06", "2026-04-06"],
        },
        {"types": ["protest"], "quote": "a rally in Osh", "optional": True},
    ],
}
UNDATED = EVENTS | {
    "id": "u",
    "events": [EVENTS["events"][0] | {"date": None}, EVENTS["events"][1]],
    "tests": ["a day that cannot be known"],
}
del UNDATED["published"]
SNIPPET = {"id": "s", "text": "A crowd marched through Osh.", "label": "PEACE_PROTEST"}


def test_events_and_snippets_are_scored(run, story, tmp_path):
    out = tmp_path / "out.json"
    gold = story("mixed.jsonl", lines(EVENTS, UNDATED, SNIPPET))

    code, output, said = run("evaluate", gold, "--json", out, "--note", "By hand.")

    record = json.loads(out.read_text(encoding="utf-8"))
    assert (code, [line for line in said if not line.startswith("Reading")]) == (0, [])
    assert set(record) == {"date", "note", "models", "events", "snippets"}
    assert record["note"] == "By hand."
    values = record["events"]["corpora"]["mixed"]
    assert [values[key] for key in ("articles", "clean", "words", "gold", "found", "detected", "whole")] == [
        2, 2, 22, 2, 2, 2, 2
    ]  # fmt: skip
    assert values["fields"]["date"] == {"judged": 2, "right": 2, "share": 1}
    assert list(record["events"]["tests"]) == ["arrests", "a day that cannot be known"]
    assert record["snippets"]["pooled"] == {"snippets": 1, "labelled": 1, "accuracy": 1, "weighted_f1": 1}
    assert [line.split()[0] for line in output.splitlines() if line.startswith(("Events ", "Snippets "))] == [
        "Events",
        "Snippets",
    ]


def test_a_line_with_mentions_and_events_is_scored_for_both(run, story, tmp_path):
    out = tmp_path / "out.json"
    both = {"id": "a", "text": TEXT, "mentions": GOLD, "events": []}
    gold = story("both.jsonl", lines(both))
    predictions = story("answers.jsonl", lines({"id": "a", "mentions": ANSWERS}))

    code, _, _ = run("evaluate", gold, "--predictions", predictions, "--json", out)

    record = json.loads(out.read_text(encoding="utf-8"))
    assert (code, record["places"]["eventmap"]["all"]["pooled"]["gold"]) == (0, 5)
    assert record["events"]["pooled"]["articles"] == 1


def test_mistakes_of_event_gold_are_named_and_the_rest_is_scored(run, story):
    wrong = EVENTS | {"id": "w", "events": [{"types": ["picnic"], "quote": "rally"}]}
    gold = story("gold.jsonl", lines(EVENTS, wrong))

    code, output, said = run("evaluate", gold)

    assert (code, said) == (2, [f'eventmap: {gold}, line 2: event 1: "types": there is no event type "picnic".'])
    assert output.splitlines()[1].split()[-2:] == ["1", "1"]


def test_predictions_of_places_need_places(run, story):
    gold = story("gold.jsonl", lines(SNIPPET))
    assert run("evaluate", gold, "--predictions", gold) == (
        2,
        "",
        [f"eventmap: {gold} has no mentions that predictions could answer."],
    )
