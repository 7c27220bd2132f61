"""Names that the pipeline left out: runs of proper nouns within a sentence, and acronyms of names that are there.

Errs towards leaving out: what opens a sentence or stands in a headline is not looked at, since capitals tell little
there.
"""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.names import named
from standfirst.extract.mentions.repair import is_headline
from standfirst.extract.mentions.roles import is_role_word
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.bodies import initials, parse_body
from standfirst.lexicon.people import is_given_name

_LONGEST = 6


def left_out(page: Page, names: list[Found]) -> list[Found]:
    """The names that can be told from their capitals alone; none overlaps one that is there."""
    covered = [False] * (len(page.doc) + 1)
    for name in names:
        covered[name.lead : name.end] = [True] * (name.end - name.lead)
    known = {letters for name in names if name.kind != "person" for letters in initials(parse_body(name.text).words)}
    found: list[Found] = []
    at = 0
    while at < len(page.doc):
        end = _run(page, at, covered)
        if end - at > 1:
            found += _of_run(page, at, end)
        elif end > at:
            kind = "organisation" if _is_acronym(page, at, known) else _country_kind(page, at)
            found += filter(None, [named(page, at, end, kind) if kind is not None else None])
        at = max(end, at + 1)
    return found


def _run(page: Page, at: int, covered: list[bool]) -> int:
    """The end of the run of proper nouns that begins at a token; the token itself where there is none."""
    end = at
    while end < len(page.doc) and end - at < _LONGEST and not covered[end] and _is_proper(page, end):
        end += 1
    return end if end == at or not (covered[end] or covered[at - 1] if at else covered[end]) else at


def _is_proper(page: Page, at: int) -> bool:
    token = page.doc[at]
    if token.is_space or not is_name_like(token) or lower(token) in name_words().no_names or is_role_word(lower(token)):
        return False
    return token.pos_ == "PROPN" or (not page.has_tags and country_of(token.text) is not None)


def _of_run(page: Page, start: int, end: int) -> Iterator[Found]:
    if page.starts_sentence(start) or is_headline(page, start):
        return
    kind = "person" if end - start < 4 and is_given_name(page.doc[start].text) else "other"
    name = named(page, start, end, kind)
    if name is not None:
        yield name


def _country_kind(page: Page, at: int) -> str | None:
    """place or group where the token names a country or its people."""
    text = page.doc[at].text
    country = country_of(text)
    if country is None:
        return None
    return "group" if text in country.adjectives else "place"


def _is_acronym(page: Page, at: int, known: set[str]) -> bool:
    letters = page.doc[at].text.replace(".", "")
    return letters.isalpha() and letters.isupper() and 3 <= len(letters) <= 8 and letters.lower() in known
