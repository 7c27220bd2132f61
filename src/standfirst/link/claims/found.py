"""A relation as it is found between groups of statements, and what stands before a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading

#: How far back, in code points, a denial or a correction reaches for the thing that it is about.
_REACH = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between two groups of statements, by their numbers."""

    source: int
    target: int
    kind: str
    because: str
    #: The name of the rule where it is not that of the kind.
    rule: str = ""


def numbered(groups: Sequence[tuple[Statement, ...]]) -> list[tuple[int, Statement]]:
    """Every statement with the number of its group."""
    return [(number, statement) for number, group in enumerate(groups) for statement in group]


def standing_before(groups: Sequence[tuple[Statement, ...]], statement: Statement) -> list[tuple[int, Statement]]:
    """The statements of the same report that stand shortly before one, the nearest first."""
    near = [
        (number, other)
        for number, other in numbered(groups)
        if other.report == statement.report
        and other.spans[-1].end <= statement.spans[0].start
        and statement.spans[0].start - other.spans[-1].end <= _REACH
    ]
    return sorted(near, key=lambda pair: -pair[1].spans[-1].end)


def words_of(reading: Reading, statement: Statement) -> str:
    """The words in which a statement may say that something was wrong: the clause, or the content of speech."""
    return " ".join(reading.report.words(span) for span in statement.spans)


def sentence_words(reading: Reading, statement: Statement) -> str:
    """The words of the sentence that a statement stands in, with what opens it ("Correction: On Friday …")."""
    start = min(
        [statement.sentence.start, *(one.start for one in reading.sentences if one.overlaps(statement.spans[0]))]
    )
    return reading.report.text[start : statement.sentence.end]
