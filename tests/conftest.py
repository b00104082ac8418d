"""What several tests share: the gazetteer's index, built once on each machine (about 15 s) and then opened."""

import pytest

from eventmap.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()
