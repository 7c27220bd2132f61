"""Whether a claim's words can stand as a line of their own; what cannot is left to the full brief.

These are rules of thumb over the words, the clauses and the events that were found. They err towards leaving out: a
fact that is told in a sentence that leans on the one before it is missed on the short page, and is in the full one.
"""

from __future__ import annotations

import re
from functools import cache

from standfirst.lexicon.tables import rows
from standfirst.model.linked import Claim, Evidence
from standfirst.model.reading import Reading
from standfirst.text import plain
from standfirst.view.desk import Desk
from standfirst.view.tolls import counts_of, overtaken_in
from standfirst.view.wording import bare, closed, is_speech, wanted

#: First words that point to what was said before, or to the page itself.
_LEANING = frozenset(
    "he she they it him her them his its their this that these those such and but so or nor which who whom whose"
    " however also then there's here here's yes no where when whether what how why".split()
)
#: Words that, without a noun after them, count things told of before: "Both have", "Others were", "Parts will".
_QUANTIFIERS = frozenset(
    "both neither either each some many most all few several none another others two three four five six seven eight"
    " nine ten part parts portions half".split()
)
#: What a speaker may begin with in a quotation without losing the reader.
_SPOKEN = frozenset("it this that these there yes no".split())
#: First words with which, outside a quotation, an outlet speaks of itself or to its reader.
_OWN = frozenset("i we you our my your let let's".split())
#: Last words after which something was cut off; "in", "by" and "up" are none, they end many a verb.
_UNENDED = frozenset("on of the a an and or but from with to since for than that his her its their".split())
#: First words of a clause that hangs from another; with a comma the other one follows.
_HANGING = frozenset("even as if because since while although though until unless after before once despite".split())
#: Words after which a clause begins.
_OPENERS = frozenset(
    "and but or so that as if because since while although though until after before once when where which who yet"
    " than".split()
)
#: Forms of the verbs that no tagger is needed to see; they are a closed class.
_AUXILIARIES = frozenset(
    "is are was were be been am has have had do does did will would shall should can could may might must"
    " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't"
    " says said".split()
)


#: A relative clause as far as the next comma; "that" is left out, it opens what is said more often.
_RELATIVE = re.compile(r"\b(?:who|which|whom|whose)\b[^,;]*", re.IGNORECASE)


#: What is said, begun with a word for what was told before: "Mr Orr said it had been sent", "has said that this was".
_SAID_OF_IT = re.compile(
    r"^(?:[\w.’'-]+ ){0,9}(?:said|says|told|added|confirmed|denied)(?: [\w.’'-]+){0,4}? (?:that )?"
    r"(?:it|this|these|those|they)\b"
)
#: A time or a place that only what went before tells: "the search ended that day".
_THEN = re.compile(
    r"\b(?:that(?: same)?|the (?:same|previous|next|following)) "
    r"(?:day|night|morning|afternoon|evening|week|month|year)\.?$"
)
#: A cue with a verb right after it, so that the subject of what is said is gone: "Police say targeted officers".
_GAP = re.compile(r"\b(?:say|says|said) (?!need|indeed)[a-z]+ed\b")


def flaw(claim: Claim, desk: Desk) -> str | None:
    """Why the claim cannot be a line of the short page, or None: "a fragment", "leans on what went before it"."""
    words = closed(claim, desk, bare(claim.text))
    tokens = re.findall(r"[\w'-]+", plain(words).casefold())
    if len(tokens) < (3 if counts_of(claim, desk.told_counts) else 4):  # "three people died" says enough
        return "fewer than four words"
    if words.endswith("?"):
        return "a question"
    if words.count('"') % 2 or words.count("“") != words.count("”"):
        return "a broken quotation"
    if overtaken_in(claim, desk.told_counts):
        return "a figure in it has been overtaken"
    opening = bad_opening(words)
    if opening and not (is_speech(claim) and tokens[0] in _SPOKEN):
        return opening
    if (found := _SAID_OF_IT.search(plain(words))) is not None:
        rest = plain(words)[found.end() :].split()
        return "what is said leans on what went before it" if len(rest) > 4 else "what is said only points back"
    if _THEN.search(plain(words).casefold()):
        return "leans on what went before it"
    if _GAP.search(plain(words)):
        return "words were left out of it"
    if tells_gap(words) and not counts_of(claim, desk.told_counts):
        return "it tells what is not known"
    if _is_in_wrong(claim, desk):
        return "it is what a correction speaks of"
    if tokens[-1] in _UNENDED:
        return f"breaks off after {tokens[-1]!r}"
    if tokens[0] in _OWN and not is_speech(claim):
        return "it speaks of the page or of the one who writes"
    if tokens[0] == "to" and wanted(claim, desk) is None:
        return "a fragment"
    if any(_opens_with_verb(item, desk) for item in claim.evidence):
        return "no subject before its verb"
    if all(_is_cut(item, desk) for item in claim.evidence):
        return "its beginning was cut off"
    if not any(_has_verb(item, desk, words) for item in claim.evidence):
        return "no verb was found in it"
    return None


def tells_gap(text: str) -> bool:
    """Whether the words say that something is not known: "it is not yet clear who gave the order"."""
    return _gaps().search(plain(text).casefold()) is not None


@cache
def _gaps() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row[0]})" for row in rows("unknowns.tsv")))


def bad_opening(words: str) -> str | None:
    """Why no line can begin as the words do: "he", "are missing", "as tensions rise"."""
    first, second, *_ = [*re.findall(r"[\w'-]+", plain(words).casefold()), "", ""]
    if first in _LEANING:
        return f"leans on what went before it ({first!r})"
    if first in _AUXILIARIES:
        return f"no subject before {first!r}"
    if first in _QUANTIFIERS and second in _AUXILIARIES:
        return f"leans on what went before it ({first!r})"
    if first in _HANGING and "," not in words:
        return f"hangs from what it was said with ({first!r})"
    return None


def _is_in_wrong(claim: Claim, desk: Desk) -> bool:
    """Whether all its words lie in the words of a claim that is itself about a correction, and are not the whole of it.

    "(Early reports that) Ann Orr had died (have since been corrected)": what stands inside was never told as so.
    """
    return bool(claim.evidence) and all(
        any(
            span.holds(item.quote.span) and span != item.quote.span
            for span in desk.wrong_in.get(item.quote.span.report, ())
        )
        for item in claim.evidence
        if item.stance == "asserts"
    )


def _opens_with_verb(item: Evidence, desk: Desk) -> bool:
    """Whether an event in a finite past form opens the words, so that who did it was left behind: "Fired shots"."""
    reading = desk.readings.get(item.quote.span.report)
    if reading is None or item.mode == "direct":
        return False
    return any(
        one.span.start == item.quote.span.start and not one.nominal and one.tense in {"past", "present"}
        for one in reading.events
    )


def _is_cut(item: Evidence, desk: Desk) -> bool:
    """Whether an outlet's own words begin in the middle of what they tell: "(The officer killed) Monday has a son"."""
    reading = desk.readings.get(item.quote.span.report)
    if reading is None or item.mode != "narration":
        return False
    before = plain(reading.report.text[max(0, item.quote.span.start - 40) : item.quote.span.start])
    if not before.rstrip(" ") or before.rstrip(" ")[-1] in "\n.!?:;,\"'-()":
        return False
    return before.split()[-1].casefold() not in _OPENERS


def _has_verb(item: Evidence, desk: Desk, words: str) -> bool:
    """Whether there is a finite verb that is not in a relative clause: "the man who fell" has none.

    Where the parse found nothing in the evidence, a form of "be", "have" or a modal among the words is enough.
    """
    if _AUXILIARIES & set(re.findall(r"[\w'-]+", _RELATIVE.sub(" ", plain(words).casefold()))):
        return True
    reading = desk.readings.get(item.quote.span.report)
    if reading is None:
        return False
    start = item.quote.span.start
    relative = [(start + one.start(), start + one.end()) for one in _RELATIVE.finditer(plain(item.quote.text))]
    heads = [one.head for one in reading.clauses if one.kind != "sentence"]  # its head may be a noun
    heads += [one.span for one in reading.events if one.tense or not _has_tenses(reading)]
    return any(
        item.quote.span.holds(head) and not any(first <= head.start < last for first, last in relative)
        for head in heads
    )


def _has_tenses(reading: Reading) -> bool:
    return any(one.tense for one in reading.events)
