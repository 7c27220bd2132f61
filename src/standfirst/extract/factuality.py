"""What does each source make of what it says? Factuality and polarity of the contents, in FactBank's terms."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from standfirst.lexicon.factuality import told_factuality, told_polarity
from standfirst.model.reading import Attribution, Event, Reading


def find_factuality(reading: Reading, doc: Doc) -> Reading:
    """Fill in factuality and polarity of attributions and attitudes; needs the events."""
    return replace(
        reading,
        attributions=tuple(_told(one, reading) for one in reading.attributions),
        attitudes=tuple(_told(one, reading) for one in reading.attitudes),
    )


def _told(said: Attribution, reading: Reading) -> Attribution:
    main = _main(said, reading)
    return replace(said, factuality=told_factuality(said, main), polarity=told_polarity(said, main))


def _main(said: Attribution, reading: Reading) -> Event | None:
    """The event of a content that stands nearest the root: a verb's before a noun's, the first of several.

    "The port |was closed| after the blast": the closing. It errs where the tree hangs the wrong clause on top.
    """
    inside = [event for event in reading.events if any(span.holds(event.span) for span in said.content)]
    return min(inside, key=lambda one: (one.nominal, one.depth, one.cls == "", one.span.start), default=None)
