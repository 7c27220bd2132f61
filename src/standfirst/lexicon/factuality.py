"""What do a cue and the main event of its words make of what is said: did it happen, is it planned, is it denied?"""

from __future__ import annotations

from functools import lru_cache

from standfirst.lexicon.cues import cue_words
from standfirst.model.reading import Attribution, Event

#: Kinds of cue that only hold an opinion, unless the same word also tells.
_HOLDING = frozenset({"claim", "believe", "express"})
_TELLING = frozenset({"say", "announce", "report", "confirm"})


def told_factuality(said: Attribution, main: Event | None) -> str:
    """happened | ongoing | planned | threatened | possible | requested | denied | opinion, as its source tells it.

    `main` is the event nearest the root of what is said; None where no word tells one. A denial makes it denied; what
    is only believed, or quoted without an event, is an opinion.
    """
    if said.stance == "denies":
        return "denied"
    if main is None:
        return "opinion" if said.mode != "indirect" else "happened"
    kinds = _kinds().get(said.lemma or "", frozenset())
    if kinds & _HOLDING and not kinds & _TELLING:
        return "opinion"
    if main.nominal or (main.lemma in ("be", "have") and said.mode == "direct"):
        return "opinion"
    return main.factuality


def told_polarity(said: Attribution, main: Event | None) -> str:
    """positive | negative: whether its source tells that it is so or that it is not.

    "Denied that it struck", "said it did not strike" and "refused to strike" are negative, "denied that it had not
    struck" positive.
    """
    negative = main is not None and (main.polarity == "negative" or main.factuality == "denied")
    return "negative" if negative != (said.stance == "denies") else "positive"


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word in cue_words():
        found[word.lemma] = found.get(word.lemma, frozenset()) | {word.kind}
    return found
