"""What the README shows: its commands and snippets are run, and the files and targets that it names exist."""

import json
import os
import re
import shlex
import subprocess
import sys

import pytest

from eventmap import event_types, paths

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
COMMANDS = [line.split("#")[0].strip() for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
EXAMPLES = [command for command in COMMANDS if command.startswith("python -m eventmap ")]
SNIPPETS = [
    pytest.param(block, BLOCKS[i + 1][1], id=f"snippet {i}")
    for i, (kind, block) in enumerate(BLOCKS)
    if kind == "python"
]
ARTICLE = next(block for kind, block in BLOCKS if kind == "json")
NOT_CODE = re.sub(r"^```.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE)


def run(command, folder):
    """Run a Python command in `folder`, as a reader does who followed the README."""
    environment = {**os.environ, "PYTHONPATH": str(paths.ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path, gazetteer):
    """A folder with the files that the README's commands read, and the shipped data."""
    (tmp_path / "data").symlink_to(paths.DATA, target_is_directory=True)
    (tmp_path / "articles.jsonl").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "story.txt").write_text("Teachers rallied in Nakuru on Monday.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", EXAMPLES)
def test_the_commands_write_what_they_find(command, folder):
    arguments = shlex.split(command)[1:]
    done = run(arguments, folder)
    assert (done.returncode, done.stderr) == (0, "")
    output = (folder / arguments[-1]).read_text(encoding="utf-8") if "-o" in arguments else done.stdout
    assert re.search("Kisumu|Nakuru|Yakutsk", output)


def test_the_geojson_of_an_example_places_its_event(folder):
    command = next(example for example in EXAMPLES if "geojson" in example)
    run(shlex.split(command)[1:], folder)
    collection = json.loads((folder / "events.geojson").read_text(encoding="utf-8"))
    assert [feature["geometry"]["coordinates"] for feature in collection["features"]] == [[36.07225, -0.30719]]


@pytest.mark.parametrize(("snippet", "shown"), SNIPPETS)
def test_the_snippets_print_what_is_shown(snippet, shown, folder):
    done = run(["-c", snippet], folder)
    assert done.stderr == ""
    assert done.stdout == shown


def test_every_file_named_exists():
    named = set(re.findall(r"`([\w./-]+(?:/|\.(?:py|md|yaml|lock|txt|json)))`", NOT_CODE))
    linked = set(re.findall(r"\]\((?!http)([^)\s]+)\)|src=\"([^\"]+)\"", NOT_CODE))
    files = (named | {one or other for one, other in linked}) - {".venv/", ".venv/bin/"}
    assert {name for name in files if not (paths.ROOT / name).exists()} == set()
    assert {"data/event_types.yaml", "docs/images/map.png"} <= files


def test_every_file_of_the_layout_exists():
    layout = next(block for kind, block in BLOCKS if kind == "text" and block.startswith("app.py"))
    library = paths.ROOT / "eventmap"
    names = re.findall(r"(?:^|(?<=  )|(?<=, ))([\w./]+(?:/|\.py))", layout, re.MULTILINE)
    assert {name for name in names if not ((paths.ROOT / name).exists() or (library / name).exists())} == set()
    assert {path.name + "/" for path in library.iterdir() if (path / "__init__.py").exists()} <= set(names)


def test_every_target_of_make_exists():
    targets = set(re.findall(r"^([\w-]+):", (paths.ROOT / "Makefile").read_text(), re.MULTILINE))
    asked = set(re.findall(r"`?make ([a-z]+)", "\n".join([*COMMANDS, *re.findall(r"`[^`]+`", NOT_CODE)])))
    assert {"run", "test"} <= asked <= targets


def test_the_commands_without_make_are_those_of_make():
    recipes = (paths.ROOT / "Makefile").read_text().replace("$(BIN)", ".venv/bin").splitlines()
    plain = [command for command in COMMANDS if command.startswith(".venv/bin/") and " pip " not in command]
    assert [command for command in plain if not any(line.strip().startswith(command) for line in recipes)] == []
    locks = {word for command in COMMANDS for word in command.split() if word.endswith(".lock")}
    assert locks == {"requirements.lock", "requirements-dev.lock"}


def test_the_number_of_event_types_is_right():
    assert f"`data/event_types.yaml`: {len(event_types.load().types)} types" in README
