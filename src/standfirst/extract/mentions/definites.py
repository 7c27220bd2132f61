"""Definite nouns given to the likeliest of the things named before: "the company", "the Pacific nation".

The rules of `nominals` say what fits for certain; here it is weighed: what the noun is and what the thing is, whether
the report has called it so, where and how often it was named. A noun is given to a thing that is likely enough
(`lexicon/coreference.tsv`); predicates and appositions ("Ruiz is the minister") point to nothing. Nouns for people are
left to the rules: news tells of many that it does not name ("the woman", "the suspect").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from standfirst.extract.mentions.chances import Option, chances
from standfirst.extract.mentions.found import Found, Page, head_of, lower
from standfirst.extract.mentions.pointer import Pointer, Thing
from standfirst.extract.mentions.roles import Role
from standfirst.extract.mentions.traces import Trace, noun_kind, trace_at
from standfirst.lexicon.coreference import least_chance
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words

DETERMINERS = frozenset(("the", "this", "that", "these", "those"))
_MODIFIERS = {"amod", "compound", "nmod:desc", "nummod", "flat", "nmod:poss", "obl:unmarked", "nmod:unmarked"}
_UNIQUE = frozenset("first last only next same other".split())
#: Sentences after which a thing that was named less than three times is no candidate unless its words fit.
_FAR, _OFTEN = 12, 3
#: What stands in the first sentences or characters is what a report is about.
_TOP = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Definite:
    """A definite noun with what is looked up in it."""

    #: The determiner and the head, as indexes of tokens.
    start: int
    head: int
    lemma: str
    word: str
    kind: str
    several: bool
    #: Words before the noun that are part of no name.
    modifiers: frozenset[str]


def definite_nouns(page: Page, names: list[Found], roles: list[Role]) -> Iterator[Definite]:
    """The definite nouns that are no name, no role beside one, no predicate and no apposition."""
    if not page.has_tree:
        return
    named = {at for name in names for at in range(name.lead, name.end)}
    inside = named | {at for role in roles for at in range(role.start, role.end)}
    for token in page.doc:
        if token.i in inside or token.pos_ not in ("NOUN", "PROPN") or token.dep_ == "appos":
            continue
        opening = next((c for c in token.children if c.i < token.i and c.dep_ == "det"), None)
        if opening is None or opening.lower_ not in DETERMINERS or any(c.dep_ == "cop" for c in token.children):
            continue
        yield Definite(
            start=opening.i,
            head=token.i,
            lemma=token.lemma_.lower(),
            word=lower(token),
            kind=noun_kind(token),
            several="Number=Plur" in str(token.morph),
            modifiers=frozenset(
                lower(c)
                for c in token.children
                if opening.i < c.i < token.i and c.dep_ in _MODIFIERS and c.i not in named
            ),
        )


class Account:
    """What has been named, and pointed to by definite nouns, up to where the reading stands."""

    def __init__(
        self, page: Page, names: list[Found], numbers: list[int], things: Iterable[Thing], ruled: Mapping[int, int]
    ) -> None:
        self._page, self._names, self._numbers = page, names, numbers
        self._thing = {thing.number: thing for thing in things}
        #: By head of a definite noun, what the rules give it to.
        self._ruled = ruled
        self._name_at = {at: index for index, name in enumerate(names) for at in range(name.lead, name.end)}
        self._traces = [_trace(page, name, number) for name, number in zip(names, numbers, strict=True)]
        self._nouns: dict[str, list[int]] = defaultdict(list)
        for token in page.doc:
            if token.pos_ == "NOUN" and token.i not in self._name_at:
                self._nouns[token.lemma_.lower()].append(token.i)
        #: By thing, the nouns that pointed to it so far: head and lemma.
        self._pointed: dict[int, list[tuple[int, str]]] = defaultdict(list)

    def point(self, noun: Definite, number: int) -> None:
        """Note that a noun points to a thing."""
        self._pointed[number].append((noun.head, noun.lemma))

    def options(self, noun: Definite) -> list[Option]:
        """Nothing, and each thing that was named before, nearest first."""
        before = (at for at, name in enumerate(self._names) if name.start < noun.start and not self._is_tail(at))
        last = {self._numbers[at]: at for at in before}
        seen = {n: max([self._names[at].start, *(head for head, _ in self._pointed[n][-1:])]) for n, at in last.items()}
        kinds = Counter(_kind(self._thing[number]) for number in last)
        found = [Option(number=None, tokens=(), features=(*self._of_none(noun), *_of_kinds(noun, kinds)))]
        ranks: dict[str, int] = defaultdict(int)
        for rank, number in enumerate(sorted(seen, key=lambda n: -seen[n])):
            thing = self._thing[number]
            back = self._page.sentence(noun.start) - self._page.sentence(seen[number])
            of_kind = ranks[thing.kind]
            ranks[thing.kind] += 1
            count = bisect_left(thing.starts, noun.start)
            if back > _FAR and count < _OFTEN and not self._fits(noun, thing):
                continue
            trace = self._traces[last[number]]
            features = (
                f"rank {min(rank, 5)}",
                f"rank of kind {min(of_kind, 3)}",
                f"named {min(count, 4)}",
                f"one of {min(kinds[_kind(thing)], 4)} of its kind",
                f"{noun.kind} for one of {min(kinds[_kind(thing)], 3)}, {_kind(thing)}",
                *self._of_place(noun, thing, trace, back),
                *self._of_words(noun, thing),
                *self._of_name_within(noun, thing),
                *self._of_pointers(noun, thing),
            )
            tokens = {self._traces[thing.names[0]].token, trace.token}
            found.append(Option(number=number, tokens=tuple(sorted(tokens)), features=features))
        return found

    def _is_tail(self, at: int) -> bool:
        """Whether a name is the state or country after a place: "Port Hale, |Maine|"."""
        name, prior = self._names[at], self._names[at - 1] if at else None
        joined = prior is not None and prior.end == name.lead - 1 and self._page.doc[prior.end].text == ","
        return joined and name.kind == "place" and prior is not None and prior.kind == "place"

    def _fits(self, noun: Definite, thing: Thing) -> bool:
        called = any(noun.word in words or noun.lemma in words for words in (*thing.sorts, *thing.roles, thing.words))
        return called or thing.number in self._within(noun)

    def _within(self, noun: Definite) -> set[int]:
        """The things whose names stand within the phrase: "the |Halcyon| ship"."""
        inside = range(noun.start + 1, noun.head)
        return {self._numbers[self._name_at[at]] for at in inside if at in self._name_at}

    def _of_place(self, noun: Definite, thing: Thing, trace: Trace, back: int) -> Iterator[str]:
        page, kind = self._page, _kind(thing)
        yield f"back {min(back, 6)}"
        yield f"paragraphs {min(page.paragraph(noun.start) - trace.paragraph, 3)}"
        yield f"last {trace.role}"
        yield f"{lower(page.doc[noun.start])} back {min(back, 3)}"
        first = self._names[thing.names[0]].start
        if first < _TOP or page.sentence(first) <= page.sentence(0) + 1:
            yield "at the top"
            yield f"{noun.kind} for a {kind} at the top"
        if trace.speaks:
            yield "speaks"
        if trace.role == "subject" and back <= 1:
            yield f"subject {back} {kind}"
        if back == 0 and page.doc[trace.token].head.i == noun.head:
            yield "hangs on the noun"
        if back == 0 and page.doc[noun.head].head.i == trace.token:
            yield "over the noun"

    def _of_words(self, noun: Definite, thing: Thing) -> Iterator[str]:
        kind = _kind(thing)
        yield f"{noun.kind} for a {kind}"
        yield f"{noun.kind} for a {kind}, {'several' if noun.several else 'one'}"
        yield f"“{noun.lemma}” for a {kind}"
        sort = any(noun.lemma in words or noun.word in words for words in thing.sorts)
        if sort:
            yield "called so"
        elif thing.sorts:
            yield "called otherwise"
        if any(noun.lemma in words or noun.word in words for words in thing.roles):
            yield "has the role"
        elif noun.kind == "person" and thing.roles:
            yield "has another role"
        if {noun.word, noun.lemma} & thing.generic:
            yield "end of the name"
        elif {noun.word, noun.lemma} & thing.words:
            yield "in the name"
        if set(name_words().nominal_words.get(noun.word, ())) & thing.words:
            yield "alike in the name"
        if noun.modifiers:
            known = thing.words.union(*thing.sorts, *thing.roles)
            yield "all before it known" if noun.modifiers <= known else "something before it unknown"
            yield f"{'known' if noun.modifiers & known else 'unknown'} before it, {kind}"
        else:
            yield f"bare for a {kind}"

    def _of_name_within(self, noun: Definite, thing: Thing) -> Iterator[str]:
        within = self._within(noun)
        if thing.number in within:
            yield "its name within"
            yield f"its name within, {noun.kind} for a {_kind(thing)}"
        elif within:
            yield "another's name within"
        texts = (self._page.doc[at].text for at in range(noun.start + 1, noun.head))
        countries = {country.name for text in texts if (country := country_of(text)) is not None}
        if countries & thing.countries:
            yield "its country within"
        if thing.country and countries & {country.name for country in map(country_of, thing.texts) if country}:
            yield "the country within"

    def _of_pointers(self, noun: Definite, thing: Thing) -> Iterator[str]:
        ruled = self._ruled.get(noun.head)
        if ruled is not None:
            yield "by rule" if ruled == thing.number else "another by rule"
        lemmas = [lemma for _, lemma in self._pointed[thing.number]]
        if lemmas:
            yield "pointed to"
            yield "pointed to by the noun" if noun.lemma in lemmas else "pointed to by another noun"

    def _of_none(self, noun: Definite) -> Iterator[str]:
        page, head = self._page, self._page.doc[noun.head]
        yield "none"
        yield f"none: {lower(page.doc[noun.start])}"
        yield f"none: {noun.kind}"
        yield f"none: {'several' if noun.several else 'one'}"
        yield f"none: {min(len(noun.modifiers), 2)} before it"
        yield f"none: “{noun.lemma}”"
        yield f"none: as {head.dep_}"
        after = [child for child in head.children if child.i > head.i]
        for name in ("nmod", "acl", "appos", "conj"):
            if any(child.dep_.partition(":")[0] == name for child in after):
                yield f"none: {name} follows"
        said = bisect_left(self._nouns[noun.lemma], noun.head)
        yield f"none: said {min(said, 3)}"
        if said:
            yield f"none: first {_opened(page.doc[self._nouns[noun.lemma][0]])}"
        if page.starts_sentence(noun.start):
            yield "none: opens its sentence"
        if noun.modifiers & _UNIQUE:
            yield "none: the first, the only"
        if page.in_quotes(noun.head):
            yield "none: in a quotation"


def _of_kinds(noun: Definite, kinds: Counter[str]) -> Iterator[str]:
    """How many things of the noun's own kind have been named."""
    alike = kinds[noun.kind] + (kinds["country"] if noun.kind == "place" else 0)
    yield f"none: {min(alike, 3)} of its kind"
    yield f"none: {noun.kind}, {min(alike, 3)} of its kind"


def _trace(page: Page, name: Found, number: int) -> Trace:
    token = head_of(page, name.start, name.end)
    return trace_at(page, token, number=number, kind=name.kind, form="name", span=(name.lead, name.end))


def _kind(thing: Thing) -> str:
    return "country" if thing.country else thing.kind


def _opened(noun: Token) -> str:
    words = {child.lower_ for child in noun.children if child.dep_ in ("det", "nmod:poss")}
    return "the" if words & DETERMINERS else "a" if words else "bare"


def described(
    page: Page,
    names: list[Found],
    numbers: list[int],
    roles: list[Role],
    things: tuple[Thing, ...],
    pointers: list[Pointer],
) -> tuple[list[Pointer], dict[int, dict[int | None, float]]]:
    """The pointers of the rules, and the definite nouns that are given to what is likely enough.

    With them, by head, how likely each thing is for the nouns that stay open.
    """
    still_open: dict[int, dict[int | None, float]] = {}
    found = {pointer.head: pointer for pointer in pointers}
    kinds = {thing.number: thing.kind for thing in things}
    ruled = {pointer.head: pointer.number for pointer in pointers if pointer.number is not None}
    account = Account(page, names, numbers, things, ruled)
    for noun in definite_nouns(page, names, roles):
        options = account.options(noun)
        chance = chances(page, "the", noun.head, options)
        things_only = (number for number in chance if number is not None and kinds[number] != "person")
        best = max(things_only, key=lambda number: chance[number], default=None)
        likely = best is not None and chance[best] >= least_chance()["the"]
        number = best if likely else ruled.get(noun.head)
        if number is None:
            still_open[noun.head] = chance
            continue
        account.point(noun, number)
        if noun.head not in ruled:
            found[noun.head] = Pointer(
                start=noun.start,
                end=noun.head + 1,
                head=noun.head,
                kind=kinds[number],
                form="nominal",
                number=number,
            )
    return sorted(found.values(), key=lambda pointer: pointer.start), still_open
