"""What several commands need: options, reports from files or from the newsroom, a moment."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from standfirst.cli.streams import progress, tell_problems

if TYPE_CHECKING:
    from datetime import datetime

    from standfirst.model.problem import Problem
    from standfirst.model.reading import Reading
    from standfirst.model.snapshot import Snapshot
    from standfirst.newsroom import Newsroom

_F = TypeVar("_F", bound=Callable[..., object])


def options(*chosen: Callable[[_F], _F]) -> Callable[[_F], _F]:
    """Several options as one decorator."""

    def add(command: _F) -> _F:
        for option in reversed(chosen):
            command = option(command)
        return command

    return add


newsroom_option = click.option(
    "--newsroom",
    "newsroom_file",
    metavar="FILE",
    envvar="STANDFIRST_NEWSROOM",
    help="The newsroom file; by default one in your data folder.",
)
language_option = click.option("--language-model", metavar="NAME", help="Another spaCy pipeline in place of our own.")
as_of_option = click.option(
    "--as-of", metavar="MOMENT", help="Only what was out by then: 2020-01-08T15:45+13:00, 2020-01-08."
)
out_option = click.option("--out", metavar="FILE", help="Write to a file, whole or not at all, in place of the screen.")


def snapshot_of(
    source: tuple[str, ...], as_of: datetime | None, newsroom_file: str | None, language_model: str | None
) -> Snapshot:
    """Everything known, from paths where one of them is there, else from the story of that id."""
    if are_paths(source):
        from standfirst.newsroom import snapshot_from

        return snapshot_from(*readings_of_paths(source, language_model), as_of=as_of)
    if len(source) > 1 or any(name.endswith(".txt") or os.sep in name for name in source):
        check_paths(source)
    with open_newsroom(newsroom_file, language_model) as newsroom:
        return newsroom.snapshot(source[0] if source else None, as_of=as_of, progress=progress())


def readings_of_paths(
    paths: Sequence[str], language_model: str | None
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """The readings of files and folders; where there is none, what was wrong is told before that is."""
    from standfirst.errors import NoReports
    from standfirst.newsroom import readings_of

    check_paths(paths)
    readings, problems = readings_of(paths, language_model=language_model, progress=progress(), stdin=stdin_of(paths))
    if not readings:
        tell_problems(problems)
        raise NoReports(tuple(paths))
    return readings, problems


def open_newsroom(newsroom_file: str | None, language_model: str | None = None) -> Newsroom:
    """The newsroom of that file, or the one in the user's data folder."""
    from standfirst.newsroom import Newsroom

    return Newsroom.open(newsroom_file or _default_newsroom(), language_model=language_model)


def _default_newsroom() -> str:
    from platformdirs import user_data_path

    return str(user_data_path("standfirst", appauthor=False) / "newsroom.db")


def moment_of(text: str | None) -> datetime | None:
    """The moment that an option names; None without one."""
    if text is None:
        return None
    from standfirst.when import read_moment

    return read_moment(text)


def are_paths(source: Sequence[str]) -> bool:
    """Whether any of them is a file, a folder or standard input."""
    return any(name == "-" or Path(name).exists() for name in source)


def check_paths(paths: Sequence[str]) -> None:
    """Stop with a word about those that are not there."""
    missing = [name for name in paths if name != "-" and not Path(name).exists()]
    if missing:
        raise click.UsageError(f"there is no file or folder {', '.join(missing)}")


def stdin_of(paths: Sequence[str]) -> bytes | None:
    """What stands on standard input, where it is asked for."""
    return sys.stdin.buffer.read() if "-" in paths else None
