"""How many independent voices stand behind a claim.

A claim entered the reporting through whoever said it: one speaker, one document, one agency's text is one origin
however many outlets carry it. What an outlet tells in its own voice is an origin only where no report attributes the
claim to anyone. Unnamed sources and documents cannot be told apart, so all of them together are one voice at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standfirst.lexicon.words import content_words, likeness
from standfirst.model.linked import Claim, Copy, Entity, Evidence
from standfirst.model.reading import Reading

#: Share of content words from which two tellings are one text, and the fewest words that can show it.
_SAME_TEXT, _FEWEST_SHARED = 0.8, 5
#: What an outlet's name may have besides where it is the host of a page.
_PORT = re.compile(r"(?<=\w):\d+$")
_SAYS = ("asserts", "corrects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """What is needed to tell one voice from another: the reports, what copies what, and the entities by id."""

    readings: Mapping[str, Reading]
    entities: Mapping[str, Entity]
    #: Report that a report is, in substance, the text of.
    copied: Mapping[str, str]


def voices(readings: Sequence[Reading], entities: Iterable[Entity], copies: Iterable[Copy]) -> Voices:
    """The tables by which origins are told apart."""
    return Voices(
        readings={reading.report.id: reading for reading in readings},
        entities={entity.id: entity for entity in entities},
        copied={copy.report: copy.of for copy in copies},
    )


def independent_origins(claim: Claim, known: Voices) -> tuple[str, ...]:
    """The names of the independent origins that assert a claim, sorted; at least one."""
    asserting = [item for item in claim.evidence if item.stance in _SAYS] or list(claim.evidence)
    attributed = [item for item in asserting if item.mode != "narration" and item.source_kind != "none"]
    if attributed:
        named = _voices(((_speaker(item, known), item) for item in attributed if not _nameless(item)), direct=True)
        return tuple(sorted(_merged(named, known))) or ("unnamed sources",)
    return tuple(sorted(_voices(((_teller(item, known), item) for item in asserting), direct=False)))


def _voices(told: Iterable[tuple[str, Evidence]], *, direct: bool) -> set[str]:
    """The names of those who tell it, those who use the same words being one voice.

    Two outlets with the same words have one text; one utterance given under two names is still one. Of indirect speech
    nothing follows from like words (`direct`: only the words of direct speech are compared).
    """
    voices: dict[str, list[frozenset[str]]] = {}
    for name, item in told:
        words = content_words(item.quote.text) if item.mode == "direct" or not direct else frozenset()
        voices.setdefault(name, []).append(words)
    kept: list[str] = []
    for name in sorted(voices):
        if not any(_same_text(one, other) for before in kept for one in voices[before] for other in voices[name]):
            kept.append(name)
    return set(kept)


def _same_text(one: frozenset[str], other: frozenset[str]) -> bool:
    return min(len(one), len(other)) >= _FEWEST_SHARED and likeness(one, other) >= _SAME_TEXT


def _nameless(item: Evidence) -> bool:
    return item.speaker is None and item.source_kind in ("unnamed", "none", "named", "document")


def _speaker(item: Evidence, known: Voices) -> str:
    if item.speaker is not None and item.speaker in known.entities:
        return known.entities[item.speaker].name
    words = (item.speaker_text or "").casefold()
    return " ".join(word for word in words.split() if word not in ("the", "a", "an")) or "unnamed sources"


def _merged(names: set[str], known: Voices) -> set[str]:
    """The names without people who speak for a body that is there too: a ministry and its minister are one voice."""
    by_name = {entity.name: entity for entity in known.entities.values()}
    kept = set(names)
    for name in names:
        person = by_name.get(name)
        if person is None or person.kind != "person":
            continue
        titles = " ".join(role.title.casefold() for role in person.roles)
        for body in names - {name}:
            if any(word in titles for word in _heads(body)):
                kept.discard(name)
    return kept


def _heads(body: str) -> list[str]:
    """The words by which a title points to a body: "the police", "Defence Agency" -> "police", "defence"."""
    empty = ("the", "of", "and", "for", "us", "state", "national", "department", "ministry", "agency")
    return [word for word in body.casefold().split() if len(word) > 3 and word not in empty]


def _teller(item: Evidence, known: Voices) -> str:
    """Whose telling it is: the agency whose text the report carries, or the outlet, of the report that was copied."""
    report_id = item.quote.span.report
    root = known.readings.get(known.copied.get(report_id, report_id), known.readings[report_id])
    if root.origins:
        return root.origins[0]
    return _PORT.sub("", root.report.outlet) if root.report.outlet else root.report.id
