"""Which numbers name or date something instead of counting it: flights, streets, telephones, years, scores, lists.

Text alone. Errs towards leaving a number out where a name and a count look alike ("Gate 9 guards were held").
"""

from __future__ import annotations

import re

from standfirst.extract.quantities.numeral import Numeral

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s+(?:the\s+)?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{_MONTH}\b(?!\s+(?:be|have|not|also|yet))", re.IGNORECASE)
_CLOCK_AFTER = re.compile(r"\s?(?:a\.?m\b|p\.?m\b|o'clock|hrs\b|GMT|UTC|EST|EDT|ET\b|CET|local time)", re.IGNORECASE)
_LABELS = frozenset(
    """terminal flight route interstate highway hwy room gate section sections article articles chapter type
    class channel phase level grade building boeing airbus district ward no no. nos nos. number numbers page
    pages version part act title rule day pier platform runway lane exit bay hangar sector zone unit engine
    ladder squad battalion division regiment brigade apollo windows iphone model mark stage line track
    apartment apt suite box category cat resolution psalm verse episode season round lot bus train news fox
    abc nbc cbs top size paragraph para clause amendment figure fig table step question item item# ground
    code form appendix schedule group g i- us- u.s. i us precinct station studio world radio area formula
    catch proposition prop measure bill psalms gen mk row seat nikkei dax cac ftse nasdaq topix stoxx""".split()
)
_STREET = re.compile(
    r"(?:\s+block)?(?:\s+of)?(?:\s+[NSEW]{1,2}\.?(?:[NSEW]\.)?|\s+(?:North|South|East|West)\w*)?(?:\s+[A-Z0-9][\w.'-]*){0,3}?"
    r"\s+(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Highway|Hwy|Way|Place|Court|Ct|Square|Terrace"
    r"|Parkway|Pkwy)\b"
)
_PHONE = re.compile(r"(?<![\d.])(?:\+\d{1,3}[ .-])?\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|gov|edu|co|ws|ly|html?)\b|^#")
_LIST_POINT = re.compile(r"(?:^|\n)[ \t]*$")
_DATE_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|during|of|from|late|early|mid|year|summer|spring|winter|fall|autumn|after|before|to|and|for|the|through)\s+$",
    re.IGNORECASE,
)
_COUNTED_NEXT = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:[a-z-]+s|people|men|women|children|police|personnel|cattle|sheep|fish|aircraft|staff|crew)\b"
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z][\w.&'-]*)[ \u00a0]$")
#: The rest of an outlet's name after its channel or frequency: "21 News", "9 Radio", not "12 TV crews".
_OUTLET_AFTER = re.compile(
    r" (?:(?:Action |Eyewitness )?(?:News|NEWS)\b|(?:Sports?|Radio|TV|Television|FM|AM)\b(?!\s+[a-z]+s\b))"
)
_A_NUMBER = re.compile(r"\b(?:the|an?|this|that|[a-z]+'s)\s+(?:[a-z]*[a-rt-z]\s+)?number[ \u00a0]$", re.IGNORECASE)
_IDIOM_AFTER = re.compile(r"(?: call| dispatch| emergency| operator|-call)")


def avoided(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges in which no number counts anything: web and mail addresses, tags, telephone numbers. `text` is plain."""
    ranges = [(match.start(), match.end()) for match in _PHONE.finditer(text)]
    for word in re.finditer(r"\S+", text):
        if word.end() - word.start() > 2000 or _ADDRESS.search(word.group()):
            ranges.append((word.start(), word.end()))
    return tuple(sorted(ranges))


def is_label(text: str, numeral: Numeral) -> bool:
    """Whether the number names, dates or lists something; `text` is plain (`standfirst.text.plain`)."""
    before = text[max(0, numeral.start - 40) : numeral.start]
    after = text[numeral.end : numeral.end + 60]
    if numeral.sign:
        return before[-1:].isalnum()
    return _glued(before, after, numeral) or _dated(before, after, numeral) or _named(before, after, numeral)


def _glued(before: str, after: str, numeral: Numeral) -> bool:
    """Written against letters or other figures: "F-16", "6th", "3:30", "24/7", "1-0"."""
    last, next_ = before[-1:], after[:1]
    if last.isalnum() or last in ("_", "#", "@", "&", ":", "/", "."):
        return last not in (":", ".") or numeral.digits
    if last == "-" and before[-2:-1].isalnum():
        return True
    if last == "'" and numeral.digits and numeral.value < 100:
        return True
    if numeral.digits and next_ in ("/", ":", ".", ",", "-") and after[1:2].isdigit():
        return True
    if numeral.digits and re.match(r"(?:st|nd|rd|th|s|'s|D|x)\b", after):
        return True
    return bool(re.match(r"\s?&", after) or re.search(r"&\s?$", before))


def _dated(before: str, after: str, numeral: Numeral) -> bool:
    """A day of a month, a time of day or a year."""
    if numeral.value <= 31 and _MONTH_BEFORE.search(before) and not re.match(r"\s+(?:people|percent|per cent)", after):
        return numeral.digits
    if numeral.digits and numeral.value <= 31 and _MONTH_AFTER.match(after):
        return True
    if numeral.value <= 24 and _CLOCK_AFTER.match(after):
        return True
    four = numeral.kind == "range" or numeral.end - numeral.start == 4  # not "1,550"
    if not (numeral.digits and four and numeral.kind in ("plain", "range") and 1500 <= numeral.value <= 2100):
        return False
    if numeral.multiplied or re.match(
        r"\s?(?:%|per ?cent|km|m\b|mile|feet|ft|kg|ton|pound|acre|hectare|dollar|euro)", after
    ):
        return False
    dated = _DATE_LEAD.search(before) or _MONTH_BEFORE.search(before)  # "the May 2019 floods"
    return dated is not None or _COUNTED_NEXT.match(after) is None


def _named(before: str, after: str, numeral: Numeral) -> bool:
    """The number of a flight, a street, a channel, a list point; or a word that only looks like a number."""
    last = _LAST_WORD.search(before)
    word = last.group(1) if last else ""
    if word == "number" and _COUNTED_NEXT.match(after) and not _A_NUMBER.search(before):
        return False  # "the rebels number 30 men"
    if word == "sweet" and numeral.value == 16:
        return True  # a birthday
    if word.lower() in _LABELS and (numeral.digits or word[0].isupper() or word.lower() in ("number", "no.")):
        return not re.search(r"\b(?:the|a|this|that)\s+(?:number|part|group|top)[ \u00a0]$", before, re.IGNORECASE) or (
            word.lower() == "top"
        )
    if re.search(r"\bages(?:\s+of)?\s+(?:[\w,]+\s+(?:and\s+|to\s+)?)*$", before):
        return True
    if numeral.digits and _STREET.match(after):
        return True
    if numeral.digits and numeral.value < 100 and _LIST_POINT.search(before) and re.match(r"[.)]\s", after):
        return True
    if numeral.digits and numeral.value in (911, 999, 112) and _IDIOM_AFTER.match(after):
        return True
    if numeral.digits and numeral.value < 1000 and not numeral.multiplied and _OUTLET_AFTER.match(after):
        return True
    if numeral.kind == "vague" and _not_vague(before, after, numeral):
        return True
    name_before = word[:1].isupper() and not _WEEKDAY.search(word) and _inside_sentence(before, word)
    measured = re.match(r"\s?(?:%|[a-z$-])", after) is not None
    return bool(numeral.digits and name_before and not numeral.multiplied and not measured)


def _inside_sentence(before: str, word: str) -> bool:
    """Whether the capital of the word before is not owed to a sentence's beginning, as far as the text shows."""
    lead = before[: len(before) - len(word) - 1].rstrip()
    return bool(lead) and lead[-1] not in '.!?:"\n-'


def _not_vague(before: str, after: str, numeral: Numeral) -> bool:
    """ "scores" that are points, "the couple" that are two people."""
    if numeral.value == 20 and not numeral.digits and numeral.high == 99:
        return not re.match(
            r"\s+(?:of|more|others|were|are|have|killed|injured|wounded|dead|hurt|missing|feared)\b", after
        )
    if numeral.value == 2 and not numeral.ranged:
        return not re.match(r"\s+(?:of|more|hundred|thousand|dozen|million)\b", after) or bool(
            re.search(r"\b(?:the|The|this|young|old|married)\s+$", before)
        )
    return False
