from pathlib import Path
from typing import Any

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError

from eventmap.errors import GazetteerError
from eventmap.gazetteer import Gazetteer
from eventmap.gazetteer.online import OnlineGazetteer, is_enabled

VILLAGE = {
    "place_id": 1, "osm_type": "node", "osm_id": 42, "lat": "51.5", "lon": "33.25", "name": "Qwxyzivka",
    "display_name": "Qwxyzivka, Sumy Oblast, Ukraine", "addresstype": "village",
    "address": {"village": "Qwxyzivka", "state": "Sumy Oblast", "country_code": "ua"},
}  # fmt: skip


class FakeService(BaseSyncAdapter):
    """Answers from a list in place of the network, and keeps what was asked."""

    def __init__(self, answers: list[Any], asked: list[str]) -> None:
        self.answers, self.asked = answers, asked

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        self.asked.append(url)
        assert headers["User-Agent"].startswith("eventmap/")
        assert timeout == 10
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        raise AssertionError(url)


def open_online(gazetteer: Gazetteer, tmp_path: Path, answers: list[Any]) -> tuple[OnlineGazetteer, list[str]]:
    asked: list[str] = []
    online = OnlineGazetteer(
        gazetteer,
        enabled=True,
        cache=tmp_path / "cache" / "answers.sqlite",
        adapter_factory=lambda **_: FakeService(answers, asked),
        seconds_between=0,
    )
    return online, asked


def test_off_unless_the_user_turns_it_on(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENTMAP_NOMINATIM", raising=False)
    assert [is_enabled(), is_enabled(True), is_enabled(False)] == [False, True, False]
    with pytest.raises(GazetteerError, match="Asking online is off; set EVENTMAP_NOMINATIM=1"):
        OnlineGazetteer(gazetteer)
    monkeypatch.setenv("EVENTMAP_NOMINATIM", "1")
    assert [is_enabled(), is_enabled(False)] == [True, False]


def test_a_name_that_the_gazetteer_lacks_is_asked_once(gazetteer: Gazetteer, tmp_path: Path) -> None:
    online, asked = open_online(gazetteer, tmp_path, [[VILLAGE]])
    entry = online.find("Qwxyzivka", "UA")
    assert entry
    assert (entry.id, entry.name, entry.kind, entry.country, entry.admin1_name, entry.lat, entry.lon) == (
        "osm:node/42", "Qwxyzivka", "city", "UA", "Sumy Oblast", 51.5, 33.25,
    )  # fmt: skip
    assert online.find("QWXYZIVKA", "ua") == entry
    again, asked_again = open_online(gazetteer, tmp_path, [])
    assert again.find("Qwxyzivka", "UA") == entry
    assert (len(asked), asked_again) == (1, [])
    assert "q=Qwxyzivka" in asked[0] and "countrycodes=ua" in asked[0].lower()


def test_that_nothing_was_found_is_remembered(gazetteer: Gazetteer, tmp_path: Path) -> None:
    online, asked = open_online(gazetteer, tmp_path, [[]])
    assert [online.find("Qwxyzivka"), online.find("Qwxyzivka")] == [None, None]
    assert len(asked) == 1


@pytest.mark.parametrize("name", ["Makhachkala", "Siberia", "", "…"])
def test_a_known_or_empty_name_is_never_sent(gazetteer: Gazetteer, tmp_path: Path, name: str) -> None:
    online, asked = open_online(gazetteer, tmp_path, [])
    assert online.find(name) is None
    assert asked == []


def test_a_failure_is_told_and_not_remembered(
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geopy.extra.rate_limiter.RateLimiter._sleep", lambda self, seconds: None)
    failures = [GeocoderServiceError("no route"), GeocoderServiceError("no route")]
    online, asked = open_online(gazetteer, tmp_path, [*failures, [VILLAGE]])
    with pytest.raises(GazetteerError, match="Nominatim could not be asked for 'Qwxyzivka': no route"):
        online.find("Qwxyzivka")
    found = online.find("Qwxyzivka")
    assert found and found.name == "Qwxyzivka"
    assert len(asked) == 3
