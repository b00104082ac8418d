"""`gazetteer build`: the index of places."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eventmap.cli.talk import OK, show_building
from eventmap.gazetteer import Gazetteer, build_index, use


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    building = actions.add_parser(
        "build",
        help="build the index, if it is not there yet",
        description="Builds the index of places, if it is not there yet, and says which gazetteer is in use. The"
        " shipped one has towns of 500 people and more; with --geonames there are villages, rivers, mountains and sites"
        " too. What is chosen stays in use.",
    )
    which = building.add_mutually_exclusive_group()
    which.add_argument(
        "--geonames",
        metavar="FILE",
        help="use this GeoNames dump from now on: allCountries.zip, or one country's XX.zip, or the .txt in them",
    )
    which.add_argument("--shipped", action="store_true", help="go back to the shipped gazetteer")
    building.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.geonames or options.shipped:
        path = use(Path(options.geonames) if options.geonames else None, show_building)
    else:
        path = build_index(show_building)
    source, places = Gazetteer.open(path).about()
    print(f"In use: {source}, {places:,} places, in {path}", file=sys.stderr)
    return OK
