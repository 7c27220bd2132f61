"""Sums that must hold: parts that make up their whole, a change and its ends, the killed and the injured.

Told as a note of the figure of the whole, with the words of every number and never with a number that no report gives.
What a sentence lists behind a colon is taken for all parts ("three dead: two men and a woman"); what it lists behind
"including" for some, which are too many only where they are sorts of people that nobody can be two of. It errs towards
silence: what is no list, or not told exactly, is not added up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from standfirst.link.figures.keys import Item
from standfirst.link.figures.timing import strictly_before
from standfirst.model.linked import Grounds
from standfirst.text import plain

#: So many numbers of one sentence are looked at.
_MOST = 20
#: Between two parts of a list.
_LISTED = re.compile(r",?\s*(?:and|,|;|plus)\s", re.IGNORECASE)
#: Before a list of all parts, and before one of some.
_ALL = re.compile(r"(?::|\s[–—-]{1,2}|,\s+namely|,\s+made up of|,\s+comprising)\s+(?:[a-z]+\s+){0,2}$")
#: Before a list that is told as all only where it adds up: "212 were on board, 196 passengers and 16 crew".
_APPOSED = re.compile(r",\s+(?:at least |some )?$")
_SOME = re.compile(r"(?:,\s+)?\b(?:including|among (?:them|whom))\s+(?:[a-z]+\s+){0,2}$")
#: Sorts of people of which nobody is two.
_SORTS = (
    frozenset({"men"}),
    frozenset({"women"}),
    frozenset({"children", "boys", "girls", "babies", "infants", "toddlers"}),
)
#: A stated change may differ so much from the true one, by rounding.
_ROUNDING = Decimal("0.06")


def sums(items: Sequence[Item]) -> dict[int, tuple[Grounds, ...]]:
    """The notes on each number that is a whole or the end of a change, by the id() of its quantity."""
    found: dict[int, list[Grounds]] = defaultdict(list)
    counts: dict[object, list[Item]] = defaultdict(list)
    for item in items:
        if _is_exact(item) and not item.key.part:
            counts[_count(item), item.quantity.value].append(item)
    for sentence in _by_sentence(items):
        notes = (*_parts(sentence), *_casualties(sentence), *_changes(sentence), *_since(sentence, counts))
        for item, note in notes:
            found[id(item.quantity)].append(note)
    return {name: tuple(notes) for name, notes in found.items()}


def _by_sentence(items: Sequence[Item]) -> Iterable[list[Item]]:
    def place(item: Item) -> tuple[str, int, int]:
        sentence = item.look.sentence(item.quantity.span.start)
        report = item.reading.report
        return report.id, report.revision, sentence.start if sentence is not None else item.quantity.span.start

    ordered = sorted(items, key=lambda item: (*place(item), item.quantity.span.start))
    return (list(group)[:_MOST] for _, group in groupby(ordered, key=place))


def _parts(sentence: list[Item]) -> Iterable[tuple[Item, Grounds]]:
    """A whole and the list behind it: "three dead: two men and a woman", "20 hurt, including 15 women and nine men"."""
    for at, whole in enumerate(sentence):
        parts = _list_after(sentence, at)
        if len(parts) < 2 or not all(_is_exact(item) for item in (whole, *parts)):
            continue
        if any(part.quantity.unit != whole.quantity.unit for part in parts):
            continue
        led = _between(whole, parts[0])
        total = sum((part.quantity.value for part in parts), Decimal(0))
        if _ALL.search(led) and ";" not in led:
            holds = total == whole.quantity.value
            rule = "sum holds" if holds else "sum does not hold"
            yield (
                whole,
                _note(rule, f"{_listed(parts)} {'make' if holds else 'do not make'} {_words(whole)}", whole, parts),
            )
        elif _APPOSED.search(led) and total == whole.quantity.value and ";" not in led:
            yield whole, _note("sum holds", f"{_listed(parts)} make {_words(whole)}", whole, parts)
        elif _SOME.search(led) and total > whole.quantity.value and _are_sorts(parts):
            yield whole, _note("parts above the whole", f"{_listed(parts)} are more than {_words(whole)}", whole, parts)


def _list_after(sentence: list[Item], at: int) -> list[Item]:
    """The numbers that follow one, as far as they are listed."""
    parts: list[Item] = []
    for item in sentence[at + 1 :]:
        led = _between(parts[-1] if parts else sentence[at], item)
        if parts and not (_LISTED.search(led) and len(led) <= 60 and "including" not in led):
            break
        if not parts and not (_ALL.search(led) or _SOME.search(led) or _APPOSED.search(led)):
            break
        parts.append(item)
    return parts


def _casualties(sentence: list[Item]) -> Iterable[tuple[Item, Grounds]]:
    """ "30 casualties, 10 dead and 20 injured": the killed and the injured make up the casualties."""
    by_event = {event: [i for i in sentence if i.key.event == event] for event in ("casualties", "killed", "injured")}
    if any(len(group) != 1 or not _is_exact(group[0]) for group in by_event.values()):
        return
    (whole,), (killed,), (injured,) = by_event.values()
    if whole.key.part or killed.key.part or injured.key.part:
        return
    parts = sorted((killed, injured), key=lambda item: item.quantity.span.start)
    if killed.quantity.value + injured.quantity.value == whole.quantity.value:
        yield whole, _note("sum holds", f"{_listed(parts)} make {_words(whole)}", whole, parts)
    elif killed.quantity.value + injured.quantity.value > whole.quantity.value:
        yield whole, _note("parts above the whole", f"{_listed(parts)} are more than {_words(whole)}", whole, parts)


def _changes(sentence: list[Item]) -> Iterable[tuple[Item, Grounds]]:
    """ "rose by 12 from 131 to 143": the change is what lies between its ends, or is not."""
    old = [item for item in sentence if item.quantity.side == "from"]
    new = [item for item in sentence if item.quantity.side == "to"]
    moved = [item for item in sentence if item.quantity.role == "change" and not item.quantity.side]
    if not (len(old) == len(new) == len(moved) == 1):
        return
    start, end, change = old[0], new[0], moved[0]
    if len({item.quantity.unit for item in (start, end, change)}) != 1 or start.quantity.unit == "percent":
        return
    if not all(item.quantity.bound == "exact" for item in (start, end, change)):
        return
    gap = abs(end.quantity.value - start.quantity.value)
    holds = abs(gap - change.quantity.value) <= change.quantity.value * _ROUNDING
    ends = f"from {_words(start)} to {_words(end)}"
    why = f"{_words(change)} is what lies between its ends, {ends}"
    if not holds:
        why = f"{_words(change)} is not what lies between its ends, {ends}"
    yield end, _note("change fits its ends" if holds else "change does not fit its ends", why, end, (start, change))


def _since(sentence: list[Item], counts: Mapping[object, Sequence[Item]]) -> Iterable[tuple[Item, Grounds]]:
    """ "The toll rose by 12 to 143" where an earlier report told 131: the change fits what was told before.

    That it does not fit is not told: the change may be counted from a number that no report has.
    """
    moved = [item for item in sentence if item.quantity.role == "change" and item.quantity.bound == "exact"]
    ends = [item for item in sentence if _is_exact(item) and _TO.search(plain(_lead(item)))]
    if len(moved) != 1 or len(ends) != 1 or any(item.quantity.side == "from" for item in sentence):
        return
    change, end = moved[0], ends[0]
    if _count(change) != _count(end):
        return
    for value in (end.quantity.value - change.quantity.value, end.quantity.value + change.quantity.value):
        before = next((item for item in counts.get((_count(end), value), ()) if strictly_before(item, end)), None)
        if before is not None:
            because = f"{_words(change)} is what lies between {before.told} and {_words(end)}"
            yield end, _note("change fits what was told before", because, end, (change,), before)
            return


#: Before the number at which a move ends.
_TO = re.compile(r"\b(?:to|at)\s+$")


def _lead(item: Item) -> str:
    start = item.quantity.span.start
    return item.reading.report.text[max(0, start - 8) : start]


def _count(item: Item) -> tuple[str, str, str]:
    """What a number counts, a change as what it is a change of."""
    return item.key.unit, item.key.noun, item.key.event


def _is_exact(item: Item) -> bool:
    quantity = item.quantity
    whole = quantity.bound == "exact" and quantity.value == quantity.value.to_integral_value()
    return whole and quantity.low == quantity.high and quantity.role == "actual" and quantity.unit in ("person", "item")


def _are_sorts(parts: Sequence[Item]) -> bool:
    """Whether no one can be counted in two of the parts: men, women and children."""
    heads = [next((at for at, sort in enumerate(_SORTS) if _noun(part) in sort), -1) for part in parts]
    return -1 not in heads and len(set(heads)) == len(heads)


def _noun(item: Item) -> str:
    noun = item.key.noun
    plural = {"man": "men", "woman": "women", "child": "children", "baby": "babies"}
    return plural.get(noun, noun if noun.endswith(("s", "men", "children")) else f"{noun}s")


def _between(one: Item, other: Item) -> str:
    """The words between two numbers, from the end of the first one's own words."""
    text = one.reading.report.text
    return plain(text[one.quantity.span.end : other.quantity.span.start])


def _words(item: Item) -> str:
    """The number as the report has it, with what it counts where that follows: “two men”."""
    quantity, report = item.quantity, item.reading.report
    end = quantity.span.end
    if quantity.counts is not None and end <= quantity.counts.start <= end + 30:
        end = quantity.counts.end
    return f"“{' '.join(report.text[quantity.span.start : end].split())}”"


def _listed(parts: Sequence[Item]) -> str:
    words = [_words(part) for part in parts]
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _note(rule: str, because: str, whole: Item, parts: Iterable[Item], other: Item | None = None) -> Grounds:
    """A note of the report of the whole; `other` is a number of another report that it rests on."""
    numbers = (whole, *parts, *([other] if other is not None else []))
    quotes = tuple(item.reading.report.quote(item.quantity.span) for item in numbers)
    return Grounds(rule=rule, because=f"{because} ({whole.reading.report.id})", quotes=quotes)
