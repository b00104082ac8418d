"""The ranker and its file."""

import json

import numpy as np
import pytest

from eventmap import model_files
from eventmap.errors import DataError
from eventmap.toponyms.ranking.ranker import FEATURES, MODEL, from_json, ranker, softmax


def test_chances_sum_to_one_in_each_group_and_sureness_is_a_share(tabled):
    table = tabled("From [Paris] to [Springfield], [London] and [Oslo].")

    chances = ranker().chances(table, None)
    sure = ranker().sureness(table, chances)

    assert np.add.reduceat(chances, table.starts).tolist() == pytest.approx([1.0] * len(table.groups))
    assert len(sure) == len(table.groups)
    assert ((sure > 0.0) & (sure < 1.0)).all()


def test_a_text_without_toponyms(tabled):
    table = tabled("It rained.")

    assert len(ranker().chances(table, None)) == 0
    assert len(ranker().sureness(table, np.zeros(0))) == 0


def test_a_ranker_is_the_same_after_writing_and_reading(tabled):
    table = tabled("From [Paris] to [Dallas].")
    again = from_json(json.dumps(ranker().record()).encode())

    assert again.chances(table, None).tolist() == ranker().chances(table, None).tolist()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"nets": 3}'])
def test_what_is_no_ranker_is_refused(content):
    with pytest.raises(DataError, match=r"^The model ranker-1\.json is not a ranker: "):
        from_json(content)


def test_a_ranker_for_other_features_is_refused():
    record = json.loads(model_files.load(MODEL))
    record["features"] = list(FEATURES[:-1])

    with pytest.raises(DataError, match="was trained on other features than this version has"):
        from_json(json.dumps(record).encode())


def test_softmax_by_group():
    scores, group = np.array([1.0, 1.0, 5.0, 800.0, -800.0]), np.array([0, 0, 1, 2, 2])

    assert softmax(scores, np.array([0, 2, 3]), group).tolist() == pytest.approx([0.5, 0.5, 1.0, 1.0, 0.0])
