"""What a sum is by the verb that governs it, or by what moved: "earned $5m" is earnings, "shares fell $2" of shares."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.movers import mover_of
from standfirst.extract.quantities.phrases import counted_by
from standfirst.extract.quantities.sight import Phrase, Sight, phrase_before
from standfirst.lexicon.counts import count_words

#: What has a price that moves, so that "lost $2" is how far it fell.
_PRICED = re.compile(
    r"\b(?:shares?|stocks?|index|prices?|rates?|values?|dollar|euro|pound|yen|yuan|rouble|ruble|rupee|crude|oil|gold|futures|"
    r"bonds?|trading)\b",
    re.IGNORECASE,
)
_FOR_OR_WORTH = re.compile(r"\b(worth|valued at|valuing|costing|priced at)\s+$")


def moving(sight: Sight, measure: Measure) -> Counted | None:
    """What rose or fell by it: "shares climbed 9 percent"; a company's shares where the sentence only names it."""
    before = sight.text[max(0, measure.start - 40) : measure.start]
    match = re.search(r"\b([a-z]+)\s+(?:by\s+|as much as\s+|another\s+|a\s+|more than\s+)?$", before)
    if match is None or match.group(1) not in count_words().moves or measure.unit is None:
        return None
    offset = measure.start - len(before) + match.start()
    money = measure.unit.dimension.startswith("money")
    if (
        money
        and match.group(1) in count_words().money
        and not _PRICED.search(sight.text, sight.sentence(offset)[0], offset)
    ):
        return None  # "the yard lost $6m" is a loss, "shares lost $6" a move
    moved = mover_of(sight, measure, sight.doc[sight.index(offset)]) if sight.parsed else None
    if moved is not None and moved.end <= offset:
        return moved
    lead = re.search(
        r"\s+(?:was|were|is|are|has|have|had|been|also|then|sharply|further|trading|closed|ended)*\s*$",
        sight.text[max(0, offset - 30) : offset],
    )
    phrase = phrase_before(sight, offset - (len(lead.group()) if lead else 0))
    if phrase is None:
        return None
    if phrase.head.pos_ != "PROPN" and sight.tagged:
        return replace(counted_by(sight, phrase), about=_before_bracket(sight, phrase))
    start = sight.sentence(measure.start)[0]
    traded = list(
        re.finditer(r"\b(?:shares?|stocks?|trading|Shares)\b", sight.text[max(0, start - 400) : measure.end + 60])
    )
    if not traded:
        return None
    return Counted(
        start=phrase.start,
        end=phrase.end,
        noun="shares",
        head="shares",
        carried=True,
        about=((phrase.start, phrase.end),),
    )


def _before_bracket(sight: Sight, phrase: Phrase) -> tuple[tuple[int, int], ...]:
    """The name to which a phrase belongs over a bracket: "Orra (up $7 to $52) stock"."""
    lead = re.search(r"\s+\([^()]{1,60}\)\s+$", sight.text[max(0, phrase.start - 70) : phrase.start])
    if lead is None:
        return ()
    end = max(0, phrase.start - 70) + lead.start()
    named = phrase_before(sight, end)
    return ((named.start, named.end),) if named is not None and named.head.pos_ == "PROPN" else ()


_SET = re.compile(r"\s+(?:(?:was|is|were|has|have|had|been|be|will|would)\s+){0,3}(?:set|fixed)\s+(?:at|for)\s+$")


def set_at(sight: Sight, measure: Measure) -> Counted | None:
    """ "his bail was set for $900", "the fee will be set at $20"."""
    match = _SET.search(sight.text, max(0, measure.start - 40), measure.start)
    phrase = phrase_before(sight, match.start()) if match is not None else None
    return counted_by(sight, phrase) if phrase is not None and phrase.head.pos_ != "PROPN" else None


def worth(sight: Sight, measure: Measure) -> Counted | None:
    """ "the contract is worth about $9 million"."""
    before = sight.text[max(0, measure.start - 20) : measure.start]
    match = _FOR_OR_WORTH.search(before)
    if match is None:
        return None
    offset = measure.start - len(before) + match.start()
    lead = re.search(r"\s*(?:is|was|are|were|be|that|which|,)*\s*$", sight.text[max(0, offset - 12) : offset])
    phrase = phrase_before(sight, offset - (len(lead.group()) if lead else 0))
    return counted_by(sight, phrase) if phrase is not None and phrase.head.pos_ != "PROPN" else None


def paid(sight: Sight, measure: Measure) -> Counted | None:
    """The sum by the verb that governs it: "it earned $5m" earnings, "is buying Orra for $2 billion" a deal."""
    table = count_words().money
    start = sight.sentence(measure.start)[0]
    window = sight.text[max(start, measure.start - 90) : measure.start]
    offset = measure.start - len(window)
    node = sight.head_token(measure)
    verb = node.head if sight.parsed and node.dep_ == "obj" else None  # "cost farmers millions"
    for match in reversed(list(re.finditer(r"[A-Za-z-]+|[;:.](?=\s)", window))):
        word = match.group().lower()
        name = table.get(word)
        if name is None:
            if word in (";", ":"):
                return None
            continue
        price = re.search(r"\bfor\s+(?:just |only )?$", window) is not None
        direct = not window[match.end() :].strip() or bool(
            re.fullmatch(r"\s+(?:it|them|him|her|us|the \w+(?: \w+)?|a|an|back|out|up|off)\s*", window[match.end() :])
        )
        direct = direct or (verb is not None and verb.idx == offset + match.start())
        if not (price if name in ("deal", "sale") else direct):
            return None
        return Counted(start=offset + match.start(), end=offset + match.end(), noun=name.replace("-", " "), head=name)
    return None
