"""`extract`: every format, and files that cannot be used among files that can."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from told import records

from eventmap import articles, cli
from eventmap.cli.extract import FORMATS
from eventmap.paths import ROOT

PROTEST = "Protests were held in Lagos, Kano and Ibadan on Saturday. Police detained 40 people, a lawyer said.\n"
QUIET = "The library opens at nine and closes at six.\n"
HOSTILE = (
    '=HYPERLINK("http://evil.example")\n\n'
    "About 300 farmers rallied in Toulouse, a banner read <script>alert(1)</script>.\n\n"
    '@cmd|calc said on <b onmouseover="steal()">Friday</b> that 12 nurses were detained in Lyon & Dijon.\n'
)
LAGOS = [("a", "protest", "Lagos"), ("a", "protest", "Kano"), ("a", "protest", "Ibadan"), ("a", "arrest", None)]


def told(text: str) -> list[tuple]:
    return [(r["article"], r["type"], r["place"] and r["place"]["name"]) for r in records(text)]


def test_extract_writes_one_event_a_line(run, story):
    code, output, said = run("extract", story("a.txt", PROTEST), "--published", "2024-05-15")

    assert (code, said) == (0, [])
    assert [row for row in told(output) if row[1] == "protest"] == LAGOS[:3]
    first = records(output)[0]
    assert first["quote"] == PROTEST[first["start"] : first["end"]]
    assert (first["date"]["start"], first["published"]) == ("2024-05-11", "2024-05-15")


def test_a_date_is_unknown_without_the_date_of_publication(run, story):
    _, output, _ = run("extract", story("a.txt", PROTEST))

    assert {(record["date"], record["published"]) for record in records(output)} == {(None, None)}


def test_every_format_holds_the_same_events(run, story):
    path = story("a.txt", PROTEST)
    outputs = {name: run("extract", path, "--format", name) for name in FORMATS}

    assert [code for code, _, _ in outputs.values()] == [0, 0, 0, 0]
    events = len(records(outputs["jsonl"][1]))
    table = list(csv.reader(io.StringIO(outputs["csv"][1].lstrip("\ufeff"))))
    features = json.loads(outputs["geojson"][1])["features"]
    assert events == len(table) - 1 == len(features)
    assert outputs["kml"][1].count("<Placemark") in {events, sum(f["geometry"] is not None for f in features)}


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_without_events_gives_a_valid_empty_answer(run, story, name):
    code, output, said = run("extract", story("a.txt", QUIET), "--format", name)

    assert (code, said) == (0, [])
    assert {
        "jsonl": lambda: output == "",
        "csv": lambda: len(list(csv.reader(io.StringIO(output)))) == 1,
        "geojson": lambda: json.loads(output)["features"] == [],
        "kml": lambda: "</kml>" in output and "<Placemark" not in output,
    }[name]()


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_stays_text(run, story, name):
    code, output, said = run("extract", story("a.txt", HOSTILE), "--format", name)

    assert (code, said) == (0, [])
    if name == "kml":
        assert "<script" not in output
        assert "&lt;script&gt;alert(1)" in output
    elif name == "csv":
        cells = [cell for row in csv.reader(io.StringIO(output)) for cell in row]
        assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}] == []
    else:
        assert "<script>alert(1)</script>" in output


def test_several_files_are_read_in_order(run, story):
    code, output, said = run("extract", story("b.txt", "Farmers rallied in Lyon.\n"), story("a.txt", PROTEST))

    assert code == 0
    assert told(output)[:2] == [("b", "protest", "Lyon"), ("a", "protest", "Lagos")]
    assert said == ["Reading article 2 of 2"]


def test_a_bad_file_is_named_and_the_others_are_read(run, story, tmp_path):
    missing = tmp_path / "missing.txt"
    code, output, said = run("extract", missing, story("b.txt", "Farmers rallied in Lyon.\n"))

    assert (code, told(output)) == (2, [("b", "protest", "Lyon")])
    assert said == [f"eventmap: {missing} does not exist."]


UNUSABLE = [
    ("empty.txt", b"", "is empty."),
    ("blank.txt", b" \r\n\t\n", "has no text in it, only blanks."),
    ("binary.txt", b"\x7fELF\0\1\2", "is not a text file: it holds binary data; save its text as UTF-8."),
    ("broken.txt", b"Protests\nin K\xf6ln", "is not valid UTF-8 at byte offset 13 (line 2); save it as UTF-8."),
    ("photo.jpg", b"text", "files of the kind .jpg are not read; give .txt, .text, .md or .jsonl."),
    ("bad.jsonl", b'{"id": "a", "text": "One."}\n{"id": "b"}\n', 'bad.jsonl, line 2 has no "text".'),
    ("cut.jsonl", b'{"id": "a", "text": "One."\n', "cut.jsonl, line 1 is not valid JSON"),
    ("list.jsonl", b"[1, 2]\n", "list.jsonl, line 1 must be a JSON object in braces, not a list."),
    ("date.jsonl", b'{"id": "a", "text": "One.", "published": "May"}\n', "“May” is not a date"),
]


@pytest.mark.parametrize(("name", "content", "message"), UNUSABLE, ids=[name for name, _, _ in UNUSABLE])
def test_what_cannot_be_read_is_said_in_one_sentence(run, story, name, content, message):
    path = story(name, content)

    code, output, said = run("extract", path)

    assert (code, output, len(said)) == (2, "", 1)
    assert said[0].startswith(f"eventmap: {path}")
    assert message in said[0]


def test_a_folder_and_a_file_over_the_limit_are_named(run, story, tmp_path, monkeypatch):
    monkeypatch.setattr(articles, "MAX_BYTES", 1_000_000)
    big = story("big.txt", b"word " * 200_001)

    assert run("extract", tmp_path)[::2] == (2, [f"eventmap: {tmp_path} is a folder, not a file."])
    assert run("extract", big)[::2] == (2, [f"eventmap: {big} is larger than 1 MB, the limit for one file."])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--published", "yesterday"], "“yesterday” is not a date: write it as year-month-day, like 2022-09-28."),
        (["--published", "2024-02-30"], "“2024-02-30” is not a date: write it as year-month-day, like 2022-09-28."),
        (["--format", "shapefile"], "shapefile"),
    ],
)
def test_a_bad_option_is_named(run, story, options, message):
    code, output, said = run("extract", story("a.txt", PROTEST), *options)

    assert (code, output, len(said)) == (2, "", 1)
    assert said[0].startswith("eventmap: ")
    assert message in said[0]


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extrude", "a.txt"], ["extract", "a.txt", "--colour"]])
def test_a_wrong_call_ends_with_the_usage(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m eventmap")


def test_articles_of_a_jsonl_file_keep_their_ids_and_dates(run, story):
    lines = [
        {
            "id": "x/1",
            "text": "Farmers rallied in Lyon on Monday.",
            "published": "2024-05-15",
            "url": "https://x.org/1",
        },
        {"id": "x/2", "text": "Farmers rallied in Dijon on Monday."},
    ]
    path = story("news.jsonl", "\n".join(json.dumps(line) for line in lines))

    code, output, _ = run("extract", path, "--published", "2022-09-28")

    assert code == 0
    assert [(r["article"], r["place"]["name"], r["date"]["start"], r["url"]) for r in records(output)] == [
        ("x/1", "Lyon", "2024-05-13", "https://x.org/1"),
        ("x/2", "Dijon", "2022-09-26", None),
    ]


def test_a_stop_by_keyboard_is_no_crash(run, story, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.extract, "extract", stop)

    assert run("extract", story("a.txt", PROTEST)) == (130, "", ["Stopped."])


def test_the_module_writes_utf_8_whatever_the_terminal(story, tmp_path):
    path = story("a.txt", "Farmers rallied in Kraków and Якутск.\n")
    missing = str(tmp_path / "missing.txt")
    command = [sys.executable, "-m", "eventmap", "extract", path, missing]

    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, timeout=120, env=os.environ | {"PYTHONIOENCODING": "ascii"}
    )

    assert done.returncode == 2
    assert {r["quote"] for r in records(done.stdout.decode("utf-8"))} == {"Farmers rallied in Kraków and Якутск."}
    assert done.stderr.decode() == f"eventmap: {missing} does not exist.\n"


def test_a_bad_line_or_date_costs_no_other_line(run, story):
    lines = [
        '{"id": "a", "text": "Police arrested 12 people in Nairobi.", "published": "7:58 AM ET"}',
        '{"id": "cut", "text": "One',
        '{"id": "a", "text": "The same id again."}',
        '{"id": "b", "text": "Police arrested 30 people in Oslo."}',
    ]
    path = story("news.jsonl", "\n".join(lines))
    code, output, said = run("extract", path)
    told = [(record["article"], record["place"]["name"], record["published"]) for record in records(output)]
    assert (code, told) == (2, [("a", "Nairobi", None), ("b", "Oslo", None)])
    assert re.findall(rf"eventmap: {re.escape(str(path))}, line (\d)", "\n".join(said)) == ["1", "2", "3"]
