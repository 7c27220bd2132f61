"""What a number counts, as a value: the words, the noun, the event, and how the number stands to others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from standfirst.extract.quantities.events import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: `text[start:end]` are its words, `noun` its name without the number."""

    start: int
    end: int
    #: Lower case, articles left out: "police officers".
    noun: str
    #: Last word of the noun.
    head: str
    #: Class of event that befalls it ("killed"), "" without one.
    event: str = ""
    #: "of" | "more" | "the" | "other" | "others" | "deed" | "someone" | "", as in `model.reading.Quantity`.
    part: str = ""
    #: Taken over from words outside the phrase.
    carried: bool = False
    unit: str = "item"
    #: Where its number stands, once it is known.
    at: int = -1
    #: The event's word, where it stands outside the phrase, as a character range.
    beside: tuple[tuple[int, int], ...] = ()
    #: The same thing once more in another unit ("$2, or 4 percent").
    again: bool = False
    #: An earlier number of the text has moved on to this one: "the number has risen to nine".
    moved: bool = False
    #: Words that limit it and that the rule which found it knows already (whose age), as character ranges.
    about: tuple[tuple[int, int], ...] = ()

    @property
    def name(self) -> str:
        """Noun and event in one: "police officers killed"."""
        if self.event == "casualties" and self.noun == "people":
            return self.event
        return f"{self.noun} {self.event}".strip() if self.event and self.event not in self.noun.split() else self.noun


def people_of(happening: Happening, part: str, *, start: int | None = None, carried: bool = False) -> Counted:
    """People as such, named only by what befell them ("five were killed")."""
    return Counted(
        start=happening.start if start is None else start,
        end=happening.end,
        noun="people",
        head="people",
        event=happening.name,
        part=part,
        unit="person",
        carried=carried,
    )


def noun_name(words: str) -> str:
    """A noun phrase as a name: lower case, white space and leading marks gone."""
    return re.sub(r"\s+", " ", words.strip(" \u00a0\"'`-")).lower()
