"""The commands. What they print goes out here and nowhere else; what is slow to import is imported when needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from standfirst.cli.common import (
    are_paths,
    as_of_option,
    check_paths,
    language_option,
    moment_of,
    newsroom_option,
    open_newsroom,
    options,
    out_option,
    readings_of_paths,
    snapshot_of,
    stdin_of,
)
from standfirst.cli.figures import figures_command
from standfirst.cli.streams import has_blocks, has_colour, progress, tell, tell_problems, width, write
from standfirst.errors import BadMoment, NotFound, StandfirstError

if TYPE_CHECKING:
    from standfirst.model.snapshot import Snapshot

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


@click.group(context_settings=_CONTEXT)
@click.version_option(package_name="standfirst", message="%(prog)s %(version)s")
def commands() -> None:
    """What we know so far, kept straight: every line on the exact words it came from.

    Example: standfirst brief reports/
    """


@commands.command("brief", short_help="What we know so far, from report files or a kept story.")
@click.argument("source", nargs=-1, metavar="[PATH… | STORY]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "json", "timelinejs", "ical"]),
    default="terminal",
    show_default=True,
)
@click.option("--full", is_flag=True, help="Everything, not one page.")
@click.option("--why", is_flag=True, help="Why each line stands where it stands.")
@click.option("--charts", is_flag=True, help="With markdown: draw the figures that have moved, as SVG.")
@options(as_of_option, out_option, newsroom_option, language_option)
def brief_command(
    source: tuple[str, ...],
    form: str,
    full: bool,
    why: bool,
    charts: bool,
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
    if charts and form != "markdown":
        raise click.UsageError("--charts goes with --format markdown; `standfirst figures` draws them by themselves")
    snapshot = snapshot_of(source, moment_of(as_of), newsroom_file, language_model)
    text = _brief_text(snapshot, form, full=full, why=why, colour=out is None and has_colour())
    write(text + _charts_text(snapshot) if charts else text, out)
    tell_problems(snapshot.problems)


@commands.command("add", short_help="Keep report files in the newsroom.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@options(newsroom_option)
def add_command(paths: tuple[str, ...], newsroom_file: str | None) -> None:
    """Keep reports. What is held already changes nothing; another text of a report is its next revision.

    Example: standfirst add reports/
    """
    from datetime import UTC, datetime

    check_paths(paths)
    with open_newsroom(newsroom_file) as newsroom:
        added = newsroom.add(paths, held_at=datetime.now(UTC), stdin=stdin_of(paths))
    for outcome, names in (("new", added.new), ("revised", added.revised), ("known", added.known)):
        if names:
            write(f"{outcome}: {', '.join(names)}\n")
    tell_problems(added.problems)
    if not (added.new or added.revised or added.known):
        from standfirst.errors import NoReports

        raise NoReports(paths)


@commands.command("stories", short_help="The stories that the newsroom holds.")
@options(newsroom_option, language_option)
def stories_command(newsroom_file: str | None, language_model: str | None) -> None:
    """List the stories, the largest first: id, days, headline.

    Example: standfirst stories
    """
    from standfirst.export.plain import one_line

    with open_newsroom(newsroom_file, language_model) as newsroom:
        stories = newsroom.stories(progress=progress())
    for story in stories:
        days = " – ".join(dict.fromkeys(day for day in (story.first, story.last) if day)) or "not dated"
        write(f"{story.id}  {days:<23}  {one_line(story.headline)}\n")
    if not stories:
        tell("no story is held; add reports with `standfirst add PATH…`")


@commands.command("show", short_help="A report with what was found in it.")
@click.argument("report", metavar="REPORT")
@options(newsroom_option, language_option)
def show_command(report: str, newsroom_file: str | None, language_model: str | None) -> None:
    """Show a report's text with who said what, the names, times and counts in it. REPORT is a held report or a file.

    Example: standfirst show 02-courier
    """
    from standfirst.export.reading import render_reading_page

    if are_paths((report,)):
        readings, problems = readings_of_paths((report,), language_model)
        tell_problems(problems)
    else:
        with open_newsroom(newsroom_file, language_model) as newsroom:
            readings = (newsroom.report(report),)
    pages = [render_reading_page(one, width=width(), colour=has_colour()) for one in readings]
    write("\n".join(pages))


@commands.command("evidence", short_help="Everything that a claim stands on.")
@click.argument("claim", metavar="CLAIM")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@options(as_of_option, newsroom_option, language_option)
def evidence_command(
    claim: str, paths: tuple[str, ...], as_of: str | None, newsroom_file: str | None, language_model: str | None
) -> None:
    """Show all the words behind a claim, who said them and why it stands as it does. `brief --why` shows the ids.

    Example: standfirst evidence c41f0a9 reports/
    """
    from standfirst.export.evidence import render_evidence

    moment = moment_of(as_of)
    if paths:
        check_paths(paths)
        snapshots: Sequence[Snapshot] = (snapshot_of(paths, moment, newsroom_file, language_model),)
    else:
        with open_newsroom(newsroom_file, language_model) as newsroom:
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
@options(out_option, language_option)
def read_command(paths: tuple[str, ...], form: str, out: str | None, language_model: str | None) -> None:
    """Write one line of JSON for each report: blocks, mentions, times, quantities, attributions, events.

    Example: standfirst read reports/ --format jsonl
    """
    from standfirst.export.jsonl import render_reading

    readings, problems = readings_of_paths(paths, language_model)
    write("".join(render_reading(reading) for reading in readings), out)
    tell_problems([*problems, *(problem for reading in readings for problem in reading.problems)])


def _brief_text(snapshot: Snapshot, form: str, *, full: bool, why: bool, colour: bool) -> str:
    if form == "json":
        from standfirst.export.json import render_json

        return render_json(snapshot)
    if form == "timelinejs":
        from standfirst.export.timelinejs import render_timelinejs

        return render_timelinejs(snapshot)
    if form == "ical":
        from standfirst.export.ical import render_ical

        return render_ical(snapshot)
    from standfirst.view.brief import brief_of

    brief = brief_of(snapshot, full=full)
    if form == "markdown":
        from standfirst.export.markdown import render_markdown

        return render_markdown(brief, why=why)
    from standfirst.export.terminal import render_terminal

    return render_terminal(brief, why=why, width=width(), colour=colour, blocks=has_blocks())


def _charts_text(snapshot: Snapshot) -> str:
    from standfirst.export.figures import figures_in_markdown
    from standfirst.view.figure_page import figure_page_of

    return figures_in_markdown(figure_page_of(snapshot))


commands.add_command(figures_command)
