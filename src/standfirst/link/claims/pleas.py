"""One party's account against another's: "he acted in self-defence" against "he was charged with murder".

A plea is somebody's word that a named person only defended themselves or others. Against it stand a charge of the
same person with a crime of violence, and the deed as an office or a document tells it. Both are so whatever the plea is
worth, so that only the plea is disputed. It errs towards none: a plea for nobody by name is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from standfirst.link.claims.found import Found, numbered, words_of
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.text import plain

_PLEA = re.compile(
    r"\bself[- ]defen[cs]e\b"
    r"|\b(?:defend(?:s|ed|ing)?|protect(?:s|ed|ing)?) (?:himself|herself|themselves|myself|ourselves)\b"
    r"|\b(?:acted|shot|fired) (?:only )?(?:in defen[cs]e of|to protect)\b|\bstood (?:his|her|their) ground\b"
    r"|\bfear(?:ed|ing|s)? for (?:his|her|their|my) (?:own )?li(?:fe|ves)\b"
)
#: What is told of such a plea, and no plea: "self-defence classes", "may claim self-defence".
_NO_PLEA = re.compile(
    r"\b(?:not|n't|no|never|whether|if|may|might|could|would|classes|class|training|law|laws|rather than)\b"
)
_VIOLENCE = re.compile(
    r"\b(?:murder|homicide|manslaughter|assault|battery|wounding|attempted|reckless|shooting|killing|stabbing)\b"
)
_HARM = frozenset({"KILL", "SHOOT", "ASSAULT", "INJURE"})
_OFFICE = re.compile(
    r"\b(?:police|prosecut\w+|investigat\w+|detectives?|authorit\w+|officers?|sheriff\w*|deputies|state's attorney|"
    r"district attorney|affidavit|complaint|indictment|charging|court (?:documents?|records?|papers)|warrant)\b"
)


def answered(
    readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], unique: Callable[[str], bool]
) -> Iterator[Found]:
    """Every plea, with the first charge and the first account of an office that stand against it."""
    told = [(number, one) for number, one in numbered(groups) if not one.part]
    for number, plea in told:
        who = _defended(readings, plea, unique)
        if who is None:
            continue
        for kind, because in (
            (_charges, "charged with a crime of violence, against a plea of self-defence"),
            (_tells_the_deed, "an office tells the deed, against a plea of self-defence"),
        ):
            for other, against in sorted(told, key=lambda pair: (pair[1].report != plea.report, pair[1].start)):
                own = against.speaker == who or _defended(readings, against, unique) is not None
                if other != number and not own and kind(readings, against, who):
                    yield Found(source=other, target=number, kind="contradicts", because=because, rule="plea")
                    break


def _defended(readings: dict[str, Reading], one: Statement, unique: Callable[[str], bool]) -> str | None:
    """The one named person who defended themselves, as somebody but an office says; None where none is meant."""
    words = plain(words_of(readings[one.report], one)).lower()
    match = _PLEA.search(words)
    if match is None or one.said is None or one.said.stance != "asserts" or _NO_PLEA.search(words):
        return None
    if _OFFICE.search((one.said.speaker_text or "").casefold()):
        return None
    doers = {party.who for each in one.told for party in each.agents if party.who is not None and unique(party.who)}
    if len(doers) == 1:
        return doers.pop()
    befallen = {party.who for each in one.told for party in each.patients}  # "he was shot in self-defence"
    people = {who for who in one.entities - set(one.places) - {one.speaker} - befallen if unique(who)}
    return people.pop() if len(people) == 1 and not doers else None


def _charges(readings: dict[str, Reading], one: Statement, who: str) -> bool:
    """Whether somebody is told to be charged with violence."""
    words = plain(words_of(readings[one.report], one)).lower()
    charged = any(
        each.key.cls in ("CHARGE", "ACCUSE") and each.so and any(party.who == who for party in each.patients)
        for each in one.told
    )
    return charged and _VIOLENCE.search(words) is not None


def _tells_the_deed(readings: dict[str, Reading], one: Statement, who: str) -> bool:
    """Whether an office or a document tells harm that somebody did."""
    said = one.said
    if said is None or said.stance not in ("asserts", "confirms"):
        return False
    official = said.source_kind == "document" or _OFFICE.search((said.speaker_text or "").casefold()) is not None
    return official and any(
        each.key.cls in _HARM and each.so and each.key.polarity == "positive" and any(p.who == who for p in each.agents)
        for each in one.told
    )
