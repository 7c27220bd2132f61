"""Who and what a report names or points to, each mention with the thing it belongs to in this report.

Names come from the pipeline and are mended; roles, definite nouns ("the minister") and pronouns are resolved only where
exactly one candidate remains. What is not resolved stands alone under an id of its own.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from standfirst.extract.mentions.bodies import bodies_in
from standfirst.extract.mentions.cluster import grouped
from standfirst.extract.mentions.definites import described
from standfirst.extract.mentions.found import Found, Page
from standfirst.extract.mentions.gaps import left_out
from standfirst.extract.mentions.names import names_in
from standfirst.extract.mentions.nominals import nominals_in
from standfirst.extract.mentions.pointer import Pointer, things_of
from standfirst.extract.mentions.pronouns import pronouns_in
from standfirst.extract.mentions.repair import repaired
from standfirst.extract.mentions.roles import Role, roles_of
from standfirst.extract.tree import text_span
from standfirst.model.reading import Mention, Reading

__all__ = ["find_mentions"]


def find_mentions(reading: Reading, doc: Doc) -> Reading:
    """Fill in `mentions`, in the order of the text, with ids "m1", "m2" ... by first mention. Needs `sentences`."""
    if not len(doc) or not reading.report.text.strip():
        return reading
    page = Page(reading, doc)
    names, numbers, roles = named_in(page)
    things = things_of(page, names, numbers, roles)
    bodies, free = bodies_in(page, names, max(numbers, default=-1) + 1)
    ruled = list(nominals_in(page, names, roles, things))
    pointers, still_open = described(page, names, numbers, roles, things, ruled)
    pointers += pronouns_in(page, names, numbers, things, pointers, still_open)
    mentions = [
        *(_of_name(page, name, numbers[at], roles, at) for at, name in enumerate(names)),
        *(_of_name(page, body, number, [], -1) for body, number in bodies),
        *(_of_role(page, role, numbers[role.name]) for role in roles),
        *(_of_pointer(page, pointer, free + at) for at, pointer in enumerate(pointers)),
    ]
    return replace(reading, mentions=_numbered(mentions))


def named_in(page: Page) -> tuple[list[Found], list[int], list[Role]]:
    """The names in the order of the text, the number of the thing that each names, and the roles beside them."""
    names = repaired(page, names_in(page))
    names = repaired(page, sorted([*names, *left_out(page, names)], key=lambda name: name.start))
    return names, grouped(page, names), roles_of(page, names)


def _of_name(page: Page, name: Found, number: int, roles: list[Role], index: int) -> Mention:
    leads = [role.start for role in roles if role.name == index and role.end <= name.start]
    return Mention(
        span=text_span(page.report, page.doc, min([name.lead, *leads]), name.end),
        head=text_span(page.report, page.doc, name.start, name.end),
        kind=name.kind,
        form="name",
        entity=str(number),
    )


def _of_role(page: Page, role: Role, number: int) -> Mention:
    return Mention(
        span=text_span(page.report, page.doc, role.start, role.end),
        head=text_span(page.report, page.doc, role.head, role.head + 1),
        kind="role",
        form="nominal",
        entity=str(number),
    )


def _of_pointer(page: Page, pointer: Pointer, free: int) -> Mention:
    return Mention(
        span=text_span(page.report, page.doc, pointer.start, pointer.end),
        head=text_span(page.report, page.doc, pointer.head, pointer.head + 1),
        kind=pointer.kind,
        form=pointer.form,
        entity=str(free if pointer.number is None else pointer.number),
    )


def _numbered(mentions: list[Mention]) -> tuple[Mention, ...]:
    """In the order of the text, the longer first, with the final ids."""
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.form))
    ids: dict[str, str] = {}
    for mention in ordered:
        ids.setdefault(mention.entity, f"m{len(ids) + 1}")
    return tuple(replace(mention, entity=ids[mention.entity]) for mention in ordered)
