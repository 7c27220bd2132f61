"""Which words of a report each of its times dates, and the line that tells it.

A time dates the word that it modifies and those that tell of the same moment (`anchors`). Where tense and time cannot
both hold ("police are looking … Monday" on a Wednesday) the parse hung it on the wrong word, and it dates nothing:
no date is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from standfirst.extract.anchors import is_predicate, is_saying, modified, names_event, same_moment, time_of_noun
from standfirst.extract.tree import SUBJECTS, bare_phrase, hung_amiss, tense, text_span, tokens_in
from standfirst.lexicon.happenings import saying_nouns
from standfirst.model.reading import Clause, Dating, Reading, Timex
from standfirst.model.span import Shelf, Span

#: Verbs whose past tells when what is to come was fixed: "the hearing was set for 3 May".
_FIXING = frozenset(
    "set schedule plan slate expect due book delay postpone move reschedule adjourn call tell say announce".split()
)
_MODALS = {"would", "could", "might", "should"}
_HAS = {"has", "have", "'ve", "’ve"}
#: Words that open a time reaching up to now: "is in prison since 2003".
_UP_TO_NOW = {"since", "from"}
#: Words that tie a day to the noun phrase before it.
_TIED = {"on", "in", "during"}
_WHO = {"who", "which", "that"}
#: Rules that give a time of day a day that its own words do not.
_UNTOLD = {"clock-published", "clock-told"}
#: Parts of a report that tell; a line with its date does not.
_TOLD = {"body", "standfirst", "update"}
#: Days before publication within which another day may be the one meant.
_RECENT = 7
#: Words of blame for a deed told behind them: "is accused of taking the boat on Monday".
_BLAMED = {"accuse", "suspect", "charge", "convict", "acquit", "guilty"}
#: Words that a noun phrase has at least to stand as a line.
_SHORTEST = 4


def find_datings(reading: Reading, doc: Doc) -> Reading:
    """Fill in the datings of a reading, in the order of its times."""
    clauses = Shelf(reading.clauses, lambda clause: clause.span)
    found = (
        _dating(reading, doc, timex, token, clauses)
        for timex in reading.timexes
        if _is_placed(timex) and (token := dated_word(reading, doc, timex)) is not None
    )
    return replace(reading, datings=tuple(found))


def times_of(reading: Reading, doc: Doc) -> dict[int, Timex]:
    """The time of each dated word, by its number: one that modifies it before one that reaches it, nearest first."""
    found: dict[int, tuple[tuple[int, int], Timex]] = {}
    for timex in reading.timexes:
        token = dated_word(reading, doc, timex) if _is_placed(timex) else None
        for steps, word in enumerate(_words(reading, timex, token) if token is not None else ()):
            rank = steps, abs(timex.span.start - word.idx)
            if word.i not in found or rank < found[word.i][0]:
                found[word.i] = rank, timex
    dated = {number: timex for number, (_, timex) in found.items()}
    for noun in (token for token in doc if token.pos_ == "NOUN" and token.i not in dated):
        verb = time_of_noun(noun)
        if verb is not None and verb.i in dated:
            dated[noun.i] = dated[verb.i]
    return dated


def _is_placed(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME") and timex.when is not None


def dated_word(reading: Reading, doc: Doc, timex: Timex) -> Token | None:
    """The word that a time modifies; None where there is none, or where tense and time cannot both hold."""
    token = modified(doc, timex)
    other = _other_event(reading, timex, token) if token is not None else None
    if other is not None:
        # "an attack on the mill on Monday"; "charged with murder Monday" may be told of either
        tied = any(child.dep_ == "det" for child in other.children) and _word_before(reading, timex) in _TIED
        token = other if tied else None
    if token is None or not _can_hold(reading, timex, token):
        return None
    if _is_guess(reading, timex) or _is_day_of_saying(reading, doc, timex, token):
        return None
    return token


def _is_guess(reading: Reading, timex: Timex) -> bool:
    """Whether a time of day was put on the day of publication for want of a better, while the report tells of others.

    "The alarm was raised at 1.44 p.m.", in a report of Saturday on what happened on Wednesday.
    """
    out = reading.published_at(timex.span.start).last_day
    if timex.type != "TIME" or out is None or timex.anchor != out.isoformat() or timex.rule not in _UNTOLD:
        return False
    days = [
        one.when.first_day
        for one in reading.timexes
        if one.when is not None and one.rule not in _UNTOLD and one.when.first_day == one.when.last_day
    ]
    recent = {(out - day).days for day in days if day is not None and 0 <= (out - day).days <= _RECENT}
    return bool(recent) and 0 not in recent


def _is_day_of_saying(reading: Reading, doc: Doc, timex: Timex, token: Token) -> bool:
    """Whether a time of day stands on a day that the report has told only as that on which somebody spoke.

    "The mayor said on Wednesday that two were lost. The boat left at 6.10am": not on Wednesday, for all that is told.
    """
    if timex.rule != "clock-told" or is_saying(token):
        return False
    named = [
        one
        for one in reading.timexes
        if one.span.end <= timex.span.start
        and one.value[:10] == timex.anchor
        and ((block := reading.block_at(one.span.start)) is None or block.kind in _TOLD)
    ]
    dated = [word for one in named if (word := modified(doc, one)) is not None]
    return bool(dated) and all(is_saying(word) or word.lemma_.lower() in saying_nouns() for word in dated)


def _words(reading: Reading, timex: Timex, token: Token) -> Iterator[Token]:
    """The word that a time modifies, and those that tell of the same moment."""
    return same_moment(token, ahead=_side(reading, timex) > 0)


def _side(reading: Reading, timex: Timex) -> int:
    """-1 where the time lies wholly before the day on which its passage came out, 1 where after it, else 0."""
    out = reading.published_at(timex.span.start).last_day
    if timex.when is None or out is None:
        return 0
    first, last = timex.when.first_day, timex.when.last_day
    if last is not None and last < out:
        return -1
    return 1 if first is not None and first > out else 0


def _can_hold(reading: Reading, timex: Timex, token: Token) -> bool:
    if _is_unreal(token):
        return False
    if token.pos_ not in ("VERB", "AUX"):
        # "it was revenge for an Oct. 13 shooting", told in September: whatever year that was, it does not lie ahead
        above = next((node for node in token.ancestors if node.pos_ in ("VERB", "AUX") or is_predicate(node)), None)
        return _side(reading, timex) < 1 or above is None or _may_look_ahead(above)
    told, side = tense(token), _side(reading, timex)
    before = _word_before(reading, timex)
    block = reading.block_at(timex.span.start)
    now = reading.report.words(timex.span).lower().startswith("this ")
    if now or (block is not None and block.kind == "caption"):
        return True  # a caption tells the past in the present tense
    if side < 0:
        bare = "VerbForm=Part" in str(token.morph) and not any(child.dep_.startswith("aux") for child in token.children)
        return told == "past" or not told or bare or before in _UP_TO_NOW
    if side > 0 and timex.rule in _UNTOLD | {"clock-after-midnight"} and told == "past":
        return any(child.lower_ in _MODALS for child in token.children)  # "called at midnight" fixes nothing for then
    return side < 1 or _may_look_ahead(token)


def _is_unreal(word: Token) -> bool:
    """Whether a clause tells what is not so: "their birthday would have been on 3 May"."""
    helpers = {child.lower_ for child in word.children if child.dep_ == "aux"}
    return bool(helpers & _MODALS) and "have" in helpers


def _other_event(reading: Reading, timex: Timex, verb: Token) -> Token | None:
    """The event named between a verb told as news by "has" and a time that is over, which is rather that event's.

    "The court has charged two men with the attack on the mill on Monday": the attack's day, as English puts no day
    that is over beside "has". Where no event is named between, some reports do, and the day is the verb's.
    """
    if not any(child.dep_ == "aux" and child.lower_ in _HAS for child in verb.children):
        return None
    if _side(reading, timex) > -1 or _word_before(reading, timex) in _UP_TO_NOW:
        return None
    between = [token for token in verb.doc[verb.i + 1 :] if token.idx < timex.span.start]
    return next((token for token in reversed(between) if names_event(token)), None)


def _may_look_ahead(verb: Token) -> bool:
    """Whether a verb can go with a time that is still to come: not in the past, but for what was fixed for then."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    perfect = any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")
    return tense(verb) != "past" or bool(helpers & _MODALS) or (verb.lemma_.lower() in _FIXING and not perfect)


def _word_before(reading: Reading, timex: Timex) -> str:
    """The word right before a time, in lower case."""
    words = reading.report.text[max(0, timex.span.start - 20) : timex.span.start].split()
    return words[-1].lower() if words else ""


def _dating(reading: Reading, doc: Doc, timex: Timex, token: Token, clauses: Shelf[Clause]) -> Dating:
    words = list(_words(reading, timex, token))
    heads = tuple(text_span(reading.report, doc, word.i, word.i + 1) for word in words)
    holding = [one for one in clauses.touching(timex.span) if one.span.holds(timex.span) and one.span != timex.span]
    return Dating(timex=timex.span, heads=heads, line=_line(reading, doc, timex, words, heads, holding))


def _line(
    reading: Reading, doc: Doc, timex: Timex, words: Sequence[Token], heads: Sequence[Span], holding: Sequence[Clause]
) -> tuple[Span, ...]:
    """The smallest clause round the time whose verb it dates, else the noun phrase that tells of it.

    "It sank on Monday" is passed over for the clause that says what it was, where that is of the same moment.
    """
    leaning: tuple[Span, ...] = ()
    for token, head in zip(words, heads, strict=True):
        if token.dep_ == "parataxis" and (is_saying(token) or _is_bare(token)):
            # "the bridge was shut, the mayor said on Monday": the frame alone is no line
            return next(((one.span,) for one in holding if one.kind == "sentence"), ())
        if hung_amiss(token):
            return next(((one.span,) for one in holding if one.kind == "sentence"), ())
        if token.dep_ == "acl:relcl" and _opener(token) is not None:
            # "the man who had been missing since Monday": how long it lasted until what the sentence tells
            lasted = any(child.lower_ == "had" for child in token.children if child.dep_ == "aux")
            lasted = lasted and _word_before(reading, timex) == "since"
            return _relative(reading, doc, timex, token) if not lasted else ()
        if token.dep_ == "acl:relcl" and _leaves_out_object(token, timex):
            # "the talk |they had last winter|": nothing without its noun
            return _with_noun(reading, doc, timex, token)
        fitting = [one for one in holding if one.head == head]
        if fitting and not (token.dep_ == "conj" and _is_bare(token)):
            line = min(fitting, key=lambda one: one.span.end - one.span.start)
            if line.kind != "adverbial" or tokens_in(doc, line.span)[0].pos_ != "PRON":
                return (line.span,)
            leaning = leaning or (line.span,)
        elif token.dep_ == "acl" and (told := _told_of(reading, doc, timex, token)):
            if _side(reading, timex) > 0 and _opens_with_pronoun(doc, told[0]):
                break  # "its departure, scheduled for June": the clause says whose
            return told
    if leaning:
        return leaning
    deed = words[-1]
    if deed.tag_ == "VBG" and deed.head.lemma_.lower() in _BLAMED and deed.i > deed.head.i:
        # the clause that says who is blamed tells the deed as no more than that
        blamed = text_span(reading.report, doc, deed.head.i, deed.head.i + 1)
        return min(
            ((one.span,) for one in holding if one.head == blamed),
            key=lambda one: one[0].end - one[0].start,
            default=(),
        )
    if _side(reading, timex) > 0 and holding:
        # what lies ahead is told as planned, in whatever sentence speaks of it
        return (min(holding, key=lambda one: one.span.end - one.span.start).span,)
    return _named(reading, doc, timex, words[0])


def _with_noun(reading: Reading, doc: Doc, timex: Timex, verb: Token) -> tuple[Span, ...]:
    """A noun and the clause that leaves it out as its object, in one; () where that makes no line."""
    start, end = bare_phrase(verb.head)[0], _run(verb, verb.left_edge.i)
    if end <= start:
        return ()  # the parse hangs the clause on a noun after it
    line = text_span(reading.report, doc, start, end)
    return (line,) if line.holds(timex.span) and _is_whole(reading, doc, line) else ()


def _leaves_out_object(verb: Token, timex: Timex) -> bool:
    """Whether a relative clause tells its noun as its object, without a word for it: "the talk they had"."""
    opened = any(child.tag_ in ("WDT", "WP", "WP$", "WRB", "IN") for child in verb.children)
    passive = any(child.dep_ in ("aux:pass", "cop") for child in verb.children)
    beside = (child for child in verb.children if not timex.span.start <= child.idx < timex.span.end)
    whole = any(child.dep_ in ("obj", "ccomp", "xcomp") for child in beside)
    told = verb.head.pos_ in ("NOUN", "PROPN") and any(child.dep_ in SUBJECTS for child in verb.children)
    return told and not opened and not passive and not whole


def _opens_with_pronoun(doc: Doc, line: Span) -> bool:
    return tokens_in(doc, line)[0].pos_ == "PRON"


def _opener(verb: Token) -> Token | None:
    """The "who", "which" or "that" that is the subject of a relative clause."""
    return next((child for child in verb.children if child.lower_ in _WHO and child.dep_ in SUBJECTS), None)


def _relative(reading: Reading, doc: Doc, timex: Timex, verb: Token) -> tuple[Span, ...]:
    """ "Ida Moss" and "was held on Monday", of "Ida Moss, who was held on Monday, …"; () where that makes no line."""
    noun, opener = verb.head, _opener(verb)
    if opener is None or noun.pos_ not in ("NOUN", "PROPN") or opener.i < noun.i:
        return ()
    if noun.dep_ == "conj":
        return ()
    end = _run(verb, opener.i + 1)
    if end < opener.i + 3:
        return ()
    top = noun
    while top.dep_ == "nmod" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top != noun:
        # "the owner of a ship that sank": the parse is no judge of which of the two it was, so the words are kept whole
        line = text_span(reading.report, doc, bare_phrase(top)[0], end)
        return (line,) if line.holds(timex.span) else ()
    who = text_span(reading.report, doc, *bare_phrase(noun))
    rest = text_span(reading.report, doc, opener.i + 1, end)
    return (who, rest) if rest.holds(timex.span) else ()


def _told_of(reading: Reading, doc: Doc, timex: Timex, verb: Token) -> tuple[Span, ...]:
    """A noun with what was done to it: "A complaint filed on Monday"; what is not yet done only if it lies ahead."""
    noun, told = verb.head, tense(verb) or any(child.tag_ == "MD" for child in verb.children)
    if noun.dep_ == "ROOT" or (told and any(child.dep_ in SUBJECTS for child in verb.children)):
        # a sentence that is a noun phrase, and "the hope that they may meet on Monday"
        whole = next((one for one in reading.clauses if one.kind == "sentence" and one.span.holds(timex.span)), None)
        return (whole.span,) if whole is not None else ()
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i > verb.i or (verb.tag_ == "VB" and _side(reading, timex) < 1):
        return ()
    end = _run(verb, verb.i)
    time = tokens_in(doc, timex.span)
    if time and time[0].i == end:  # the parse hung the time on a verb further on
        end = time[-1].i + 1
    line = text_span(reading.report, doc, bare_phrase(noun)[0], end)
    return (line,) if line.holds(timex.span) and _is_whole(reading, doc, line) else ()


def _named(reading: Reading, doc: Doc, timex: Timex, noun: Token) -> tuple[Span, ...]:
    """The phrase of a noun that names an event: "the Thursday night shootings"; nothing that leans on other words."""
    if not names_event(noun):
        return ()
    first, last = bare_phrase(noun)
    time = tokens_in(doc, timex.span)
    if time and all(token.pos_ == "ADP" for token in doc[last : time[0].i]):
        last = max(last, time[-1].i + 1)  # the parse hung the time on the verb: "a strike |on Monday|"
    line = text_span(reading.report, doc, first, last)
    return (line,) if line.holds(timex.span) and _is_whole(reading, doc, line) else ()


def _run(verb: Token, first: int) -> int:
    """The end (exclusive) of the unbroken run of words from a token on that hang on the verb, no comma at its end."""
    inside = {token.i for token in verb.subtree}
    end = first
    while end in inside:
        end += 1
    while end > first + 1 and verb.doc[end - 1].is_punct and verb.doc[end - 1].text not in "”\"')":
        end -= 1
    return end


def _is_bare(verb: Token) -> bool:
    return not any(child.dep_ in SUBJECTS for child in verb.children)


def _is_whole(reading: Reading, doc: Doc, line: Span) -> bool:
    """Whether a noun phrase can be a line: long enough, and no pronoun in it points out of it but one that opens it.

    "Her meeting with the minister" leans as "she met him" does, and is left out of short pages as that is.
    """
    tokens = [token for token in tokens_in(doc, line) if not token.is_punct]
    return len(tokens) >= _SHORTEST and not any(token.pos_ == "PRON" for token in tokens[1:])
