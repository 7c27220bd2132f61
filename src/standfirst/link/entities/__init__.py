"""Who and what the reports name, over all spellings and titles: one entity for each, joined only where that is sure.

Reads the mentions of the readings; gives the entities with the grounds of every join. It looks at no text beyond the
mentions and knows no people: that two names are one person's is judged by `standfirst.lexicon.names`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from standfirst.ids import stable_id
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.fold import key
from standfirst.lexicon.names.persons import family_text, parse_name
from standfirst.lexicon.people import title_at
from standfirst.link.entities.join import Joined, joined
from standfirst.link.entities.things import Thing, fullness, node_of, things_of
from standfirst.model.linked import Entity, EntityIndex, Grounds, Role
from standfirst.model.reading import Reading
from standfirst.model.span import Quote, Span

__all__ = ["EntityIndex", "link_entities"]


def link_entities(readings: Iterable[Reading]) -> EntityIndex:
    """The entities of a story, most mentioned first; the order of the readings changes nothing."""
    groups = joined(things_of(readings))
    drafts = _with_families([_entity(group) for group in groups])
    drafts.sort(key=lambda draft: (draft[0].mentions, draft[0].name))
    taken: Counter[str] = Counter()
    made: list[tuple[Entity, Joined]] = []
    for entity, group in drafts:
        base = stable_id("e", entity.kind, key(entity.name))
        taken[base] += 1
        made.append((replace(entity, id=base if taken[base] == 1 else f"{base}-{taken[base]}"), group))
    made.sort(key=lambda pair: (-len(pair[0].mentions), pair[0].name, pair[0].id))
    places = sorted((span.report, span.start, span.end, entity.id) for entity, _ in made for span in entity.mentions)
    return EntityIndex(
        entities=tuple(entity for entity, _ in made),
        local=tuple(sorted((t.report, t.local, entity.id) for entity, group in made for t in group.things)),
        places=tuple(places),
        longest=max((end - start for _, start, end, _ in places), default=0),
    )


def _with_families(drafts: list[tuple[Entity, Joined]]) -> list[tuple[Entity, Joined]]:
    """The entities, each person with the family name among the aliases where no other thing of the story has it."""
    bearers: Counter[str] = Counter()
    for entity, _ in drafts:
        last = (family_text(entity.name) if entity.kind == "person" else None) or entity.name
        bearers[key(last)] += 1
    made = []
    for entity, group in drafts:
        family = family_text(entity.name) if entity.kind == "person" else None
        if family is not None and bearers[key(family)] == 1 and family not in entity.aliases:
            aliases = sorted({*entity.aliases, family}, key=lambda form: (-len(form), form))
            entity = replace(entity, aliases=tuple(aliases))
        made.append((entity, group))
    return made


def _entity(group: Joined) -> tuple[Entity, Joined]:
    things = group.things
    kind = _kind(things)
    names = [_plain(quote.text) for thing in things for quote in thing.names]
    name = _name(names, kind)
    forms = {_plain(quote.text) for thing in things for quote in (*thing.names, *thing.titled)}
    forms |= {_addressed(quote.text, thing) for thing in things for quote in thing.titled}
    aliases = sorted(forms - {name, ""}, key=lambda form: (-len(form), form))
    mentions: tuple[Span, ...] = tuple(sorted({mention.span for thing in things for mention in thing.mentions}))
    entity = Entity(
        id="",
        name=name,
        kind=kind,
        aliases=tuple(aliases),
        roles=_roles(things),
        mentions=mentions,
        grounds=_grounds(group),
    )
    return entity, group


def _kind(things: tuple[Thing, ...]) -> str:
    """The kind that most of its names have; on a tie the first by letters."""
    votes: Counter[str] = Counter()
    for thing in things:
        votes[thing.kind] += sum(mention.form == "name" for mention in thing.mentions)
    kind = min(votes, key=lambda kind: (-votes[kind], kind))
    return "other" if kind in ("event", "work") else kind


def _plain(text: str) -> str:
    words = " ".join(text.split())
    return words.removesuffix("'s").removesuffix("’s")


def _name(names: list[str], kind: str) -> str:
    """The fullest form; of forms equally full, the one used most. A country's own name goes before its short forms.

    Of a person the full name that most reports use, so that a middle name told once does not lead; names with a bare
    initial for the given name, or a nickname in marks, come after.
    """
    uses = Counter(names)
    for name in sorted(uses) if kind != "person" else ():
        listed = country_of(name)
        if listed is not None and listed.name in uses:
            return listed.name
    abbreviations = name_words().abbreviations
    return min(
        uses,
        key=lambda name: (
            any(word.lower() in abbreviations and not word.isalpha() for word in name.replace("&", "").split()),
            _rank(name, uses[name]) if kind == "person" else (),
            -len(name.split()),
            name.isupper() and len(name) > 5,
            -uses[name],
            fullness(name),
        ),
    )


def _rank(name: str, uses: int) -> tuple[bool, bool, int]:
    parsed = parse_name(name)
    plain = parsed.full and len(parsed.given[0]) > 1 and parsed.nickname is None
    return not parsed.full, not plain, -uses


def _addressed(text: str, thing: Thing) -> str:
    """The form with only the last title, as people are spoken of: "Mr Ruiz" of "Foreign Minister Mr Ruiz".

    Empty for "Vice Foreign Minister Ruiz": what stands before a title may belong to it.
    """
    words = _plain(text).split()
    at, last, follows = 0, None, True
    while thing.person and at < len(words) - 1:
        found = title_at(words, at)
        if found is not None and found[1] < len(words) and follows:
            last = at
        if words[at].lower() in _LESSER:
            return ""
        follows = found is not None or words[at].islower() or country_of(words[at]) is not None
        at = found[1] if found is not None else at + 1
    return "" if last is None else " ".join(words[last:])


#: Words before a title that are no title without it: "Deputy Foreign Secretary" is not Foreign Secretary.
_LESSER = {"deputy", "vice", "assistant", "acting", "former", "associate", "junior"}


def _roles(things: tuple[Thing, ...]) -> tuple[Role, ...]:
    """Each role with the quotes of all reports, the most attested first; capitals tell no two apart."""
    held: dict[str, list[Role]] = {}
    for thing in things:
        for role in thing.roles:
            held.setdefault(role.title.lower(), []).append(role)
    made = [
        Role(title=min(roles, key=lambda r: (-len(r.quotes), r.title)).title, quotes=_sorted(roles))
        for roles in held.values()
    ]
    return tuple(sorted(made, key=lambda role: (-len(role.quotes), role.title)))


def _sorted(roles: list[Role]) -> tuple[Quote, ...]:
    return tuple(sorted((quote for role in roles for quote in role.quotes), key=lambda quote: quote.span))


def _grounds(group: Joined) -> tuple[Grounds, ...]:
    """Why its spellings were joined, one reason for each link, with the first words of both sides."""
    first: dict[str, Quote] = {}
    for thing in group.things:
        first.setdefault(thing.id, thing.names[0])
        for quote in thing.names:
            node = node_of(quote.text, thing.person)
            if node not in first or quote.span < first[node].span:
                first[node] = quote
    found = []
    for link in group.links:
        quotes = tuple(sorted({first[end] for end in (link.one, link.other) if end in first}, key=lambda q: q.span))
        found.append(Grounds(rule=link.verdict.rule, because=link.verdict.because, quotes=quotes))
    return tuple(sorted(set(found), key=lambda g: (g.rule, g.because)))
