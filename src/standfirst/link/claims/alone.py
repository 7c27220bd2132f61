"""Whether words cut from a sentence can be read alone, or lean on what the cut left behind.

What leans is told by the sentence round it, and is a claim of its own only where another telling meets it. These are
rules of thumb over the first words and the verbs; they err towards what leans: a line fewer, for the sentence is told.
"""

from __future__ import annotations

import re

from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain

_AUXILIARIES = frozenset(
    "is are was were be been am has have had do does did will would shall should can could may might must"
    " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't"
    " ain't 's 're 'd 'll 'm 've".split()
)
#: First words of what was cut from its noun ("|who| fled") or from the verb before it ("|and| fled").
_JOINED = frozenset("who whom which that whose and but or nor".split())
#: First words that stand for what the rest of the sentence names.
_POINTING = frozenset("he she it they him her them his its their each both who which whom whose".split())
_WORD = re.compile(r"[\w'-]+")
#: First words of a clause that is said of another; what they open has no verb of its own, whatever follows.
_ASKING = frozenset("whether how why not".split())
#: First words of a clause that hangs from another; with a comma the other one follows.
_HANGING = frozenset("as because since while although though until unless when after before shortly".split())


def broken(reading: Reading, span: Span) -> bool:
    """Whether words are no telling: their subject was left behind, or no verb is in them.

    "|is about 40|" (the man police believe is about 40), "|who declined to be named|", "|Moss|".
    """
    if subjectless(reading, span):
        return True
    told = any(one.tense and not one.nominal and span.holds(one.span) for one in reading.events)
    return not told and not _AUXILIARIES.intersection(_words(reading, span))


def subjectless(reading: Reading, span: Span) -> bool:
    """Whether words begin after their subject, lack the noun that they tell of, or hang from a clause left behind."""
    words = _words(reading, span)
    if not words or words[0] in _AUXILIARIES | _JOINED | _ASKING:
        return True
    if words[0] in _HANGING and "," not in reading.report.words(span):
        return True
    verbs = (one.span.start for one in reading.events if one.tense and not one.nominal)
    gaps = (one.span for one in reading.clauses if one.kind == "gapped")
    return span.start in verbs or span in gaps


def points_back(reading: Reading, span: Span) -> bool:
    """Whether a clause cut from a sentence begins with a word for what the rest of it names: "|he later died|"."""
    words = _words(reading, span)
    return not words or words[0] in _POINTING or broken(reading, span)


def _words(reading: Reading, span: Span) -> list[str]:
    return _WORD.findall(plain(reading.report.words(span)).casefold())
