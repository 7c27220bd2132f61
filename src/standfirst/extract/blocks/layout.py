"""Where the paragraphs and sentences of a text lie, read off its surface: no parse is needed to see a page's parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from standfirst.text import plain, trimmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of one paragraph with the kind that it has so far; the pieces of a text are in order and never overlap."""

    start: int
    end: int
    #: Number of its paragraph in the text.
    paragraph: int
    #: A kind of block; "body" until something else is found.
    kind: str = "body"
    #: Name of the rule that gave the kind, "" for body.
    rule: str = ""

    def part(self, start: int, end: int, kind: str | None = None, rule: str = "") -> Piece:
        """A range of it, of its own kind unless another is given."""
        if kind is None:
            return replace(self, start=start, end=end)
        return replace(self, start=start, end=end, kind=kind, rule=rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text with its plain form, which has the same offsets."""

    text: str
    #: Typographic quotes, dashes and spaces made plain.
    plain: str

    def words(self, piece: Piece) -> str:
        """The plain words of a piece."""
        return self.plain[piece.start : piece.end]


def page_of(text: str) -> Page:
    """The text as a page."""
    return Page(text=text, plain=plain(text))


_LINE = re.compile(r"[^\n]+")
#: A sentence ends at these marks where white space and something that can open a sentence follow.
_STOP = re.compile(r"(?:[.!?…]|\.{3})[\"')\]]{0,3}\s+(?=[\"'(\[`]{0,2}[A-Z0-9À-Þ•►*-])")
#: Words after which a full stop ends no sentence.
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|sgt|cpl|cmdr|adm|gov|sen|rep|rev|hon|pres|st|ft|mt|jr|sr|vs|etc|no|inc|"
    r"co|corp|ltd|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|ave|blvd|dept|est|fig|u\.s|u\.k|u\.n|d\.c|a\.m|p\.m|"
    r"calif|fla|mich|minn|conn|mass|pa|va|la|ga|ill|wash|tex|ariz|colo|ore|ky|tenn|wis|ofc|supt|spc|pfc|insp)|\b[a-z])\.$",
    re.IGNORECASE,
)


def paragraphs(page: Page) -> list[Piece]:
    """The paragraphs of a text in order: its lines, or runs of lines where the text is wrapped at a fixed width."""
    spans = [trimmed(page.text, match.start(), match.end()) for match in _LINE.finditer(page.text)]
    spans = [(start, end) for start, end in spans if start < end]
    if _wrapped(page, spans):
        spans = _joined(page, spans)
    return [Piece(start=start, end=end, paragraph=number) for number, (start, end) in enumerate(spans)]


def _wrapped(page: Page, spans: list[tuple[int, int]]) -> bool:
    """Whether line ends are the width's, not the writer's: most lines break in mid-sentence and are about as long."""
    touching = [(a, b) for a, b in pairwise(spans) if page.text.count("\n", a[1], b[0]) == 1]
    if len(touching) < 4 or len(touching) * 2 < len(spans):
        return False
    broken = sum(1 for a, b in touching if page.text[b[0]].islower() or page.text[a[1] - 1] not in ".!?\"'”’:)")
    lengths = sorted(a[1] - a[0] for a, _ in touching)
    return broken * 3 > len(touching) * 2 and lengths[len(lengths) // 2] >= 40 and lengths[-1] <= 100


def _joined(page: Page, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of lines with no empty line and no indent between them."""
    joined = [spans[0]]
    for before, after in pairwise(spans):
        between = page.text[before[1] : after[0]]
        if between.count("\n") > 1 or between.endswith(("  ", "\t")):
            joined.append(after)
        else:
            joined[-1] = (joined[-1][0], after[1])
    return joined


def sentences(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences in a range, by their marks: "Sen. Ada Byrne left. She" has two.

    Errs towards too few: an abbreviation before a name ends nothing, nor does a mark before a small letter.
    """
    found: list[tuple[int, int]] = []
    begin = start
    for match in _STOP.finditer(page.plain, start, end):
        word = page.plain[max(begin, match.start() - 12) : match.start() + 1]
        if page.plain[match.start()] == "." and _ABBREVIATED.search(word):
            continue
        stop = match.end() - len(match.group()) + len(match.group().rstrip())
        found.append((begin, stop))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    return found


_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case; typographic marks should have been made plain."""
    return [match.group().lower() for match in _WORD.finditer(text)]


def ends_sentence(words: str) -> bool:
    """Whether words end as a sentence does, in a mark or a mark and quotes."""
    return bool(words) and words.rstrip("\"')]` ")[-1:] in (".", "!", "?", "…")


def squashed(words: str) -> str:
    """Letters and digits alone, case folded: what two headlines have in common however they are pointed."""
    return " ".join(words_of(words.casefold()))
