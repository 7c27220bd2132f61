"""Shorter forms of a text that are whole: cut only where a clause ends, never in the middle of one, and never reworded.

What stands behind a cut is in the full brief and in the reference. Words that turn the sense ("unless", "if", "not")
never stand behind a cut that is made here.
"""

from __future__ import annotations

import re

from standfirst.text import plain

#: Where what follows only adds to what stands before. It errs towards too few places.
_ADDS = re.compile(
    r",[\"”’]? (?:which|who|whose|where|while|when|after|as|although|though|and|but|with|including|\w+ing)\b"
    r"|;| (?:which|after|while|although)\b| [–—]| --? |, according to\b|, \w+(?: \w+){0,8} (?:said|says)\b[^,]{0,40}$"
)
_TURNS = re.compile(r"\b(?:not|no|never|unless|if|until|deni\w+|false\w*|wrong\w*|except)\b|n't\b", re.IGNORECASE)
#: Letters and words that a cut text has at least.
_LEAST, _WORDS = 30, 5
#: What may stand before a date that is told beside the line already.
_DATE_START = r"^(?:on |in |at |early on |late on )?{words},? (?=\w)"
_DATE_END = r",? (?:on |in |at ){words}$"
_PART_OF_DAY = re.compile(
    r"morning|noon|evening|night|dawn|dusk|midnight|[ap]\.?m\b|o'clock|hour|\d[.:]\d", re.IGNORECASE
)


def trimmed(text: str, longest: int) -> str | None:
    """The text, cut before what only adds to it where it is too long; None where it cannot be cut so.

    >>> trimmed("The ferry sank off Orrow at dawn on Tuesday, leaving dozens of people in the water", 50)
    'The ferry sank off Orrow at dawn on Tuesday'
    """
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    even = plain(words)
    for place in reversed([found.start() for found in _ADDS.finditer(even) if found.start() <= longest]):
        head, tail = words[:place], even[place:]
        if len(head) < _LEAST or len(head.split()) < _WORDS or _TURNS.search(tail):
            continue
        if plain(head).count('"') % 2 == 0 and head.count("(") == head.count(")"):
            return head.rstrip(" ,;:–—-")
    return None


def without_date(text: str, words: str) -> str:
    """The text without the words of its date at its start or end, for a line that begins with the date.

    "On 3 May the wall fell" -> "The wall fell". A part of the day is left, and so is a date inside a sentence.
    """
    when = re.escape(" ".join(words.split()))
    if not when or _PART_OF_DAY.search(words):
        return text
    for pattern in (_DATE_START, _DATE_END):
        cut = re.sub(pattern.format(words=when), "", text, flags=re.IGNORECASE)
        if cut != text and len(cut.split()) > _WORDS - 2:
            return cut[:1].upper() + cut[1:]
    return text


def last_piece(text: str) -> str:
    """What follows the last ", with", ", but" or ", and": "dozens still being looked for"; "" where there is none."""
    found = re.split(r"[,;] (?:with|but|and|though) ", " ".join(text.split()))
    return found[-1] if len(found) > 1 else ""
