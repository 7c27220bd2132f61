"""What a story tells in the order in which it came out: what is done, who is named where, and what came after what.

Shared by the finders of what a later report ends. It links nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from standfirst.lexicon.parts import part_nouns
from standfirst.link.claims.found import numbered
from standfirst.link.claims.parties import Happening, Party
from standfirst.link.claims.statements import Statement
from standfirst.link.claims.turns import came_after
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain

#: How far before an event, in code points, words that put it behind another may stand.
_REACH = 80
_BEHIND = re.compile(r"\b(?:(?:had|having)(?: \w+){0,3}|ke(?:ep|eps|pt)) $")
#: What puts a verb beside another one: "was held and |charged|".
_JOINED = re.compile(r"(?:\b(?:and|or|but|then|later|also|been|being|was|were|is|are)|,) (?:\w+ly )?$")
#: What is told of another matter: "arrested in an unrelated case".
_ELSEWHERE = re.compile(
    r"\b(?:unrelated|separate|previous(?:ly)?|prior|earlier|other) (?:\w+ ){0,2}"
    r"(?:case|incident|arrest|charge|shooting|attack|crime|matter|occasion|warrant)s?\b"
)
_A_DAY = timedelta(days=1)
#: Share of a statement up to which a part of it leaves the rest standing.
_SMALL = 0.6
#: Words by which somebody answers a charge, which may be read as words of saying.
PLEAS = frozenset({"plead", "plea"})
#: Statements from the top of a report that tell what it is about.
_LEAD = 4


class Afterwards:
    """Every statement of a story with the number of its group, and what follows from all of them together."""

    def __init__(
        self,
        readings: dict[str, Reading],
        groups: Sequence[tuple[Statement, ...]],
        unique: Callable[[str], bool],
        person: Callable[[str], bool],
    ) -> None:
        """Lay out a story; `unique` and `person` tell of an entity's id whether it is one thing, and a person."""
        self.readings = readings
        self.told = sorted(numbered(groups), key=lambda pair: pair[1].start)
        self.unique, self.person = unique, person
        #: Whether any report tells of more than one who did it.
        self.several = _several(readings.values())
        people: dict[str, set[str]] = {}
        for _, one in self.told:
            people.setdefault(one.report, set()).update(self.named(one))
        self._people = {report: frozenset(found) for report, found in people.items()}

    def words(self, one: Statement) -> str:
        """Its words in plain, small letters; of what is declined or pleaded, those of the sentence."""
        report = self.readings[one.report].report
        return plain(" ".join(report.words(span) for span in _telling(one))).lower()

    def offset(self, one: Statement, place: int) -> int:
        """Where a place of the text stands in the words of a statement; -1 outside of them."""
        length = 0
        for span in _telling(one):
            if span.start <= place < span.end:
                return length + place - span.start
            length += span.end - span.start + 1
        return -1

    def elsewhere(self, one: Statement) -> bool:
        """Whether a statement tells of another matter: "arrested in an unrelated case"."""
        return _ELSEWHERE.search(plain(self.readings[one.report].report.words(one.sentence)).lower()) is not None

    def done(self, late: Statement) -> tuple[Happening, ...]:
        """What a statement tells as so, and not as gone before or elsewhere: "had been charged" ends nothing."""
        text = self.readings[late.report].report.text
        found = {each.event.span: each for each in late.held if not _reduced(each, text)}
        found.update((each.event.span, each) for each in late.told)
        if not found or self.elsewhere(late):
            return ()
        return tuple(
            each
            for span, each in sorted(found.items())
            if each.so
            and each.key.polarity == "positive"
            and _BEHIND.search(text[max(0, span.start - _REACH) : span.start]) is None
        )

    def named(self, one: Statement) -> frozenset[str]:
        """The persons whom a statement names or points to."""
        return frozenset(who for who in one.entities if self.person(who))

    def since(self, early: Statement, late: Statement, *, once: bool = False) -> bool:
        """Whether a statement came out later, and tells of a time that is not before the earlier one was out.

        `once`: the later thing comes to pass once and for all ("no arrests", then an arrest), so that of two reports
        of one day, whose order is not known, it is the later.
        """
        after = came_after(self.readings, early, late)
        return (after or (once and self._at_once(early, late))) and not self.before(early, late)

    def before(self, early: Statement, late: Statement) -> bool:
        """Whether what the later statement tells is dated before the earlier one was out."""
        out, when = self.day(early), late.timex.when if late.timex is not None else None
        return when is not None and when.last_day is not None and out is not None and when.last_day < out - _A_DAY

    def day(self, one: Statement) -> date | None:
        """The day on which the words of a statement came out."""
        earliest = self.readings[one.report].published_at(one.spans[0].start).earliest
        return earliest.date() if earliest is not None else None

    def _at_once(self, early: Statement, late: Statement) -> bool:
        """Whether nothing tells which of two reports came out first: both are of one day, or of times that overlap."""
        if early.report == late.report:
            return False
        one, other = (self.readings[each.report].published_at(each.spans[0].start) for each in (early, late))
        if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
            return False
        return one.earliest < other.latest and other.earliest < one.latest

    def surely_after(self, early: Statement, late: Statement) -> bool:
        """Whether the words of one statement were out before those of the other can have been."""
        out = self.readings[early.report].published_at(early.spans[0].start).latest
        next_out = self.readings[late.report].published_at(late.spans[0].start).earliest
        return out is not None and next_out is not None and out <= next_out

    def fresh(self, early: Statement, late: Statement) -> frozenset[str]:
        """The persons of a statement whom the report of an earlier one does not name."""
        return self.named(late) - self._people.get(early.report, frozenset())

    def in_the_news(self, late: Statement, party: Party) -> bool:
        """Whether somebody is one whom a report is about: it or another tells of them again, or it does at its top."""
        if any(party.who in named for report, named in self._people.items() if report != late.report):
            return True
        told = (one for _, one in self.told if one.report == late.report and not one.part)
        return self.on_top(late) or sum(party.who in one.entities for one in told) > 1

    def prominent(self, late: Statement) -> bool:
        """Whether a statement is news and no background: it is dated, or stands at the top of its report."""
        dated = late.timex is not None and late.timex.when is not None and late.timex.value != "PRESENT_REF"
        return dated or self.on_top(late)

    def on_top(self, late: Statement) -> bool:
        """Whether a statement stands at the top of its report."""
        told = [one for _, one in self.told if one.report == late.report and not one.part]
        return late.spans[0].start <= max((one.spans[-1].end for one in told[:_LEAD]), default=-1)


def _telling(one: Statement) -> tuple[Span, ...]:
    """The words that tell it: of "he |declined to name| the victim", "she |pleaded guilty| to arson", all of them."""
    said = one.said
    whole = said is not None and (said.stance == "declines" or said.lemma in PLEAS)
    return (one.sentence,) if whole else one.spans


def _reduced(each: Happening, text: str) -> bool:
    """Whether a verb only says which one is meant: "officers |charged| with murder are often bailed"."""
    event = each.event
    before = any(part.span.end <= event.span.start for part in event.participants if part.role == "patient")
    joined = _JOINED.search(text[max(0, event.span.start - _REACH) : event.span.start]) is not None
    return event.tense == "" and before and not each.agents and not joined


def narrowest(told: Iterable[tuple[int, Statement]]) -> list[tuple[int, Statement]]:
    """The statements without those of which another is a small part: "a bus hit a man, |whose name is not known|"."""
    all_told = list(told)
    return [(number, one) for number, one in all_told if not any(_small_part(other, one) for _, other in all_told)]


def _small_part(one: Statement, whole: Statement) -> bool:
    inside = one.report == whole.report and any(span.holds(one.spans[0]) for span in whole.spans)
    return inside and _length(one) <= _SMALL * _length(whole)


def _length(one: Statement) -> int:
    return sum(span.end - span.start for span in one.spans)


def _several(readings: Iterable[Reading]) -> bool:
    """Whether more than one is told to have done it: "two suspects", "the gunmen", "a second suspect"."""
    one, many = ("|".join(sorted(part_nouns("doer", many=many))) for many in (False, True))
    pattern = re.compile(
        rf"(?<!no )(?<!any )(?<!possible )(?<!of )\b(?:{many})\b|\b(?:another|second|third|other) (?:\w+ )?(?:{one})\b"
    )
    return any(
        pattern.search(plain(reading.report.words(sentence)).lower())
        for reading in readings
        for sentence in reading.sentences
    )
