"""Model files are loaded only as their cards describe them."""

import pytest

from eventmap import model_files, paths
from eventmap.errors import DataError


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    return tmp_path


def test_a_saved_model_is_loaded_with_its_card():
    model_files.save("tiny-1.json", b"[1, 2]", {"model": "a tiny one", "scores": {"accuracy": 0.5}})

    assert model_files.load("tiny-1.json") == b"[1, 2]"
    assert model_files.card("tiny-1.json") == {
        "model": "a tiny one",
        "scores": {"accuracy": 0.5},
        "sha256": "3a316d6d3226f84c1e46e4447fa8d5fd800bff4a1bc6498152523cd4a602b69b",
    }


def test_a_changed_model_is_refused(models):
    model_files.save("tiny-1.json", b"[1, 2]", {})
    (models / "tiny-1.json").write_bytes(b"[1, 3]")

    with pytest.raises(DataError) as caught:
        model_files.load("tiny-1.json")

    assert str(caught.value) == (
        "The model tiny-1.json is not the file that its card tiny-1.json.card.yaml is of: the SHA-256 differs."
    )


def test_a_missing_file_or_card_is_named(models):
    model_files.save("tiny-1.json", b"[1, 2]", {})
    (models / "tiny-1.json").unlink()
    with pytest.raises(DataError, match=r"^The model tiny-1\.json cannot be read: No such file or directory\.$"):
        model_files.load("tiny-1.json")

    (models / "tiny-1.json.card.yaml").unlink()
    with pytest.raises(
        DataError, match=r"^The model tiny-1\.json has no card tiny-1\.json\.card\.yaml that can be read"
    ):
        model_files.load("tiny-1.json")


@pytest.mark.parametrize(("text", "problem"), [("- a", "must hold keys with values"), ("{", "is not valid YAML")])
def test_a_damaged_card_is_named(models, text, problem):
    model_files.save("tiny-1.json", b"[1, 2]", {})
    (models / "tiny-1.json.card.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(DataError, match=problem):
        model_files.load("tiny-1.json")
