import gzip
from pathlib import Path

import pytest

from eventmap.errors import DataError
from eventmap.gazetteer.tables import read_table


def test_reads_a_table_plain_or_gzipped(tmp_path: Path) -> None:
    text = "name\tlat\tlon\tpeople\tnames\nKazan\t55.8\t49.1\t12\tКазань|Qazan\nNone\t0\t-180\t\t\n"
    plain, packed = tmp_path / "a.tsv", tmp_path / "b.tsv.gz"
    plain.write_text(text, encoding="utf-8")
    packed.write_bytes(gzip.compress(text.encode()))
    for path in (plain, packed):
        lines = list(read_table(path, "name lat lon people names"))
        read = [(line.text("name"), line.point(), line.integer("people"), line.many("names")) for line in lines]
        assert read == [("Kazan", (55.8, 49.1), 12, ("Казань", "Qazan")), ("None", (0.0, -180.0), 0, ())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\tlat\n", "line 1: the header is not 'name lat lon'"),
        ("name\tlat\tlon\nKazan\t55\n", "line 2: 2 columns instead of 3"),
        ("name\tlat\tlon\nKazan\tnorth\t49\n", "line 2: lat is 'north', not a number"),
        ("name\tlat\tlon\nKazan\t95\t49\n", "line 2: lat is 95.0, outside ±90"),
        ("name\tlat\tlon\nKazan\tnan\t49\n", "line 2: lat is nan, outside ±90"),
        ("", "line 1: the header"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "places.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"places\.tsv") as error:
        [line.point() for line in read_table(path, "name lat lon")]
    assert said in str(error.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_an_unreadable_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "places.tsv"
    if content:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"places.tsv cannot be read"):
        list(read_table(path, "name"))


def test_a_damaged_gzip_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv.gz"
    path.write_bytes(gzip.compress(b"name\nKazan\n")[:-6])
    with pytest.raises(DataError, match=r"places.tsv.gz cannot be read"):
        list(read_table(path, "name"))
