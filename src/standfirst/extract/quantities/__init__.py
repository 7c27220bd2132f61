"""Which quantities does a report state: number, bound, unit, what is counted, its limits, its role and its time.

Numbers that name, date or order things are no quantities. A bare number for which the text gives nothing to count is
none either; a sum, a share or another measure is kept without, and joins no figure.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc

from standfirst.extract.quantities.ages import age_of
from standfirst.extract.quantities.arithmetic import check_figures
from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.counted import what_counts
from standfirst.extract.quantities.currency import dollars_of
from standfirst.extract.quantities.labels import avoided, is_label
from standfirst.extract.quantities.lengths import lasted, service_of, term_of
from standfirst.extract.quantities.measures import Measure, measured
from standfirst.extract.quantities.numeral import Numeral
from standfirst.extract.quantities.numerals import read_numerals
from standfirst.extract.quantities.role import is_negated, role_of
from standfirst.extract.quantities.scope import limits_of
from standfirst.extract.quantities.sight import Sight, sight_of
from standfirst.extract.quantities.sums import what_measures
from standfirst.extract.quantities.unsaid import unsaid
from standfirst.extract.quantities.wordless import counted_wordless, wordless
from standfirst.model.reading import Quantity, Reading
from standfirst.text import plain

__all__ = ["find_quantities"]


def find_quantities(reading: Reading, doc: Doc) -> Reading:
    """The reading with its quantities, in the order of the text.

    Uses sentences, mentions and timexes where the reading has them. Works on a Doc without tags or tree too, with
    fewer finds. Never raises on odd text.
    """
    text = plain(reading.report.text)
    if not text.strip() or not len(doc):
        return reading
    sight = sight_of(reading, doc, text)
    found: list[Quantity] = []
    counts: tuple[Counted, ...] = ()
    last: tuple[Measure, Counted] | None = None
    dollars = dollars_of(text)
    kept = _kept(sight, text)
    for numeral, following in zip_longest(kept, kept[1:]):
        measure = _with_unit(text, measured(text, numeral), following)
        if dollars is not None and measure.unit is not None and measure.unit.code == "$":
            measure = replace(measure, unit=dollars)
        counted = _counted(sight, measure, counts, last) or unsaid(sight, measure)
        if counted is None:
            continue
        quantity = _quantity(sight, measure, counted)
        if numeral.kind == "wordless":
            found += [quantity] if quantity.role == "actual" else []
            continue
        found.append(replace(quantity, role=found[-1].role) if counted.again and found else quantity)
        last = (measure, counted)
        if measure.unit is None and counted.noun and counted.head != "age":
            counts = (*counts[-7:], replace(counted, at=measure.start))
    read = replace(reading, quantities=tuple(found))
    return replace(read, problems=(*read.problems, *check_figures(read)))


def _with_unit(text: str, measure: Measure, following: Numeral | None) -> Measure:
    """The first end of a change with the unit that only the second one carries: "from 40 to 30 million euros"."""
    if measure.unit is not None or following is None or (measure.numeral.side, following.side) != ("from", "to"):
        return measure
    unit = measured(text, following).unit
    if unit is None or unit.dimension == "time" or text[measure.after : following.start].strip() != "to":
        return measure
    return replace(measure, unit=unit)


def _kept(sight: Sight, text: str) -> list[Numeral]:
    """The numbers that may count something: not in addresses, labels, dates or names."""
    closed = avoided(text)
    kept: list[Numeral] = []
    at = 0
    numerals = [*read_numerals(sight.reading.report.text), *wordless(text)]
    for numeral in sorted(numerals, key=lambda numeral: numeral.start):
        while at < len(closed) and closed[at][1] <= numeral.start:
            at += 1
        inside = at < len(closed) and closed[at][0] < numeral.end
        if not inside and not is_label(text, numeral) and not _in_name(sight, numeral):
            kept.append(numeral)
    return kept


def _in_name(sight: Sight, numeral: Numeral) -> bool:
    """Whether the number is a word of a name ("Gate Nine Holdings") and does not just stand before one."""
    token = sight.doc[sight.index(numeral.start)]
    if token.ent_iob_ not in ("B", "I") or numeral.sign:
        return False
    if token.ent_iob_ == "B":
        return token.ent_type_ in ("work",)
    return token.ent_type_ != "place"


def _counted(
    sight: Sight, measure: Measure, counts: tuple[Counted, ...], last: tuple[Measure, Counted] | None
) -> Counted | None:
    """What the number counts, by the kind of its unit."""
    after = sight.text[measure.after : measure.after + 1]
    if measure.numeral.digits and measure.unit is None and after.isalpha():
        return None
    if measure.numeral.kind == "wordless":
        return counted_wordless(sight, measure)
    age = age_of(sight, measure, last)
    if age is not None:
        return age
    if measure.numeral.kind == "odds":
        token = sight.doc[sight.index(measure.numeral.start)]
        return Counted(start=token.idx, end=token.idx + len(token), noun="odds", head="odds", unit="one_in")
    if measure.unit is not None and measure.unit.dimension == "time":
        return term_of(sight, measure) or service_of(sight, measure) or lasted(sight, measure)
    if last is not None and _is_other_end(measure, last) and measure.unit is None:
        return replace(last[1], carried=True)
    if measure.unit is not None:
        return what_measures(sight, measure, last)
    return what_counts(sight, measure, counts)


def _is_followed(measure: Measure, counted: Counted) -> bool:
    """Whether a number can join a figure: not a word without a range, nor "both pilots" whom nothing befell."""
    return measure.numeral.ranged and (measure.numeral.kind != "wordless" or counted.event != "")


def _is_other_end(measure: Measure, last: tuple[Measure, Counted]) -> bool:
    """ "to 80 observers from 130": the end that was before, of what the number now counts by its own noun."""
    ends = last[0].numeral.side == "to" and measure.numeral.side == "from"
    return ends and last[1].start >= last[0].end and last[1].end <= measure.start


def _quantity(sight: Sight, measure: Measure, counted: Counted) -> Quantity:
    limits = limits_of(sight, measure, counted)
    unit = (
        measure.unit.code if measure.unit is not None else ("year" if counted.head == "age" else counted.unit or "item")
    )
    return Quantity(
        span=sight.span(measure.start, measure.end),
        value=measure.value,
        low=measure.low,
        high=measure.high,
        bound=measure.bound,
        unit=unit,
        role=role_of(sight, measure, counted),
        counts=sight.span(counted.start, counted.end) if counted.start < counted.end else None,
        counted=counted.name if _is_followed(measure, counted) else "",
        scope=limits.scope,
        when=limits.when,
        event=counted.event,
        part="not" if is_negated(sight, measure) else counted.part,
        side="to" if counted.moved else measure.numeral.side,
        beside=tuple(sight.span(*place) for place in counted.beside),
    )
