"""Which reports are in substance another's text, and which sentences two outlets share word for word.

A revision is the same outlet's text again, a syndicated copy another outlet's. Several copies are one voice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from urllib.parse import parse_qsl, urlencode, urlsplit

from standfirst.lexicon.titles import is_site_title
from standfirst.link.fingerprints import containment, fingerprint, runs, sharing, words_in
from standfirst.model.linked import Copy, Grounds
from standfirst.model.reading import Reading
from standfirst.model.report import Report
from standfirst.model.span import Span
from standfirst.text import squeezed

#: Kinds of block whose words are the report's own text.
_TEXT = {"body", "standfirst", "quotation", "update", "caption"}
#: Share of the shorter text that must stand in the longer, within one outlet and between two.
_REVISED, _SYNDICATED = 0.6, 0.5
#: Fewest marks that a text must have to be likened to others by its words.
_ENOUGH = 8
#: Share below which two texts under one headline but two addresses are two items ("Morning briefing").
_SOME = 0.1
#: Parameters of an address that say how a reader came to it, not what is there, and how such names begin.
_TRACKING = frozenset(
    "fbclid gclid msclkid dclid igshid _ga _gl ref referrer source src cid ncid ito s_cid xtor smid spm feature output "
    "amp _osource".split()
)
_TRACKING_STEMS = ("utm_", "mc_", "cmp", "share", "at_", "ns_", "pk_")
#: A sentence shared by two outlets counts from this many words, where this share of its runs of five is the other's:
#: an agency's sentence with a few words changed is still the agency's.
_WORDS, _SHARED = 12, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One report as it is compared."""

    report: Report
    when: tuple[datetime, datetime, int, str]
    marks: frozenset[int]
    outlet: str
    address: str
    #: Headline without case and marks; "" where it names only the site.
    headline: str
    #: The whole text without case and white space.
    text: str


def link_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every report that is another's text, with the report that came out first; the order of reading changes nothing.

    A copy of a copy is a copy of the first. Boilerplate and credits are not compared.
    """
    items = {reading.report.id: _item(reading) for reading in readings}
    found: dict[str, list[tuple[float, str, Grounds]]] = defaultdict(list)
    for one, other in _pairs(items):
        first, later = sorted((items[one], items[other]), key=lambda item: item.when)
        judged = _judge(first, later)
        if judged is not None:
            score, grounds = judged
            found[later.report.id].append((score, first.report.id, grounds))
    direct = {
        later: min(options, key=lambda option: (-option[0], items[option[1]].when)) for later, options in found.items()
    }
    return tuple(_resolved(later, direct, items) for later in sorted(direct))


def _pairs(items: dict[str, _Item]) -> list[tuple[str, str]]:
    """Pairs of reports that could be copies: of one address or headline, or with words in common."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(items):
        item = items[name]
        if item.address:
            groups["address", item.address].append(name)
        if item.headline and item.outlet:
            groups["headline", f"{item.outlet}\n{item.headline}"].append(name)
        groups["text", item.text].append(name)
    pairs = {pair for names in groups.values() for pair in combinations(names, 2)}
    pairs.update(sharing({name: item.marks for name, item in items.items()}))
    return sorted(pairs)


def _judge(first: _Item, later: _Item) -> tuple[float, Grounds] | None:
    """Whether the later report is the earlier one's text: how surely, and why."""
    same_outlet = bool(first.outlet) and first.outlet == later.outlet
    share = containment(first.marks, later.marks)
    if first.text == later.text and first.marks:
        return 4.0, _grounds("same text", "the two texts are the same, word for word")
    if first.address and first.address == later.address:
        return 3.0 + share, _grounds("same address", "the two were published under one address")
    if same_outlet and first.headline and first.headline == later.headline:
        two_places = bool(first.address and later.address)
        if not two_places or share >= _SOME:
            return 2.0 + share, _grounds("same headline", "one outlet published the two under one headline")
    if min(len(first.marks), len(later.marks)) < _ENOUGH:
        return None
    said = f"{share:.0%} of the shorter text stands in the longer"
    if same_outlet and share >= _REVISED:
        return share, _grounds("same outlet, same words", f"one outlet published both, and {said}")
    if not same_outlet and share >= _SYNDICATED:
        return share, _grounds("same words", f"two outlets published them, and {said}")
    return None


def _grounds(rule: str, because: str) -> Grounds:
    return Grounds(rule=rule, because=because)


def _resolved(later: str, direct: dict[str, tuple[float, str, Grounds]], items: dict[str, _Item]) -> Copy:
    """A report's copy of the first report of its chain; every step goes back in time, so chains end."""
    _, root, grounds = direct[later]
    chain = [root]
    while root in direct:
        root = direct[root][1]
        chain.append(root)
    if len(chain) > 1:
        way = ", itself a copy of ".join(chain)
        grounds = Grounds(rule=grounds.rule, because=f"{grounds.because}: a copy of {way}")
    same = items[later].outlet == items[root].outlet
    kind = "revision" if same and items[root].outlet else "syndicated"
    if grounds.rule == "same address" and len(chain) == 1:
        kind = "revision"
    if grounds.rule == "same text" and (same or not items[later].outlet or not items[root].outlet):
        kind = "repeated"
    return Copy(report=later, of=root, kind=kind, grounds=grounds)


def _item(reading: Reading) -> _Item:
    report = reading.report
    never = datetime.max.replace(tzinfo=UTC)
    published = reading.published.earliest or reading.published.latest or never
    updated = report.updated.latest or published
    site = is_site_title(report.headline, report.outlet) if report.headline else True
    return _Item(
        report=report,
        when=(published, max(updated, published), report.revision, report.id),
        marks=fingerprint(_passages(reading)),
        outlet=re.sub(r"^www\.|^the\s", "", (report.outlet or "").strip().casefold()),
        address=same_address(report.url) if report.url else "",
        headline="" if site else " ".join(words_in(report.headline or "")),
        text=squeezed(report.text).text.strip(),
    )


def _passages(reading: Reading) -> Iterable[str]:
    """The passages of a report that are its own text; the whole text where it was not cut into blocks."""
    if not reading.blocks:
        return [reading.report.text]
    return [reading.report.words(block.span) for block in reading.blocks if block.kind in _TEXT]


def same_address(url: str) -> str:
    """An address without what does not change the page: its scheme, "www.", fragment and tracking parameters."""
    try:
        parts = urlsplit(url.strip())
        kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0].casefold())]
    except ValueError:
        return url.strip()
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("m.").removesuffix(":80")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(kept))}".rstrip("?")


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_STEMS)


def shared_passages(readings: Sequence[Reading]) -> tuple[tuple[Span, Span], ...]:
    """Pairs of sentences that two outlets have nearly word for word, so that one voice is not counted twice.

    Sentences of twelve words and more, of which half the runs stand in the other; each pair in the order of the ids.
    """
    spans: dict[str, Span] = {}
    marks: dict[str, frozenset[int]] = {}
    outlets: dict[str, str] = {}
    for reading in sorted(readings, key=lambda reading: reading.report.id):
        for span in _told(reading):
            words = words_in(reading.report.words(span))
            if len(words) >= _WORDS:
                name = f"{reading.report.id}\n{span.start:09}"
                spans[name], marks[name] = span, frozenset(runs(words))
                outlets[name] = (reading.report.outlet or reading.report.id).casefold()
    pairs = [
        (spans[one], spans[other])
        for one, other in sharing(marks)
        if outlets[one] != outlets[other] and containment(marks[one], marks[other]) >= _SHARED
    ]
    return tuple(sorted(pairs))


def _told(reading: Reading) -> Iterable[Span]:
    """The sentences of a report's own text."""
    told = [block.span for block in reading.blocks if block.kind in _TEXT]
    if not reading.sentences:
        return told
    return _inside(reading.sentences, told)


def _inside(sentences: Sequence[Span], blocks: Sequence[Span]) -> Iterable[Span]:
    """The sentences that begin in one of the blocks; both are in the order of the text."""
    found: list[Span] = []
    at = 0
    for sentence in sentences:
        while at < len(blocks) and blocks[at].end <= sentence.start:
            at += 1
        if at < len(blocks) and blocks[at].start <= sentence.start:
            found.append(sentence)
    return found
