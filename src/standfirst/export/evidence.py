"""One claim with everything it stands on: how it stands and why, each report's words, who said them, the chain."""

from __future__ import annotations

from standfirst.export.page import WIDTH, Page
from standfirst.export.plain import plural, quoted
from standfirst.model.linked import Claim, Evidence
from standfirst.model.snapshot import Snapshot
from standfirst.view.dates import published_words, stretch_words
from standfirst.view.desk import Desk
from standfirst.view.wording import bare, spoken_of


def render_evidence(snapshot: Snapshot, claim: Claim, *, width: int = WIDTH, colour: bool = False) -> str:
    """The page as text, ending with a newline."""
    desk, page = Desk.of(snapshot), Page(width=width, colour=colour)
    page.put(page.text((bare(claim.text), "bold")))
    page.put(page.text((f"{claim.id} · {_facts(claim, desk)}", "dim")))
    assessment = desk.standing.get(claim.id)
    if assessment is not None:
        page.heading("How it stands")
        page.put(page.text((f"{assessment.status}: {assessment.grounds.because} ({assessment.grounds.rule})", "")))
        origins = ", ".join(assessment.origins) or "none found"
        page.put(page.text((f"{plural(len(assessment.origins), 'independent origin')}: {origins}", "")))
    page.heading("What it stands on")
    for number, item in enumerate(claim.evidence, start=1):
        column = len(str(len(claim.evidence))) + 3
        page.item(
            f"[{number}]", page.text((_source(item, desk), ""), (" " + quoted(item.quote.text), "")), column=column
        )
        span = item.quote.span
        page.item("", page.text((f"{span.report}, letters {span.start} to {span.end}", "dim")), column=column)
    others = [(relation.kind, desk.claims[relation.to], relation.grounds.because)
              for relation in claim.relations if relation.to in desk.claims]  # fmt: skip
    others += [(f"{relation.kind} (by the other)", other, relation.grounds.because)
               for other in snapshot.claims for relation in other.relations if relation.to == claim.id]  # fmt: skip
    if others:
        page.heading("How it stands to others")
        for kind, other, because in others:
            page.item("•", page.text((f"{kind}: ", "bold"), (f"{bare(other.text)} ({other.id}): {because}", "")))
    return page.done()


def _facts(claim: Claim, desk: Desk) -> str:
    when = stretch_words(claim.when)
    where = ", ".join(desk.entities[name].name for name in claim.where if name in desk.entities)
    told = [claim.factuality, *([f"{when} (“{claim.when_text}”)"] if when else []), *([where] if where else [])]
    return " · ".join(told)


def _source(item: Evidence, desk: Desk) -> str:
    """ "Ann Orr, direct, via Radio Vash, in The Lamp, 8 Jan 2020: "."""
    who = desk.speaker(item)
    outlet = desk.outlet(item.quote.span.report)
    chain = [f"via {carrier.name}" for carrier in item.via]
    parts = [f"{spoken_of(who)} ({item.cue or 'no cue'})" if who else f"{outlet}'s own voice", item.mode, *chain]
    parts += [item.stance] if item.stance != "asserts" else []
    parts += [f"in {outlet}"] if who else []
    out = published_words(item.published)
    return ", ".join(part for part in [*parts, out] if part) + ":"
