"""What the tests of the command line share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventmap import cli


@pytest.fixture
def story(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Writes a file to read, as text or bytes."""

    def write(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, list[str]]]:
    """Runs a command: its exit code, what it wrote, and the lines of what it said."""

    def call(*arguments: object) -> tuple[int, str, list[str]]:
        code = cli.main([str(argument) for argument in arguments])
        output = capsys.readouterr()
        return code, output.out, output.err.splitlines()

    return call
