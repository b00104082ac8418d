"""What the tests of incidents share: a short way to write an event as a story tells it."""

from collections.abc import Callable
from typing import Any

import pytest

from eventmap.incidents import Telling, of_record

KISUMU = {
    "id": "191245",
    "name": "Kisumu",
    "kind": "city",
    "lat": -0.10221,
    "lon": 34.76171,
    "country": "KE",
    "admin1": "Kisumu",
    "precision": "point",
}


@pytest.fixture(scope="session")
def tell() -> Callable[..., Telling]:
    """Makes a telling: a protest in Kisumu, or what else is given; dates as "2026-03-02" or "2026-03-02/2026-03-08"."""

    def make(article: str = "a", **given: Any) -> Telling:
        record = {
            "id": f"{article}1",
            "article": article,
            "type": "protest",
            "quote": "Teachers rallied.",
            "place": KISUMU,
            **given,
        }
        if isinstance(record.get("date"), str):
            start, _, end = record["date"].partition("/")
            record["date"] = {"start": start, "end": end or start, "precision": "week" if end else "day"}
        return of_record(record, "here")

    return make
