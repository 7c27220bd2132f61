"""What a noun or pronoun can point to: the named things of a report, with what is known of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from standfirst.extract.mentions.found import Found, Page, lower
from standfirst.extract.mentions.roles import Role
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.countries import by_name
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.persons import parse_name
from standfirst.lexicon.people import gender_of, is_given_name, titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A noun phrase or pronoun as a range of tokens, and the number of the thing it points to; None: not resolved."""

    start: int
    end: int
    head: int
    kind: str
    form: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that the report names."""

    number: int
    kind: str
    #: f | m where its names or titles tell, else None.
    gender: str | None
    #: Words of its names, and of its roles and titles, in lower case.
    words: frozenset[str]
    roles: tuple[frozenset[str], ...]
    country: bool
    #: Whether the report says more of it than one word that may be no name of its kind.
    sure: bool
    #: Indexes of its names, and the tokens at which they start.
    names: tuple[int, ...]
    starts: tuple[int, ...]

    def before(self, token: int) -> int | None:
        """Index of its last name before a token, or None."""
        at = bisect_left(self.starts, token)
        return self.names[at - 1] if at else None


def things_of(page: Page, names: list[Found], numbers: list[int], roles: list[Role]) -> tuple[Thing, ...]:
    """The named things in order of their numbers."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, number in enumerate(numbers):
        members[number].append(index)
    held: dict[int, list[frozenset[str]]] = defaultdict(list)
    for role in roles:
        held[numbers[role.name]].append(frozenset(lower(token) for token in page.doc[role.start : role.end]))
    return tuple(_thing(page, names, number, members[number], held[number]) for number in sorted(members))


def _thing(page: Page, names: list[Found], number: int, members: list[int], held: list[frozenset[str]]) -> Thing:
    texts = {names[index].text for index in members}
    stated = [_title_words(title) for index in members for title in names[index].titles]
    words = {word.lower().strip(".,") for text in texts for word in text.split()}
    for index in members:
        after = page.after(names[index].end)
        if after is not None and lower(after) in name_words().nominals:
            words.add(lower(after))
    return Thing(
        number=number,
        kind=names[members[0]].kind,
        gender=_gender([names[index].titled for index in members], held),
        words=frozenset(words),
        roles=tuple(held + [words for words in stated if words]),
        country=any(text in by_name() for text in texts),
        sure=any(" " in names[i].text or names[i].titles or is_given_name(names[i].text) for i in members),
        names=tuple(members),
        starts=tuple(names[index].start for index in members),
    )


def _title_words(title: str) -> frozenset[str]:
    found = titles().get(title.lower().replace(".", ""))
    if found is None or found.kind == "courtesy":
        return frozenset()
    return frozenset(title.lower().replace(".", "").split()) | frozenset(found.full.split())


_ROLE_GENDER = {
    "f": {"woman", "girl", "mother", "wife", "daughter", "sister", "queen", "princess", "chairwoman", "spokeswoman"},
    "m": {"man", "boy", "father", "husband", "son", "brother", "king", "prince", "chairman", "spokesman", "gunman"},
}


def _gender(titled: list[str], held: list[frozenset[str]]) -> str | None:
    parsed = [parse_name(text) for text in titled]
    found = {name.gender for name in parsed} - {None}
    if not any(name.full for name in parsed):
        found |= {gender_of(name.family[0]) for name in parsed if len(name.family) == 1} - {None}
    told = {gender for gender, words in _ROLE_GENDER.items() for role in held if role & words}
    for genders in (found, told):
        if len(genders) == 1:
            return next(iter(genders))
    return None


def is_subject(page: Page, name: Found) -> bool:
    """Whether a name is the subject of a clause; without a parse, whether it opens its sentence."""
    if not page.has_tree:
        return page.starts_sentence(name.lead)
    return any(token.dep_ in SUBJECTS for token in page.doc[name.lead : name.end])
