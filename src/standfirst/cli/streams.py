"""What goes in and out: UTF-8 whatever the locale, whole files or none, colour and progress on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from standfirst.model.problem import Problem


def has_colour() -> bool:
    """Whether the output is a terminal whose user has not asked for plain text."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def has_blocks() -> bool:
    """Whether block letters can be shown: not where the locale is no Unicode one, nor on a console that lacks them."""
    unicode = "utf" in (getattr(sys.stdout, "encoding", None) or "").lower()
    return unicode and os.environ.get("TERM") not in ("dumb", "linux", "vt100")


def width() -> int:
    """80 columns where nobody reads along; on a terminal its own width, but no wider than reads well."""
    import shutil

    return min(110, shutil.get_terminal_size((80, 24)).columns) if sys.stdout.isatty() else 80


def write(text: str | bytes, out: str | None = None) -> None:
    """Write text as UTF-8, whatever the locale; a file is written beside its place and moved there when it is whole.

    Bytes that are no text are not written to a terminal.
    """
    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    if isinstance(text, bytes) and out is None and sys.stdout.isatty():
        raise click.UsageError("this format is not for a terminal; give --out FILE")
    if out is None or out == "-":
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError as error:
            # The reader has gone (`| head`): nothing is left to say, and nothing must be flushed at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            raise click.exceptions.Exit(0) from error
        return
    try:
        _write_file(Path(out), data)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written ({error.strerror}); give another --out") from error


def _write_file(path: Path, data: bytes) -> None:
    import tempfile

    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        if place.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        place.write_bytes(data)  # a device or a pipe has no place to move a file to
        return
    number, beside = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        os.replace(beside, place)
    except BaseException:
        os.unlink(beside)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def progress() -> Callable[[str, int, int], None] | None:
    """A line on the error stream that tells how far it is, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def show(what: str, done: int, of: int) -> None:
        sys.stderr.write(f"\r\x1b[K{what} {done}/{of}" if done < of else "\r\x1b[K")
        sys.stderr.flush()

    return show


def tell_problems(problems: Iterable[Problem]) -> None:
    """Each problem of the input once, as a short line on the error stream."""
    for problem in dict.fromkeys(problems):
        tell(f"problem: {problem.report}: {problem.message}")


def tell(line: str) -> None:
    """One line on the error stream, without what could steer the terminal."""
    from standfirst.export.plain import one_line

    sys.stdout.flush()
    sys.stderr.buffer.write(f"{one_line(line)}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.buffer.flush()
