"""What the tests of the geoparser share."""

from collections.abc import Callable

import pytest

from eventmap.gazetteer import Gazetteer
from eventmap.toponyms import Toponym, geoparse

Named = tuple[str, str, str]


@pytest.fixture(scope="session")
def toponyms(gazetteer: Gazetteer) -> Callable[[str], list[Toponym]]:
    """The toponyms of a text."""
    return lambda text: geoparse(text, gazetteer)


@pytest.fixture(scope="session")
def named(toponyms: Callable[[str], list[Toponym]]) -> Callable[[str], list[Named]]:
    """The places of a text in short: (words, reading, "Paris, Texas, US")."""

    def read(text: str) -> list[Named]:
        return [(t.mention.text, t.mention.reading, described(t)) for t in toponyms(text)]

    return read


def described(toponym: Toponym) -> str:
    """A place with its region, if it is in one of another name, and its country; "" for one without an entry."""
    entry = toponym.entry
    if entry is None:
        return ""
    region = entry.admin1_name if entry.admin1_name != entry.name else ""
    return ", ".join(part for part in (entry.name, region, entry.country) if part)
