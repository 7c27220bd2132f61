"""How much a claim matters to the story, by stated simple rules; each gives its points with the reason in words.

RULES is the whole of it: a line's score is the sum of what they give, and `--why` prints them. The points were set by
hand. The latest toll, what was struck, closed or decided, what two voices tell, what is new and what the headlines are
about go before the rest; that somebody spoke, and scenes in which nobody acts, go last. They err towards the newest:
in a story over years an old fact must be confirmed and central to come to the top.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from standfirst.model.linked import Claim
from standfirst.text import plain
from standfirst.view.dates import stretch_words
from standfirst.view.desk import Desk, known_moment, stems
from standfirst.view.parts import Reason
from standfirst.view.tolls import counts_of, fate, overtaken_in
from standfirst.view.wording import LONGEST, bare

_STATUS = {"confirmed": 2.0, "corroborated": 1.5, "unverified": -1.0}
_RECENT = (
    (timedelta(hours=6), 2.0, "within six hours of the newest passage"),
    (timedelta(days=1), 1.5, "within a day of the newest passage"),
    (timedelta(days=3), 0.5, "within three days of the newest passage"),
)
_SPEAKING = frozenset(
    "statement statements tweeted tweet tweets spoke speaks speaking speech remarks comment comments commented".split()
)
#: Class of event -> points, the gravest first; what is only said, met about or begun has none.
_GRAVITY = {
    **dict.fromkeys(("KILL", "DIE", "ASSAULT", "SHOOT", "EXPLODE", "SINK", "CRASH", "COLLAPSE", "ERUPT"), 1.5),
    **dict.fromkeys(("INJURE", "MISSING", "RESCUE", "BREAK_IN", "ARREST", "CHARGE", "CLOSE", "WITHDRAW"), 1.0),
    **dict.fromkeys(("DEPLOY", "APPROVE", "REJECT", "AGREE", "BUY", "RESIGN", "APOLOGISE", "SURRENDER"), 1.0),
    **dict.fromkeys(("OPEN", "REDUCE", "INCREASE", "RELEASE", "IDENTIFY", "FIND", "END"), 0.5),
}
#: From here on a count of what befell nobody says something about a line.
_MANY = 5
#: That someone or something came to no harm, where it is not only wished for.
_SAFE = re.compile(
    r"^(?!.*\b(?:make sure|ensur\w+|hop(?:e|es|ing)|want|keep)\b).*\b"
    r"(?:safe|unharmed|unhurt|uninjured|no (?:casualties|injuries|damage|threat)|accounted for"
    r"|(?:not|n't|never) (?:been )?(?:targeted|hit|struck|harmed|hurt|injured|damaged|affected))\b(?! for\b)"
)
_WRONG = frozenset({"corrected", "retracted"})
_WORDS = {1: "one", 2: "two", 3: "three", 4: "four"}


def tells_who_is_safe(claim: Claim) -> bool:
    """Whether a claim tells that someone or something came to no harm."""
    return _SAFE.search(plain(claim.text).casefold()) is not None


def origins(claim: Claim, desk: Desk) -> Reason | None:
    """A point for each independent origin beyond the first, three at most."""
    assessment = desk.standing.get(claim.id)
    count = len(assessment.origins) if assessment is not None else 0
    if count < 2:
        return None
    return Reason(
        rule="origins", points=float(min(count, 4) - 1), because=f"{_WORDS.get(count, count)} independent origins"
    )


def standing(claim: Claim, desk: Desk) -> Reason | None:
    """Confirmed before corroborated before reported before unverified."""
    status = desk.status(claim)
    points = _STATUS.get(status)
    return Reason(rule="status", points=points, because=status) if points is not None else None


def recency(claim: Claim, desk: Desk) -> Reason | None:
    """How near the newest passage that tells it is to the newest of the story, or how long before most reports."""
    told = last_told(claim)
    if desk.newest is None or desk.middle is None:
        return None
    if told is None:
        out = [item.published.latest for item in claim.evidence]
        fits = any(latest is not None and latest >= desk.newest for latest in out)
        because = "not dated, and perhaps as new as the newest passage"
        return Reason(rule="recency", points=1.5, because=because) if fits else None
    for limit, points, because in _RECENT:
        if desk.newest - told <= limit:
            return Reason(rule="recency", points=points, because=because)
    if desk.middle - told > timedelta(days=30):
        return Reason(rule="recency", points=-2.0, because="told long before most of the reports")
    return None


def happened_lately(claim: Claim, desk: Desk) -> Reason | None:
    """What is dated just before the passage that tells it is news; what is dated long before it is background."""
    told = last_told(claim)
    if claim.when is None or claim.when.first_day is None or told is None:
        return None
    try:
        last = claim.when.last_day or claim.when.first_day
    except OverflowError:
        return None
    days = (told.date() - last).days
    when = stretch_words(claim.when)
    if days > 30:
        return Reason(rule="dated", points=-4.5, because=f"background, of {when}")
    if -1 <= days <= 2:
        return Reason(rule="dated", points=1.0, because=f"dated {when}")
    return None


def last_told(claim: Claim) -> datetime | None:
    """When the newest passage that tells it came out; None where no time is known."""
    moments = [known_moment(item.published) for item in claim.evidence]
    return max((moment for moment in moments if moment is not None and moment.tzinfo is not None), default=None)


def central(claim: Claim, desk: Desk) -> Reason | None:
    """The share of the story's most mentioned entities that it is about, up to two points."""
    about = [name for name in dict.fromkeys((*claim.about, *claim.where)) if name in desk.main_entities]
    if not about:
        return None
    share = min(1.0, sum(desk.main_entities[name] for name in about) / 0.6)
    names = ", ".join(desk.entities[name].name for name in about[:3])
    return Reason(rule="central", points=round(2 * share, 1), because=f"about {names}")


def headlines(claim: Claim, desk: Desk) -> Reason | None:
    """How much of the headlines' words is in it, up to two points."""
    shared = stems(claim.text) & desk.headline_stems.keys()
    best = sum(sorted(desk.headline_stems.values(), reverse=True)[:6])
    share = min(1.0, sum(desk.headline_stems[stem] for stem in shared) / best) if best else 0.0
    if share < 0.1:
        return None
    return Reason(rule="headlines", points=round(2 * share, 1), because="in the headlines' words")


def lead(claim: Claim, desk: Desk) -> Reason | None:
    """A point where a report puts it in its headline or first paragraph."""
    count = len({item.quote.span.report for item in claim.evidence if desk.is_lead(item.quote.span)})
    if not count:
        return None
    because = "a report leads with it" if count == 1 else f"{_WORDS.get(count, count)} reports lead with it"
    return Reason(rule="lead", points=1.0 if count == 1 else 1.5, because=because)


def event(claim: Claim, desk: Desk) -> Reason | None:
    """What happened goes before what is planned, and both before opinion."""
    if claim.factuality == "opinion":
        return Reason(rule="event", points=-2.0, because="an opinion")
    if claim.factuality in {"happened", "ongoing"} and claim.event is not None:
        return Reason(rule="event", points=1.0, because="something that happened")
    if claim.factuality in {"planned", "threatened", "requested"}:
        return Reason(rule="event", points=0.3, because=claim.factuality)
    if claim.factuality == "possible":
        return Reason(rule="event", points=-0.5, because="possible only")
    return None


def speech(claim: Claim, desk: Desk) -> Reason | None:
    """A speaker's own words, unless they tell who is safe or how many, are left to the lines on who says what."""
    own = bool({"i", "we", "our", "my", "us"} & set(claim.text.casefold().replace("’", " ").split()))
    news = tells_who_is_safe(claim) or counts_of(claim, desk.told_counts)
    if claim.evidence and all(item.mode == "direct" for item in claim.evidence) and not news:
        return Reason(rule="speech", points=-3.0 if own else -1.0, because="a speaker's own words")
    return None


def bare_speech(claim: Claim, desk: Desk) -> Reason | None:
    """ "The mayor has just released a statement": that someone spoke is no news without what was said."""
    words = re.findall(r"[\w']+", bare(claim.text).casefold())
    if len(words) < 15 and any(word in _SPEAKING for word in words) and "that" not in words and '"' not in claim.text:
        return Reason(rule="bare speech", points=-5.0, because="it tells only that someone spoke")
    return None


def length(claim: Claim, desk: Desk) -> Reason | None:
    """A line that would have to be cut gives way to one that says its thing whole."""
    if len(claim.text) > LONGEST:
        return Reason(rule="length", points=-1.0, because="too long for a line")
    return None


def amends(claim: Claim, desk: Desk) -> Reason | None:
    """What puts right or overtakes what was told before must be seen."""
    for relation in claim.relations:
        other = desk.claims.get(relation.to)
        against_wrong = relation.kind == "contradicts" and other is not None and desk.status(other) in _WRONG
        if relation.kind in {"corrects", "supersedes"} or against_wrong:
            return Reason(rule="amends", points=1.0, because=f"it {relation.kind} what was told before")
    return None


def overtaken(claim: Claim, desk: Desk) -> Reason | None:
    """What stands only in a text that its outlet has since revised, or tells a figure that has moved, is no news."""
    gone = overtaken_in(claim, desk.told_counts)
    if gone:
        newer = next((f", now {one.newer[1].words}" for one in gone if one.newer is not None), "")
        return Reason(rule="overtaken", points=-5.0, because=f"{gone[0].words!r} in it has been overtaken{newer}")
    if claim.evidence and all(item.quote.span.report in desk.revised for item in claim.evidence):
        return Reason(rule="overtaken", points=-4.0, because="its outlet has since revised the text")
    return None


def toll(claim: Claim, desk: Desk) -> Reason | None:
    """The latest count of those whom it befell goes first where the line opens with it; another count helps little.

    "Nine people are known to have died": 5 points; "he was among the nine who died": 1.
    """
    best: Reason | None = None
    for one in counts_of(claim, desk.told_counts):
        if one.overtaken or one.point.status != "current" or one.figure.unit not in {"person", "item"}:
            continue
        befell, role = fate(one.figure), one.point.role == "actual"
        opens = bare(claim.text).casefold().startswith(" ".join(one.words.casefold().split()))
        some = re.match(rf"{re.escape(one.words)} of\b", bare(claim.text), re.IGNORECASE) is not None
        if not befell and one.point.value < _MANY:
            continue
        points = (5.0 if opens and not some else 1.0) if befell and role else 0.5
        if best is None or points > best.points:
            because = f"the latest count of {one.figure.counts}" if befell else f"it counts {one.figure.counts}"
            best = Reason(rule="toll", points=points, because=because)
    return best


def gravity(claim: Claim, desk: Desk) -> Reason | None:
    """What was struck, lost, closed or decided goes before other happenings; who is safe goes before both."""
    if tells_who_is_safe(claim):
        return Reason(rule="gravity", points=3.5, because="who or what is safe")
    known = claim.event.cls if claim.event is not None and claim.event.polarity == "positive" else ""
    if known and claim.factuality in {"happened", "ongoing", "planned"} and (points := _GRAVITY.get(known)):
        return Reason(rule="gravity", points=points, because=f"an event of the class {known}")
    return None


def caption(claim: Claim, desk: Desk) -> Reason | None:
    """ "Boats leave the harbour": what only a caption tells is seen in a picture, not news."""
    if claim.evidence and all(desk.kind_at(item.quote.span) == "caption" for item in claim.evidence):
        return Reason(rule="caption", points=-2.0, because="only a caption tells it")
    return None


def scene(claim: Claim, desk: Desk) -> Reason | None:
    """ "By noon the hall had become a waiting room": who and what the story turns on are not in it, and no count."""
    known = claim.event is not None and claim.event.cls in _GRAVITY
    known = known or toll(claim, desk) is not None
    main = any(name in desk.main_entities for name in (*claim.about, *claim.where))
    if known or main or any(letter.isdigit() for letter in claim.text) or headlines(claim, desk) is not None:
        return None
    return Reason(rule="scene", points=-2.0, because="nobody and nothing that the story turns on is in it")


Rule = Callable[[Claim, Desk], Reason | None]

#: Every rule, in the order in which the documentation tells them.
RULES: tuple[Rule, ...] = (
    origins, standing, recency, happened_lately, central, headlines, lead, event, speech, bare_speech, length, amends,
    overtaken, toll, gravity, scene, caption,
)  # fmt: skip


def weigh(claim: Claim, desk: Desk) -> tuple[Reason, ...]:
    """Why the claim matters as much as it does, the weightiest reason first."""
    reasons = [reason for rule in RULES if (reason := rule(claim, desk)) is not None]
    return tuple(sorted(reasons, key=lambda reason: (-abs(reason.points), reason.rule)))
