"""The noun phrase that a number counts, and its name: "five other police officers" counts "police officers"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from standfirst.extract.quantities.count import Counted, noun_name
from standfirst.extract.quantities.events import Happening
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Phrase, Sight, phrase_after
from standfirst.lexicon.counts import count_words, is_person
from standfirst.lexicon.numbers import number_words

#: Words that stand for more of what was counted before.
BARE_OTHERS = frozenset({"others", "more", "other", "another"})


#: "three of her four sons" counts sons.
_NUMBER = re.compile(rf"^(?:\d[\d,.]*|{'|'.join([*number_words().units, *number_words().tens])})\s+(?=[a-z])")
#: Of another time than the event: "six prior arrests".
_BEFORE = frozenset({"prior", "previous", "past", "earlier"})
_CHARGE = re.compile(r"\s+of\s+(?=[a-z])")
_SPEAKS = re.compile(r",?\s+(?:said|says|told|added|who said|who spoke|wrote|tweeted)\b")


def counted_phrase(sight: Sight, measure: Measure, start: int) -> Phrase | None:
    """The counted noun phrase right of the number, hyphened adjectives apart ("two-year")."""
    if sight.text[measure.after : measure.after + 1] == "-":
        word = re.match(r"-([a-z]+)", sight.text[measure.after : measure.after + 20])
        if word is None or word.group(1) not in count_words().hyphened:
            return None
        if word.group(1) in ("strong", "story", "storey", "bedroom", "count"):
            return None
        start = measure.after + word.end()
        token = sight.doc[sight.index(measure.after + 1)]
        return Phrase(start=token.idx, end=token.idx + len(token), head=token)
    phrase = phrase_after(sight, start)
    if phrase is None or phrase.head.lower_ in count_words().uncounted:
        return None
    if _SPEAKS.match(sight.text, phrase.end) and measure.numeral.kind != "fraction":
        return None
    if not _plural_enough(sight, measure, phrase.head):
        return None
    if phrase.head.idx > start and sight.text[start : phrase.start].strip(" \u00a0\"'`"):
        return None
    return phrase


def _plural_enough(sight: Sight, measure: Measure, head: Token) -> bool:
    """Whether a noun can be what so many are: "6 footage" and "a handful of blood" cannot."""
    if (
        measure.value == 1
        or not sight.tagged
        or measure.hyphened
        or sight.text[measure.after : measure.after + 1] == "-"
    ):
        return True
    return (
        head.lower_.endswith(count_words().plural)
        or head.tag_ in ("NNS", "NNPS")
        or head.lower_ in count_words().people
    )


def named_count(sight: Sight, phrase: Phrase, happening: Happening | None, part: str) -> Counted:
    """A count named by its own noun phrase."""
    end = phrase.end
    if re.match(r"\s+of\s+(?:the |a |an |this |its |their )?[A-Za-z]", sight.text[end : end + 20]) and _takes_of(
        phrase.head.lower_
    ):
        of = re.match(r"\s+of\s+(?:the |a |an |this |its |their )?", sight.text[end : end + 20])
        more = phrase_after(sight, end + of.end()) if of else None
        end = more.end if more is not None else end
    noun, head = _NUMBER.sub("", noun_name(sight.text[phrase.start : phrase.end])), phrase.head.lower_
    alone = not [word for word in noun.split()[:-1] if word not in BARE_OTHERS]
    past = bool(_BEFORE.intersection(noun.split()))
    event = happening.name if happening and not past else ""
    table = count_words().events
    if (
        head in table
        and head not in ("survivors", "evacuees")
        and not past
        and not (noun.split()[:-1] and is_person(noun.split()[-2]))
    ):
        who = (
            "people"
            if alone or table[head] in ("killed", "injured", "missing", "arrested", "infected", "displaced")
            else noun
        )
        return Counted(start=phrase.start, end=end, noun=who, head=who, event=table[head], part=part, unit="person")
    noun = (
        " ".join(word for word in noun.split() if word not in ("more", "other", "additional", "further", "another"))
        or noun
    )
    if head in ("count", "counts"):  # of which charge: four counts of murder are not one of assault
        charge = _CHARGE.match(sight.text, phrase.end)
        named = phrase_after(sight, charge.end()) if charge is not None else None
        noun = f"counts of {noun_name(sight.text[named.start : named.end]).replace('-', ' ')}" if named else noun
        end = named.end if named is not None else end
    people = is_person(head) or is_person(f"{head}s") or _human(noun)
    if event == "captured" and not people:  # rifles are seized, not captured
        happening, event = None, ""
    return Counted(
        start=phrase.start,
        end=end,
        noun=noun,
        head=head,
        event=event,
        part=part,
        unit="person" if people else "item",
        beside=((happening.start, happening.end),) if happening else (),
    )


def _takes_of(head: str) -> bool:
    """Nouns that need their "of": members of a club, counts of murder."""
    return (head.endswith(("s", "people")) and not is_person(head)) or head in (
        "members",
        "citizens",
        "residents",
        "victims",
        "veterans",
    )


def _human(noun: str) -> bool:
    words = noun.split()
    return bool(words) and words[-1] in count_words().people


def counted_by(sight: Sight, phrase: Phrase, *, part: str = "", carried: bool = False) -> Counted:
    """A count named by a phrase as it stands, event and number of people not looked for."""
    noun = re.sub(r"\s+", " ", sight.text[phrase.start : phrase.end]).strip(" \"'-").lower()
    return Counted(start=phrase.start, end=phrase.end, noun=noun, head=phrase.head.lower_, part=part, carried=carried)
