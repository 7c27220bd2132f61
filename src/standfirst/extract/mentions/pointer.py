"""What a noun or pronoun can point to: the named things of a report, with what is known of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.roles import Role, is_role_word
from standfirst.extract.mentions.sorts import sorts_of
from standfirst.lexicon.countries import by_name, country_of
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
    #: Its names as written.
    texts: frozenset[str]
    #: Words of its names, and of its roles and titles, in lower case.
    words: frozenset[str]
    #: The words that end its names or stand before "of" or "for" in them.
    generic: frozenset[str]
    roles: tuple[frozenset[str], ...]
    #: What the report says that it is, each time as the words of the phrase: {"cruise", "ship"}.
    sorts: tuple[frozenset[str], ...]
    #: Countries (by name) that stand with its roles: "|Peru|'s prime minister Ana Ruiz".
    countries: frozenset[str]
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
    words = {word.lower().strip(".,") for text in texts for word in text.replace("-", " ").split()}
    for index in members:
        after = page.after(names[index].end)
        if after is not None and lower(after) in name_words().nominals:
            words.add(lower(after))
    return Thing(
        number=number,
        kind=names[members[0]].kind,
        gender=_gender([names[index].titled for index in members], held),
        texts=frozenset(texts),
        words=frozenset(words),
        generic=frozenset(word for text in texts for word in _generic(text.lower().split())),
        roles=tuple(held + [words for words in stated if words]),
        sorts=tuple(dict.fromkeys(sort for index in members for sort in sorts_of(page, names[index]))),
        countries=frozenset(country for index in members for country in _countries(page, names[index])),
        country=any(text in by_name() for text in texts),
        sure=any(" " in names[i].text or names[i].titles or is_given_name(names[i].text) for i in members),
        names=tuple(members),
        starts=tuple(names[index].start for index in members),
    )


def _generic(words: list[str]) -> set[str]:
    return {words[-1], *(words[at] for at in range(len(words) - 1) if words[at + 1] in ("of", "for"))}


def _countries(page: Page, name: Found) -> Iterator[str]:
    """Countries named right before someone's titles, as an adjective or a possessive."""
    for at in range(max(name.lead - 6, 0), name.lead):
        country = country_of(page.doc[at].text) if is_name_like(page.doc[at]) else None
        between = page.doc[at + 1 : name.lead]
        if country is not None and all(
            lower(t) in ("'s", "’s") or is_role_word(lower(t)) or t.pos_ in _JOINS for t in between
        ):
            yield country.name


#: Parts of speech of the words that may stand between a country and the name of someone with a role.
_JOINS = {"ADJ", "NOUN", "PROPN"}


def _title_words(title: str) -> frozenset[str]:
    found = titles().get(title.lower().replace(".", ""))
    if found is None or found.kind == "courtesy":
        return frozenset()
    return frozenset(title.lower().replace(".", "").split()) | frozenset(found.full.split())


#: Nouns for people that tell their gender.
GENDERED = {
    "f": frozenset(
        "woman girl lady mother mum mom mama grandmother wife widow daughter granddaughter sister aunt niece girlfriend"
        " bride fiancee queen princess duchess actress waitress nun chairwoman spokeswoman congresswoman businesswoman"
        " policewoman".split()
    ),
    "m": frozenset(
        "man boy guy gentleman father dad papa grandfather husband widower son grandson brother uncle nephew boyfriend"
        " groom fiance king prince duke actor waiter monk chairman spokesman congressman businessman policeman"
        " gunman".split()
    ),
}


def _gender(titled: list[str], held: list[frozenset[str]]) -> str | None:
    parsed = [parse_name(text) for text in titled]
    found = {name.gender for name in parsed} - {None}
    if not any(name.full for name in parsed):
        found |= {gender_of(name.family[0]) for name in parsed if len(name.family) == 1} - {None}
    told = {gender for gender, words in GENDERED.items() for role in held if role & words}
    for genders in (found, told):
        if len(genders) == 1:
            return next(iter(genders))
    return None
