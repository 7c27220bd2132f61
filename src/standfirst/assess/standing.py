"""Why somebody's word on the record confirms a claim: they did it, they own to it, or they answer for it.

Words of doubt take that from any word, and what an outlet tells in its own voice confirms nothing, except an act that
is done by being put on the record ("police named the man"). Errs on the side of offices: see docs/statuses.md.
"""

from __future__ import annotations

import re

from standfirst.assess.case import ACTS, UNSURE, Case, of_a_corps
from standfirst.lexicon.hedges import doubt_pattern
from standfirst.lexicon.standing import answers_for, office_in
from standfirst.model.linked import Evidence
from standfirst.text import plain

_OWN = re.compile(r"\b(?:under|at|on) (?:his|her|their|my|our) (?:own )?(?:direction|orders?|instructions?|command)\b")
#: Content that is a question, a bare phrase or only points ("all this information"), and so states nothing.
_ASKED = re.compile(
    r"\W*(?:(?:how|whether|why|who|whom|what|when|where|which|if|to|as)\b|"
    r"(?:all )?(?:of )?(?:this|that|these|those|it)(?: \w+)?\W*$)"
)
#: What is judged and not stated: "it's a miracle that nobody was killed", "the best way is closing the mine".
_JUDGED = re.compile(
    r"\W*(?:it(?:'s| is| was) (?:an? )(?:\w+ )?(?:miracle|wonder|tragedy|shame|pity|disgrace|blessing|mistake)\b|"
    r"(?:the|our|my) (?:most \w+|best|only|main|key|first|next) (?:\w+ )?(?:step|way|thing|answer|solution|task)\b)"
)
_CAN_CONFIRM = re.compile(r"\b(?:i|we) (?:can |now |)confirm\b")
_ADMITS = re.compile(r".*\b(?:admit(?:s|ted|ting)?|confess(?:es|ed|ing)?)")
_IT = re.compile(r"\W*(?:that )?(?:it|they)\b")
_SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press (?:officer|office|secretary))\b.*\bfor\b|\bspokes\w+$"
)
#: What one does and can own to; that one asks, warns or meets is no news that needs confirming.
_DEEDS = frozenset(
    "KILL ASSAULT SHOOT ARREST RELEASE RESCUE CLOSE OPEN WITHDRAW DEPLOY APPROVE REJECT BUY FIND RESIGN SURRENDER "
    "APPOINT BREAK_IN APOLOGISE POSTPONE REDUCE INCREASE AGREE BANKRUPT CHARGE IDENTIFY SENTENCE CONCEDE INJURE".split()
)
#: Of these only what a body does: somebody who "dropped to the ground" reduced nothing.
_OF_A_BODY = frozenset({"REDUCE", "INCREASE"})
#: Who finds what somebody did, and acts that hold the finding.
_COURT = re.compile(
    r"\b(?:court|judge|jur(?:y|or)|tribunal|magistrate)s?\b(?! (?:documents?|papers?|filings?|records?))"
)
_FINDS = re.compile(r".*\b(?:finds?|found|rul(?:es?|ed)|convict(?:s|ed)?|conclude[sd]?)\b")
_NAMES = re.compile(r"\b(?:identif|named?\b)")
_GUILTY = re.compile(r"\bfound\b[^.;]*\bguilty\b")
_FINDINGS = frozenset({"CONVICT", "SENTENCE"})
_SOURCE = re.compile(r"\b(?:sources?|insiders?|(?:person|people|official|someone) (?:familiar|close|briefed))\b")
#: Acts that are done by being put on the record.
_ON_RECORD = frozenset("IDENTIFY CHARGE SENTENCE CONVICT ACQUIT".split())
#: Verbs of no class that do the same: "the coroner ruled it an accident".
_DECLARES = frozenset({"declare", "rule"})
#: The words of a body before a head that says nothing of it: "the |county prosecutor's| office".
_BODY = re.compile(r"((?:[\w.'-]+ ){1,6})(?:offices?|departments?|authorities|officials?)\b")
_EMPTY_HEADS = frozenset("~office ~offices ~department ~departments ~authorities ~officials ~official".split())
#: Acts of the law that nobody else can do, told without who did them, and pleas: "was charged with arson".
_BY_LAW = re.compile(
    r"\b(?:(?:is|was|were|are|been|being) (?:(?:\w+ly|also|now|since|later) )?"
    r"(?:charged(?! \S*\d)|indicted|convicted of|acquitted of|"
    r"found (?:not )?guilty|sentenced to)|ple(?:d|aded) (?:not guilty|guilty|no contest))\b"
)
_LAW = frozenset("CHARGE SENTENCE CONVICT ACQUIT".split())
#: What a judge or a court does by saying so: "a judge set bond at two million".
_COURT_ACTS = frozenset(
    "set allow order grant deny approve reject accept dismiss rule impose revoke refuse remand postpone adjourn".split()
)


def standing(case: Case, item: Evidence) -> str | None:
    """Why this speaker's word confirms the claim, or None."""
    found = _found_by_a_court(case, item)
    if item.stance != "asserts" or _anonymous(item) or (item.of_others and not found):
        return None
    if item.mode == "narration":
        return _performed(case, item)
    if item.source_kind in ("none", "media") or (item.source_kind == "unnamed" and not _speaks_for_an_office(item)):
        return _announced_by_media(item)
    who, words = _who(case, item)
    event = case.claim.event
    said = plain(item.quote.text).lower()
    names = _names(item) and answers_for(words, "IDENTIFY")
    if UNSURE.search(said) or doubt_pattern().search(said) or _JUDGED.match(said) or (_ASKED.match(said) and not names):
        return None
    if found:
        return f"{who} found it"
    if _own_act(case, item, said):
        return f"{who}, who did it, says so"
    if _OWN.search(said) or _admitted(case, item):
        return f"{who} owns to it"
    if office_in(words) is None:
        return None
    if item.confirms or _CAN_CONFIRM.search(said):
        return f"{who} confirms it on the record"
    known = event is not None and event.cls and answers_for(words, event.cls)
    if (known or names) and case.claim.factuality in ACTS:
        return f"{who}, answerable for it, states it on the record"
    return None


def _anonymous(item: Evidence) -> bool:
    """Whether nobody puts a name to it: "a police source" is not the police."""
    return item.speaker is None and _SOURCE.search((item.speaker_text or "").casefold()) is not None


def _found_by_a_court(case: Case, item: Evidence) -> bool:
    """Whether a court has found what somebody did; until then it is the word of those who accuse.

    What "court documents" hold is mostly what one side filed, and what a judge merely says is no finding.
    """
    if case.claim.event is not None and case.claim.event.cls in _FINDINGS:
        return True
    _, words = _who(case, item)
    finds = _FINDS.match((item.cue or "").casefold()) is not None
    return finds and item.source_kind not in ("document", "none") and _COURT.search(words.casefold()) is not None


def _own_act(case: Case, item: Evidence, said: str) -> bool:
    """Whether the speaker is the one who did it; that one did *not* do something is no confession.

    "It" at the head of what a body says is that body: "the airline announced that it had bought the slots".
    """
    event = case.claim.event
    if event is None or event.cls not in _DEEDS or event.polarity != "positive":
        return False
    speaker = case.entities.get(item.speaker or "")
    if (
        speaker is not None
        and speaker.kind == "person"
        and event.cls in _OF_A_BODY
        and not office_in(_who(case, item)[1])
    ):
        return False
    if item.speaker is not None and item.speaker in event.agents:
        return True
    if item.mode == "direct":
        return bool({"~we", "~i"} & set(event.agents)) and case.claim.factuality == "happened"
    body = item.source_kind == "body" or (speaker is not None and speaker.kind == "organisation")
    return body and bool({"~it", "~they"} & set(event.agents)) and _IT.match(said) is not None


def _admitted(case: Case, item: Evidence) -> bool:
    """Whether somebody admits what they did; a body admits whatever it says, a person only what is their own deed.

    Where a part of it is in quotation marks, the outlet keeps its distance, and nothing is owned to.
    """
    if item.mode == "mixed" or _ADMITS.fullmatch((item.cue or "").casefold()) is None:
        return False
    speaker = case.entities.get(item.speaker or "")
    agents = set(case.claim.event.agents) if case.claim.event is not None else set()
    own = item.speaker in agents or bool(agents & {"~he", "~she", "~they", "~i", "~we"})
    return own if speaker is None or speaker.kind == "person" else True


def _performed(case: Case, item: Evidence) -> str | None:
    """An act that is itself a statement on the record, told of the body that answers for it: "police named the man"."""
    event = case.claim.event
    if event is None or (event.polarity != "positive" and event.lemma != "plead"):  # "no contest" denies nothing
        return None
    said = plain(item.quote.text).lower()
    cls = "CONVICT" if event.lemma == "find" and _GUILTY.search(said) else event.cls
    by_law = _BY_LAW.search(said) is not None and (event.lemma == "plead" or (cls in _LAW and not event.agents))
    of_court = event.lemma in _COURT_ACTS
    if cls not in _ON_RECORD and event.lemma not in _DECLARES and not by_law and not of_court:
        return None
    if case.claim.factuality not in (("happened", "ongoing") if by_law else ("happened",)):
        return None
    if UNSURE.search(said) or doubt_pattern().search(said):
        return None
    for agent in event.agents:
        words = _agent(case, agent, said)
        declares = event.lemma in _DECLARES and office_in(words) is not None
        orders = of_court and _COURT.search(f"{words} {_titles(case, agent)}".casefold()) is not None
        if declares or orders or (not of_court and answers_for(words, cls)):
            return f"it is itself an act on the record of {words}"
    return "it is an act of the law on the record" if by_law else None


def _agent(case: Case, agent: str, said: str) -> str:
    """The words for who does it: the entity's name, the noun, or what stands before "office" and the like."""
    entity = case.entities.get(agent)
    if entity is not None:
        return entity.name
    body = _BODY.search(said) if agent in _EMPTY_HEADS else None
    return body[1].strip() if body is not None else agent.removeprefix("~")


def _titles(case: Case, agent: str) -> str:
    entity = case.entities.get(agent)
    return " ".join(role.title for role in entity.roles) if entity is not None else ""


def _speaks_for_an_office(item: Evidence) -> bool:
    """Whether a speaker without a name is a body's voice: its people, its spokesperson, or an office that names."""
    words = (item.speaker_text or "").casefold()
    if office_in(words) is None:
        return False
    alone = item.confirms and len(words.split()) == 1
    return (
        of_a_corps(item)
        or _SPOKES.search(words) is not None
        or alone
        or (_names(item) and office_in(words.split()[-1]) is not None)
    )


def _names(item: Evidence) -> bool:
    """Whether it is told that somebody is named: "prosecutors identified him as"."""
    return _NAMES.search((item.cue or "").casefold()) is not None


def _announced_by_media(item: Evidence) -> str | None:
    """State media that confirm speak for their state; no other outlet's word confirms."""
    words = (item.speaker_text or "").casefold()
    if item.confirms and item.stance == "asserts" and "state" in words.split():
        return f"{item.speaker_text} confirms it"
    return None


def _who(case: Case, item: Evidence) -> tuple[str, str]:
    """How the speaker is called, and every word that may name an office: name, titles and the words at the place."""
    entity = case.entities.get(item.speaker or "")
    if entity is None:
        return item.speaker_text or "the speaker", item.speaker_text or ""
    return entity.name, f"{entity.name} {_titles(case, entity.id)} {item.speaker_text or ''}"
