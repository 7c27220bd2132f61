"""Whose words are they? The noun phrase that speaks for a cue, by the parse and, where that fails, by what is there.

Nothing is resolved here: that is `speakers`. A phrase is taken whole with its apposition ("Dora Quill, the harbour
minister") and without clauses that hang on it.
"""

from __future__ import annotations

from spacy.tokens import Token

from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.surface import LONGEST, Source, frame_start, is_phrase, source_before
from standfirst.extract.tree import SUBJECTS, noun_before, noun_phrase
from standfirst.lexicon.cues import verb_cues
from standfirst.lexicon.speakers import speaker_words
from standfirst.lexicon.time import time_words

_RELATIVE = {"who", "which", "that"}
#: How many verbs up a subject is looked for.
_CLIMB = 8
#: How many tokens a dateline has at most, up to its dash.
_DATELINE = 10
_DASHES = {"-", "–", "—", "--", "―"}
#: Verbs by which a carrier passes words on: "quoted officials as saying".
QUOTING = {"quoted", "quotes", "quoting", "quote", "cited", "cites", "citing", "cite"}
#: Relations of a noun that a relative clause may follow.
_PLACES = {"obj", "iobj", "obl", "obl:agent", "nsubj", "nsubj:pass", "nmod", "root", "ROOT", "conj", "appos"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"}


def source_of(page: Page, cue: Cue) -> Source | None:
    """The source of a cue verb: the parse's, widened by the words that fill the place before or after the cue."""
    parsed = parsed_source(page, cue)
    if cue.passive:
        return parsed
    if cue.is_participle(page):
        return _with_subject(page, cue) or parsed
    before = source_before(page, cue, frame_start(page, cue))
    if before is None or not is_phrase(page, before) or _is_time(page.doc[before.head]):
        return parsed
    if _alone_before(page, cue, before):
        return before
    agree = parsed is None or before.span[0] <= parsed.head < before.span[1]
    elsewhere = parsed is not None and (parsed.head > cue.at or _in_relative(page, before))
    return fuller(page, cue, before) if agree else before if elsewhere and _adjoins(page, cue, before) else parsed


def _alone_before(page: Page, cue: Cue, source: Source) -> bool:
    """Whether one word for several or a body stands by itself before a cue: "..., |officials| said".

    A comma parts it from what is before, or a noun whose relative clause it opens: "a man |police| said was armed".
    """
    start, end = source.span
    word = page.doc[start]
    parted = start > 0 and (page.doc[start - 1].text == "," or page.doc[start - 1].tag_ == "NN")
    several = word.tag_ == "NNS" or word.lower_ in speaker_words("body")
    return parted and end - start == 1 and end == cue.span[0] and several


def _in_relative(page: Page, source: Source) -> bool:
    """Whether a phrase follows a relative pronoun: "the leak, which |Dora Quill| said was small"."""
    start = source.span[0]
    return start > 0 and page.doc[start - 1].lower_ in _RELATIVE


def _adjoins(page: Page, cue: Cue, source: Source) -> bool:
    """Whether a phrase stands right before a cue, and is more than a lead ("On Friday, said ...")."""
    return source.span[1] >= cue.span[0] - 1 and page.doc[source.span[0]].pos_ not in ("ADP", "SCONJ", "ADV", "CCONJ")


def _with_subject(page: Page, cue: Cue) -> Source | None:
    """The subject of a participle after "with": ", with the minister labelling it an outrage"."""
    start = cue.span[0]
    while start > 0 and start > cue.span[0] - 14 and page.paragraph_of[start - 1] == page.paragraph_of[cue.at]:
        if page.doc[start - 1].text in (",", "."):
            break
        if page.doc[start - 1].lower_ == "with":
            return source_before(page, cue, start)
        start -= 1
    return None


def parsed_source(page: Page, cue: Cue) -> Source | None:
    """The source of a cue verb by the parse: its subject, or the agent of a passive; None where there is none."""
    head = _agent(page.doc[cue.at]) if cue.passive else _speaking_subject(page.doc[cue.at])
    if head is not None and not cue.passive:
        head = _person_before_who(page, cue, head)
        dash = _dateline(page, head)
        if dash is not None:
            return source_before(page, cue, dash + 1)
    return phrase(page, head, cue.at) if head is not None else None


def _dateline(page: Page, head: Token) -> int | None:
    """The dash of the dateline in which a token stands: "HARBOUR CITY (Kyodo) |-| Dora Quill said"; None for none."""
    first = page.token_at(page.paragraphs[page.paragraph_of[head.i]].start)
    if not page.doc[first].is_upper or len(page.doc[first]) < 3:
        return None
    dash = next((i for i in range(first, min(first + _DATELINE, len(page.doc))) if page.doc[i].text in _DASHES), None)
    return dash if dash is not None and head.i < dash else None


def _person_before_who(page: Page, cue: Cue, head: Token) -> Token:
    """The person named just before "who", where the parse takes another: "comments from Dora Quill, who |says|"."""
    who = next((child.i for child in page.doc[cue.at].children if child.lower_ == "who"), None)
    if who is None or who < 2 or head.i >= who:
        return head
    last = who - 2 if page.doc[who - 1].text == "," else who - 1
    named, own = page.mention(last), page.mention(head.i)
    if named is None or named.kind != "person" or (own is not None and own.kind == "person"):
        return head
    return page.doc[page.token_at(named.head.start)]


def phrase(page: Page, head: Token, cue: int) -> Source | None:
    """The whole noun phrase of a head word, cut short of the cue; None where it is no noun phrase."""
    if head.pos_ not in _NOMINAL or (head.lower_ in ("it", "there") and head.dep_ == "expl"):
        return None
    start, end = noun_phrase(head, conjuncts=True)
    end = _with_apposition(head, end)
    if start <= cue < end:
        start, end = (start, cue) if head.i < cue else (cue + 1, end)
    span = trimmed(page, _within_line(page, _with_name(page, (start, end), head, cue), head.i))
    return Source(span=span, head=head.i) if span is not None and span[0] <= head.i < span[1] else None


def _with_name(page: Page, span: Range, head: Token, cue: int) -> Range:
    """The phrase with the person's name that follows it at once: "consultant |Jon Hart|"."""
    start, end = span
    if head.pos_ == "PRON":
        return span
    while end < len(page.doc) and end != cue and end - span[1] < 4 and page.doc[end].pos_ == "PROPN":
        if page.mention(end) is not None and end + 1 - span[1] > 0:
            break
        end += 1
    mention = page.mention(end) if end < len(page.doc) else None
    if mention is None and span[1] + 1 < min(cue, len(page.doc)) and page.doc[span[1]].text == ",":
        return _with_apposed(page, span, cue)
    if mention is None or mention.form != "name" or mention.kind != "person":
        return span
    while end < len(page.doc) and end != cue and page.mention(end) is mention:
        end += 1
    return start, end


def _with_apposed(page: Page, span: Range, cue: int) -> Range:
    """The phrase with a name between commas before its cue: "another bystander|, Jon Hart|, said"."""
    start, end = span
    mention = page.mention(end + 1)
    if mention is None or mention.form != "name" or mention.kind != "person":
        return span
    after = end + 1
    while after < cue and page.mention(after) is mention:
        after += 1
    return (start, after) if page.doc[after].text == "," and after + 1 == cue else span


def _within_line(page: Page, span: Range, head: int) -> Range:
    """The part of a range in the paragraph of its head."""
    start, end = span
    line = page.paragraph_of[head]
    while start < head and page.paragraph_of[start] != line:
        start += 1
    while end - 1 > head and page.paragraph_of[end - 1] != line:
        end -= 1
    return start, end


def _with_apposition(head: Token, end: int) -> int:
    for child in head.children:
        if child.dep_ == "appos" and child.left_edge.i <= end + 1:
            end = max(end, noun_phrase(child)[1])
    return end


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ == "obl" and any(c.dep_ == "case" and c.lower_ == "by" for c in child.children):
            return child
    return None


def _speaking_subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb on which it hangs: "he left, saying that it was late"."""
    quoted = _quoted_saying(verb)
    if quoted is not None:
        return quoted
    node = verb
    for _ in range(_CLIMB):
        own = next((child for child in node.children if child.dep_ in SUBJECTS), None) or noun_before(node)
        if _undergoes(own, verb, node):
            node = _verb_above(node) or node.head
            continue
        if _is_said_beside(verb, node):
            node = node.head
            continue
        if own is not None and not (own.i > node.i and node.i == verb.i and _goes_on(node)):
            return _antecedent(own, node)
        if node.dep_ in ("acl", "acl:relcl"):
            above = _verb_above(node) if _is_beside(node) or _is_time(node.head) else None
            if above is None:
                return node.head
            node = above
            continue
        if node.dep_ not in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "obl") or node.head == node:
            return None
        if node.dep_ == "ccomp" and node.i != verb.i:
            return None
        node = node.head
    return None


def _undergoes(subject: Token | None, participle: Token, node: Token) -> bool:
    """Whether a clause below the main one only tells what befalls its subject, who then says nothing in a participle.

    "asked that Hart be held, |saying| he was armed": not Hart. It errs towards whoever speaks higher up.
    """
    passive = subject is not None and subject.dep_ == "nsubj:pass"
    return passive and node.dep_ in ("ccomp", "acl") and node.head != node and participle.lower_.endswith("ing")


def _is_time(noun: Token) -> bool:
    """Whether a noun only tells when: "called the office that day |to say|"."""
    word = noun.lower_
    words = time_words()
    return word in words.weekdays or word in words.units or word in words.parts


def _goes_on(verb: Token) -> bool:
    """Whether a verb has its subject before it, whatever the parse says: "left |but thinks| it was late"."""
    joined = verb.i > 0 and verb.doc[verb.i - 1].lower_ in ("and", "but") and verb.dep_ == "conj"
    return verb.lower_.endswith("ing") or joined


def _is_beside(participle: Token) -> bool:
    """Whether a participle rather goes with the whole clause than with the noun that the parse hangs it on.

    "made a pitch to voters, |saying| it was late": after a comma, or after those to whom something is said.
    """
    if not participle.lower_.endswith("ing") or participle.i == 0:
        return False
    after_comma = participle.doc[participle.i - 1].text == "," and participle.head.dep_ not in SUBJECTS
    cases = {child.lower_ for child in participle.head.children if child.dep_ == "case"}
    return after_comma or (participle.head.dep_ in ("obl", "nmod") and bool(cases & {"to", "with"}))


def _verb_above(token: Token) -> Token | None:
    """The nearest verb above a token, the noun that it hangs on passed over."""
    node = token.head
    while node.head != node and node.pos_ not in ("VERB", "AUX"):
        node = node.head
    return node if node.pos_ in ("VERB", "AUX") else None


def _is_said_beside(verb: Token, node: Token) -> bool:
    """Whether a participle hangs on what is said, but goes on with who says it: "said it was over, |adding| that"."""
    beside = node.i != verb.i and verb.lower_.endswith("ing") and verb.doc[verb.i - 1].text == ","
    return beside and node.dep_ == "ccomp" and node.head.i < node.i and node.head.lower_ in verb_cues()


def _quoted_saying(verb: Token) -> Token | None:
    """Who is quoted as saying: the object of "quoted" or "cited", or its subject in the passive."""
    if verb.lower_ != "saying" or verb.i == 0 or verb.head.lower_ not in QUOTING:
        return None
    wanted = ("nsubj:pass",) if verb.head.lower_ in ("quoted", "cited") and _is_passive(verb.head) else ("obj",)
    return next((child for child in verb.head.children if child.dep_ in wanted and child.i < verb.i), None)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, else the subject itself."""
    if subject.lower_ not in _RELATIVE:
        return subject
    node = verb
    while node.dep_ in ("conj", "xcomp") and node.head != node:
        node = node.head
    if node.dep_ in ("acl:relcl", "acl") and node.head.i < subject.i:
        return node.head
    return _just_before(subject) or subject


def _just_before(relative: Token) -> Token | None:
    """The noun whose phrase ends just before a relative pronoun, the highest one, times left out."""
    doc, end = relative.doc, relative.i
    while end > max(relative.i - 4, 0) and (
        doc[end - 1].is_punct or doc[end - 1].dep_ in ("obl:unmarked", "obl:tmod", "nmod:tmod", "nmod:unmarked")
    ):
        end -= 1
    found = None
    for at in range(max(end - LONGEST, 0), end):
        token = doc[at]
        if token.pos_ in ("NOUN", "PROPN") and token.right_edge.i == end - 1 and token.dep_ in _PLACES:
            found = token
            break
    return found


def fuller(page: Page, cue: Cue, source: Source) -> Source:
    """The phrase of the surface, widened by the parse's where the head of that lies in it."""
    parsed = parsed_source(page, cue)
    if parsed is None or not source.span[0] <= parsed.head < source.span[1]:
        return source
    start, end = min(source.span[0], parsed.span[0]), max(source.span[1], parsed.span[1])
    if start < parsed.span[0] and page.doc[start].pos_ in ("ADV", "ADP", "SCONJ", "CCONJ"):
        start = parsed.span[0]
    if any(page.quotation_of[i] >= 0 for i in range(start, end)) or start <= cue.at < end:
        return source
    if page.paragraph_of[start] != page.paragraph_of[end - 1]:
        return source
    return Source(span=(start, end), head=parsed.head)
