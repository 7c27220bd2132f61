"""The commands. What they print goes out here and nowhere else; what is slow to import is imported when needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from standfirst.cli.streams import has_colour, progress, tell, tell_problems, width, write
from standfirst.errors import BadMoment, NotFound, StandfirstError

if TYPE_CHECKING:
    from datetime import datetime

    from standfirst.model.problem import Problem
    from standfirst.model.reading import Reading
    from standfirst.model.snapshot import Snapshot
    from standfirst.newsroom import Newsroom

_F = TypeVar("_F", bound=Callable[..., object])

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def main() -> None:
    """Run the command line; errors of ours are one line that says what to do."""
    try:
        code = commands.main(prog_name="standfirst", standalone_mode=False)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except StandfirstError as error:
        tell(f"standfirst: {error}")
        code = 2 if isinstance(error, BadMoment) else 1
    sys.exit(code if isinstance(code, int) else 0)


def _options(*options: Callable[[_F], _F]) -> Callable[[_F], _F]:
    """Several options as one decorator."""

    def add(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_newsroom = click.option(
    "--newsroom",
    "newsroom_file",
    metavar="FILE",
    envvar="STANDFIRST_NEWSROOM",
    help="The newsroom file; by default one in your data folder.",
)
_language = click.option("--language-model", metavar="NAME", help="Another spaCy pipeline in place of our own.")
_as_of = click.option(
    "--as-of", metavar="MOMENT", help="Only what was out by then: 2020-01-08T15:45+13:00, 2020-01-08."
)
_out = click.option("--out", metavar="FILE", help="Write to a file, whole or not at all, in place of the screen.")


@click.group(context_settings=_CONTEXT)
@click.version_option(package_name="standfirst", message="%(prog)s %(version)s")
def commands() -> None:
    """What we know so far, kept straight: every line on the exact words it came from.

    Example: standfirst brief reports/
    """


@commands.command("brief", short_help="What we know so far, from report files or a kept story.")
@click.argument("source", nargs=-1, metavar="[PATH… | STORY]")
@click.option(
    "--format", "form", type=click.Choice(["terminal", "markdown", "json"]), default="terminal", show_default=True
)
@click.option("--full", is_flag=True, help="Everything, not one page.")
@click.option("--why", is_flag=True, help="Why each line stands where it stands.")
@_options(_as_of, _out, _newsroom, _language)
def brief_command(
    source: tuple[str, ...],
    form: str,
    full: bool,
    why: bool,
    as_of: str | None,
    out: str | None,
    newsroom_file: str | None,
    language_model: str | None,
) -> None:
    """Write what we know so far.

    PATH is a report file, a folder of them or - for standard input; nothing of them is kept. STORY is the id of a kept
    story or its beginning; without one, the only story.

    Example: standfirst brief reports/ --as-of 2020-01-08T15:45+13:00 --format markdown
    """
    moment = _moment(as_of)
    snapshot = _snapshot(source, moment, newsroom_file, language_model)
    write(_brief_text(snapshot, form, full=full, why=why, colour=out is None and has_colour()), out)
    tell_problems(snapshot.problems)


@commands.command("add", short_help="Keep report files in the newsroom.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@_options(_newsroom)
def add_command(paths: tuple[str, ...], newsroom_file: str | None) -> None:
    """Keep reports. What is held already changes nothing; another text of a report is its next revision.

    Example: standfirst add reports/
    """
    from datetime import UTC, datetime

    _check_paths(paths)
    with _open(newsroom_file) as newsroom:
        added = newsroom.add(paths, held_at=datetime.now(UTC), stdin=_stdin(paths))
    for outcome, names in (("new", added.new), ("revised", added.revised), ("known", added.known)):
        if names:
            write(f"{outcome}: {', '.join(names)}\n")
    tell_problems(added.problems)
    if not (added.new or added.revised or added.known):
        from standfirst.errors import NoReports

        raise NoReports(paths)


@commands.command("stories", short_help="The stories that the newsroom holds.")
@_options(_newsroom, _language)
def stories_command(newsroom_file: str | None, language_model: str | None) -> None:
    """List the stories, the largest first: id, days, headline.

    Example: standfirst stories
    """
    from standfirst.export.plain import one_line

    with _open(newsroom_file, language_model) as newsroom:
        stories = newsroom.stories(progress=progress())
    for story in stories:
        days = " – ".join(dict.fromkeys(day for day in (story.first, story.last) if day)) or "not dated"
        write(f"{story.id}  {days:<23}  {one_line(story.headline)}\n")
    if not stories:
        tell("no story is held; add reports with `standfirst add PATH…`")


@commands.command("show", short_help="A report with what was found in it.")
@click.argument("report", metavar="REPORT")
@_options(_newsroom, _language)
def show_command(report: str, newsroom_file: str | None, language_model: str | None) -> None:
    """Show a report's text with who said what, the names, times and counts in it. REPORT is a held report or a file.

    Example: standfirst show 02-courier
    """
    from standfirst.export.reading import render_reading_page

    if _are_paths((report,)):
        readings, problems = _readings((report,), language_model)
        tell_problems(problems)
    else:
        with _open(newsroom_file, language_model) as newsroom:
            readings = (newsroom.report(report),)
    pages = [render_reading_page(one, width=width(), colour=has_colour()) for one in readings]
    write("\n".join(pages))


@commands.command("evidence", short_help="Everything that a claim stands on.")
@click.argument("claim", metavar="CLAIM")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@_options(_as_of, _newsroom, _language)
def evidence_command(
    claim: str, paths: tuple[str, ...], as_of: str | None, newsroom_file: str | None, language_model: str | None
) -> None:
    """Show all the words behind a claim, who said them and why it stands as it does. `brief --why` shows the ids.

    Example: standfirst evidence c41f0a9 reports/
    """
    from standfirst.export.evidence import render_evidence

    moment = _moment(as_of)
    if paths:
        _check_paths(paths)
        snapshots: Sequence[Snapshot] = (_snapshot(paths, moment, newsroom_file, language_model),)
    else:
        with _open(newsroom_file, language_model) as newsroom:
            names = [story.id for story in newsroom.stories(progress=progress())]
            snapshots = [newsroom.snapshot(name, as_of=moment, progress=progress()) for name in names]
    found = [(snapshot, one) for snapshot in snapshots for one in snapshot.claims if one.id.startswith(claim)]
    if len(found) != 1:
        hint = "give more of the id" if found else "`standfirst brief --why` shows the ids"
        raise NotFound("single claim" if found else "claim", claim, hint)
    write(render_evidence(*found[0], width=width(), colour=has_colour()))


@commands.command("read", short_help="What was found in each report, before anything is linked.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@_options(_out, _language)
def read_command(paths: tuple[str, ...], form: str, out: str | None, language_model: str | None) -> None:
    """Write one line of JSON for each report: blocks, mentions, times, quantities, attributions, events.

    Example: standfirst read reports/ --format jsonl
    """
    from standfirst.export.jsonl import render_reading

    readings, problems = _readings(paths, language_model)
    write("".join(render_reading(reading) for reading in readings), out)
    tell_problems([*problems, *(problem for reading in readings for problem in reading.problems)])


def _snapshot(
    source: tuple[str, ...], as_of: datetime | None, newsroom_file: str | None, language_model: str | None
) -> Snapshot:
    """Everything known, from paths where one of them is there, else from the story of that id."""
    if _are_paths(source):
        from standfirst.newsroom import snapshot_from

        return snapshot_from(*_readings(source, language_model), as_of=as_of)
    if len(source) > 1 or any(name.endswith(".txt") or os.sep in name for name in source):
        _check_paths(source)
    with _open(newsroom_file, language_model) as newsroom:
        return newsroom.snapshot(source[0] if source else None, as_of=as_of, progress=progress())


def _readings(paths: Sequence[str], language_model: str | None) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """The readings of files and folders; where there is none, what was wrong is told before that is."""
    from standfirst.errors import NoReports
    from standfirst.newsroom import readings_of

    _check_paths(paths)
    readings, problems = readings_of(paths, language_model=language_model, progress=progress(), stdin=_stdin(paths))
    if not readings:
        tell_problems(problems)
        raise NoReports(tuple(paths))
    return readings, problems


def _brief_text(snapshot: Snapshot, form: str, *, full: bool, why: bool, colour: bool) -> str:
    if form == "json":
        from standfirst.export.json import render_json

        return render_json(snapshot)
    from standfirst.view.brief import brief_of

    brief = brief_of(snapshot, full=full)
    if form == "markdown":
        from standfirst.export.markdown import render_markdown

        return render_markdown(brief, why=why)
    from standfirst.export.terminal import render_terminal

    return render_terminal(brief, why=why, width=width(), colour=colour)


def _open(newsroom_file: str | None, language_model: str | None = None) -> Newsroom:
    from standfirst.newsroom import Newsroom

    return Newsroom.open(newsroom_file or _default_newsroom(), language_model=language_model)


def _default_newsroom() -> str:
    from platformdirs import user_data_path

    return str(user_data_path("standfirst", appauthor=False) / "newsroom.db")


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    from standfirst.when import read_moment

    return read_moment(text)


def _are_paths(source: Sequence[str]) -> bool:
    return any(name == "-" or Path(name).exists() for name in source)


def _check_paths(paths: Sequence[str]) -> None:
    missing = [name for name in paths if name != "-" and not Path(name).exists()]
    if missing:
        raise click.UsageError(f"there is no file or folder {', '.join(missing)}")


def _stdin(paths: Sequence[str]) -> bytes | None:
    return sys.stdin.buffer.read() if "-" in paths else None
