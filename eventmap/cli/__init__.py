"""The command line: `extract`, `match`, `geoparse`, `evaluate` and `gazetteer build`, one module each.

Results go to the standard output or to a file, everything else to the standard error. A file or line that cannot be
used is named in one sentence, the others are read all the same, and the exit code is then 2.
"""

from __future__ import annotations

import argparse
import importlib
import io
import sys
from collections.abc import Sequence

from eventmap.cli.output import forget_output
from eventmap.cli.talk import INTERRUPTED, OK, complain
from eventmap.errors import EventMapError, InputError

# What each command is for; the module of its name, which may take seconds to import, is loaded only to run it.
COMMANDS = {
    "extract": "write the events of news stories",
    "match": "find the events of several stories that are the same",
    "geoparse": "write the places that articles name, as JSON Lines",
    "evaluate": "score the places found in annotated articles",
    "gazetteer": "the index of places",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0, or 2 if anything given could not be used)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(given[0] if given else "").parse_args(given)
    # Elsewhere than in a terminal, Windows would write its own code page and line ends.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except EventMapError as error:
        return complain(error)
    except BrokenPipeError:
        forget_output()
        return OK
    except OSError as error:
        forget_output()
        return complain(InputError(f"The result cannot be written: {error.strerror}."))
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def _parser(chosen: str) -> argparse.ArgumentParser:
    """The parser of all commands, with the arguments of the chosen one."""
    parser = argparse.ArgumentParser(prog="python -m eventmap", description="Places and events of news stories.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        parsing = commands.add_parser(name, help=purpose)
        if name == chosen:
            importlib.import_module(f"eventmap.cli.{name}").fill(parsing)
    return parser
