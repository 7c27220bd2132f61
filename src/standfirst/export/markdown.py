"""The brief as Markdown (CommonMark with tables) that shows reports' words as text and never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.export import wording
from standfirst.export.plain import one_line, quoted
from standfirst.model.span import Quote
from standfirst.view.parts import Brief, Line, Section, Side

#: Letters that mean something to Markdown or to what is often built on it: HTML, tables, mathematics, strike-through.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~$#&^])")
#: Beginnings that would make a list, a heading or a rule of a line.
_BEGINNING = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
#: What some renderers make a link of; a no-width joiner would change the words, so the dot or colon is escaped.
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


def render_markdown(brief: Brief, *, why: bool = False) -> str:
    """The page, ending with a newline; with `why`, each line's score and reasons under it."""
    return "\n".join(_page(brief, why=why)).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Words of a report as Markdown text in one line."""
    words = _MARKUP.sub(r"\\\1", one_line(text))
    words = _BEGINNING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)
    return _LINK.sub(r"\1\\\2", words)


def _page(brief: Brief, *, why: bool) -> Iterator[str]:
    yield f"# {escaped(brief.headline)}"
    yield ""
    yield f"*{escaped(brief.as_of)}*"
    if brief.notice:
        yield from ("", escaped(brief.notice))
    for section in wording.sections_of(brief):
        yield from _section(section, brief, why=why)
    yield from _figures(brief, why=why)
    yield from _timeline(brief, why=why)
    if brief.unknowns.lines:
        yield from _section(brief.unknowns, brief, why=False)
    yield from _sources(brief)
    if rest := wording.unshown(brief):
        yield from ("", f"*In the full brief only: {escaped(rest)}.*")
    yield from _references(brief)
    if brief.full and brief.problems:
        yield from ("", "## Problems", "")
        yield from (f"- {escaped(f'{problem.report}: {problem.message}')}" for problem in brief.problems)


def _section(section: Section, brief: Brief, *, why: bool) -> Iterator[str]:
    yield from ("", f"## {section.title}", "")
    for line in section.lines:
        yield f"- {_told(line, brief)}"
        for side in line.sides:
            yield f"  - {_told(side, brief)}"
        if why and line.reasons:
            yield f"  - *{escaped(wording.why(line))}*"
    yield from _rest(section.left_out)


def _told(line: Line | Side, brief: Brief) -> str:
    label = f"**{escaped(line.label)}:** " if line.label else ""
    by = f" — {escaped(line.by)}" if line.by else ""
    note = f" ({escaped(line.note)})" if isinstance(line, Line) and line.note else ""
    return f"{label}{escaped(line.text)}{note}{by}{_marks(brief, line.quotes)}"


def _marks(brief: Brief, quotes: tuple[Quote, ...]) -> str:
    numbers = brief.numbers(quotes)
    return " " + " ".join(f"\\[{number}\\]" for number in numbers) if numbers else ""


def _figures(brief: Brief, *, why: bool) -> Iterator[str]:
    if not brief.figures:
        return
    yield from (
        "",
        "## Figures",
        "",
        "| what | where | value | as of | how it stands |",
        "|---|---|---|---|---|",
    )
    for row in brief.figures:
        cells = [escaped(cell) for cell in (row.what, row.where, row.value, row.as_of, row.standing)]
        cells[4] += _marks(brief, row.quotes)
        if why and row.reasons:
            cells[4] += f" *{escaped(wording.reasons_words(row.reasons))}*"
        for aside in row.asides if why else ():
            cells[4] += f" *{escaped(aside)}*"
        yield f"| {' | '.join(cells)} |"
    yield from _rest(brief.figures_left_out)


def _timeline(brief: Brief, *, why: bool) -> Iterator[str]:
    for title, moments, _ in wording.timeline_of(brief):
        yield from ("", f"## {title}", "")
        for moment in moments:
            yield f"- **{escaped(moment.when)}** {escaped(moment.text)}{_marks(brief, moment.quotes)}"
            if why and moment.because:
                yield f"  - *dated by {escaped(moment.because)}*"
    yield from _rest(brief.timeline_left_out if brief.timeline else 0)


def _rest(count: int) -> Iterator[str]:
    """What the full brief has besides, under what stands here."""
    if count:
        yield from ("", f"*{count} more in the full brief.*")


def _sources(brief: Brief) -> Iterator[str]:
    if brief.cited or brief.carried:
        yield from ("", "## Who is cited", "")
        if brief.cited:
            yield f"With the number of statements: {escaped(wording.cited_words(brief.cited, full=brief.full))}."
        if brief.cited and brief.carried:
            yield ""
        if brief.carried:
            yield f"Carried from: {escaped(wording.carried_words(brief.carried, full=brief.full))}."
    if brief.set_aside:
        yield from ("", f"*Set aside: {escaped(wording.aside_words(brief))}.*")
        if brief.full:
            yield ""
            for aside in brief.set_aside:
                for quote in aside.quotes:
                    yield f"- {escaped(aside.reason)}: {escaped(quoted(quote.text))}{_marks(brief, (quote,))}"


def _references(brief: Brief) -> Iterator[str]:
    if not brief.references:
        return
    yield from ("", "## References", "")
    for reference in brief.references:
        words = escaped(quoted(wording.reference_words(reference, full=brief.full)))
        where = escaped(wording.reference_place(reference, brief))
        yield f"- \\[{reference.number}\\] {where}: {words}"
