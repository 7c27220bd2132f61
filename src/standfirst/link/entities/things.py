"""The named things of each reading: the working form from which entities are made."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from standfirst.lexicon.names.bodies import parse_body
from standfirst.lexicon.names.fold import key
from standfirst.lexicon.names.persons import parse_name
from standfirst.lexicon.people import full_title
from standfirst.model.linked import Role
from standfirst.model.reading import Mention, Reading
from standfirst.model.span import Quote, Span

#: An age beside a name: "19-year-old Ada Byrne", "Ada Byrne, 19, of Hale".
_AGED = re.compile(r"\b(\d{1,3})[- ]years?[- ]old(?: [a-z]+){0,2} $")
_AGE = re.compile(r",? \(?(\d{1,3})(?=[,.;)])(?!,\d)")
#: What stands before a place that things happen in, and the state after a town.
_IN = re.compile(r"\b(?:in|throughout|across|outside|around|downtown|city of|town of|village of) $", re.IGNORECASE)
_STATE = re.compile(r", (?:[A-Z][a-z]{2,14}\b|[A-Z]{2}\b)")
#: Characters beside a mention that are looked at.
_BESIDE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that one report names, with the words of each of its mentions."""

    report: str
    local: str
    kind: str
    mentions: tuple[Mention, ...]
    #: The names without titles, each with its first place, the fullest first.
    names: tuple[Quote, ...]
    #: The names with titles and roles as they stand in the text.
    titled: tuple[Quote, ...]
    roles: tuple[Role, ...]
    #: Ages that the text gives right beside its names.
    ages: frozenset[int] = frozenset()
    #: Whether a name of it is spoken of as a place that things happen in ("in Hale", "Hale, Ohio").
    located: bool = False

    @property
    def titles(self) -> frozenset[str]:
        """Its titles written out, in lower case ("sergeant" of "Sgt. Byrne")."""
        return frozenset(full_title(title) for quote in self.titled for title in parse_name(quote.text).titles) - {""}

    @property
    def id(self) -> str:
        """Tells it from all other things of the story."""
        return f"{self.report}\x1f{self.local}"

    @property
    def person(self) -> bool:
        """Whether it is a person, whose names have parts of their own."""
        return self.kind == "person"


def things_of(readings: Iterable[Reading]) -> tuple[Thing, ...]:
    """Every named thing of every reading, by report and place; what no name stands for is none."""
    found: list[Thing] = []
    for reading in sorted(readings, key=lambda reading: reading.report.id):
        members: dict[str, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            members[mention.entity].append(mention)
        for local, mentions in members.items():
            thing = _thing(reading, local, mentions)
            if thing is not None:
                found.append(thing)
    return tuple(found)


def _thing(reading: Reading, local: str, mentions: list[Mention]) -> Thing | None:
    named = [mention for mention in mentions if mention.form == "name"]
    if not named:
        return None
    report = reading.report
    kind = Counter(mention.kind for mention in named).most_common(1)[0][0]
    names = _distinct(report.quote(mention.head) for mention in named)
    return Thing(
        report=report.id,
        local=local,
        kind=kind,
        mentions=tuple(mentions),
        names=tuple(sorted(names, key=lambda quote: fullness(quote.text))),
        titled=_distinct(report.quote(mention.span) for mention in named),
        roles=_roles([report.quote(mention.span) for mention in mentions if mention.kind == "role"]),
        ages=frozenset(age for mention in named for age in _ages(report.text, mention.span)),
        located=any(_is_located(report.text, mention.span) for mention in named),
    )


def _ages(text: str, span: Span) -> list[int]:
    found = (_AGED.search(text[max(0, span.start - _BESIDE) : span.start]), _AGE.match(text, span.end))
    return [int(match.group(1)) for match in found if match is not None]


def _is_located(text: str, span: Span) -> bool:
    before = " ".join(text[max(0, span.start - _BESIDE) : span.start].split()) + " "
    return _IN.search(before) is not None or _STATE.match(text, span.end) is not None


def _distinct(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The first quote of each wording, white space and possessive ends apart."""
    first: dict[str, Quote] = {}
    for quote in quotes:
        first.setdefault(" ".join(quote.text.split()), quote)
    return tuple(first.values())


def _roles(quotes: list[Quote]) -> tuple[Role, ...]:
    by_title: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_title[" ".join(quote.text.split())].append(quote)
    return tuple(Role(title=title, quotes=tuple(held)) for title, held in by_title.items())


def fullness(name: str) -> tuple[int, int, int, str]:
    """Sorts the fullest form of a name first: the most words, not all in capitals, the longest, then by letters."""
    shouted = name.isupper() and len(name) > 5
    return (-len(name.replace("-", " ").split()), shouted, -len(name), name)


def is_short(name: str, person: bool) -> bool:
    """Whether a name can stand for several things: one part of a person's name, an acronym."""
    if person:
        return not parse_name(name).full
    body = parse_body(name)
    return body.acronym and body.canonical is None


def node_of(name: str, person: bool) -> str:
    """What makes two full names of any reports the same node: their letters, and whether a person bears them."""
    return f"{'person' if person else 'thing'}\x1f{key(name)}"
