"""What speaks for a toponym, and the file of weights."""

import pytest

from eventmap import paths
from eventmap.errors import DataError
from eventmap.toponyms import evidence


@pytest.fixture
def weights_file(tmp_path, monkeypatch):
    """Puts another file of weights in the place of the product's own."""

    def put(text: str | None) -> None:
        if text is not None:
            (tmp_path / "toponym_weights.json").write_text(text, encoding="utf-8")
        monkeypatch.setattr(paths, "DATA", tmp_path)
        evidence.weights.cache_clear()

    yield put
    monkeypatch.undo()
    evidence.weights.cache_clear()


def test_a_score_is_the_weighted_sum_and_unknown_features_count_nothing(weights_file):
    weights_file('{"recognition": {"size": 2, "short": -1.5}, "resolution": {}}')

    assert evidence.score({"size": 3.0, "short": 1.0, "no such feature": 9.0}, "recognition") == 4.5
    assert evidence.score({"size": 3.0}, "resolution") == 0.0


@pytest.mark.parametrize("text", [None, "", '{"recognition": {}}', '{"resolution": {"size": "much"}}'])
def test_damaged_weights_are_named(weights_file, text):
    weights_file(text)

    with pytest.raises(DataError, match=r"^toponym_weights\.json cannot be read: "):
        evidence.weights("resolution")


def test_every_learnt_weight_belongs_to_a_feature(gazetteer, parsed):
    hits = gazetteer.lookup("Georgia")
    span = parsed("In Georgia it rained.")[1:2]
    entry = hits[0].entry
    known = {
        "recognition": set(evidence.recognition_features(span, hits, "", None, False)),
        "resolution": set(evidence.resolution_features(hits[0], hits, "", 0.5, 0.5, 10.0, True)),
    }
    families = ("label ", "kind ", "feature ", "name ")

    assert entry.kind == "country"
    for part, names in known.items():
        learnt = {name for name in evidence.weights(part) if not name.startswith(families)}
        assert learnt <= names
        assert learnt


def test_size_is_the_power_of_ten_of_the_population_above_a_hundred(gazetteer):
    village = gazetteer.lookup("Verkhny Lars")[0].entry
    country = gazetteer.country("IN")

    assert evidence.size(village) == 0.0
    assert 7 < evidence.size(country) < 7.3
