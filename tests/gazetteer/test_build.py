import signal
import subprocess
import sys
from pathlib import Path

import pytest

from eventmap.errors import DataError, GazetteerError
from eventmap.gazetteer import Gazetteer, build_index, schema

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys, time
from pathlib import Path
from eventmap.gazetteer import build_index

index, tables, towns, pause = map(str, sys.argv[1:])
def progress(share, message):
    print(message, flush=True)
    if message == "Writing the names":
        time.sleep(float(pause))

build_index(progress, path=Path(index), tables=Path(tables), towns=Path(towns))
"""


def start(index: Path, tables: Path, towns: Path, pause: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SCRIPT, str(index), str(tables), str(towns), str(pause)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def names_of(gazetteer: Gazetteer, name: str) -> list[tuple[str, str]]:
    return [(hit.entry.id, hit.name_type) for hit in gazetteer.lookup(name)]


def test_builds_an_index_from_tables_and_towns(tmp_path: Path, small: tuple[Path, Path]) -> None:
    tables, towns = small
    said: list[tuple[float, str]] = []
    path = build_index(
        lambda share, message: said.append((share, message)), path=tmp_path / "x.sqlite", tables=tables, towns=towns
    )
    assert said[0] == (0.0, "Reading countries and regions")
    assert said[-1] == (1.0, "The gazetteer is ready")
    assert [share for share, _ in said] == sorted(share for share, _ in said)
    gazetteer = Gazetteer.open(path)
    assert names_of(gazetteer, "Ust-Ilimsk") == [("473537", "primary")]
    assert names_of(gazetteer, "МОСКВА") == [("524901", "alternate")]
    assert names_of(gazetteer, "IKT") == [("2023469", "abbreviation")]
    assert names_of(gazetteer, "MOW") == []  # an airport's code
    assert names_of(gazetteer, "UIK") == [("473537", "abbreviation")]
    assert names_of(gazetteer, "Uik") == []
    assert names_of(gazetteer, "tbylysy") == []  # a machine transliteration
    assert names_of(gazetteer, "Russian Federation") == [("2017370", "alternate")]
    assert names_of(gazetteer, "Irkutsk region") == [("2023468", "alternate")]
    assert names_of(gazetteer, "Republic of Georgia") == [("614540", "alternate")]
    assert names_of(gazetteer, "Georgian-Russian border") == [("border:ge-ru", "alternate")]
    tbilisi, irkutsk = gazetteer.get("611717"), gazetteer.get("2023469")
    assert tbilisi and tbilisi.feature == "PPLC"
    assert irkutsk and (irkutsk.feature, irkutsk.admin1_name, irkutsk.admin2) == ("PPL", "Irkutsk Oblast", "9")
    assert gazetteer.box("area:siberia") == (49, 60, 78, 180)


def test_two_processes_at_once_build_one_index(tmp_path: Path, small: tuple[Path, Path]) -> None:
    tables, towns = small
    index = tmp_path / "home" / "x.sqlite"
    outputs = [process.communicate(timeout=60) for process in [start(index, tables, towns, 0.5) for _ in range(2)]]
    assert [errors for _, errors in outputs] == ["", ""]
    assert sorted("Writing the names" in output for output, _ in outputs) == [False, True]
    assert names_of(Gazetteer.open(index), "Moscow") == [("524901", "primary")]
    assert list(index.parent.glob("*.tmp")) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_build_killed_half_way_leaves_nothing_broken(tmp_path: Path, small: tuple[Path, Path]) -> None:
    tables, towns = small
    index = tmp_path / "x.sqlite"
    process = start(index, tables, towns, 60)
    assert process.stdout
    assert any("Writing the names" in line for line in process.stdout)
    process.kill()
    process.communicate(timeout=60)
    assert not index.exists()
    assert len(list(tmp_path.glob("*.tmp"))) in (1, 2)  # the draft, and its names until they are in order
    build_index(path=index, tables=tables, towns=towns)
    assert names_of(Gazetteer.open(index), "Moscow") == [("524901", "primary")]
    assert list(tmp_path.glob("*.tmp")) == []


def test_the_index_file_changes_with_the_tables(tmp_path: Path, small: tuple[Path, Path]) -> None:
    tables, _ = small
    before = schema.index_path(tables, tmp_path)
    assert schema.index_path(tables, tmp_path) == before
    with (tables / "demonyms.tsv").open("a", encoding="utf-8") as file:
        file.write("RU\tRussians\n")
    assert schema.index_path(tables, tmp_path) != before


def test_an_older_index_is_removed(tmp_path: Path, small: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    tables, towns = small
    home = tmp_path / "home"
    home.mkdir()
    (home / "gazetteer-000000000000.sqlite").write_bytes(b"old")
    monkeypatch.setenv("EVENTMAP_HOME", str(home))
    path = build_index(tables=tables, towns=towns)
    assert sorted(home.glob("*.sqlite")) == [path]


@pytest.mark.parametrize(
    ("table", "line", "said"),
    [
        ("demonyms.tsv", "XX\tNobody", r"demonyms.tsv, line 5: there is no place 'XX'"),
        ("extra_names.tsv", "RU\tnickname\tBear", r"extra_names.tsv, line 4: type is 'nickname'"),
        ("extra_names.tsv", "RU.99\talternate\tX", r"extra_names.tsv, line 4: there is no place 'RU.99'"),
        ("borders.tsv", "border:ru-ge\tLars\t42\t44\t", r"borders.tsv, line 3: 'border:ru-ge' is not border:xx-yy"),
        ("borders.tsv", "border:ge-xx\tLars\t42\t44\t", r"borders.tsv, line 3: there is no country 'XX'"),
    ],
)
def test_a_mistake_in_a_table_is_named(
    tmp_path: Path, small: tuple[Path, Path], table: str, line: str, said: str
) -> None:
    tables, towns = small
    with (tables / table).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(DataError, match=said):
        build_index(path=tmp_path / "x.sqlite", tables=tables, towns=towns)
    assert not (tmp_path / "x.sqlite").exists()


@pytest.mark.parametrize("content", ["[1, 2]", '{"1": {"geonameid": 1', ""])
def test_a_damaged_list_of_towns_is_named(tmp_path: Path, small: tuple[Path, Path], content: str) -> None:
    tables, towns = small
    towns.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"towns.json cannot be read"):
        build_index(path=tmp_path / "x.sqlite", tables=tables, towns=towns)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, small: tuple[Path, Path]) -> None:
    tables, towns = small
    with pytest.raises(GazetteerError, match=r"x\.sqlite cannot be built"):
        build_index(path=towns / "x.sqlite", tables=tables, towns=towns)


def test_a_file_that_is_no_index_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"no database")
    with pytest.raises(GazetteerError, match=r"x.sqlite cannot be opened"):
        Gazetteer.open(path)
