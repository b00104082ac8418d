"""`-o`: a file that appears whole or not at all."""

import errno
import os

import pytest
from told import records

from eventmap import cli

PROTEST = "Protests were held in Lagos, Kano and Ibadan on Saturday. Police detained 40 people, a lawyer said.\n"


def test_output_to_a_file_replaces_what_was_there(run, story, tmp_path):
    out = tmp_path / "out" / "events.jsonl"
    out.parent.mkdir()
    out.write_text("old", encoding="utf-8")

    code, output, said = run("extract", story("a.txt", "Farmers rallied in Kraków.\n"), "-o", out)

    assert (code, output, said) == (0, "", [])
    assert [record["place"]["name"] for record in records(out.read_text(encoding="utf-8"))] == ["Kraków"]
    assert "Kraków" in out.read_text(encoding="utf-8")
    assert list(out.parent.iterdir()) == [out]


def test_output_through_a_link_keeps_the_link(run, story, tmp_path):
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(real)

    assert run("extract", story("a.txt", "Farmers rallied in Lyon.\n"), "-o", link)[0] == 0
    assert link.is_symlink()
    assert [record["place"]["name"] for record in records(real.read_text(encoding="utf-8"))] == ["Lyon"]


def test_nothing_is_left_behind_where_reading_fails(run, story, tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("the power went out")

    out = tmp_path / "out" / "events.jsonl"
    out.parent.mkdir()
    out.write_text("old", encoding="utf-8")
    monkeypatch.setattr(cli.extract, "extract", fail)

    with pytest.raises(RuntimeError):
        run("extract", story("a.txt", PROTEST), "-o", out)

    assert [(path, path.read_text(encoding="utf-8")) for path in out.parent.iterdir()] == [(out, "old")]


def test_an_output_that_cannot_be_written_is_named(run, story, tmp_path):
    path = story("a.txt", PROTEST)
    gone = tmp_path / "no such folder" / "events.jsonl"

    assert run("extract", path, "-o", tmp_path) == (
        2,
        "",
        [f"eventmap: {tmp_path} is a folder; give the name of a file to write."],
    )
    assert run("extract", path, "-o", gone) == (
        2,
        "",
        [f"eventmap: {gone} cannot be written: No such file or directory."],
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_or_device_is_not_replaced(run, story, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    code, _, said = run("extract", story("a.txt", PROTEST), "-o", pipe)

    assert (code, pipe.is_fifo()) == (2, True)
    assert said == [f"eventmap: {pipe} is not a file; leave out -o to write to the standard output."]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_named(run, story, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)

    code, _, said = run("extract", story("a.txt", PROTEST), "-o", locked / "events.jsonl")

    assert (code, said) == (2, [f"eventmap: {locked / 'events.jsonl'} cannot be written: Permission denied."])


def test_a_full_disk_is_said_in_one_sentence_and_nothing_is_left_behind(run, story, tmp_path, monkeypatch):
    def fill(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    out = tmp_path / "out" / "events.jsonl"
    out.parent.mkdir()
    monkeypatch.setitem(cli.extract.FORMATS, "jsonl", fill)
    monkeypatch.setattr(cli, "forget_output", lambda: None)

    assert run("extract", story("a.txt", PROTEST), "-o", out) == (
        2,
        "",
        ["eventmap: The result cannot be written: No space left on device."],
    )
    assert list(out.parent.iterdir()) == []
