"""The one readable sentence of a claim, made only of words of its evidence.

Direct speech stays in quotation marks. Reported speech is its content where that is a sentence by itself, else the
stretch of the report from the source to the end of the content, and the whole sentence where that too lacks its
subject. Nothing is added but the marks and a capital letter.
"""

from __future__ import annotations

import re

from standfirst.link.claims.alone import broken, subjectless
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain, tidy, trimmed

_MARKS = '"“”„«»'
_PRONOUN = re.compile(r"(?:he|she|it|they|his|her|their|its|this|that|those|these|we|i)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPACES = re.compile(r"\s+")
_LETTER = re.compile(r"\w")


def claim_text(reading: Reading, statement: Statement, *, whole: bool) -> str:
    """The sentence of a claim as this statement words it; `whole`: the content is a sentence by itself.

    A stretch or a sentence that would state a number which the content does not is not used.
    """
    report = reading.report
    if statement.clause is not None and statement.clause.subject is not None:
        return tidy(f"{report.words(statement.clause.subject)} {report.words(statement.clause.span)}")
    if statement.said is not None and statement.said.mode == "direct":
        pieces = [_bare(report.words(span)) for span in statement.spans]
        return f"“{' … '.join(piece for piece in pieces if piece)}”"
    words = _words(reading, statement, whole=whole)
    lost = broken(reading, words)
    if statement.said is not None:
        lost = lost or (len(statement.spans) == 1 and subjectless(reading, statement.spans[0]))
    if lost and (statement.leans or statement.said is not None):
        others = (_sentence(reading, statement, words), statement.spans[0])
        fit = (one for one in others if not broken(reading, one) and not _brings(reading, statement, one))
        words = next(fit, words)
    return tidy(report.words(words))


def _sentence(reading: Reading, statement: Statement, words: Span) -> Span:
    """The sentence that the words stand in, without who says so at its end: "The sedan is black|, police said|"."""
    whole = next((one for one in reading.sentences if one.overlaps(words)), words)
    said, end = statement.said, statement.spans[-1].end
    if said is None or end >= whole.end:
        return whole
    after = Span(report=whole.report, start=end, end=whole.end)
    rest = reading.report.words(after)
    for span in (*said.source, *said.cue):
        rest = rest.replace(reading.report.words(span), "", 1) if after.holds(span) else rest
    return whole if _LETTER.search(rest) else Span(report=whole.report, start=whole.start, end=end)


def _brings(reading: Reading, statement: Statement, words: Span) -> bool:
    """Whether words state a number that is not in the evidence."""
    held = " ".join(reading.report.words(span) for span in statement.spans)
    return any(number not in held for number in _NUMBER.findall(reading.report.words(words)))


def _cut(reading: Reading, statement: Statement, words: Span) -> bool:
    """Whether the words lack their subject, or the noun that they tell of."""
    gapped = any(one.kind == "gapped" and one.span == words for one in reading.clauses)
    return broken(reading, words) or (statement.said is None and gapped)


def _words(reading: Reading, statement: Statement, *, whole: bool) -> Span:
    """The content, or the stretch from the source to the content's end where the content is no sentence by itself."""
    text, content = reading.report.text, statement.spans[0]
    if statement.said is None or (
        whole
        and len(statement.spans) == 1
        and not _PRONOUN.match(plain(reading.report.words(content)).lstrip(_MARKS + " '"))
    ):
        return content
    start, end = trimmed(text, statement.sentence.start, statement.spans[-1].end)
    stretch = Span(report=content.report, start=start, end=end)
    return content if _brings(reading, statement, stretch) else stretch


def _bare(words: str) -> str:
    """A quotation without the marks at its ends."""
    return _SPACES.sub(" ", words.strip().strip(_MARKS).strip())
