"""What moves to a number or has its size: "the number of soldiers fell from 90 to 70", "a workforce of 3,000"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from standfirst.extract.quantities.count import Counted, noun_name
from standfirst.extract.quantities.ellipsis import event_at
from standfirst.extract.quantities.events import Happening
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.phrases import named_count
from standfirst.extract.quantities.sight import Phrase, Sight, phrase_after
from standfirst.extract.tree import noun_phrase, subject
from standfirst.lexicon.counts import count_words, is_person

_CONTAINER = re.compile(r"([A-Za-z-]+)\s+of\s+$")


def size_of(sight: Sight, measure: Measure) -> Counted | None:
    """ "a workforce of 345,000", "a crew of 12": the noun whose size the number is."""
    match = _CONTAINER.search(sight.text[max(0, measure.start - 40) : measure.start])
    if match is None:
        return None
    word = match.group(1).lower()
    offset = measure.start - min(40, measure.start) + match.start(1)
    if word in count_words().numbers or word in count_words().events:
        return None
    if sight.tagged and sight.doc[sight.index(offset)].pos_ != "NOUN":
        return None
    people = word in count_words().of_people
    if not people and word not in count_words().of_things:
        return None
    return Counted(
        start=offset, end=offset + len(match.group(1)), noun=word, head=word, unit="person" if people else "item"
    )


#: Words of a share: "rose 5 percent to $60" is no number of percent.
_SHARES = frozenset({"%", "percent", "cent", "point", "points"})


#: "up 4,000", "rose 15,000 last week": a bare number right behind the word that moves.
_BARE_MOVE = re.compile(r"\b([a-z]+)\s+(?:by\s+)?(?:just |only |a further |another )?$")
_GOAL = re.compile(
    r"\b(?:to|from|at|by|stands at|reached|hit|totall?ed|numbered|numbering|was|is|were|be|revised upwards? to)"
    r"\s+(?:just |only |about )?$"
)


def what_moves(sight: Sight, measure: Measure) -> Counted | None:
    """What moves to, from or by the number: "its garrison shrank to 60", "the number of guards ... from 90 to 70".

    A predicate has what it is said of: "turnout was 61.4%".
    """
    before = sight.text[max(0, measure.start - 60) : measure.start].lower()
    bare = _BARE_MOVE.search(before)
    moved = bare is not None and bare.group(1) in count_words().moves - count_words().arrivals
    if not sight.parsed or not (_GOAL.search(before) or measure.numeral.side or moved):
        return None
    node = sight.head_token(measure)
    if any(child.dep_ == "cop" for child in node.children):
        return mover_of(sight, measure, node)
    for _ in range(6):
        if node.head is node:
            break
        node = node.head
        level = node.lower_ in count_words().levels and re.search(r"\bat\s+(?:just |only |about )?$", before)
        if (
            level
            or node.lower_ in count_words().moves
            or (node.pos_ in ("AUX", "NOUN") and re.search(r"\b(?:was|is|were)\s+", before))
        ):
            found = mover_of(sight, measure, node)
            if found is not None:
                return found
    return None


def mover_of(sight: Sight, measure: Measure, verb: Token) -> Counted | None:
    """Subject or object of a verb of movement, as a count."""
    objects = [
        child
        for child in verb.children
        if child.dep_ == "obj" and child.idx < measure.start and child.lower_ not in _SHARES
    ]
    if not objects and verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "see"):  # "had her bail reduced to $5"
        objects = [child for child in verb.head.children if child.dep_ == "obj" and child.i < verb.i]
    first = objects[0] if objects else subject(verb)
    up = verb
    while first is None and up.dep_ in ("xcomp", "advcl", "acl", "conj", "ccomp") and up.head is not up:
        first = up.head if up.dep_ == "acl" else subject(up.head)
        up = up.head
    if first is None or first.idx >= measure.start or first.pos_ in ("PRON", "NUM", "SYM"):
        return None
    start, end = noun_phrase(first)
    words = sight.doc[start:end]
    inner = next((token for token in words if token.lower_ in count_words().numbers), None)
    named = first.pos_ == "PROPN" and (first.ent_type_ != "" or not first.is_sent_start)
    if inner is None and (first.ent_type_ in ("person", "organisation") or named):
        return None
    return _number_of(sight, inner) if inner is not None else _named(sight, first)


def _named(sight: Sight, head: Token) -> Counted | None:
    start, _ = noun_phrase(head)
    tokens = [
        token
        for token in sight.doc[start : head.i + 1]
        if token.dep_ not in ("det", "nummod", "nmod:poss") and token.pos_ not in ("DET", "NUM", "PUNCT", "PART")
    ]
    if not tokens or head.lower_ in count_words().uncounted or head.pos_ not in ("NOUN", "PROPN"):
        return None
    first = tokens[0]
    noun = noun_name(sight.text[first.idx : head.idx + len(head)])
    return Counted(
        start=first.idx,
        end=head.idx + len(head),
        noun=noun,
        head=head.lower_,
        carried=True,
        unit="person" if is_person(head.lower_) or head.lower_ in {"deployment", *count_words().of_people} else "item",
    )


def _number_of(sight: Sight, number: Token) -> Counted | None:
    """ "the number of injured", "the death toll", "the number of its soldiers"."""
    after = re.match(
        r"\s+of\s+(?:the |its |their |his |our |those |people )?", sight.text[number.idx + len(number) :][:30]
    )
    if after is not None:
        offset = number.idx + len(number) + after.end()
        happening = event_at(sight, offset)
        if happening is not None:
            return Counted(
                start=number.idx,
                end=happening.end,
                noun="people",
                head="people",
                event=happening.name,
                carried=True,
                unit="person",
            )
        phrase = phrase_after(sight, offset)
        if phrase is None:
            return None
        count = named_count(sight, phrase, _right_event(sight, phrase), "")
        return replace(count, carried=True)
    before = number.nbor(-1) if number.i else number
    name = count_words().events.get(before.lower_) if before is not number else None
    if name is None and number.lower_ == "toll":  # by itself it is one of the dead
        before, name = number, "killed"
    if name is None:
        return None
    return Counted(
        start=before.idx,
        end=number.idx + len(number),
        noun="people",
        head="people",
        event=name,
        carried=True,
        unit="person",
    )


def _right_event(sight: Sight, phrase: Phrase) -> Happening | None:
    match = re.match(r"\s+([a-z]+)", sight.text[phrase.end : phrase.end + 20])
    name = count_words().events.get(match.group(1)) if match else None
    if match is None or name is None:
        return None
    return Happening(name=name, start=phrase.end + match.start(1), end=phrase.end + match.end(1))
