"""`match`: events in, incidents out, and what cannot be read among what can."""

import json

import pytest
from told import records

KISUMU = {"id": "191245", "name": "Kisumu", "kind": "city", "lat": -0.1, "lon": 34.76, "country": "KE",
          "admin1": "Kisumu", "precision": "point"}  # fmt: skip
QUOTE = "Teachers marched to the stadium with drums and banners."


def line(article, day="2026-03-02", **given):
    date = {"start": day, "end": day, "precision": "day"}
    event = {"id": "1", "article": article, "type": "protest", "quote": QUOTE, "place": KISUMU, "date": date}
    return json.dumps(event | given) + "\n"


def told(output):
    return [(r["sure"], [report["article"] for report in r["reports"]]) for r in records(output)]


def test_events_of_several_files_become_incidents(run, story, tmp_path):
    first, second = story("a.jsonl", line("a") + line("c", "2026-05-01")), story("b.jsonl", line("b"))
    out = tmp_path / "incidents.jsonl"

    assert run("match", first, second) == (0, run("match", second, first)[1], [])
    assert run("match", first, second, "-o", out) == (0, "", [])
    assert told(out.read_text(encoding="utf-8")) == [(True, ["a", "b"])]


def test_all_writes_what_only_one_story_tells(run, story):
    path = story("a.jsonl", line("a") + line("b") + line("c", "2026-05-01"))
    assert told(run("match", path, "--all")[1]) == [(True, ["a", "b"]), (True, ["c"])]


def test_what_extract_writes_is_read(run, story):
    article = {"text": "About 300 farmers rallied in Toulouse on Monday.", "published": "2024-05-15"}
    path = story("news.jsonl", "".join(json.dumps({"id": name, **article}) + "\n" for name in "ab"))
    events = story("events.jsonl", run("extract", path)[1])

    code, output, said = run("match", events)

    assert (code, told(output), said) == (0, [(True, ["a", "b"])], [])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [(False, ["a", "b"])]),
        (["--perhaps", "0.75"], []),
        (["--sure", "0.6"], [(True, ["a", "b"])]),
    ],
)
def test_the_thresholds_can_be_set(run, story, options, expected):
    path = story("a.jsonl", line("a", place=None) + line("b", place=None, count={"low": 1, "high": 1}))
    assert told(run("match", path, *options)[1]) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--sure", "many"], "eventmap: --sure: “many” is not a number from 0 to 1."),
        (["--sure", "80"], "eventmap: --sure: 80 is not between 0 and 1."),
        (["--perhaps", "nan"], "eventmap: --perhaps: nan is not between 0 and 1."),
        (["--sure", "0.6", "--perhaps", "0.7"], "eventmap: --perhaps, 0.7, must not be above --sure, 0.6."),
    ],
)
def test_a_bad_threshold_is_named(run, story, options, message):
    assert run("match", story("a.jsonl", line("a")), *options) == (2, "", [message])


def test_a_bad_line_or_file_is_named_and_the_others_are_read(run, story, tmp_path):
    missing = tmp_path / "none.jsonl"
    expected = "Expecting property name enclosed in double quotes"
    path = story("a.jsonl", line("a") + "{\n" + line("a") + line("b") + line("c", place=3))

    code, output, said = run("match", missing, path)

    assert (code, told(output)) == (2, [(True, ["a", "b"])])
    assert said == [
        f"eventmap: {missing} does not exist.",
        f"eventmap: {path}, line 2 is not valid JSON: {expected} at character 2.",
        f"eventmap: {path}, line 3: the event 1 of a was given before.",
        f'eventmap: {path}, line 5: "place" must be a JSON object in braces, not a number.',
    ]
