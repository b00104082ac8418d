"""Taking up a GeoNames dump: what is in the index then, and what stays in use when it cannot be taken up."""

from pathlib import Path

import pytest

from eventmap.errors import GazetteerError, InputError
from eventmap.gazetteer import Gazetteer, build, build_index, choice, cities, schema, use


@pytest.fixture
def home(tmp_path: Path, small: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder where the small gazetteer is the shipped one."""
    tables, towns = small
    monkeypatch.setenv("EVENTMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(schema.index_path, "__defaults__", (tables, None, None))
    assert build_index.__kwdefaults__
    monkeypatch.setitem(build_index.__kwdefaults__, "tables", tables)
    monkeypatch.setattr(cities, "source", lambda: towns)
    return tmp_path / "home"


@pytest.fixture
def siberia(tmp_path: Path, dump_text: str) -> Path:
    path = tmp_path / "RU.txt"
    path.write_text(dump_text, encoding="utf-8")
    return path


def found(gazetteer: Gazetteer, name: str) -> list[tuple[str, str, str]]:
    return [(hit.entry.id, hit.entry.kind, hit.name_type) for hit in gazetteer.lookup(name)]


def test_a_dump_is_taken_up_beside_the_tables(home: Path, siberia: Path) -> None:
    path = use(siberia)
    gazetteer = Gazetteer.open()
    assert found(gazetteer, "Khuzhir") == [("9000001", "city", "primary")]
    assert found(gazetteer, "Братск") == [("2051523", "city", "alternate")]
    assert found(gazetteer, "Angara") == [("9000003", "area", "primary")]
    assert found(gazetteer, "Bratskiy district") == [("1500001", "region", "alternate")]
    assert [found(gazetteer, name) for name in ("Bezymyannyy", "Hotel Angara", "Former Khuzhir", "BTK")] == [[]] * 4
    assert found(gazetteer, "Ust-Ilimsk") == [("473537", "city", "primary")]  # in the shipped list of towns only
    bratsk, rayon = gazetteer.get("2051523"), gazetteer.region("RU", "20", "1500001")
    assert bratsk and (bratsk.feature, bratsk.admin1_name, bratsk.admin2) == ("PPLA2", "Irkutsk Oblast", "1500001")
    assert rayon and rayon.name == "Bratskiy Rayon"
    assert gazetteer.about() == (f"GeoNames dump RU.txt ({choice.Dump.of(siberia).sha256[:12]})", 16)
    assert sorted(home.glob("*.sqlite")) == [path]


def test_what_the_tables_have_stays_as_it_is_there(home: Path, siberia: Path) -> None:
    use(siberia)
    gazetteer = Gazetteer.open()
    georgia, oblast = gazetteer.get("614540"), gazetteer.get("2023468")
    assert georgia and (georgia.lat, georgia.kind, georgia.population) == (42, "country", 3_700_000)
    assert found(gazetteer, "Gruzia") == [("614540", "country", "alternate")]
    assert oblast and (oblast.name, oblast.lat) == ("Irkutsk Oblast", 56.8)
    assert found(gazetteer, "Irkutskaya Oblast’")[0] == ("2023468", "region", "alternate")
    siberia_area, airport = gazetteer.get("area:siberia"), gazetteer.get("airport:uiii")
    assert siberia_area and (siberia_area.id, siberia_area.lat) == ("1491999", 60)
    assert gazetteer.box("1491999") == (49, 60, 78, 180)
    assert airport and (airport.id, airport.name) == ("6300001", "Irkutsk International Airport")
    assert [hit.entry.id for hit in gazetteer.demonym("Siberian")] == ["1491999"]


def test_the_choice_stays_until_it_is_changed(home: Path, siberia: Path) -> None:
    shipped = build_index()
    assert Gazetteer.open().about() == (build.SHIPPED, 12)
    chosen = use(siberia)
    assert (build_index(), use(siberia)) == (chosen, chosen)
    assert not shipped.exists()
    assert use(None) == shipped == build_index()
    assert Gazetteer.open().about()[0] == build.SHIPPED
    assert sorted(path.name for path in home.iterdir()) == [shipped.with_suffix(".lock").name, shipped.name]


def test_a_file_that_cannot_be_taken_up_leaves_the_old_index_in_use(home: Path, siberia: Path, tmp_path: Path) -> None:
    shipped = build_index()
    broken = tmp_path / "XX.txt"
    broken.write_text(siberia.read_text(encoding="utf-8")[:-13], encoding="utf-8")
    with pytest.raises(InputError, match=r"XX.txt, line 12: 18 columns"):
        use(broken)
    assert build_index() == shipped
    assert Gazetteer.open().about()[0] == build.SHIPPED
    assert list(home.glob("*.tmp")) == []


def test_an_interrupted_build_leaves_the_old_index_in_use(home: Path, siberia: Path) -> None:
    shipped = build_index()

    def interrupt(share: float, message: str) -> None:
        if message == "Writing the names":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        use(siberia, interrupt)
    assert build_index() == shipped
    assert list(home.glob("*.tmp")) == []
    assert use(siberia) != shipped


def test_a_full_disk_is_named_before_anything_is_written(
    home: Path, siberia: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: type("Usage", (), {"free": 2_000})())
    with pytest.raises(GazetteerError, match=r"has 0.0 GB free, and an index with RU.txt needs"):
        use(siberia)
    assert choice.chosen() is None


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_text("other")])
def test_a_dump_that_is_gone_is_missed_only_when_it_is_needed(home: Path, siberia: Path, change: object) -> None:
    path = use(siberia)
    assert callable(change)
    change(siberia)
    assert build_index() == path
    path.unlink()
    with pytest.raises(GazetteerError, match=r"must be built again, but .*RU.txt .*--shipped"):
        build_index()
    assert use(None).is_file()


def test_a_damaged_choice_is_named(home: Path) -> None:
    home.mkdir()
    (home / "gazetteer.json").write_text("{")
    with pytest.raises(GazetteerError, match=r"gazetteer.json cannot be read"):
        build_index()
