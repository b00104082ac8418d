import pytest

from eventmap.gazetteer.features import kind_of


@pytest.mark.parametrize(
    ("letter", "code", "other_names", "kind"),
    [
        ("P", "PPL", False, "city"),
        ("P", "PPLX", False, "city"),
        ("P", "", False, "city"),
        ("P", "PPLQ", True, None),
        ("A", "ADM3", False, "region"),
        ("A", "ADM2H", True, None),
        ("A", "PCLH", False, "area"),
        ("S", "AIRP", False, "site"),
        ("S", "HTL", True, None),
        ("H", "STM", True, "area"),
        ("H", "STM", False, None),
        ("T", "MTS", False, "area"),
        ("R", "ST", True, None),
        ("", "", False, None),
    ],
)
def test_kind_of(letter: str, code: str, other_names: bool, kind: str | None) -> None:
    assert kind_of(letter, code, other_names) == kind
