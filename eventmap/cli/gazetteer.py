"""`gazetteer build`: the index of places."""

from __future__ import annotations

import argparse
import sys

from eventmap.cli.talk import OK, Commands, show_building
from eventmap.gazetteer import build_index


def add(commands: Commands) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser("gazetteer", help="the index of places")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    building = actions.add_parser("build", help="build the index, if it is not there yet")
    building.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    print(build_index(show_building), file=sys.stderr)
    return OK
