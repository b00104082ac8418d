"""The online opt-in: asked only for names that the gazetteer lacks, and only where the recogniser sees a place."""

from eventmap.errors import GazetteerError
from eventmap.gazetteer import Entry
from eventmap.toponyms import geoparse

TEXT = "Soldiers entered Karmansk on Monday. Officials in Nairobi and Karmansk said nothing."
FOUND = Entry("osm:node/1", "Karmansk", "city", 1.5, 36.5, "KE", "", "", "", 0, "OSM", ("KE",))


class Asked:
    """Stands in for Nominatim: remembers the names it was asked for."""

    def __init__(self, answer: Entry | Exception) -> None:
        self.answer = answer
        self.names: list[str] = []

    def find(self, name: str, country: str = "") -> Entry | None:
        self.names.append(name)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def test_unknown_names_are_asked_for_and_placed(gazetteer):
    service = Asked(FOUND)
    toponyms = geoparse(TEXT, gazetteer, service)
    placed = [(t.mention.text, t.mention.id) for t in toponyms]
    assert set(service.names) == {"Karmansk"}
    assert ("Karmansk", "osm:node/1") in placed
    assert ("Nairobi", "184745") in placed


def test_without_leave_the_name_stays_unplaced(gazetteer):
    found = {(t.mention.text, t.mention.id) for t in geoparse(TEXT, gazetteer)}
    assert found == {("Karmansk", None), ("Nairobi", "184745")}


def test_a_service_out_of_reach_is_reported_once_and_loses_nothing(gazetteer, caplog):
    service = Asked(GazetteerError("Nominatim could not be asked for 'Karmansk': no network."))
    toponyms = geoparse(TEXT, gazetteer, service)
    assert {(t.mention.text, t.mention.id) for t in toponyms} == {("Karmansk", None), ("Nairobi", "184745")}
    assert [record.getMessage() for record in caplog.records] == [
        "Nominatim could not be asked for 'Karmansk': no network."
    ]
