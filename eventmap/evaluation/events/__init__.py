"""How well events are read: the program's events beside those that a careful reader finds in the same texts.

Event gold is a file of JSON Lines, one article a line::

    {"id": "g1", "text": "Police detained 30 people at a rally in Osh on Monday.", "published": "2026-04-09",
     "tests": ["an arrest at a rally"], "events": [
      {"types": ["arrest", "protest_intervention"], "quote": "detained 30 people",
       "place": {"name": "Osh", "country": "KG", "kind": "city", "lat": 40.53, "lon": 72.8, "within_km": 25},
       "count": {"low": 30, "high": 30, "unit": "people", "role": "detained"},
       "date": ["2026-04-06", "2026-04-06"], "sources": [], "status": "reported"},
      {"types": ["protest"], "quote": "a rally in Osh", "optional": true}]}

`id`, `text` and `events` are needed. `title`, `published` (ISO date) and `source` are those of the article, which is
read without a date where it has no `published`. `tests` says, in words, what the text tests: texts with the same words
are scored together. A text in which nothing happened has an empty list of events. Of an event:

- `types`: the ids of the event types that are right, the best first.
- `quote`: words of the text around the one that tells the event; they occur exactly once in it.
- `place`: null where the text does not place it, or `name`, `kind` (as in `model.PlaceKind`) and `country` (ISO 3166-1
  alpha-2, or "") with `lat` and `lon` (WGS84 degrees) and `within_km`, how far off is still right. With `id`, that of
  GeoNames or of the gazetteer, just that place is right; a country is told by its `country`; neither needs a point.
- `count`: null where no number is told of it, or `low` and `high`, null where open, with `unit` ("people", or the
  thing) and `role` ("killed", "participants"), which may be left out.
- `date`: null where no day is told, or the first and the last day.
- `sources`: who says so, as the text names them; `status`: "reported", "claimed", "denied" or "planned".
- `optional`: true where a careful reader may list it or not: finding it neither helps nor harms.

`types` and `quote` are needed; any other field that is left out is not judged. An event told twice is listed once, with
its fullest telling; one that is told of several places is listed for each.
"""

from eventmap.evaluation.events.evaluate import evaluate_events
from eventmap.evaluation.events.gold import EventArticle, GoldCount, GoldEvent, GoldPlace
from eventmap.evaluation.events.report import events_report
from eventmap.evaluation.events.running import AnsweredEvents, run_events

__all__ = [
    "AnsweredEvents",
    "EventArticle",
    "GoldCount",
    "GoldEvent",
    "GoldPlace",
    "evaluate_events",
    "events_report",
    "run_events",
]
