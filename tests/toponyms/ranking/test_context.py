"""What the other names of an article speak for."""

import numpy as np
import pytest

from eventmap.toponyms.ranking.context import CONTEXT, context_features, haversine


@pytest.fixture
def features(tabled):
    """Rows of (place, feature → value) of a text, each row of a name being as likely as the others."""

    def read(text):
        table = tabled(text)
        chances = 1.0 / np.bincount(table.group)[table.group]
        rows = context_features(table, chances)
        return [(entry, dict(zip(CONTEXT, row, strict=True))) for entry, row in zip(table.entries, rows, strict=True)]

    return read


def test_a_name_does_not_speak_for_itself(features):
    rows = features("[Oslo]. [Oslo]. [Oslo].")

    assert all(set(row.values()) <= {0.0} for _, row in rows)


def test_the_region_that_others_share_counts(features):
    rows = features("From [Dallas] to [Houston], [Austin] and [Paris].")
    shares = {entry.admin1_name: row["ADM1 share"] for entry, row in rows if entry.name == "Paris"}

    assert max(shares, key=shares.get) == "Texas"
    assert shares["Tennessee"] < 0.05


def test_the_nearer_of_two_namesakes_has_the_greater_features(features):
    rows = features("From [Fort Worth] to [Arlington].")
    near = {entry.admin1_name: row["near 100"] for entry, row in rows if entry.name == "Arlington"}

    assert near["Texas"] > 10 * near["Virginia"]


def test_what_is_no_point_has_no_distances(features):
    rows = features("[Norway], [Oslo].")

    assert [row["near 300"] for entry, row in rows if entry.kind == "country"] == [0.0]


def test_haversine_in_radians():
    london, paris = np.radians([51.5074, -0.1278]), np.radians([48.8566, 2.3522])

    assert haversine(*london, *paris) == pytest.approx(343.6, abs=0.5)
    assert haversine(*paris, *paris) == 0.0
