"""What the reports say is not known: each gap once, as a line that can stand alone."""

from __future__ import annotations

import re

from standfirst.model.snapshot import Unknown
from standfirst.text import plain
from standfirst.view.cutting import last_piece, trimmed
from standfirst.view.desk import Desk, likeness, stems
from standfirst.view.parts import Line, Section
from standfirst.view.sections import ALIKE
from standfirst.view.standalone import bad_opening, tells_gap
from standfirst.view.wording import balanced, bare

#: Letters of a line of the short page, and how many lines it has.
_LONGEST, MOST = 140, 4
#: A word that joins a sentence to the one before it, and says nothing by itself.
_JOINING = re.compile(r"^(?:And|But|So|However),? (?=\w)")
#: "It is not known": this "it" leans on nothing. Who speaks of what they themselves do not know tells no gap.
_IMPERSONAL = re.compile(
    r"^it(?:'s| is| was| remains| remained) (?:still |as yet )?(?:not|un|too|impossible|far)", re.IGNORECASE
)
_ONESELF = re.compile(r"\b(?:I|me|my)\b")
#: That someone is not acquainted with someone is no gap in the news either.
_ACQUAINTED = re.compile(r"\bknow (?:him|her|them|each other)\b|\bknow \w+(?: \w+)? (?:personally|well)\b")
#: That an inquiry goes on is a gap, and one that tells nothing by itself.
_GOES_ON = re.compile(
    r"^(?:the|an?|their|this|that|police say the) (?:[\w-]+ ){0,2}(?:investigation|inquiry|probe|case|search|review) "
    r"(?:is|was|remains|continues)\b(?: [\w-]+){0,4}\W*$",
    re.IGNORECASE,
)
#: A question of the page with its answer, which is a line as it is.
_QUESTION = re.compile(r"^[^?]{5,90}\? \w")


def gaps(desk: Desk, *, full: bool) -> Section:
    """The lines, the newest report's first; on the short page those that can stand alone, cut to what is not known."""
    lines: list[Line] = []
    for unknown in desk.snapshot.unknowns:
        text = _JOINING.sub("", balanced(bare(unknown.text)))
        if not full:
            short = _in_short(text)
            words = stems(short or "")
            again = any(likeness(words, stems(line.text)) >= ALIKE for line in lines)
            if short is None or again or len(lines) >= MOST:
                continue
            text = short
        lines.append(_line(text, unknown, desk, full=full))
    return Section(title="Not known yet", lines=tuple(lines), left_out=len(desk.snapshot.unknowns) - len(lines))


def _line(text: str, unknown: Unknown, desk: Desk, *, full: bool) -> Line:
    outlets = list(dict.fromkeys(desk.outlet(quote.span.report) for quote in unknown.evidence))
    quotes = unknown.evidence if full else unknown.evidence[:2]
    return Line(text=text[:1].upper() + text[1:], by=", ".join(outlets), quotes=quotes)


def _in_short(text: str) -> str | None:
    """The sentence where it can stand alone and is short, else its end where the gap stands there; None for neither.

    "Both were hit, with the damage still being assessed" -> "the damage still being assessed".
    """
    if _QUESTION.match(text) and len(text) <= _LONGEST:
        return text
    for piece in (text, last_piece(text)):
        line = trimmed(piece, _LONGEST)
        if line is None or len(line.split()) < len("it is not known".split()) or not tells_gap(line):
            continue
        marks = plain(line)
        leans = bad_opening(line) is not None and not _IMPERSONAL.match(marks)
        if (
            not leans
            and not _ONESELF.search(marks)
            and not _ACQUAINTED.search(marks)
            and not _GOES_ON.match(marks)
            and not marks.startswith('"')
            and marks.count('"') % 2 == 0
        ):
            return line
    return None
