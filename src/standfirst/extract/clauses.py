"""The parts of a sentence that tell something by themselves.

"The ferry sank, and the port was closed" tells two things; "after the dam burst" tells one in passing. A clause is
given only where it has a finite verb and its own subject, so that it can be read alone; the whole sentence is always
given too. What shares its subject with another verb ("was caught and charged") or has it in a relative pronoun ("Moss,
who resigned") is given as a part, with the words for its subject beside it; "a tweet |she sent|" is gapped, for it
lacks what was sent. It errs towards the whole sentence: a clause joined by "nor", or under a condition or a question,
is not cut out.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from standfirst.extract.tree import SUBJECTS, hung_amiss, noun_phrase, subject, text_span, tokens_in
from standfirst.model.reading import Clause, Reading

_KINDS = {"conj": "conj", "parataxis": "conj", "acl:relcl": "relative", "advcl": "adverbial", "ccomp": "content"}
#: Words that open a clause and take its assertion away, or turn it round.
_NOT_ASSERTED = {"if", "unless", "whether", "nor", "neither", "or", "to", "for", "lest", "until", "how", "why"}


def find_clauses(reading: Reading, doc: Doc) -> Reading:
    """Fill in the clauses of every sentence, the whole sentence first."""
    found: list[Clause] = []
    for sentence in reading.sentences:
        tokens = [token for token in tokens_in(doc, sentence) if not token.is_space]
        if not tokens:
            continue
        inside = {token.i for token in tokens}
        roots = [token for token in tokens if token.head == token or token.head.i not in inside]
        head = text_span(reading.report, doc, roots[0].i, roots[0].i + 1)
        found.append(Clause(span=sentence, head=head, kind="sentence"))
        cut = [clause for token in tokens if (clause := _clause(reading, doc, token, inside)) is not None]
        if any(clause.kind == "conj" for clause in cut):
            main = _main(reading, doc, roots[0], inside)
            if main is not None:
                found.append(main)
        found.extend(cut)
        found.extend(_parts(reading, doc, tokens, inside))
    return replace(reading, clauses=tuple(found))


def _own_subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.tag_ not in ("WDT", "WP")), None)


def _finite(verb: Token) -> bool:
    group = [verb, *(child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop"))]
    return any("VerbForm=Fin" in str(token.morph) or token.tag_ == "MD" for token in group)


def _kind(verb: Token) -> str | None:
    """The kind of a clause by its verb; one joined by "that" to what is said is said as well: "and that all fled"."""
    node = verb
    while node.dep_ == "conj" and node.head != node:
        node = node.head
    said = node.dep_ == "ccomp" and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    return "content" if said else _KINDS.get(verb.dep_)


def _clause(reading: Reading, doc: Doc, verb: Token, inside: set[int]) -> Clause | None:
    kind = _kind(verb)
    who = _own_subject(verb)
    if kind is None or verb.head.i not in inside or not _finite(verb) or who is None or _led(who):
        return None
    members = _members(verb, inside)
    if any(token.lower_ in _NOT_ASSERTED for token in members if token.head == verb and token.i < verb.i):
        return None
    kind = "gapped" if kind == "relative" and _gapped(members) else kind
    members = _opened(members, verb)
    while members and members[-1].is_punct and members[-1].text not in "”\"’'%)":
        members = members[:-1]
    if len(members) < 3:
        return None
    return Clause(
        span=text_span(reading.report, doc, members[0].i, members[-1].i + 1),
        head=text_span(reading.report, doc, verb.i, verb.i + 1),
        kind=kind,
    )


def _led(who: Token) -> bool:
    """Whether "to" stands before a subject, for the parse went astray: "a gun he was showing |to Moss| went off"."""
    return any(child.dep_ == "case" and child.lower_ == "to" and child.i < who.i for child in who.children)


def _gapped(members: list[Token]) -> bool:
    """Whether a relative clause lacks the noun that it tells of: not so after "where", "whose" and "in which"."""
    tags = [token.tag_ for token in members if not token.is_punct]
    return tags[:1] not in (["WRB"], ["WP$"]) and tags[:2] not in (["IN", "WDT"], ["IN", "WP"])


def _opened(members: list[Token], verb: Token) -> list[Token]:
    """The clause without the words that join it to the sentence: "and", "after", "in which"."""
    while members and members[0].head == verb and members[0].dep_ in ("cc", "mark", "punct"):
        members = members[1:]
    for place, token in enumerate(members[:3]):
        if token.tag_ in ("WDT", "WP", "WRB") and all(before.dep_ == "case" for before in members[:place]):
            return members[place + 1 :]
    return members


def _unbroken(doc: Doc, end: int, inside: set[int]) -> int:
    """The last token of the clause, moved on where a parse that went astray left it on "on" or "the"."""
    while doc[end].pos_ in ("ADP", "DET", "PART", "NUM") and end + 1 in inside and not doc[end + 1].is_punct:
        end = max(token.i for token in doc[end + 1].subtree if token.i in inside)
    return end


def _members(verb: Token, inside: set[int]) -> list[Token]:
    """The unbroken run of tokens round the verb that hang on it, clauses joined to it by "and" left out."""
    apart = {
        below.i
        for child in verb.children
        if child.dep_ in ("conj", "parataxis") and _own_subject(child) is not None
        for below in child.subtree
    }
    mine = {token.i for token in verb.subtree if token.i in inside and token.i not in apart}
    start = end = verb.i
    while start - 1 in mine:
        start -= 1
    while end + 1 in mine:
        end += 1
    end = _unbroken(verb.doc, end, inside)
    tokens = [verb.doc[index] for index in range(start, end + 1)]
    while tokens and tokens[-1].dep_ in ("cc", "punct") and tokens[-1].text not in "”\"’'%)":
        tokens = tokens[:-1]
    return tokens


def _main(reading: Reading, doc: Doc, root: Token, inside: set[int]) -> Clause | None:
    members = _members(root, inside)
    if len(members) < 3 or not _finite(root):
        return None
    return Clause(
        span=text_span(reading.report, doc, members[0].i, members[-1].i + 1),
        head=text_span(reading.report, doc, root.i, root.i + 1),
        kind="main",
    )


def _parts(reading: Reading, doc: Doc, tokens: list[Token], inside: set[int]) -> list[Clause]:
    """What each verb tells that has its subject from another clause, and what the first of several verbs tells."""
    found: list[Clause] = []
    for verb in tokens:
        if verb.pos_ not in ("VERB", "ADJ", "NOUN") or verb.head.i not in inside:
            continue
        relative = verb.dep_ == "acl:relcl" and _pronoun_subject(verb)
        joined = verb.dep_ == "conj" and verb.pos_ == "VERB" and _own_subject(verb) is None
        if relative and _finite(verb) and not hung_amiss(verb):
            found += _part(reading, doc, verb, verb.head, inside)
        elif joined and verb.head.pos_ == "VERB" and _told_with(verb):
            who = subject(verb)
            if who is not None and who.i in inside:
                found += _part(reading, doc, verb, verb.head.head if _pronoun_subject(verb.head) else who, inside)
            if verb.head.dep_ not in ("conj", "acl:relcl") and _own_subject(verb.head) is not None:
                found += _part(reading, doc, verb.head, None, inside)
    return found


def _pronoun_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS and child.tag_ in ("WDT", "WP") for child in verb.children)


def _told_with(verb: Token) -> bool:
    """Whether a verb joined to another is as finite as that one is: "came and |left", "was caught and |charged"."""
    return _finite(verb.head) and (
        _finite(verb) or (verb.tag_ == verb.head.tag_ and verb.tag_ in ("VBN", "VBD", "VBG"))
    )


def _part(reading: Reading, doc: Doc, verb: Token, who: Token | None, inside: set[int]) -> list[Clause]:
    apart = {
        below.i
        for child in verb.children
        if child.dep_ in ("conj", "parataxis") and child.pos_ in ("VERB", "AUX")
        for below in child.subtree
    }
    whole = _members(verb, inside)
    alone = [token for token in whole if token.i not in apart]
    members = alone if alone[-1].i - alone[0].i < len(alone) else whole
    if any(
        token.lower_ in _NOT_ASSERTED - {"to", "for"} for token in members if token.head == verb and token.i < verb.i
    ):
        return []
    members = _unbound(_opened(members, verb))
    if not members or verb.i < members[0].i or verb.i > members[-1].i:
        return []
    return [
        Clause(
            span=text_span(reading.report, doc, members[0].i, members[-1].i + 1),
            head=text_span(reading.report, doc, verb.i, verb.i + 1),
            kind="part",
            subject=text_span(reading.report, doc, *noun_phrase(who)) if who is not None else None,
        )
    ]


def _unbound(members: list[Token]) -> list[Token]:
    """The words without "and" and marks at their end."""
    while members and (members[-1].dep_ == "cc" or (members[-1].is_punct and members[-1].text not in "”\"’'%)")):
        members = members[:-1]
    return members
