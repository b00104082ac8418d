"""Which places lie in which."""

import pytest

from eventmap.toponyms import lies_in

INSIDE = [
    ("Yakutsk", "Russia"),
    ("Yakutsk", "Siberia"),
    ("Irkutsk", "Irkutsk Oblast"),
    ("Irkutsk Oblast", "Russia"),
    ("Irkutsk Oblast", "Siberia"),
    ("Makhachkala", "Dagestan"),
    ("Makhachkala", "North Caucasus"),
    ("Los Angeles", "Los Angeles County"),
    ("Los Angeles County", "California"),
    ("Timbuktu", "Sahel"),
    ("Mali", "Sahel"),
]
NOT_INSIDE = [
    ("Russia", "Russia"),
    ("Russia", "Yakutsk"),
    ("Moscow", "Siberia"),
    ("Tbilisi", "Russia"),
    ("Irkutsk Oblast", "Irkutsk"),
    ("California", "Los Angeles County"),
    ("San Diego", "Los Angeles County"),
    ("Moscow", "Dagestan"),
    ("Verkhny Lars", "Russia"),
    ("Sahel", "Mali"),
]


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [*((*pair, True) for pair in INSIDE), *((*pair, False) for pair in NOT_INSIDE)],
)
def test_lies_in(gazetteer, inner, outer, expected):
    first, second = (gazetteer.lookup(name)[0].entry for name in (inner, outer))

    assert lies_in(first, second, gazetteer) is expected
