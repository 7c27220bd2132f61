"""A reading as one line of JSON: what was found in one report, before anything is linked (`standfirst/reading/1`)."""

from __future__ import annotations

import json

from standfirst.export.shapes import Shape, number, place, published, stretch, trouble
from standfirst.model.reading import Attribution, Block, Event, Mention, Quantity, Reading, Timex
from standfirst.model.span import Span

SCHEMA = "standfirst/reading/1"

#: Letters that JSON allows in a string and that some readers take for the end of a line.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render_reading(reading: Reading) -> str:
    """One line with a newline at its end; the same reading gives the same line."""
    return json.dumps(reading_shape(reading), ensure_ascii=False).translate(_LINE_ENDS) + "\n"


def reading_shape(reading: Reading) -> Shape:
    """The reading as plain values, its keys in the order of the contract."""
    report = reading.report
    return {
        "schema": SCHEMA,
        "report": {
            "id": report.id,
            "outlet": report.outlet,
            "headline": report.headline,
            "url": report.url,
            "revision": report.revision,
            "text": report.text,
            "published": published(reading.published),
            "origins": list(reading.origins),
        },
        "blocks": [_block(block) for block in reading.blocks],
        "sentences": [place(span) for span in reading.sentences],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "timexes": [_timex(timex) for timex in reading.timexes],
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "attributions": [_attribution(one) for one in sorted((*reading.attributions, *reading.attitudes), key=_place)],
        "events": [_event(event) for event in reading.events],
        "problems": [trouble(problem) for problem in reading.problems],
    }


def _block(block: Block) -> Shape:
    stamp: Shape = {"published": published(block.published)} if block.stamped else {}
    return {**place(block.span), "kind": block.kind, **stamp}


def _mention(mention: Mention) -> Shape:
    """A name is given by the name itself, its titles left out; `phrase` is all that stands with it."""
    return {
        **place(mention.head if mention.form == "name" else mention.span),
        "kind": mention.kind,
        "form": mention.form,
        "entity": mention.entity,
        "phrase": place(mention.span),
    }


def _timex(timex: Timex) -> Shape:
    when = stretch(timex.when) or {"from": None, "to": None}
    return {**place(timex.span), "type": timex.type, "value": timex.value, **when, "rule": timex.rule}


def _quantity(quantity: Quantity) -> Shape:
    return {
        **place(quantity.span),
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "bound": quantity.bound,
        "unit": quantity.unit,
        "role": quantity.role,
        "counts": place(quantity.counts) if quantity.counts is not None else None,
        "counted": quantity.counted,
        "scope": [place(span) for span in quantity.scope],
        "when": stretch(quantity.when),
    }


def _place(attribution: Attribution) -> Span:
    return attribution.content[0]


def _attribution(attribution: Attribution) -> Shape:
    return {
        "source": [place(span) for span in (*attribution.source, *attribution.described)],
        "cue": [place(span) for span in attribution.cue],
        "content": [place(span) for span in attribution.content],
        "mode": attribution.mode,
        "stance": attribution.stance,
        "kind": attribution.kind,
        "speaker": attribution.speaker,
        "speaker_text": attribution.speaker_text,
        "source_kind": attribution.source_kind,
        "via": [{"name": via.name, **place(via.span)} for via in attribution.via],
        "said_at": stretch(attribution.said_at),
        "occasion": [place(span) for span in attribution.occasion],
        "hedges": [place(span) for span in attribution.hedges],
        "factuality": attribution.factuality,
        "polarity": attribution.polarity,
    }


def _when(event: Event) -> Shape | None:
    """When it happened: by its own words, or inferred from the way in which the report tells it."""
    when = stretch(event.when if event.when is not None else event.told)
    return None if when is None else {**when, "basis": "text" if event.when is not None else "inferred"}


def _event(event: Event) -> Shape:
    return {
        **place(event.span),
        "lemma": event.lemma,
        "class": event.cls,
        "polarity": event.polarity,
        "factuality": event.factuality,
        "when": _when(event),
        "participants": [{"role": one.role, **place(one.span)} for one in event.participants],
    }
