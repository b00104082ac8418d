"""`geoparse`: one article a line in, one list of places a line out; and building the index."""

import json

from told import records

from eventmap import cli


def test_geoparse_writes_one_article_a_line(run, story):
    path = story("in.jsonl", '{"id": "x", "text": "It rained in Oslo."}\n\n{"id": "y", "text": "It rained."}\n')

    code, output, _ = run("geoparse", path)

    assert code == 0
    assert [(r["id"], [m["text"] for m in r["mentions"]]) for r in records(output)] == [("x", ["Oslo"]), ("y", [])]


def test_geoparse_resolves_given_spans_in_their_order(run, story, tmp_path):
    line = {
        "id": "x",
        "text": "From Oslo to Xyzzyville.",
        "mentions": [{"start": 13, "end": 23}, {"start": 5, "end": 9}],
    }
    out = tmp_path / "out.jsonl"

    code, output, _ = run("geoparse", story("in.jsonl", json.dumps(line)), "--spans", "-o", out)

    (record,) = records(out.read_text(encoding="utf-8"))
    assert (code, output) == (0, "")
    assert [(m["text"], m["lat"] is None, m["geonameid"]) for m in record["mentions"]] == [
        ("Xyzzyville", True, None),
        ("Oslo", False, "3143244"),
    ]


def test_geoparse_names_lines_that_cannot_be_used_and_reads_the_others(run, story):
    lines = [
        '{"id": "x", "text": "It rained in Oslo.", "mentions": [{"start": 13, "end": 99}]}',
        '{"id": "y", "text": "It rained in Oslo."}',
        '{"id": "z", "text": "It rained in Oslo.", "mentions": [{"start": 13, "end": 17}]}',
    ]
    path = story("in.jsonl", "\n".join(lines))

    code, output, said = run("geoparse", path, "--spans")

    assert (code, [r["id"] for r in records(output)]) == (2, ["z"])
    assert said == [
        f"eventmap: {path}, line 1: mention 1 has no “start” and “end” that lie in the text.",
        f"eventmap: {path}, line 2 has no list of “mentions”, which --spans needs.",
    ]


def test_geoparse_of_a_missing_file(run, tmp_path):
    path = tmp_path / "in.jsonl"

    assert run("geoparse", path) == (2, "", [f"eventmap: {path} does not exist."])


def test_an_index_that_is_there_is_not_built_again(run, gazetteer):
    code, output, said = run("gazetteer", "build")

    assert (code, output) == (0, "")
    assert said


def test_a_date_that_cannot_be_read_costs_no_places(tmp_path, capsys):
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "a", "text": "Rain fell in Nairobi.", "published": "7:58 AM ET"}\n', encoding="utf-8")
    assert cli.main(["geoparse", str(lines)]) == 0
    (record,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [mention["text"] for mention in record["mentions"]] == ["Nairobi"]
