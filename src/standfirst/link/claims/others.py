"""Whose deeds a passage tells that are not its speaker's: nobody's word on what another did confirms it.

What police say that a suspect did, what a state says that its enemy did, what a company says of its rival is one
side's word until a court finds it or the other side owns to it. Two things count: harm or a wrong done by anybody but
the speaker and the speaker's own people, and any deed of another state or named body. It errs towards finding them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standfirst.lexicon.blame import blame_pattern, harms, has_arms, is_arm, is_deed, is_somebody
from standfirst.lexicon.words import content_words
from standfirst.link.claims.parties import Happening, with_countries
from standfirst.link.claims.statements import Statement
from standfirst.link.entities import EntityIndex
from standfirst.model.linked import Entity
from standfirst.model.reading import Event, Mention, Participant, Reading
from standfirst.text import plain

_ONESELF = re.compile(r"\s+\w+sel(?:f|ves)\b")
_SELF, _BODY_SELF = frozenset({"i", "we"}), frozenset({"it", "they"})
_PEOPLE = frozenset("he she they who him her them".split())
#: Kinds of entity that can answer for what they do.
_ANSWERABLE = frozenset({"person", "organisation", "group", "place"})
_BODIES = _ANSWERABLE - {"person"}
#: Acts of the law that name a deed without saying that it was done: "charged with killing her".
_OF_LAW = frozenset({"CHARGE", "ACCUSE", "ARREST", "ACQUIT", "SUE"})
#: Words of a phrase for a force that do not say whose it is.
_ANY_FORCE = content_words("armed security special its their our own several local two three four five")


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks: the entity, the kind of it, and every word that names it, its office or its country."""

    who: str | None
    body: bool
    words: frozenset[str]
    force: bool


def of_others(reading: Reading, index: EntityIndex, one: Statement) -> tuple[str, ...]:
    """The words by which those are named whose deeds a statement tells as so and who do not speak in it, in order."""
    voice = _voice(index, one)
    found = [words for event in _harms(reading, one) for words in _strangers(reading, index, event, voice, harm=True)]
    main = one.main
    if main is not None and is_deed(main.key.cls) and main.key.polarity == "positive":
        found += _strangers(reading, index, main, voice, harm=False)
    for span in one.spans:
        found += (match.group() for match in blame_pattern().finditer(plain(reading.report.words(span)).lower()))
    return tuple(dict.fromkeys(found))


def _harms(reading: Reading, one: Statement) -> Iterator[Happening]:
    """What is told in it as done that harms; what somebody is only charged with is not."""
    finite = {clause.head for clause in reading.clauses}
    for each in (*one.told, *one.held):
        event = each.event
        harm = harms(event.lemma, reading.report.words(event.span), event.cls)
        if not harm or event.nominal or event.polarity != "positive" or _to_oneself(reading, event):
            continue
        if event.span in finite or not _charged(event, one.events):
            yield each


def _to_oneself(reading: Reading, event: Event) -> bool:
    """Whether "himself" or the like follows, which takes no part as an event is read."""
    return _ONESELF.match(reading.report.text, event.span.end) is not None


def _charged(event: Event, events: Sequence[Event]) -> bool:
    above = [one for one in events if one.depth < event.depth and one.span.start < event.span.start]
    return bool(above) and max(above, key=lambda one: (one.depth, one.span.start)).cls in _OF_LAW


def _voice(index: EntityIndex, one: Statement) -> _Voice:
    said = one.said
    entity = _entity(index, one.speaker)
    titles = " ".join(role.title for role in entity.roles) if entity is not None else ""
    words = (
        f"{entity.name if entity is not None else ''} {titles} {said.speaker_text or '' if said is not None else ''}"
    )
    body = (said is not None and said.source_kind == "body") or (entity is not None and entity.kind in _BODIES)
    return _Voice(one.speaker, body, _folded(words), has_arms(words))


def _entity(index: EntityIndex, key: str | None) -> Entity | None:
    return next((one for one in index.entities if one.id == key), None) if key is not None else None


def _strangers(reading: Reading, index: EntityIndex, each: Happening, voice: _Voice, *, harm: bool) -> Iterator[str]:
    """Those who do it, where none of them is the speaker or acts for the speaker.

    Of harm every person and body counts, of another deed only what has a name and is no person.
    """
    doers = [part for part in each.event.participants if part.role == "agent"]
    known = [(part, _entity(index, _who(reading, index, part))) for part in doers]
    if any(_own(reading, part, entity, voice) for part, entity in known):
        return
    for part, entity in known:
        named = entity is not None and entity.kind in (_ANSWERABLE if harm else _BODIES)
        if named or (harm and entity is None and _somebody(reading, part)):
            yield reading.report.words(part.span)


def _somebody(reading: Reading, part: Participant) -> bool:
    """Whether words that name nobody are for people or a force, and not for a storm or a missile."""
    head = reading.report.words(part.head).casefold()
    mention = _mention(reading, part)
    person = mention is not None and mention.kind == "person"
    return person or head in _PEOPLE or is_somebody(head)


def _who(reading: Reading, index: EntityIndex, part: Participant) -> str | None:
    """The entity whose name or pronoun is the head of the phrase."""
    mention = _mention(reading, part)
    return index.of(reading.report.id, mention.entity) if mention is not None else None


def _mention(reading: Reading, part: Participant) -> Mention | None:
    held = (one for one in reading.mentions if one.kind != "role" and one.head.overlaps(part.head))
    return min(held, key=lambda one: one.span.end - one.span.start, default=None)


def _own(reading: Reading, part: Participant, entity: Entity | None, voice: _Voice) -> bool:
    """Whether the one who does it speaks, or acts for the body that does: the army's "troops", the state's army."""
    head = reading.report.words(part.head).casefold()
    if head in _SELF or (voice.body and entity is None and head in _BODY_SELF):
        return True
    if entity is not None:
        if entity.id == voice.who:
            return True
        return entity.kind in _BODIES and bool(_folded(entity.name)) and _folded(entity.name) <= voice.words
    if not is_arm(head) or not voice.force:
        return False
    rest = _folded(reading.report.words(part.span)) - content_words(head) - _ANY_FORCE
    return not rest or bool(rest & voice.words)


def _folded(words: str) -> frozenset[str]:
    return content_words(with_countries(words.replace("’s", "").replace("'s", "")))
