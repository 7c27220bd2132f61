"""A case goes on through the courts: what was ahead ("is due in court", "faces ten years") and has come since.

The stages are told in set words (stages.tsv). A stage that was ahead is ended by the same one or a later one, told as
done of the same person; where no person is named, of the only one of the story who is accused. It errs towards leaving
it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.lexicon.stages import stages
from standfirst.link.claims.afterwards import PLEAS, Afterwards, narrowest
from standfirst.link.claims.found import Found
from standfirst.link.claims.statements import Statement

#: Classes of event that befall one who is accused.
_ACCUSED = frozenset({"ARREST", "CHARGE", "CONVICT", "ACQUIT", "SENTENCE", "SURRENDER"})
#: Stages whose words are mostly a noun, which need not be read as an event: "after a preliminary hearing".
_HELD_STAGES = frozenset({4, 5})
#: From here on a stage is told of old cases too: "he pleaded guilty to theft", far down and undated, ends nothing.
_SETTLES = 5
#: Who is meant where nobody is named: "a hearing is scheduled", "the hearing was held".
_THE_CASE = "~case"
#: Words for what is to come, and not for what lasts: "sentencing |is expected|", and not "faces ten years".
_EXPECTED = re.compile(r"\b(?:scheduled|expected|set|due|slated|awaiting)\b")
#: What is only possible, ordered ahead or denied when it stands before the words: "could be |convicted|".
_NOT_DONE = re.compile(
    r"\b(?:if|will|would|could|may|might|can|should|must|not|never|to|unless|until|before|whether|expected|"
    r"had (?:been|previously)|previously|earlier)"
    r"(?: (?:be|been|have been|have|he|she|they|is|are|\w+ly|get|being)){0,3} $"
)


def gone_on(story: Afterwards) -> Iterator[Found]:
    """Every statement of a stage that is ahead, and a later one that tells of one that is done."""
    accused = _accused(story)
    done = [(number, late, *found) for number, late in story.told if (found := _done(story, late)) is not None]
    done = [one for one in done if one[2] < _SETTLES or story.prominent(one[1])]
    told = [(number, late, stage, _whom(story, late, match, accused)) for number, late, stage, match in done]
    waiting = {one.start: ahead[0] for _, one in story.told if (ahead := stages("ahead", story.words(one)))}
    for number, early in narrowest((number, one) for number, one in story.told if one.start in waiting):
        waits, match = waiting[early.start]
        whom = _whom(story, early, match, accused)
        for other, late, stage, theirs in told:
            reached = stage == waits if _THE_CASE in whom & theirs else stage >= waits
            if reached and whom & theirs and (story.since(early, late) or _at_last(story, early, match, late)):
                yield Found(source=other, target=number, kind="supersedes", because="the case has gone on since")


def _at_last(story: Afterwards, early: Statement, match: re.Match[str], late: Statement) -> bool:
    """Whether a report whose top tells the outcome still has below what was expected before it, for no later day."""
    if early.report != late.report or late.part or not story.on_top(late) or _EXPECTED.search(match[0]) is None:
        return False
    when, out = early.timex.when if early.timex is not None else None, story.day(late)
    ahead = when is not None and (when.last_day is None or out is None or when.last_day > out)
    return not ahead and late.spans[-1].end <= early.spans[0].start


def _done(story: Afterwards, late: Statement) -> tuple[int, re.Match[str]] | None:
    """The last stage that a statement tells as done, with its words."""
    if story.elsewhere(late):
        return None
    low = story.words(late)
    pleaded = late.said is not None and late.said.lemma in PLEAS
    happened = [story.offset(late, each.event.span.start) for each in story.done(late)]
    for stage, match in stages("done", low):
        told = pleaded or stage in _HELD_STAGES or any(place in range(*match.span()) for place in happened)
        if told and _NOT_DONE.search(low[: match.start()]) is None:
            return stage, match
    return None


def _accused(story: Afterwards) -> dict[str, frozenset[str]]:
    """The persons whom each report tells to have been arrested, charged or tried."""
    found: dict[str, set[str]] = {}
    for _, one in story.told:
        themes = {
            party.who
            for each in (*one.told, *one.held)
            if each.key.cls in _ACCUSED and each.key.polarity == "positive"
            for party in each.theme
            if party.who is not None and story.person(party.who)
        }
        found.setdefault(one.report, set()).update(themes)
    return {report: frozenset(whom) for report, whom in found.items()}


def _whom(
    story: Afterwards, one: Statement, match: re.Match[str], accused: dict[str, frozenset[str]]
) -> frozenset[str]:
    """Of whom a stage is told: those who take part in it; else the one of those accused whom its statement names, the
    statement before it, or the whole story.
    """
    everybody = frozenset[str]().union(*accused.values())
    if one.speaker is not None and one.said is not None and one.said.lemma in PLEAS:
        return frozenset({one.speaker})
    told = [each for each in (*one.told, *one.held) if story.offset(one, each.event.span.start) in range(*match.span())]
    patients = [each for happening in told for each in happening.patients if each.person]
    parties = patients or [each for happening in told for each in happening.agents if each.person]
    meant = frozenset(each.who for each in parties if each.who is not None and story.person(each.who))
    if meant & everybody:
        return meant & everybody
    named = story.named(one) & everybody or story.named(one)
    somebody = any(each.who is None and not each.pronoun and not each.vague for each in parties)
    if len(named) == 1 and not somebody:
        return named
    if meant or somebody or story.named(one):
        return meant
    before = [each for _, each in story.told if each.report == one.report and each.spans[-1].end <= one.spans[0].start]
    above = story.named(before[-1]) & everybody if before else frozenset()
    if len(above) == 1:
        return above
    here = accused.get(one.report, frozenset())
    only = here if len(here) == 1 else everybody if len(everybody) == 1 else frozenset()
    return only or (frozenset() if parties else frozenset({_THE_CASE}))
