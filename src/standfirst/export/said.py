"""Who says what, for a person to check: brackets around source, cue and content, and a line on each attribution.

What somebody says is numbered, an attitude lettered: `[1:it was late], {1:Ina Mott} <1:said>`. The brackets are plain
letters, so that they show in every terminal, without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.export.plain import quoted
from standfirst.model.reading import Attribution, Reading
from standfirst.model.span import Span
from standfirst.view.dates import stretch_words
from standfirst.view.wording import spoken_of

#: The brackets of each part, the part that lies within the other last.
_BRACKETS = {"content": ("[", "]"), "source": ("{", "}"), "cue": ("<", ">")}
#: What a person is told of a source that is no named one.
_SOURCES = {"role": "a role", "body": "a body", "document": "a document", "unnamed": "not named", "media": "a carrier"}
LEGEND = "{1:source} <1:cue> [1:what is said]; with a letter, an attitude, of which no claim is made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An attribution with the label by which the page calls it: "1", "2" ...; "a", "b" ... for an attitude."""

    label: str
    attitude: bool
    found: Attribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """Letters to put in before the code point at an offset of the text."""

    offset: int
    letters: str


def labelled(reading: Reading) -> tuple[Labelled, ...]:
    """What a reading's people say and hold, each by its own count, in the order of the text."""
    said = [
        Labelled(label=str(number), attitude=False, found=one)
        for number, one in enumerate(reading.attributions, start=1)
    ]
    held = [Labelled(label=_letters(number), attitude=True, found=one) for number, one in enumerate(reading.attitudes)]
    return tuple(sorted((*said, *held), key=lambda one: one.found.content[:1]))


def _letters(number: int) -> str:
    """0 -> "a", 25 -> "z", 26 -> "aa"."""
    more, last = divmod(number, 26)
    return (_letters(more - 1) if more else "") + chr(ord("a") + last)


def brackets(found: tuple[Labelled, ...], within: Span) -> tuple[Bracket, ...]:
    """The brackets of a passage in the order in which they go in; a part that others share has all their labels."""
    labels: dict[tuple[int, int, str], list[str]] = {}
    for one in found:
        for part, spans in (("content", one.found.content), ("source", one.found.source), ("cue", one.found.cue)):
            for span in spans:
                if span.overlaps(within):
                    place = (max(span.start, within.start), min(span.end, within.end), part)
                    labels.setdefault(place, []).append(one.label)
    # what starts first, and of those the longest, opens first and closes last
    rank = {part: at for at, part in enumerate(_BRACKETS)}
    order = sorted(labels, key=lambda place: (place[0], -place[1], rank[place[2]]))
    marks = []
    for at, place in enumerate(order):
        start, end, part = place
        opens, closes = _BRACKETS[part]
        marks.append((start, 1, at, f"{opens}{','.join(labels[place])}:"))
        marks.append((end, 0, -at, closes))
    return tuple(Bracket(offset=offset, letters=letters) for offset, _, _, letters in sorted(marks))


def line_on(one: Labelled, reading: Reading) -> str:
    """ "Ina Mott (“she”) · direct · denies · via Coast Agency"; nearest the speaker first, as in the chain."""
    found = one.found
    notes = [found.mode, *([found.stance] if found.stance != "asserts" else [])]
    notes += [found.kind] if one.attitude and found.kind else []
    notes += [f"via {', then '.join(via.name for via in found.via)}"] if found.via else []
    when = stretch_words(found.said_at)
    notes += [f"said {when}"] if when else []
    notes += [_words(span, reading) for span in found.occasion]
    notes += [f"hedged {', '.join(quoted(_words(span, reading)) for span in found.hedges)}"] if found.hedges else []
    return " · ".join((_who(found, reading), *notes))


def _words(span: Span, reading: Reading) -> str:
    return " ".join(reading.report.words(span).split())


def _who(found: Attribution, reading: Reading) -> str:
    """The speaker as resolved, beside the words of the source where those are others."""
    words = " ".join(_words(span, reading) for span in found.source)
    name = _name(found.speaker, reading)
    if name is not None:
        told = quoted(words) if words else "carried on"
        return name if name in words else f"{name} ({told})"
    if not found.speaker_text:
        return f"{quoted(words)}, not resolved" if words else "no source told"
    who = spoken_of(found.speaker_text)
    notes = [] if not words or found.speaker_text in words or words in found.speaker_text else [quoted(words)]
    notes += ["carried on"] if not words else []
    notes += [_SOURCES[found.source_kind]] if found.source_kind in _SOURCES else []
    return f"{who} ({', '.join(notes)})" if notes else who


def _name(entity: str | None, reading: Reading) -> str | None:
    """The longest name of an entity in the report; None for no entity, and for one without a name."""
    if entity is None:
        return None
    names = _names(entity, reading)
    return max(names, key=len, default=None)


def _names(entity: str, reading: Reading) -> Iterator[str]:
    for mention in reading.mentions:
        if mention.entity == entity and mention.form == "name":
            yield _words(mention.head, reading)
