"""A claim as a line of a brief: its words made a sentence, and who says so in plain words.

Nothing is added to what the words say but who says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from standfirst.model.linked import Claim, Evidence
from standfirst.text import plain
from standfirst.view.cutting import trimmed
from standfirst.view.desk import Desk

#: A line on the short page is cut at a word beyond this many letters; the whole is in the full brief and the evidence.
LONGEST = 170

#: A mark that opens what comes after the words, or closes what came before them.
_LOOSE = re.compile(r"^[\"”] | [\"“]$")
_PAIRS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"))
_PRONOUNS = frozenset("he she they it i we you who him her them this that these those".split())
#: A cue that can stand between its speaker and a "to" or "that": "pledged", "has requested".
_TOLD = re.compile(r"(?:(?:has|have|had) (?:also )?)?\w+(?:ed|s)|said|told", re.IGNORECASE)
#: Cues whose "that" opens what is wanted, not what is: without the cue its verb would be bare ("that he leave").
_WANTING = re.compile(
    r"\b(?:request|demand|ask|urg|order|propos|recommend|insist|suggest|pledg|vow)\w*$", re.IGNORECASE
)
#: The stamp of a passage, which its time tells already: "UPDATE - 3.52pm:".
_STAMP = re.compile(
    r"^(?:[A-Z]{4,}|Updated?)\s*[-–—:]?\s*(?:at )?\d{1,2}[.:h]\d{2}\s*"
    r"(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?\s*[-–—:]\s*"
)
#: A page's links after a company's name: "(ORRW.N: Quote, Profile)".
_TICKER = re.compile(r" ?\([A-Z.]{2,8}: [^()]{1,40}\)")
#: How a speaker leads up to what they have to say.
_PREAMBLE = re.compile(
    r"^(?:it is important to (?:note|say|stress)|(?:i|we) (?:can|want to|would like to) (?:confirm|say|stress|tell you)"
    r"|let me be clear) that (?=\w)",
    re.IGNORECASE,
)


def sentence(claim: Claim, desk: Desk, *, longest: int = LONGEST) -> str:
    """The claim's words as a line: white space squeezed, no full stop, a capital first, a speaker's own in quotes.

    "to leave by June", which Ann Orr pledged, becomes "Ann Orr pledged to leave by June".
    """
    words = bare(claim.text)
    if is_speech(claim):
        return f"“{_capital(shortened_end(_PREAMBLE.sub('', words), longest))}”"
    return _capital(shortened_end(wanted(claim, desk) or closed(claim, desk, words), longest))


def balanced(words: str) -> str:
    """The words with the partner of a lone straight mark, before them where it closes, after them where it opens."""
    if words.count('"') == 2 and words.endswith('"') and words[words.index('"') + 1].isspace():
        words = words[:-1]
    if words.count('"') % 2 == 0:
        return words
    after = words[words.index('"') + 1 :][:1]
    return f'"{words}' if not after.strip() else f'{words}"'


def closed(claim: Claim, desk: Desk, words: str) -> str:
    """The words with the quotation mark that was left behind when the claim was cut from its report."""
    mark = "”" if words.count("“") == words.count("”") + 1 else '"' if words.count('"') % 2 else ""
    if not mark:
        return words
    for item in claim.evidence:
        reading = desk.readings.get(item.quote.span.report)
        after = reading.report.text[item.quote.span.end : item.quote.span.end + 3] if reading is not None else ""
        if mark in after or item.quote.text.rstrip().rstrip(".,").endswith(mark):
            return words + mark
    return words


def bare(text: str) -> str:
    """The words without the quotation marks around all of them, the marks that have no partner, and the full stop."""
    words = _LOOSE.sub("", _TICKER.sub("", _STAMP.sub("", " ".join(text.split()))))
    for opening, closing in _PAIRS:
        inner = words.rstrip(".,")[1:-1]
        whole = len(words) > 2 and words[0] == opening and words.rstrip(".,")[-1:] == closing
        if whole and opening not in inner and closing not in inner:
            words = inner
        elif words.startswith(opening) and closing not in words[1:]:
            words = words[1:]
    if (words.endswith("”") and "“" not in words) or (words.endswith('"') and words.count('"') == 1):
        words = words[:-1]
    return words.strip().rstrip(".,;:– ") if not words.endswith("...") else words.strip()


def says(evidence: Iterable[Evidence], desk: Desk, *, text: str = "", most: int = 2) -> str:
    """Who says so: "Iranian state TV, says The Outlet"; "Ann Orr, via Radio Vash, say The Lamp and The Wick".

    A speaker with whom the text itself begins is not named again.
    """
    groups: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    cues: dict[tuple[str | None, tuple[str, ...]], str] = {}
    for item in evidence:
        who, outlet = desk.speaker(item), desk.outlet(item.quote.span.report)
        who = None if item.mode == "narration" and not who else who
        known = {_name(who), _name(outlet)}
        names = [" ".join(carrier.name.split()) for carrier in item.via]
        chain = tuple(dict.fromkeys(name for name in names if _name(name) not in known and is_name(name)))
        outlets = groups.setdefault((None if _name(who) == _name(outlet) else who, chain), [])
        if outlet not in outlets:
            outlets.append(outlet)
        cues.setdefault((who, chain), item.cue or "")
    told = _plain_narration_last(groups)
    parts = [
        _group(who, chain, outlets, text, cues.get((who, chain), ""), desk) for (who, chain), outlets in told[:most]
    ]
    if len(parts) > 1 and len(told) == len(parts) and told[-1][0] == (None, ()):
        parts[-1] = f"also {parts[-1]}"
    rest = len(told) - len(parts)
    return "; ".join(dict.fromkeys(parts)) + (f"; and {rest} more" if rest else "")


def shortened_end(text: str, longest: int) -> str:
    """The text, cut with an ellipsis where it is too long: where a clause ends, else after a word."""
    if len(text) <= longest:
        return text
    if (whole := trimmed(text, longest - 2)) is not None:
        return f"{whole} …"
    cut = text[: longest - 3].rsplit(" ", 1)[0].rstrip(",;:–- ")
    mark = '"' if cut.count('"') % 2 else "”" if cut.count("“") > cut.count("”") else ""
    return f"{cut} …{mark}"


def shortened_middle(text: str, longest: int) -> str:
    """The text with words left out of its middle where it is too long, so that it begins and ends as it does."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    half = (longest - 3) // 2
    head, tail = text[:half], text[-half:]
    return f"{head.rsplit(' ', 1)[0] or head} … {tail.split(' ', 1)[-1] or tail}"


def _plain_narration_last(
    groups: dict[tuple[str | None, tuple[str, ...]], list[str]],
) -> list[tuple[tuple[str | None, tuple[str, ...]], list[str]]]:
    """The groups in order, speakers first; outlets that tell it in their own voice after them."""
    return sorted(groups.items(), key=lambda item: item[0] == (None, ()))


def _name(name: str | None) -> str:
    """A name as it is compared: without its article and case."""
    words = plain(name or "").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _group(who: str | None, chain: tuple[str, ...], outlets: list[str], text: str, cue: str, desk: Desk) -> str:
    outlet = listed(outlets, most=3)
    if who is not None and names_speaker(text, who, cue):
        who = None
    if who is None and not chain:
        return outlet
    verb = "says" if len(outlets) == 1 else "say"
    first = spoken_of(who) if who is not None else chain[0]
    rest = chain if who is not None else chain[1:]
    tellers = [name for name in rest if not desk.is_carrier(name)]
    carriers = [name for name in rest if desk.is_carrier(name)]
    told = f", as told by {listed(tellers, most=2)}" if tellers else ""
    via = f", via {listed(carriers, most=2)}" if carriers else ""
    return f"{first}{told}{via}, {verb} {outlet}"


def is_name(name: str) -> bool:
    """Whether words name or describe someone, and are no bare pronoun."""
    return plain(name).casefold() not in _PRONOUNS


def spoken_of(who: str) -> str:
    """The words for a speaker; a bare pronoun is shown to be one."""
    who = " ".join(who.split())
    return f"someone called only “{who}”" if plain(who).casefold() in _PRONOUNS else who


def names_speaker(text: str, who: str, cue: str = "") -> bool:
    """Whether the text begins with the speaker's name, or has it near its start, or before the cue."""
    words = [word.strip("“”\"'’,.") for word in text.split()]
    last = who.split()[-1] if who.split() else who
    if f"{text} ".casefold().startswith(f"{who} ".casefold()) or (last[:1].isupper() and last in words[:3]):
        return True
    said = cue.split()[-1:]
    return bool(said) and last in words and said[0] in words[words.index(last) :] and words.index(last) < 10


def listed(names: list[str], *, most: int) -> str:
    """ "A", "A and B", "A, B and 2 more"."""
    if len(names) > most:
        return (
            f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more" if most > 1 else f"{len(names)} of them"
        )
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def is_speech(claim: Claim) -> bool:
    """Whether the claim's words are a speaker's own, so that they need quotation marks."""
    asserted = [item for item in claim.evidence if item.stance == "asserts"] or list(claim.evidence)
    words = plain(bare(claim.text)).casefold()
    return bool(asserted) and all(
        item.mode == "direct" and words in " ".join(plain(item.quote.text).casefold().split()) for item in asserted
    )


def wanted(claim: Claim, desk: Desk) -> str | None:
    """ "Ann Orr pledged to leave by June", "Ann Orr has asked that Vash leave", where the words need their cue.

    Only where one speaker's cue carries words that begin with "to", or that follow a "that" and tell what is wanted.
    """
    words = bare(claim.text)
    if len(claim.evidence) != 1 or claim.evidence[0].mode != "indirect":
        return None
    item = claim.evidence[0]
    who, cue = desk.speaker(item), " ".join((item.cue or "").split())
    if who is None or not _TOLD.fullmatch(cue):
        return None
    if words.startswith("to "):
        return f"{spoken_of(who)} {cue} {words}"
    reading = desk.readings.get(item.quote.span.report)
    before = reading.report.text[max(0, item.quote.span.start - 6) : item.quote.span.start] if reading else ""
    if _WANTING.search(cue) and before.split()[-1:] == ["that"]:
        return f"{spoken_of(who)} {cue} that {words}"
    return None


def _capital(words: str) -> str:
    """A capital first, unless the first word has one inside ("iPhone")."""
    first = words.split(" ", 1)[0]
    return words if any(letter.isupper() for letter in first) else words[:1].upper() + words[1:]
