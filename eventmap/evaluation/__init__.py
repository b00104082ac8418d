"""How well Event Map reads: its answers against those of people who annotated the same articles.

An annotated corpus is a file of JSON Lines, one article a line::

    {"id": "a1", "text": "Rain fell in Paris, Texas.", "source": "example.org", "published": "2026-04-09",
     "mentions": [{"start": 13, "end": 18, "lat": 33.66, "lon": -95.55, "geonameid": "4717560", "kind": "PPL"}]}

`id` and `text` are needed; `source` is the domain of the publisher and `published` an ISO date. `mentions` are all the
toponyms of the article: `start` and `end` count Unicode code points, end exclusive; `lat` and `lon` are WGS84 degrees,
null where the place has no point; `geonameid` is the GeoNames id, null where GeoNames has no such place. `kind` is
optional and free, but "Demonym" says that the words name a people ("Russian") and not a place. A file of predictions
has the same `id` and `mentions`, as `geoparse` writes them, with a `confidence` from 0 to 1.

A line may have `events` beside or instead of `mentions`, see `eventmap.evaluation.events`, or a `label`, see
`eventmap.evaluation.snippets`; `eventmap.evaluation.goldfile` reads them all.
"""

from eventmap.evaluation.corpus import AnnotatedArticle, Annotation, read_predictions
from eventmap.evaluation.evaluate import evaluate_toponyms, header
from eventmap.evaluation.events import AnsweredEvents, EventArticle, evaluate_events, run_events
from eventmap.evaluation.goldfile import GoldFile, read_gold
from eventmap.evaluation.report import report
from eventmap.evaluation.running import Answered, Speed, beside_baseline, run, run_spans, total_speed
from eventmap.evaluation.snippets import Labelled, Snippet, evaluate_snippets, snippet_label

__all__ = [
    "AnnotatedArticle",
    "Annotation",
    "Answered",
    "AnsweredEvents",
    "EventArticle",
    "GoldFile",
    "Labelled",
    "Snippet",
    "Speed",
    "beside_baseline",
    "evaluate_events",
    "evaluate_snippets",
    "evaluate_toponyms",
    "header",
    "read_gold",
    "read_predictions",
    "report",
    "run",
    "run_events",
    "run_spans",
    "snippet_label",
    "total_speed",
]
