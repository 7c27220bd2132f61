"""How long: years served with a body, years in prison, and how long something went on."""

from __future__ import annotations

import re

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight
from standfirst.extract.tree import subject

_SERVED = re.compile(
    r"\b(?:served|serve|serving|serves|worked|works|working|employed|spent)\s+(?:for\s+|nearly\s+|the\s+)?$"
    r"|\bfor\s+(?:the last |the past |more than |nearly )?$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:served|serve|serves|serving|worked|works|working|employed|with|been an? [a-z ]+|veteran|officer|employee)\b",
    re.IGNORECASE,
)
_VETERAN = re.compile(r"(?:[- ])(?:[\w'.&-]+\s+){0,5}?(?:veteran|employee|stalwart)\b", re.IGNORECASE)
#: Where a term is served: "16 years |in prison|", "a ten-year |jail term|", "five years |behind bars|".
_IN_PRISON = re.compile(
    r"(?:'|\s+|-)(?:(?:in|of)\s+(?:(?:a|the|federal|state|military|maximum-security)\s+){0,2}(?:prison|jail|custody"
    r"|detention|imprisonment|confinement|penal)\b"
    r"|behind bars\b|imprisonment\b|(?:(?:prison|jail|custodial)\s+term|(?:[a-z]+\s+)?sentence)\b)",
    re.IGNORECASE,
)
#: Before a term: "sentenced to |ten years|", "jailed Mira Vane for |two years|", "a sentence of |six months|".
_SENTENCED = re.compile(
    r"\b(?:(?:sentenced|condemned)(?:\s+(?:him|her|them|(?:[A-Z][\w'-]+\s?){1,4}))?\s+to"
    r"|(?:jailed|imprisoned)(?:\s+(?:him|her|them|(?:[A-Z][\w'-]+\s?){1,4}))?\s+for"
    r"|(?:(?:prison|jail)\s+term|sentence)\s+of)\s+(?:serve\s+)?$"
)
_FOR_CRIME = re.compile(
    r"\s+for\s+(?:[a-z-]+\s+){0,3}(?:murder|manslaughter|homicide|killing|robbery|fraud|assault|rape|theft|arson|burglary"
    r"|kidnapping|trafficking|corruption|bribery|espionage|treason|tax evasion|drug)\b"
)
#: Before what was served: "spent |16 years| in prison", "freed after |two years| for fraud".
_SERVED_TIME = re.compile(
    r"\b(?:(?<!to )(?:served?|serving|serves|spent|spends?|spending)|after)\s+(?:nearly\s+|almost\s+)?$"
)
#: Before what a court gave or a law allows: "faces |up to ten years| in prison", "was ordered to serve |six months|".
_GIVEN = re.compile(
    r"\b(?:to (?:serve|spend)|given|gave|gets?|got|received?|handed|fac(?:e|es|ed|ing)|carr(?:y|ies|ied|ying)"
    r"|punishable|maximum|minimum|sentenced?|condemned|jailed|imprisoned)\b[^.;]*$"
)


def term_of(sight: Sight, measure: Measure) -> Counted | None:
    """Years of a sentence or behind bars: "was sentenced to ten years", "16 years in prison", "a two-year jail term".

    What was served and what a court gave are two counts; where neither is said it is time in prison.
    """
    if measure.unit is None or measure.unit.code not in ("year", "month", "day", "week"):
        return None
    start, end = sight.sentence(measure.start)
    before = sight.text[max(start, measure.start - 60) : measure.start]
    place = _IN_PRISON.match(sight.text, measure.after, min(end, measure.after + 50))
    crime = _FOR_CRIME.match(sight.text, measure.after, min(end, measure.after + 60))
    served = _SERVED_TIME.search(before) is not None and (place or crime) is not None
    sentenced = _SENTENCED.search(before) is not None
    if not (served or sentenced or place):
        return None
    court = _GIVEN.search(sight.text, max(start, measure.start - 150), measure.start) is not None
    noun = place is not None and place.group().endswith(("term", "sentence"))
    given = sentenced or court or noun
    unit = sight.doc[sight.index(measure.after - 1)]
    who = _whom(sight, measure)
    return Counted(
        start=unit.idx,
        end=place.end() if place is not None else unit.idx + len(unit),
        noun="prison sentence" if given and not served else "time in prison",
        head="prison",
        about=(who,) if who is not None else (),
    )


def _whom(sight: Sight, measure: Measure) -> tuple[int, int] | None:
    """Whom a court gave the term: the object of "the judge jailed him for two years"; else the subject has it."""
    node = sight.head_token(measure) if sight.parsed else None
    for _ in range(3):
        if node is None or node.head is node:
            return None
        node = node.head
        whom = next((child for child in node.children if child.dep_ in ("obj", "iobj")), None)
        if node.lemma_ in _GIVES and whom is not None and whom.idx < measure.start:
            named = [name for name in sight.names(whom.idx - 60, whom.idx + 80) if name[0] <= whom.idx < name[1]]
            return named[0][:2] if named else (whom.idx, whom.idx + len(whom))
    return None


_GIVES = frozenset({"sentence", "condemn", "jail", "imprison", "give", "hand"})


def service_of(sight: Sight, measure: Measure) -> Counted | None:
    """How long someone has served somewhere: "a ten-year harbour veteran", "with the port for seven years"."""
    if measure.unit is None or measure.unit.code not in ("year", "month"):
        return None
    start, end = sight.sentence(measure.start)
    veteran = _VETERAN.match(sight.text, measure.after, measure.after + 70) if measure.hyphened else None
    before = sight.text[max(start, measure.start - 110) : measure.start]
    if veteran is None and not (_SERVED.search(before) and _WITH.search(before)):
        return None
    if veteran is None and re.search(r"\b(?:prison|jail|sentence\w*|term)\b", sight.text[start:end]):
        return None
    who = _who(sight, measure, start)
    bodies = [
        name
        for name in sight.names(start, end)
        if name[2] in ("organisation", "facility", "group") and name[0] > (who[1] if who else start)
    ]
    if who is None:
        return None
    first, last = sight.index(measure.numeral.start), sight.index(measure.after - 1)
    unit = sight.doc[max(first, last)]
    near = sorted(bodies, key=lambda name: abs(name[0] - measure.start))[:1]
    return Counted(
        start=unit.idx,
        end=unit.idx + len(unit),
        noun="years of service",
        head="service",
        about=(who, *((n[0], n[1]) for n in near)),
    )


def _who(sight: Sight, measure: Measure, start: int) -> tuple[int, int] | None:
    """Whose service: the person named nearest before in the sentence, else the subject's pronoun."""
    people = [name for name in sight.names(start, measure.start) if name[2] == "person"]
    if people:
        return people[-1][0], people[-1][1]
    pronoun = re.search(r"\b(?:He|She|he|she)\b", sight.text[start : measure.start])
    return (start + pronoun.start(), start + pronoun.end()) if pronoun else None


def lasted(sight: Sight, measure: Measure) -> Counted | None:
    """How long something went on: "it had been shut down for 16 hours", "the siege lasted six days"."""
    if measure.unit is None or measure.unit.dimension != "time" or not sight.parsed or measure.hyphened:
        return None
    before = sight.text[max(0, measure.start - 24) : measure.start]
    if not re.search(r"\b(?:for|lasted|lasting|lasts|takes|took|taking)\s+$", before):
        return None
    node = sight.head_token(measure)
    verb = node.head
    if verb is node or verb.pos_ != "VERB" or verb.idx > measure.start:
        return None
    who = subject(verb)
    if who is None:
        return None
    particle = next((child for child in verb.children if child.dep_ == "compound:prt"), None)
    end = particle.idx + len(particle) if particle is not None and particle.idx > verb.idx else verb.idx + len(verb)
    words = sight.text[verb.idx : end].lower()
    if verb.lemma_ in ("take", "last") and who.pos_ == "NOUN":  # "the crossing takes two hours" is of the crossing
        return Counted(start=who.idx, end=who.idx + len(who), noun=who.lower_, head="duration")
    unit = sight.doc[sight.index(measure.after - 1)]
    return Counted(
        start=verb.idx, end=end, noun=f"{unit.lower_} {words}", head="duration", about=((who.idx, who.idx + len(who)),)
    )
