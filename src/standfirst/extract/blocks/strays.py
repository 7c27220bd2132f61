"""Paragraphs of another story that were left in the middle of this one by whatever cut the page out."""

from __future__ import annotations

import re
from collections import Counter

from standfirst.extract.blocks.layout import Page, Piece, ends_sentence, sentences

#: Words that say nothing of the subject of a sentence.
_EMPTY = frozenset(
    "about above after again against also among another around because been before being below between both "
    "cannot could does doing down during each even ever every from further have having here into itself just last "
    "least less like made make many more most much must near never next once only other over same several shall "
    "should since some still such than that their them then there these they this those through under until upon "
    "very were what when where which while whom whose will with within without would your year years month months "
    "week weeks today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december said says told people million "
    "billion thousand hundred first second third three four five seven eight nine percent according including "
    "number part time".split()
)
#: Words that tie a sentence to what stands before it.
_LINKS = re.compile(
    r"\b(?:he|she|him|her|hers|his|they|them|their|theirs|this|these|those|that|we|us|our|i|my|me|you|your|it|there|here|"
    r"such|also|meanwhile|however|but|too|then|so|both|another|other|others|latter|former|earlier|later|same|afterwards?|"
    r"instead|again|still|already|said|says|told)\b",
    re.IGNORECASE,
)
#: Words that belong to whatever disaster, crime or fighting the page is about, though they stand nowhere else on it.
_INCIDENT = re.compile(
    r"\b(?:shoot\w{0,4}|shots?|bod(?:y|ies)|\d{1,2} ?[ap]\.?m|victims?|suspects?|gunm[ae]n|attackers?|police|officers?|"
    r"deput(?:y|ies)|sheriff|detectives?|troopers?|investigat\w{2,6}|hospitals?|medical|ambulances?|injur\w{2,5}|wounded|"
    r"killed|dead|died|deaths?|survivors?|witness\w{0,4}|rescue\w{0,3}|firefighters?|arrest\w{0,3}|charge[sd]?|court|jail|"
    r"bond|custody|funeral|vigil|memorial|families|relatives|casualt\w{2,4}|soldiers?|troops|militar\w{1,3}|weapons?|"
    r"guns?|evacuat\w{2,5}|damage[sd]?|emergency|incidents?|crash\w{0,3}|authorit(?:y|ies)|officials?|residents?|m[ae]n|"
    r"wom[ae]n|boys?|girls?|teen\w{0,6}|child(?:ren)?|year-olds?|gunshots?|bullets?|wounds?|autops(?:y|ies)|coroners?|"
    r"defendants?|guilty|plead\w{0,3}|plea|sentence[ds]?|trials?|jur(?:y|ies)|judges?|prosecut\w{2,4}|lawyers?|"
    r"attorneys?|prison|parole|crews?|cancel\w{0,4}|postpone[ds]?|rall(?:y|ies)|protest\w{0,4}|family)\b",
    re.IGNORECASE,
)
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ers",
    "ors",
    "ed",
    "es",
    "er",
    "or",
    "ly",
    "s",
    "e",
    "y",
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Fewest paragraphs of prose that a page must have before one of them can be out of place.
_PROSE = 6


def stem(word: str) -> str:
    """A word without its ending, roughly: "strikes" and "striking" are one, and now and then two words too many."""
    word = word.lower().split("'")[0].split("’")[0]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def content(words: str) -> list[str]:
    """The stems of the words that carry a sentence's subject matter."""
    return [stem(word) for word in _TOKEN.findall(words) if len(word) >= 4 and word.lower() not in _EMPTY]


def mark_strays(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Set aside a paragraph in mid-page that shares neither name nor subject nor linking word with the rest.

    "The orchestra has sold out its spring season" inside a report of a flood. Only a paragraph of one or two sentences,
    not in quotation marks, between two paragraphs of prose, on a page whose other paragraphs do hang together; errs
    towards keeping, since a background paragraph may bring all its words along.
    """
    whole = [index for index, piece in enumerate(pieces) if piece.kind == "body" and _whole(pieces, index)]
    prose = [
        index for index in whole if ends_sentence(page.words(pieces[index])) and len(page.words(pieces[index])) > 60
    ]
    if len(prose) < _PROSE:
        return pieces
    stems = {index: set(content(page.words(piece))) for index, piece in enumerate(pieces) if piece.kind not in _SIDE}
    counts = Counter(each for found in stems.values() for each in found)
    ties = sorted(_shared(stems[index], counts) for index in prose)
    usual = ties[len(ties) // 2]
    marked = list(pieces)
    for place, index in enumerate(prose[1:-1], 1):
        if usual < _USUAL or not _between(pieces, prose, place):
            continue
        if _is_stray(page, pieces[index], stems[index], counts, usual):
            marked[index] = pieces[index].part(pieces[index].start, pieces[index].end, "unrelated", "shares nothing")
    return marked


_SIDE = {"boilerplate", "credit", "byline", "repeated"}
#: Share of its content words that a stray may have in common with the rest, and that others must at least have.
_MOST, _USUAL = 0.2, 0.3


def _whole(pieces: list[Piece], index: int) -> bool:
    number = pieces[index].paragraph
    return all(not 0 <= near < len(pieces) or pieces[near].paragraph != number for near in (index - 1, index + 1))


def _between(pieces: list[Piece], prose: list[int], place: int) -> bool:
    """Whether nothing but prose stands right before and after: a heading may open another subject."""
    index = prose[place]
    before, after = pieces[index - 1], pieces[index + 1]
    told = {"body", "quotation", "standfirst", "repeated"}
    return before.kind in told and after.kind in told and prose[place - 1] < index


def _shared(stems: set[str], counts: Counter[str]) -> float:
    """Share of its content words that stand elsewhere on the page too."""
    return sum(counts[each] > 1 for each in stems) / len(stems) if stems else 1.0


def _is_stray(page: Page, piece: Piece, stems: set[str], counts: Counter[str], usual: float) -> bool:
    words = page.words(piece)
    if (
        '"' in words
        or not words[0].isalpha()
        or len(stems) < 6
        or len(sentences(page, piece.start, piece.end)) > 2
        or _LINKS.search(words)
    ):
        return False
    if _INCIDENT.search(words):
        return False
    share = _shared(stems, counts)
    names = {stem(token) for token in _TOKEN.findall(words) if token[0].isupper() and len(token) >= 3}
    known = {name for name in names if counts[name] > 1}
    return share <= _MOST and share <= usual / 2 and not known
