import zipfile
from pathlib import Path

import pytest

from eventmap.errors import InputError
from eventmap.gazetteer import dump

BRATSK = dump.Record(2051523, "Bratsk", ("BTK", "Братск"), 56.1, 101.6, "P", "PPLA2", "RU", "20", "1500001", 246_000)


def records(path: Path) -> list[dump.Record]:
    return [record for _, record in dump.read(path) if record]


def packed(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.txt", text)
    return path


def test_reads_a_text_and_a_zip(tmp_path: Path, dump_text: str) -> None:
    plain = tmp_path / "RU.txt"
    plain.write_text(dump_text, encoding="utf-8")
    assert records(plain)[3] == BRATSK
    assert len(records(plain)) == 12
    assert dump.size(plain) == len(dump_text.encode())
    for files in ({"allCountries": dump_text}, {"readme": "Columns…", "RU": dump_text}):
        whole = packed(tmp_path / "RU.zip", **files)
        assert records(whole) == records(plain)
        assert dump.size(whole) == dump.size(plain)
        assert [share for share, _ in dump.read(whole)][-1] == 1.0


def test_progress_is_told_between_the_lines(tmp_path: Path, dump_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dump, "_SAY_EVERY", 6)
    path = tmp_path / "RU.txt"
    path.write_text(dump_text, encoding="utf-8")
    told = [share for share, record in dump.read(path) if record is None]
    assert len(told) == 2
    assert 0.3 < told[0] < 0.7 and told[1] == 1.0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text[:-13], r"line 12: 18 columns instead of 19; it breaks off there"),
        (lambda text: "a\tb\n", r"line 1: 2 columns instead of 19; it is not a GeoNames dump"),
        (lambda text: text.replace("\t56.1\t", "\tnorth\t"), r"line 4: could not convert .* 'north'"),
        (lambda text: text.replace("\t56.1\t", "\t156.1\t"), r"line 4: the id, name or point cannot be right"),
        (lambda text: "", r"is empty"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path: Path, dump_text: str, change: object, said: str) -> None:
    assert callable(change)
    for name in ("XX.txt", "XX.zip"):
        path = tmp_path / name
        if name.endswith("zip"):
            packed(path, XX=change(dump_text))
        else:
            path.write_text(change(dump_text), encoding="utf-8")
        with pytest.raises(InputError, match=f"{name}.*{said}"):
            records(path)


def test_a_damaged_zip_is_named(tmp_path: Path, dump_text: str) -> None:
    path = packed(tmp_path / "XX.zip", XX=dump_text)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match=r"XX.zip is not a whole zip file"):
        records(path)
    path.write_bytes(whole[:80] + bytes(40) + whole[120:])
    with pytest.raises(InputError, match=r"XX.zip"):
        records(path)


def test_a_zip_of_other_files_is_named(tmp_path: Path, dump_text: str) -> None:
    with pytest.raises(InputError, match=r"XX.zip holds 2 lists of places instead of one"):
        records(packed(tmp_path / "XX.zip", XX=dump_text, YY=dump_text))
    with pytest.raises(InputError, match=r"XX.zip holds 0 lists of places"):
        records(packed(tmp_path / "XX.zip"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"allCountries.zip cannot be read: No such file"):
        records(tmp_path / "allCountries.zip")
    with pytest.raises(InputError, match=r"allCountries.zip cannot be read: No such file"):
        dump.digest(tmp_path / "allCountries.zip")
