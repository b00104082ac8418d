import pytest

from eventmap.gazetteer.names import designation, fold, is_abbreviated, is_initialism, spellings


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ust’-Ilimsk", "ust ilimsk"),
        ("Ust-Ilimsk", "ust ilimsk"),
        ("U.S.", "us"),
        ("U. S. A.", "usa"),
        ("N.Y", "ny"),
        ("J. K. Lee", "jk lee"),
        ("B. Smith", "b smith"),
        ("St. Louis", "st louis"),
        ("Washington, D.C.", "washington dc"),
        ("B.C.", "bc"),
        ("The Hague", "hague"),
        ("The", "the"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("Sana'a", "sanaa"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Ağrı", "agri"),
        ("Straße", "strasse"),
        ("Орёл", "орел"),
        ("Йошкар-Ола", "иошкар ола"),
        ("Київ", "киів"),
        ("서울", "서울"),
        ("नई दिल्ली", "नई दिल्ली"),
        ("الأنبار", "الأنبار"),
        ("  New\u00a0York  ", "new york"),
        ("…", ""),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize("name", ["Sana'a", "São Tomé & Príncipe", "U.S.", "नई दिल्ली", "The Hague", "St. Louis"])
def test_fold_twice_is_fold_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("folded", "all_spellings"),
    [
        ("st louis", ("st louis", "saint louis")),
        ("saint louis", ("saint louis", "st louis")),
        ("mt everest", ("mt everest", "mount everest")),
        ("fort worth", ("fort worth", "ft worth")),
        ("loudon co", ("loudon co", "loudon county")),
        ("co cork", ("co cork", "county cork")),
        ("w columbia", ("w columbia", "west columbia")),
        ("clinton twp", ("clinton twp", "clinton township")),
        ("st is", ("st is", "saint is", "st islands")),
        ("paris", ("paris",)),
        ("st", ("st",)),
    ],
)
def test_spellings(folded: str, all_spellings: tuple[str, ...]) -> None:
    assert spellings(folded) == all_spellings


@pytest.mark.parametrize(
    ("folded", "parts"),
    [
        ("irkutsk oblast", ("irkutsk", "oblast")),
        ("irkutsk region", ("irkutsk", "region")),
        ("republic of dagestan", ("dagestan", "republic")),
        ("republic of the congo", ("congo", "republic")),
        ("county cork", ("cork", "county")),
        ("khanty mansi autonomous okrug", ("khanty mansi", "autonomous okrug")),
        ("region", None),
        ("dagestan", None),
    ],
)
def test_designation(folded: str, parts: tuple[str, str] | None) -> None:
    assert designation(folded) == parts


def test_abbreviations_are_in_capitals_or_dotted() -> None:
    assert [name for name in ("US", "Us", "us", "Calif.", "J&K", "Gao", "ОАЭ") if is_abbreviated(name)] == [
        "US", "Calif.", "J&K", "ОАЭ",
    ]  # fmt: skip


def test_initialisms() -> None:
    names = ["Saigon", "Ho Chi Minh City"]
    assert [short for short in ("HCMC", "SGN", "S", "HCM") if is_initialism(short, names)] == ["HCMC", "S"]
