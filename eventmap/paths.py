"""Where the product's files are: what ships with it, and what it makes on the user's machine."""

import os
from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
ARTICLES = DATA / "articles"
EVENT_TYPES = DATA / "event_types.yaml"
GAZETTEER_TABLES = DATA / "gazetteer"
MODELS = DATA / "models"
STATIC = ROOT / "static"


def home() -> Path:
    """The folder for what is made on this machine (the gazetteer index); `EVENTMAP_HOME` moves it.

    The folder is not created here.
    """
    chosen = os.environ.get("EVENTMAP_HOME")
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("eventmap", appauthor=False)
