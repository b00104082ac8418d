"""Where results go: the standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from eventmap.errors import InputError


class output:  # noqa: N801 - used like a function
    """A place to write to: the standard output, or a file that appears only when everything was written."""

    def __init__(self, path: str | None) -> None:
        self.path = Path(path) if path else None

    def __enter__(self) -> Callable[[str], object]:
        if self.path is None:
            return sys.stdout.write
        if self.path.is_dir():
            raise InputError(f"{self.path} is a folder; give the name of a file to write.")
        if self.path.exists() and not self.path.is_file():
            raise InputError(f"{self.path} is not a file; leave out -o to write to the standard output.")
        try:
            # The link stays, what it leads to is replaced.
            self.target = Path(os.path.realpath(self.path))
            self.draft = self.target.with_name(f".{self.target.name}.{secrets.token_hex(4)}")
            self.file = self.draft.open("x", encoding="utf-8", newline="")
        except OSError as error:
            raise InputError(f"{self.path} cannot be written: {error.strerror}.") from error
        return self.file.write

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.path is None:
            return
        try:
            self.file.close()
            if kind is None:
                self.draft.replace(self.target)
        finally:
            self.draft.unlink(missing_ok=True)


def forget_output() -> None:
    """Drop what the standard output still holds, which would fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
