"""How well Event Map reads: its answers against those of people who annotated the same articles.

An annotated corpus is a file of JSON Lines, one article a line::

    {"id": "a1", "text": "Rain fell in Paris, Texas.", "source": "example.org", "published": "2026-04-09",
     "mentions": [{"start": 13, "end": 18, "lat": 33.66, "lon": -95.55, "geonameid": "4717560", "kind": "PPL"}]}

`id` and `text` are needed; `source` is the domain of the publisher and `published` an ISO date. `mentions` are all the
toponyms of the article: `start` and `end` count Unicode code points, end exclusive; `lat` and `lon` are WGS84 degrees,
null where the place has no point; `geonameid` is the GeoNames id, null where GeoNames has no such place. `kind` is
optional and free, but "Demonym" says that the words name a people ("Russian") and not a place. A file of predictions
has the same `id` and `mentions`, as `geoparse` writes them, with a `confidence` from 0 to 1.
"""

from eventmap.evaluation.corpus import AnnotatedArticle, Annotation, Corpus, read_corpus, read_predictions
from eventmap.evaluation.evaluate import evaluate
from eventmap.evaluation.report import report
from eventmap.evaluation.running import Answered, Speed, beside_baseline, run, run_spans, total_speed

__all__ = [
    "AnnotatedArticle",
    "Annotation",
    "Answered",
    "Corpus",
    "Speed",
    "beside_baseline",
    "evaluate",
    "read_corpus",
    "read_predictions",
    "report",
    "run",
    "run_spans",
    "total_speed",
]
