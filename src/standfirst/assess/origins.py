"""How many independent voices stand behind a claim.

A claim entered the reporting through whoever said it: one speaker, one document, one agency's text is one origin
however many outlets carry it. What an outlet tells in its own voice is an origin only where no report attributes the
claim to anyone. Unnamed sources and documents cannot be told apart, so all of them together are one voice at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standfirst.lexicon.words import containment, content_words, likeness
from standfirst.model.linked import Claim, Copy, Entity, Evidence
from standfirst.model.reading import Reading

#: Share of content words from which two tellings are one text, and the fewest words that can show it.
_SAME_TEXT, _FEWEST_SHARED = 0.8, 5
#: The same of a text that another one holds as a part of itself.
_HELD_TEXT, _FEWEST_HELD = 0.85, 6
#: What an outlet's name may have besides where it is the host of a page.
_PORT = re.compile(r"(?<=\w):\d+$")
#: What all unnamed sources together are called.
UNNAMED = "unnamed sources"
#: The same of what is said by somebody named and by somebody without a name.
_SAME_SAID, _FEWEST_SAID = 0.6, 3
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
        return tuple(sorted(_merged(named, known))) or (UNNAMED,)
    return tuple(sorted(_voices(((_teller(item, known), item) for item in asserting), direct=False)))


def _voices(told: Iterable[tuple[str, Evidence]], *, direct: bool) -> set[str]:
    """The names of those who tell it, those who use the same words being one voice.

    Two outlets with the same words have one text; one utterance given under two names is still one. Of indirect speech
    nothing follows from like words (`direct`: only the words of direct speech are compared), except where one of the
    two has no name: "the poster" that says what the police say is theirs.
    """
    voices: dict[str, list[_Wording]] = {}
    for name, item in told:
        loose = direct and item.mode != "direct"
        voices.setdefault(name, []).append(_Wording(content_words(item.quote.text), loose, item.speaker is not None))
    kept: list[str] = []
    for name in sorted(voices, key=lambda one: (not any(each.named for each in voices[one]), one)):
        if not any(_same_text(one, other) for before in kept for one in voices[before] for other in voices[name]):
            kept.append(name)
    return set(kept)


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one voice words it: the words, whether they are an outlet's for somebody's, and whether a name is given."""

    words: frozenset[str]
    loose: bool
    named: bool


def _same_text(one: _Wording, other: _Wording) -> bool:
    fewest = min(len(one.words), len(other.words))
    like = likeness(one.words, other.words)
    if one.named != other.named and fewest >= _FEWEST_SAID and like >= _SAME_SAID:
        return True
    if one.loose or other.loose:
        return False
    held = fewest >= _FEWEST_HELD and containment(one.words, other.words) >= _HELD_TEXT
    return held or one.words == other.words or (fewest >= _FEWEST_SHARED and like >= _SAME_TEXT)


def _nameless(item: Evidence) -> bool:
    return item.speaker is None and item.source_kind in ("unnamed", "none", "named", "document")


def _speaker(item: Evidence, known: Voices) -> str:
    if item.speaker is not None and item.speaker in known.entities:
        return known.entities[item.speaker].name
    words = (item.speaker_text or "").casefold()
    return " ".join(word for word in words.split() if word not in ("the", "a", "an")) or UNNAMED


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
    # "police" and "Lomond police" are one body
    return {name for name in kept if not any(_shortens(name, other) for other in kept - {name})}


def _shortens(name: str, other: str) -> bool:
    """Whether a name is the end of a longer one."""
    return other.casefold().endswith(f" {name.casefold()}")


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
