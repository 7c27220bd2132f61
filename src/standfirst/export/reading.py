"""One report with what was found in it: its paragraphs, each with who said what, the names, times and counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from standfirst.export.page import WIDTH, Page
from standfirst.export.plain import quoted
from standfirst.export.said import LEGEND, Labelled, brackets, labelled, line_on
from standfirst.model.reading import ASIDE, Block, Mention, Quantity, Reading, Timex
from standfirst.model.span import Span
from standfirst.view.dates import published_words, stretch_words
from standfirst.view.values import value_words

if TYPE_CHECKING:
    from rich.text import Text

#: What is marked in the text, its style, and the word for it in the legend; later ones lie over earlier ones.
STYLES = (
    ("attitude", "underline"),
    ("said", "italic"),
    ("name", "bold green"),
    ("time", "magenta"),
    ("count", "bold yellow"),
    ("cue", "cyan"),
)
#: Width of the marks before the lines on what was found: "said 12".
_COLUMN = 9
#: Units that what is counted tells by itself.
_PLAIN = frozenset({"", "person", "item", "none", "count"})
#: Where the time of publication comes from, in words.
_BASES = {
    "given": "as given with it",
    "metadata": "from its metadata",
    "text": "from its text",
    "inferred": "worked out from its text",
}


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_T = TypeVar("_T", bound=_Placed)


def render_reading_page(reading: Reading, *, width: int = WIDTH, colour: bool = False) -> str:
    """The page as text, ending with a newline: each paragraph with brackets around who says what, then what was found.

    With colour the names, times and counts are marked in the text too, by a legend.
    """
    page = Page(width=width, colour=colour)
    report = reading.report
    page.put(page.text((report.headline or report.id, "bold")))
    facts = [report.id, report.outlet or "outlet not known", published_words(reading.published) or "not dated"]
    facts += [_BASES.get(reading.published.basis, reading.published.basis)] if reading.published.earliest else []
    facts += [f"carries {', '.join(reading.origins)}"] if reading.origins else []
    page.put(page.text((" · ".join(facts), "dim")))
    found = labelled(reading)
    if found:
        page.put(page.text((LEGEND, "dim")))
    if colour:
        page.put(page.text(*((f"{name} ", style) for name, style in STYLES)))
    blocks = reading.blocks or _whole(reading)
    for block in blocks:
        if report.words(block.span).strip():
            _block(page, block, reading, found)
    for problem in reading.problems:
        page.put(page.text((f"problem: {problem.message}", "red")))
    return page.done()


def _whole(reading: Reading) -> tuple[Block, ...]:
    """The text as one block, where no blocks were found."""
    text = reading.report.text
    return (Block(span=reading.report.span(0, len(text)), kind="body", published=reading.published),) if text else ()


def _block(page: Page, block: Block, reading: Reading, found: tuple[Labelled, ...]) -> None:
    page.put("")
    if block.kind != "body":
        stamp = f", {published_words(block.published)}" if block.stamped else ""
        aside = " (set aside)" if block.kind in ASIDE else ""
        page.put(page.text((f"[{block.kind}{stamp}]{aside}", "dim")))
    page.put(_marked(page, block, reading, found))
    for mark, words in _found(block, reading, found):
        page.item(mark, page.text((words, "")), indent=2, column=_COLUMN)


def _found(block: Block, reading: Reading, said: tuple[Labelled, ...]) -> Iterator[tuple[str, str]]:
    for one in said:
        if one.found.content and block.span.overlaps(one.found.content[0]):
            yield f"{'holds' if one.attitude else 'said'} {one.label}", line_on(one, reading)
    names = [one for one in reading.mentions if one.form == "name" and block.span.holds(one.span)]
    if names:
        yield "named", _named(names, reading)
    for timex in _inside(reading.timexes, block):
        yield "time", _timed(timex, reading)
    for quantity in _inside(reading.quantities, block):
        yield "count", _counted(quantity, reading)


def _inside(found: tuple[_T, ...], block: Block) -> list[_T]:
    return [one for one in found if block.span.holds(one.span)]


def _named(names: list[Mention], reading: Reading) -> str:
    told = dict.fromkeys(f"{' '.join(reading.report.words(one.head).split())} ({one.kind})" for one in names)
    return ", ".join(told)


def _timed(timex: Timex, reading: Reading) -> str:
    """ "“Tuesday” = 8 Oct 2024 (2024-10-08)"; the value alone where it cannot be placed."""
    when = stretch_words(timex.when)
    told = f"{when} ({timex.value})" if when and when != timex.value else timex.value
    return f"{quoted(reading.report.words(timex.span))} = {told}"


def _counted(quantity: Quantity, reading: Reading) -> str:
    """ "“At least three” = at least 3 dead", "“$3 million” = $3 million of aid, planned"."""
    words = " ".join(reading.report.words(quantity.span).split())
    counts = " ".join(reading.report.words(quantity.counts).split()) if quantity.counts is not None else ""
    bound = "" if quantity.bound == "exact" else f"{quantity.bound.replace('_', ' ')} "
    what = "" if not counts or counts.casefold() in words.casefold() else f" {counts}"
    of = " of" if what and quantity.unit not in _PLAIN else ""
    role = "" if quantity.role == "actual" else f", {quantity.role}"
    return f"{quoted(words)} = {bound}{value_words(quantity.value, quantity.unit)}{of}{what}{role}"


def _marked(page: Page, block: Block, reading: Reading, found: tuple[Labelled, ...]) -> Text:
    """The block's words with brackets around who says what, and what was found in them styled."""
    kinds = dict(STYLES)
    start, words = block.span.start, reading.report.words(block.span)
    styles = [""] * len(words)
    for kind, span in _places(reading):
        if span.overlaps(block.span):
            for offset in range(max(span.start, start), min(span.end, block.span.end)):
                styles[offset - start] = kinds[kind]
    parts: list[tuple[str, str]] = []
    at = 0
    changes = [offset for offset in range(1, len(words)) if styles[offset] != styles[offset - 1]]
    marks = [(mark.offset - start, mark.letters) for mark in brackets(found, block.span)]
    for stop, letters in sorted([*((offset, "") for offset in changes), *marks, (len(words), "")], key=_stop):
        if at < stop:
            parts.append((words[at:stop], styles[at]))
            at = stop
        if letters:
            parts.append((letters, "dim"))
    return page.text(*parts)


def _stop(piece: tuple[int, str]) -> int:
    return piece[0]


def _places(reading: Reading) -> Iterator[tuple[str, Span]]:
    for attitude in reading.attitudes:
        yield from (("attitude", span) for span in attitude.content)
    for attribution in reading.attributions:
        yield from (("said", span) for span in attribution.content)
    yield from (("name", one.span) for one in reading.mentions if one.form == "name")
    yield from (("time", one.span) for one in reading.timexes)
    yield from (("count", one.span) for one in reading.quantities)
    for attribution in (*reading.attributions, *reading.attitudes):
        yield from (("cue", span) for span in attribution.cue)
