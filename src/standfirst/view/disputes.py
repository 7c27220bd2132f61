"""The lines on what is disputed, denied, corrected, withdrawn or overtaken, each with both sides."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.model.linked import Claim, Evidence
from standfirst.model.span import Quote
from standfirst.view.desk import Desk
from standfirst.view.parts import Line, Side
from standfirst.view.sections import Candidate, Page, asserting, quotes_of
from standfirst.view.wording import bare, says, sentence, shortened_end

#: Words below which a side says nothing by itself.
_SHORTEST = 3
#: Letters of a line and of a side of it on the short page.
LONGEST = 130

#: The rule of a contradiction in a detail (`standfirst.link.claims.details`).
_DETAIL = "detail"

#: What weighs no more, such as that someone had not yet spoken, is left to the full brief.
_IDLE = -2.0
#: Flaws that a line with its other side under it can bear.
_BEARABLE = ("what is said leans", "a figure in it")

#: Status -> the word before the line, in the order in which an editor must see them.
LABELS = {
    "retracted": "Withdrawn",
    "corrected": "Corrected",
    "denied": "Denied",
    "disputed": "Disputed",
    "superseded": "Overtaken",
}
#: What comes after all the others.
_LEAST = "superseded"
#: Kind of relation -> how its side is introduced.
_SIDES = {"corrects": "Put right", "contradicts": "Against it", "supersedes": "Now"}
_STANCES = {"denies": "Denied", "corrects": "Put right", "questions": "Questioned"}


def disputed_lines(
    pool: tuple[Candidate, ...], page: Page, desk: Desk, *, most: int, full: bool
) -> tuple[tuple[Line, ...], int]:
    """The lines, with how many were left out. A claim that stands as a side of a line is not told as another."""
    against = _against(desk)
    ranked = _leaders_first(
        sorted(
            (one for one in pool if one.status in LABELS),
            key=lambda one: (_is_side(one, against, desk), one.status == _LEAST, -one.score),
        )
    )
    lines: list[Line] = []
    left_out = 0
    #: A line and its denial have the same words, so only lines of this section are held against each other.
    here = Page()
    #: Claims that have a line: what is only set against one of them adds nothing to the short page.
    mains: set[str] = set()
    beside: set[str] = set()
    for one in ranked:
        if page.has(one.claim):
            continue
        if not full and (len(lines) >= most or not _can_stand(one) or here.is_told(one.claim.text)):
            left_out += 1
            continue
        others = against.get(one.claim.id, ())
        seen = {other.id for other, _ in others[: _most_sides(full)]}
        if not full and (any(other.id in mains for other, _ in others) or (seen and seen <= beside)):
            left_out += 1
            continue
        mains.add(one.claim.id)
        lines.append(_line(one, others, desk, full=full))
        shown = others[: _most_sides(full)]
        beside |= seen
        here.tell(one.claim.text)
        page.tell(one.claim.text, one.claim.id, *(other.id for other, _ in shown))
        for other, _ in shown:
            page.tell(other.text)
    return tuple(lines), left_out


def _leaders_first(ranked: list[Candidate]) -> list[Candidate]:
    """The first of each status before all others, so that a page of disputes does not crowd out a correction."""
    first = {one.status: one for one in reversed(ranked) if _can_stand(one) and one.status != _LEAST}
    leaders = [first[status] for status in LABELS if status in first]
    return leaders + [one for one in ranked if one not in leaders]


def _can_stand(one: Candidate) -> bool:
    """Whether a claim can be a line of the short page."""
    return (not one.flaw or one.flaw.startswith(_BEARABLE)) and one.score > _IDLE


def _line(one: Candidate, others: tuple[tuple[Claim, str], ...], desk: Desk, *, full: bool) -> Line:
    claim, told = one.claim, asserting(one.claim)
    # the detail in which two accounts differ may be the last of their words
    longest = 10_000 if full or any(_is_detail(claim, other) for other, _ in others[:1]) else LONGEST
    text = sentence(claim, desk, longest=longest)
    sides = tuple(_sides(one, others, desk, full=full, longest=longest))
    return Line(
        text=text,
        by=says(told, desk, text=text),
        label=LABELS[one.status],
        quotes=quotes_of(told, desk, full=full),
        sides=sides,
        claim=claim.id,
        reasons=one.reasons,
    )


def _sides(
    one: Candidate, others: tuple[tuple[Claim, str], ...], desk: Desk, *, full: bool, longest: int
) -> Iterator[Side]:
    """What stands against it: its own evidence that denies it, other claims, else the grounds of its status."""
    told_above = {item.quote.span for item in asserting(one.claim)}
    own = (item for item in one.claim.evidence if item.stance in _STANCES and item.quote.span not in told_above)
    found = [_other_side(other, kind, desk, full=full, longest=longest) for other, kind in others if kind == "corrects"]
    found += [_own_side(item, desk, longest=longest) for item in own]
    found += [
        _other_side(other, kind, desk, full=full, longest=longest) for other, kind in others if kind != "corrects"
    ]
    told = [side for side in found if full or len(side.text.split()) >= _SHORTEST][: _most_sides(full)]
    yield from told
    assessment = desk.standing.get(one.claim.id)
    if not told and assessment is not None and assessment.grounds.because:
        grounds = assessment.grounds
        yield Side(label="Because", text=grounds.because, by="", quotes=grounds.quotes[: _most_sides(full)])


def _is_detail(one: Claim, other: Claim) -> bool:
    """Whether two claims contradict each other in a detail."""
    pairs = ((one, other), (other, one))
    return any(each.to == b.id and each.grounds.rule == _DETAIL for a, b in pairs for each in a.relations)


def _own_side(item: Evidence, desk: Desk, *, longest: int) -> Side:
    """The claim's own evidence that denies it or puts it right."""
    quote = _whole(item.quote, desk)
    words = f"“{shortened_end(bare(quote.text), longest)}”"
    return Side(label=_STANCES[item.stance], text=words, by=says((item,), desk), quotes=(quote,))


def _other_side(other: Claim, kind: str, desk: Desk, *, full: bool, longest: int) -> Side:
    """Another claim that stands against it."""
    told = asserting(other)
    text = sentence(other, desk, longest=longest)
    quotes = (
        quote if len(quote.text.split()) > _SHORTEST else _whole(quote, desk)
        for quote in quotes_of(told, desk, full=full)
    )
    return Side(label=_SIDES[kind], text=text, by=says(told, desk, text=text), quotes=tuple(quotes))


def _whole(quote: Quote, desk: Desk) -> Quote:
    """The sentence around words that are themselves what is denied or put right, so that the denial is seen."""
    reading = desk.readings.get(quote.span.report)
    around = (one for one in reading.sentences if one.holds(quote.span)) if reading is not None else iter(())
    sentence_span = next(around, None)
    return reading.report.quote(sentence_span) if reading is not None and sentence_span is not None else quote


def _against(desk: Desk) -> dict[str, tuple[tuple[Claim, str], ...]]:
    """Claim id -> the claims against it with the kind of relation; a contradiction counts for both."""
    found: dict[str, dict[str, tuple[Claim, str]]] = {}
    for claim in desk.snapshot.claims:
        for relation in claim.relations:
            other = desk.claims.get(relation.to)
            if other is None or relation.kind not in _SIDES or other is claim:
                continue
            found.setdefault(other.id, {}).setdefault(claim.id, (claim, relation.kind))
            if relation.kind == "contradicts":
                found.setdefault(claim.id, {}).setdefault(other.id, (other, relation.kind))
    order = list(_SIDES)
    return {
        name: tuple(sorted(sides.values(), key=lambda side: (order.index(side[1]), side[0].id)))
        for name, sides in found.items()
    }


def _is_side(one: Candidate, against: dict[str, tuple[tuple[Claim, str], ...]], desk: Desk) -> bool:
    """Whether it is itself what puts another right, or stands against what has been put right.

    That other then comes first, with this as its side.
    """
    if any(relation.kind in {"corrects", "supersedes"} for relation in one.claim.relations):
        return True
    wrong = any(desk.status(other) in {"corrected", "retracted"} for other, _ in against.get(one.claim.id, ()))
    return wrong and one.status in {"disputed", "denied"}


def _most_sides(full: bool) -> int:
    return 100 if full else 1
