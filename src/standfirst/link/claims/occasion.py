"""Which words of a statement tell the thing that the story is about, so that its time and its place can be compared.

"The shooting happened", "the bridge collapsed", "a fire broke out". Of what is not named, one story is taken to tell
one of each kind, unless the sentence counts them or sets one apart ("the second blast"). It errs towards none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.lexicon.events import noun_classes
from standfirst.lexicon.happenings import event_nouns
from standfirst.link.claims.parties import Happening
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain

#: Verbs that say of a noun no more than that it took place.
_TOOK_PLACE = frozenset("happen occur begin start erupt take-place break-out unfold strike hit".split())
#: Classes of event of which one story mostly tells one, with what each is called.
_CALLED = {
    "SHOOT": "the shooting",
    "EXPLODE": "the explosion",
    "CRASH": "the crash",
    "SINK": "the sinking",
    "COLLAPSE": "the collapse",
}
#: What is fired: "firing shots" is a shooting, "fired the manager" is not.
_FIRED = frozenset("shot shots round rounds bullet bullets gun guns handgun rifle pistol weapon".split())
#: Nouns for what the story is about, whatever it is.
_ANY = frozenset("incident carnage tragedy disaster ordeal".split())
#: Nouns of what is about the thing, not the thing: "the trial began at".
_ABOUT_IT = frozenset(
    "trial hearing arraignment inquest inquiry probe investigation sentencing appearance testimony autopsy search "
    "vigil ceremony service funeral burial rally protest march meeting session debate conference briefing evacuation "
    "rescue operation manhunt chase pursuit start end beginning arrest raid call shift party game match concert".split()
)
#: Words that tell of several, or set one of several apart.
_SEVERAL = re.compile(
    r"\b(?:first|second|third|fourth|another|other|separate|previous|earlier|later|last|next|both|two|three|four|"
    r"several|series|aftershocks?|shootings|attacks|explosions|blasts|crashes|fires|incidents|quakes|earthquakes)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The thing as one statement tells it."""

    #: What is compared: a class of event, or the noun.
    kind: str
    #: What it is called where it is printed.
    called: str
    #: The verb or noun that tells it.
    span: Span
    happening: Happening | None = None


def occasions(reading: Reading, statement: Statement) -> Iterator[Occasion]:
    """What verbs of the statement tell to have taken place, as so."""
    if _SEVERAL.search(plain(reading.report.words(statement.sentence)).lower()):
        return
    seen: set[Span] = set()
    for one in (*statement.told, *statement.held):
        if not one.so or one.key.polarity != "positive" or one.event.nominal:
            continue
        if one.event.span in seen:
            continue
        seen.add(one.event.span)
        nouns = [plain(reading.report.words(part.head)).lower() for part in one.event.participants]
        kinds = [(kind, noun) for noun in nouns if (kind := _kind_of(noun))]
        if one.key.lemma in _TOOK_PLACE and kinds:
            kind, noun = kinds[0]
            yield Occasion(kind=kind, called=f"the {noun}", span=one.event.span)
        elif one.key.lemma == "fire" and _FIRED & set(nouns):
            yield Occasion(kind="SHOOT", called=_CALLED["SHOOT"], span=one.event.span, happening=one)
        elif one.key.cls in _CALLED:
            yield Occasion(kind=one.key.cls, called=_CALLED[one.key.cls], span=one.event.span, happening=one)


def occasion_of(reading: Reading, statement: Statement, noun: Span) -> Occasion | None:
    """What a noun that is dated tells to have happened: "after |a shooting| at 2 a.m."."""
    word = plain(reading.report.words(noun)).lower()
    kind = _kind_of(word)
    if not kind or _SEVERAL.search(plain(reading.report.words(statement.sentence)).lower()):
        return None
    return Occasion(kind=kind, called=f"the {word}", span=noun)


def _kind_of(noun: str) -> str:
    """The kind of a noun for something that happened: its class of event, or the noun; "" of anything else."""
    if noun in _ABOUT_IT or noun not in event_nouns() | _ANY:
        return ""
    if noun in _ANY:
        return "any"
    cls = noun_classes().get(noun, "")
    return cls if cls in _CALLED else noun
