"""The text around a number, as the rules that say what it counts need it: words, tags, tree and sentences.

Everything here works without a parse too: then words are judged by their form alone, and there are fewer finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.names import named_in
from standfirst.lexicon.counts import count_words
from standfirst.model.reading import Reading, Timex
from standfirst.model.span import Span

#: Words that end a noun phrase where there are no tags to say so.
_CLOSED = frozenset(
    """the a an of in on at by for from to with and or but as that which who whom whose is are was were be
    been being has have had will would could should may might must can do does did not after before during
    while when where since until about over under between among against into onto out up down off near said
    says say it he she they them his her their its this these those there here then than so also just only
    still already yet per including amid following killed injured wounded died dead shot hurt missing
    arrested each were""".split()
)
#: How far from a number its sentence is looked at, in code points.
_REACH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One report as the rules see it."""

    reading: Reading
    doc: Doc
    #: The text with plain quotes, dashes and spaces; offsets as in the report.
    text: str
    #: Offsets of the tokens, ascending.
    offsets: tuple[int, ...]
    #: Half-open character ranges of the sentences, ascending.
    sentences: tuple[tuple[int, int], ...]
    tagged: bool
    parsed: bool
    #: Names by place: (start, end, label), ascending.
    named: tuple[tuple[int, int, str], ...]
    #: The place that the report is about: that of its dateline, else the one that it names most; None without one.
    home: tuple[int, int] | None

    def index(self, offset: int) -> int:
        """Index of the token that holds that offset, or of the last one before it."""
        return max(0, bisect_right(self.offsets, offset) - 1)

    def next_index(self, offset: int) -> int:
        """Index of the first token that begins at or after the offset; the number of tokens where there is none."""
        index = bisect_right(self.offsets, offset)
        return index - 1 if index and self.offsets[index - 1] == offset else index

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset, as a character range; of a very long one, the stretch around it."""
        at = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        start, end = self.sentences[at] if at >= 0 else (0, len(self.text))
        return max(start, offset - _REACH), min(max(end, offset), offset + _REACH)

    def head_token(self, measure: Measure) -> Token:
        """The token of the number (and its unit) from which the others hang."""
        first, last = self.index(measure.numeral.start), self.index(max(measure.after - 1, measure.numeral.start))
        for token in self.doc[first : last + 1]:
            if not first <= token.head.i <= last or token.head is token:
                return token
        return self.doc[last]

    def names(self, start: int, end: int, *, events: bool = False) -> list[tuple[int, int, str]]:
        """Names that lie wholly in a character range: (start, end, label); those seen as events only if asked for."""
        first, last = bisect_left(self.named, (start, 0, "")), bisect_left(self.named, (end, 0, ""))
        return [name for name in self.named[first:last] if name[1] <= end and (events or name[2] != "event")]

    def timexes(self, start: int, end: int) -> list[Timex]:
        """Time expressions that begin in a character range."""
        found = self.reading.timexes
        first = bisect_left(found, start, key=lambda timex: timex.span.start)
        last = bisect_left(found, end, key=lambda timex: timex.span.start)
        return list(found[first:last])

    def span(self, start: int, end: int) -> Span:
        """The place in the report."""
        return self.reading.report.span(start, end)


def sight_of(reading: Reading, doc: Doc, text: str) -> Sight:
    """Look at one report; `text` is the report's text made plain."""
    if reading.sentences:
        sentences = tuple(sorted((span.start, span.end) for span in reading.sentences))
    elif doc.has_annotation("SENT_START"):
        sentences = tuple((sent.start_char, sent.end_char) for sent in doc.sents)
    else:
        sentences = _sentences(text)
    named = named_in(doc, text)
    return Sight(
        reading=reading,
        doc=doc,
        text=text,
        offsets=tuple(token.idx for token in doc),
        sentences=sentences,
        tagged=doc.has_annotation("POS"),
        parsed=doc.has_annotation("DEP"),
        named=named,
        home=_home(named, text),
    )


_DATELINE = re.compile(
    r"(?:^|\n)[^\S\n]*(?!MORE|RAW|WATCH|UPDATE|RELATED|PHOTO|VIDEO|BREAKING|LIVE|NEWS|READ|ALSO)([A-Z][A-Z .'-]{2,30})"
    r"(?:,[^\n()-]{2,30})?\s*(?:\([^)\n]{2,40}\)\s*)?-{1,2}\s"
)


def _home(named: tuple[tuple[int, int, str], ...], text: str) -> tuple[int, int] | None:
    """Where the report's own event is, as far as its dateline or its names tell; a place must be named twice."""
    dateline = _DATELINE.search(text, 0, min(len(text), 4000))
    if dateline is not None:
        return dateline.start(1), dateline.start(1) + len(dateline.group(1).rstrip())
    places = [(start, end) for start, end, label in named if label in ("place", "facility")][:200]
    forms = [text[start:end].lower() for start, end in places]
    counts = Counter(forms)
    if not counts or max(counts.values()) < 2:
        return places[0] if places and places[0][0] < 400 else None
    return places[forms.index(max(counts, key=lambda form: (counts[form], -forms.index(form))))]


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """A rough division where nothing better is known: at line ends and after a stop before a capital."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"')]*\s+(?=[\"'(]?[A-Z])|\n+", text)]
    starts = [0, *ends]
    return tuple((start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if end > start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase without its number: character range and head word."""

    start: int
    end: int
    head: Token


_OTHERS = frozenset({"others", "more", "other", "additional", "further", "others'"})


def phrase_after(sight: Sight, offset: int, *, end: int | None = None) -> Phrase | None:
    """The noun phrase that begins at an offset ("Dalvo-based relief workers"), or None.

    It ends with its last noun; "more" and "other" may lead it. At most ten words. Example of its limit: in
    "12 officers stand guard" a wrong tag on "stand" makes it part of the phrase.
    """
    doc, index = sight.doc, sight.next_index(offset)
    last: Token | None = None
    first: Token | None = None
    for token in doc[index : index + 12]:
        if (token.is_space and "\n" in token.text) or (end is not None and token.idx >= end):
            break
        kind = _part(sight, token, last)
        if kind == "stop":
            break
        if first is None and kind != "skip":
            first = token
        if kind == "noun":
            last = token
    if first is None or last is None:
        return None
    return Phrase(start=first.idx, end=last.idx + len(last), head=last)


def _part(sight: Sight, token: Token, last: Token | None) -> str:
    """noun | more | skip | stop: what a token is to a noun phrase of which `last` is the last noun so far."""
    word = token.lower_
    if token.is_space or (last is None and word in ('"', "'", "“", "‘", "`")):
        return "skip"
    if word in ("-", "–") and _joins(token):
        return "more"
    if not sight.tagged:
        if not token.is_alpha or word in _CLOSED or (last is not None and word.endswith("ly")):
            return "stop" if word != "'s" else "more"
        return "noun"
    if token.pos_ in ("NOUN", "PROPN"):
        return "noun" if not _sudden(token, last) else "stop"
    if word in ("'s", "’s", "'", "’") and last is not None and token.pos_ == "PART":
        return "more"
    if last is not None and not _goes_on(token, last):
        return "stop"
    if (
        token.pos_ == "ADJ"
        or (token.pos_ in ("VERB", "NUM") and _leads_to_noun(token))
        or (token.i and token.nbor(-1).text in "-–")
    ):
        return "more"
    if token.pos_ == "CCONJ" and _leads_to_noun(token) and token.i and token.nbor(-1).pos_ in ("ADJ", "VERB"):
        return "more"
    return (
        "more"
        if token.pos_ == "ADV" and word in ("more", "most", "so-called", "newly", "highly", "heavily")
        else "stop"
    )


def _goes_on(token: Token, last: Token) -> bool:
    """Whether a word that is no noun may follow a noun of the phrase: "UN relief flights", "Dalvo's oldest".

    "affiliated" in "Orra-owned and affiliated ships" goes on too.
    """
    before = token.doc[token.i - 1]
    if before.text in ("-", "–") and _joins(before):
        return True
    name = last.pos_ == "PROPN" and last.i == token.i - 1
    if token.pos_ == "ADJ" and (name or before.lower_ in ("'s", "’s", "'", "’") or before.pos_ in ("ADJ", "VERB")):
        return _leads_to_noun(token)
    if token.pos_ == "NUM" and name:
        return token.dep_ == "flat" and _leads_to_noun(token)  # "Leopard 2 tanks"
    if token.pos_ == "VERB" and before.pos_ in ("CCONJ", "ADV"):
        return _leads_to_noun(token)
    return token.pos_ == "CCONJ" and before.pos_ in ("VERB", "ADJ") and _leads_to_noun(token)


def _joins(token: Token) -> bool:
    """Whether a hyphen joins the words beside it."""
    doc = token.doc
    before = doc[token.i - 1] if token.i else token
    beside = not before.whitespace_ and not token.whitespace_ and token.i + 1 < len(doc)
    return beside and doc[token.i + 1].text[:1].isalnum()


def _leads_to_noun(token: Token) -> bool:
    """Whether a noun comes within the next four words, with only modifiers between."""
    for later in token.doc[token.i + 1 : token.i + 5]:
        if later.pos_ in ("NOUN", "PROPN"):
            return token.pos_ != "VERB" or token.tag_ in ("VBN", "VBG", "VBD", "") or later.i == token.i + 1
        if later.pos_ not in ("ADJ", "VERB", "PUNCT", "CCONJ", "ADV", "NUM") or later.text in ",;:.()":
            return False
    return False


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split())


def _sudden(token: Token, last: Token | None) -> bool:
    """Whether a noun after a noun starts something new: a weekday, or a name after a plural ("officers Friday")."""
    if last is None:
        return token.lower_ in _DAYS
    if token.lower_ in _DAYS or token.lower_ in ("shot", "hurt", "dead", "each", "wounded"):
        return True
    return (
        token.pos_ == "PROPN"
        and last.pos_ == "NOUN"
        and last.i == token.i - 1
        and last.lower_.endswith(("s", "men", "people"))
    )


def phrase_before(sight: Sight, offset: int) -> Phrase | None:
    """The noun phrase that ends at an offset ("annual cost savings" before " of $5m"), articles left out."""
    doc, index = sight.doc, sight.next_index(offset) - 1
    while index >= 0 and doc[index].is_space:
        index -= 1
    known = index >= 0 and (doc[index].pos_ in ("NOUN", "PROPN") or doc[index].lower_ in count_words().same)
    if index < 0 or (sight.tagged and not known) or not doc[index].is_alpha:
        return None
    head = first = doc[index]
    for token in reversed(doc[max(0, index - 8) : index]):
        kinds = ("NOUN", "PROPN", "ADJ") if sight.tagged else ()
        hyphen = token.text == "-" and _joins(token)
        if token.pos_ not in kinds and not hyphen and not (token.lower_ in ("'s", "’s") and sight.tagged):
            break
        if token.lower_ in _DAYS or (token.is_space and "\n" in token.text):
            break
        first = token
    while first is not head and (first.text in ("-", "'s", "’s", "–") or not first.text[:1].isalnum()):
        first = doc[first.i + 1]
    return Phrase(start=first.idx, end=head.idx + len(head), head=head)
