"""Which gazetteer the user has chosen: the shipped one, or one made with a GeoNames dump.

The choice is a small file beside the index. It is written when the new index is whole, so that a build that fails or is
stopped leaves the old choice and the old index in use.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from eventmap import paths
from eventmap.errors import GazetteerError, InputError
from eventmap.gazetteer import dump

_FILE = "gazetteer.json"


@dataclass(frozen=True, slots=True)
class Dump:
    """A GeoNames dump that the index was made with: its absolute path and its content's SHA-256."""

    path: str
    sha256: str

    @classmethod
    def of(cls, path: Path) -> Dump:
        """The dump in this file.

        Raises:
            InputError: the file cannot be read.
        """
        return cls(str(path.resolve()), dump.digest(path))

    @property
    def name(self) -> str:
        """The file's name and the beginning of its hash, for the reader."""
        return f"{Path(self.path).name} ({self.sha256[:12]})"

    def file(self) -> Path:
        """The file, if it is still there with the same content.

        Raises:
            GazetteerError: it is not; the message says what can be done.
        """
        again = "Give the file with --geonames, or go back with: python -m eventmap gazetteer build --shipped"
        try:
            same = dump.digest(Path(self.path)) == self.sha256
        except InputError as error:
            raise GazetteerError(f"The gazetteer must be built again, but {error} {again}") from error
        if not same:
            raise GazetteerError(f"The gazetteer must be built again, but {self.path} is another file now. {again}")
        return Path(self.path)


def chosen(home: Path | None = None) -> Dump | None:
    """The dump that the user chose, None for the shipped gazetteer.

    Raises:
        GazetteerError: the file that says so is damaged.
    """
    path = (home or paths.home()) / _FILE
    try:
        return Dump(**json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise GazetteerError(f"{path} cannot be read: {error}; delete it to use the shipped gazetteer.") from error


def choose(new: Dump | None, home: Path | None = None) -> None:
    """Make a dump, or with None the shipped gazetteer, the one in use from now on.

    Raises:
        OSError: the choice cannot be written.
    """
    path = (home or paths.home()) / _FILE
    if new is None:
        path.unlink(missing_ok=True)
        return
    draft = path.with_name(f"{_FILE}.tmp")
    draft.write_text(json.dumps(asdict(new), indent=1), encoding="utf-8")
    draft.replace(path)
