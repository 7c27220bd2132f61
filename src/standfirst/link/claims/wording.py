"""The one readable sentence of a claim, made only of words of its evidence.

Direct speech stays in quotation marks. Reported speech is its content where that is a sentence by itself, else the
stretch of the report from the source to the end of the content. Nothing is added but the marks and a capital letter.
"""

from __future__ import annotations

import re

from standfirst.link.claims.statements import Statement
from standfirst.model.report import Report
from standfirst.text import plain, tidy, trimmed

_MARKS = '"“”„«»'
_PRONOUN = re.compile(r"(?:he|she|it|they|his|her|their|its|this|that|those|these|we|i)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPACES = re.compile(r"\s+")


def claim_text(report: Report, statement: Statement, *, whole: bool) -> str:
    """The sentence of a claim as this statement words it; `whole`: the content is a sentence by itself.

    A stretch from source to content that would state a number which the content does not is not used.
    """
    if statement.clause is not None and statement.clause.subject is not None:
        return tidy(f"{report.words(statement.clause.subject)} {report.words(statement.clause.span)}")
    if statement.said is None:
        return tidy(report.words(statement.spans[0]))
    if statement.said.mode == "direct":
        pieces = [_bare(report.words(span)) for span in statement.spans]
        return f"“{' … '.join(piece for piece in pieces if piece)}”"
    content = report.words(statement.spans[0])
    if whole and not _PRONOUN.match(plain(content).lstrip(_MARKS + " '")):
        return tidy(content)
    start, end = trimmed(report.text, statement.sentence.start, statement.sentence.end)
    stretch = tidy(report.text[start:end])
    if len(stretch) > len(content) and all(number in content for number in _NUMBER.findall(stretch)):
        return stretch
    return tidy(content)


def _bare(words: str) -> str:
    """A quotation without the marks at its ends."""
    return _SPACES.sub(" ", words.strip().strip(_MARKS).strip())
