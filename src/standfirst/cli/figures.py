"""`standfirst figures`: the numbers followed through the reports, as a page, a drawing or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from standfirst.cli.common import (
    as_of_option,
    language_option,
    moment_of,
    newsroom_option,
    options,
    out_option,
    snapshot_of,
)
from standfirst.cli.streams import has_blocks, has_colour, tell_problems, width, write

if TYPE_CHECKING:
    from standfirst.model.snapshot import Snapshot


@click.command("figures", short_help="The figures through time: a page, charts, CSV or Parquet.")
@click.argument("source", nargs=-1, metavar="[PATH… | STORY]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "html", "svg", "csv", "parquet"]),
    default="terminal",
    show_default=True,
)
@click.option("--figure", "figure", metavar="ID", help="With svg: which figure; `--format terminal` shows the ids.")
@options(as_of_option, out_option, newsroom_option, language_option)
def figures_command(
    source: tuple[str, ...],
    form: str,
    figure: str | None,
    as_of: str | None,
    out: str | None,
    newsroom_file: str | None,
    language_model: str | None,
) -> None:
    """Show how each number has moved, each value with the words that state it.

    PATH and STORY are as for `brief`. Parquet wants the library pyarrow: pip install "standfirst[parquet]".

    Example: standfirst figures reports/ --format html --out figures.html
    """
    snapshot = snapshot_of(source, moment_of(as_of), newsroom_file, language_model)
    write(_figures(snapshot, form, figure, colour=out is None and has_colour()), out)
    tell_problems(snapshot.problems)


def _figures(snapshot: Snapshot, form: str, figure: str | None, *, colour: bool) -> str | bytes:
    if form in ("csv", "parquet"):
        from standfirst.export.table import render_csv, render_parquet

        return render_csv(snapshot) if form == "csv" else render_parquet(snapshot)
    from standfirst.view.figure_page import figure_page_of

    page = figure_page_of(snapshot)
    if form == "html":
        from standfirst.export.figures import render_figures_html

        return render_figures_html(page)
    if form == "svg":
        return _drawing(snapshot, figure)
    from standfirst.export.terminal_figures import render_figures_terminal

    return render_figures_terminal(page, width=width(), colour=colour, blocks=has_blocks())


def _drawing(snapshot: Snapshot, figure: str | None) -> str:
    """One chart: the figure of that id or its beginning, without one the weightiest that has moved."""
    from standfirst.errors import NotFound
    from standfirst.export.svg import render_chart
    from standfirst.view.figure_page import figure_page_of

    page = figure_page_of(snapshot)
    found = [series for series in (*page.drawn, *page.once) if series.id.startswith(figure or "")]
    if not found or (figure is not None and len(found) > 1):
        raise NotFound("figure" if not found else "single figure", figure or "", "`standfirst figures` shows the ids")
    return render_chart(found[0], page.outlets)
