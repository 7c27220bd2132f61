"""What a brief is made of: lines, rows and references, each with the words that it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from standfirst.model.problem import Problem
from standfirst.model.span import Quote, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One rule's part in a line's score, in words: "+1 two independent origins"."""

    rule: str
    points: float
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What stands against a line: who says the contrary, amends it or tells the newer state."""

    label: str
    text: str
    by: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is told, with who tells it."""

    text: str
    #: Who says so, in plain words; empty where the text already tells.
    by: str
    quotes: tuple[Quote, ...]
    #: How it stands where that needs a word ("Denied", "Unverified"), else "".
    label: str = ""
    #: What its figures were before, or are now, in brackets after it; else "".
    note: str = ""
    sides: tuple[Side, ...] = ()
    #: Id of its claim, for `standfirst evidence`; None where it has none.
    claim: str | None = None
    #: Why it stands where it stands, the weightiest rule first.
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> float:
        """The sum of what its reasons give."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its lines, the weightiest first."""

    title: str
    lines: tuple[Line, ...]
    #: How many lines of this kind the full brief has besides.
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One value of a figure as a row of a table."""

    what: str
    where: str
    value: str
    as_of: str
    #: How it stands, in words: "current", "planned", "in conflict with 45", "was 38 (8 Oct 2024)".
    standing: str
    quotes: tuple[Quote, ...]
    reasons: tuple[Reason, ...] = ()
    #: Sums that hold or do not, who is counted, and why other numbers are no rivals, in sentences.
    asides: tuple[str, ...] = ()
    #: What its figure was told to be, the first first, where it has moved often enough to show a course; else empty.
    course: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline."""

    when: str
    text: str
    #: happened | planned | background.
    part: str
    quotes: tuple[Quote, ...]
    #: How the date was reached.
    because: str
    #: What the claims that it tells weigh.
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Someone or something whom the reports cite."""

    name: str
    #: A title that reports give, or "".
    role: str
    #: Statements of theirs, one that several outlets carry counted once.
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """An agency or outlet whose material others pass on."""

    name: str
    #: The outlets that carry it, in order.
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Words that were set aside for one reason."""

    reason: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A numbered piece of evidence; `holds` are the places that lie in its words and share its number."""

    number: int
    report: str
    outlet: str
    quote: Quote
    holds: frozenset[Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What we know so far, ready to be printed; every line's words are among the references."""

    headline: str
    #: As of when, how many reports and outlets, the newest stamp.
    as_of: str
    #: What there is to say where there is nothing to tell, else "".
    notice: str
    matters: Section
    confirmed: Section
    reported: Section
    disputed: Section
    figures: tuple[FigureRow, ...]
    figures_left_out: int
    timeline: tuple[Moment, ...]
    timeline_left_out: int
    unknowns: Section
    cited: tuple[Cited, ...]
    carried: tuple[Carried, ...]
    set_aside: tuple[Aside, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    full: bool
    #: The number of each place, as the references have it.
    numbering: Mapping[Span, int] = field(default_factory=dict, compare=False, repr=False)

    def numbers(self, quotes: tuple[Quote, ...]) -> tuple[int, ...]:
        """The numbers of those words, in order and each once."""
        return tuple(sorted({self.numbering[quote.span] for quote in quotes if quote.span in self.numbering}))
