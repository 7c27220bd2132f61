"""Names as the pipeline finds them, with their bounds mended: titles apart, possessives and articles cut off."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.roles import is_role_word
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.outlets import known_name
from standfirst.lexicon.people import letters_after, longest_title, title_at

_LONGEST = 12
_EDGES = {"the", "a", "an", "and", "of", "'s", "'", "by", "in", "at", "to", "for", "with", "on", "from", "but"}
_NO_TAGS = {"PRON", "DET", "ADV", "ADP", "VERB", "AUX", "SCONJ", "CCONJ", "INTJ"}
#: Generic words, in small letters, that make a facility of the place name before them where an article precedes.
_SITES = {"base", "camp", "airbase", "airport", "airfield", "barracks", "prison", "jail", "refinery", "dam", "bridge"}
_SITE_ARTICLES = {"the", "at", "in", "from", "to", "near", "on"}
_ARTICLE_KEPT = {"hague", "gambia", "hindu", "economist"}


def names_in(page: Page) -> list[Found]:
    """The names of the text in order, none overlapping: the gazetteer's, then the pipeline's."""
    taken = [False] * (len(page.doc) + 1)
    found: list[Found] = []
    for name in (*_listed(page), *_recognised(page)):
        if not any(taken[name.start : name.end]):
            found.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
    return sorted(found, key=lambda name: name.start)


def _recognised(page: Page) -> Iterator[Found]:
    for ent in page.doc.ents:
        for start, end in _lines(page, ent):
            name = _mended(page, start, end, ent.label_)
            if name is not None:
                yield name


def _lines(page: Page, ent: Tokens) -> Iterator[tuple[int, int]]:
    """The parts of an entity that stand on one line each; a place and the state after it are two."""
    start = ent.start
    splits = ent.label_ in ("place", "facility", "person")
    for at in range(ent.start, ent.end + 1):
        if at == ent.end or page.is_break(at) or (splits and page.doc[at].text == ","):
            if at > start:
                yield start, at
            start = at + 1


def _mended(page: Page, start: int, end: int, kind: str) -> Found | None:
    doc = page.doc
    while start < end and (_is_edge(page, start) or not (is_name_like(doc[start]) or doc[start].text[:1].isdigit())):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or lower(doc[end - 1]) in _EDGES):
        end -= 1
    if start >= end or end - start > _LONGEST:
        return None
    start, end = _hyphenated(page, start, end)
    end, company = _legal_form(page, start, end)
    if kind in ("place", "facility", "organisation"):
        end = _number(page, end)
        end = _seat(page, start, end)
    if not any(is_name_like(token) for token in doc[start:end]):
        return None
    if end - start == 1 and (
        lower(doc[start]) in name_words().no_names or (page.has_tags and doc[start].pos_ in _NO_TAGS)
    ):
        return None
    site = _site(page, start, end) if kind in ("place", "facility", "organisation", "person") else end
    return named(page, start, site, "organisation" if company else "facility" if site > end else kind)


def _site(page: Page, start: int, end: int) -> int:
    """The end of the name with a generic word that makes a facility of it: "the Hale (military) base"."""
    doc = page.doc
    before = page.before(start)
    if country_of(page.words(start, end)) is not None or before is None or lower(before) not in _SITE_ARTICLES:
        return end
    at = end
    while at < len(doc) and lower(doc[at]) in name_words().general:
        at += 1
    sited = at < len(doc) and doc[at].text in _SITES and not (at + 1 < len(doc) and doc[at + 1].text == "-")
    return at + 1 if sited else end


def _is_edge(page: Page, start: int) -> bool:
    word = lower(page.doc[start])
    if word == "the" and start + 1 < len(page.doc) and lower(page.doc[start + 1]) in _ARTICLE_KEPT:
        return False
    return word in _EDGES


def _hyphenated(page: Page, start: int, end: int) -> tuple[int, int]:
    """Take in the other half of a hyphenated name that was cut: "Max|-Werk", but not "Peru|-backed"."""
    doc = page.doc
    if end + 1 < len(doc) and _bound(page, end - 1, end, end + 1):
        end += 2
    if start > 1 and _bound(page, start - 2, start - 1, start):
        start -= 2
    return start, end


def _bound(page: Page, one: int, hyphen: int, other: int) -> bool:
    """Whether a hyphen binds two halves of one name, neither of them a country."""
    doc = page.doc
    if doc[hyphen].text != "-" or doc[one].whitespace_ or doc[hyphen].whitespace_:
        return False
    halves = (doc[one], doc[other])
    return all(is_name_like(half) and country_of(half.text) is None for half in halves)


def _legal_form(page: Page, start: int, end: int) -> tuple[int, bool]:
    """Take in what makes a company's name: "Inc.", ", Byrne & Co."; says whether it ends in a legal form."""
    doc = page.doc
    for length in (1, 2, 4, 5):
        if end + length <= len(doc) and _is_legal(page, end, length):
            return end + length, True
    return end, end - start > 1 and _is_form(page, end - 1)


def _seat(page: Page, start: int, end: int) -> int:
    """Take in where a body with nothing but generic words in its name stands: "Medical Center | at Hale"."""
    generic = end - start > 1 and all(lower(token) in _GENERIC for token in page.doc[start:end])
    at = end + 1
    while generic and at < min(len(page.doc), end + 4) and is_name_like(page.doc[at]) and page.doc[at].text.isalpha():
        at += 1
    return at if at > end + 1 and page.doc[end].text == "at" else end


#: Words of which a name can be made that names no one hospital or school.
_GENERIC = frozenset({"university", "medical", "center", "centre", "hospital", "trauma", "state", "general", "college"})


def _number(page: Page, end: int) -> int:
    """Take in the number of a name: "Hale School District | No. 7", but not "Norland | No. 1 Ida Stern"."""
    if lower(page.doc[end - 1]) not in _NUMBERED:
        return end
    words = [token.text for token in page.doc[end : end + 3] if token.text != "."]
    told = words[:1] == ["No"] and len(words) > 1 and words[1].isdigit()
    return end + (3 if page.doc[end + 1].text == "." else 2) if told else end


#: Words after which a number belongs to the name.
_NUMBERED = {
    *("district", "school", "local", "lodge", "precinct", "station", "unit", "ward", "court", "reactor", "post"),
    *("hall", "company", "battalion", "mine", "platform", "well", "pier"),
}


def _is_legal(page: Page, end: int, length: int) -> bool:
    """Whether so many tokens after a name make a company of it: "Inc." | ", Inc." "& Co." | ", Byrne & Co."."""
    words = [token.text for token in page.doc[end : end + length]]
    if not _is_form(page, end + length - 1):
        return False
    if length < 3:
        return length == 1 or words[0] in (",", "&", "and")
    between = page.doc[end + 1 : end + length - 2]
    return words[0] == "," and words[-2] in ("&", "and") and all(is_name_like(token) for token in between)


def _is_form(page: Page, at: int) -> bool:
    return lower(page.doc[at]) in name_words().corporate and is_name_like(page.doc[at])


def named(page: Page, start: int, end: int, kind: str) -> Found | None:
    """A name with its titles apart, those within it and those before it; None where it is nothing but a title."""
    doc = page.doc
    lead = start
    ranges: list[tuple[int, int]] = []
    words = [token.text for token in doc[start:end]]
    if kind == "person":
        while (inner := title_at(words, 0)) is not None and inner[1] < len(words):
            ranges.append((start, start + inner[1]))
            start += inner[1]
            words = words[inner[1] :]
        if inner is not None and inner[1] == len(words) and not ranges:
            return None
        if inner_end := _role_within(words):
            ranges.append((start, start + inner_end))
            start += inner_end
    while (outer := _title_before(page, lead)) is not None:
        ranges.insert(0, (outer, lead))
        lead = outer
    if ranges and kind in ("place", "product", "event", "work") and not _thing(words):
        kind = "person"
    titles = tuple(page.words(*title) for title in ranges)
    return Found(start=start, end=end, lead=lead, kind=kind, text=page.words(start, end), titles=titles)


def _role_within(words: list[str]) -> int:
    """How many words at the head of a person's name are a role: 2 for "Harbour Sheriff Joe Tully"; 0 without one."""
    last = 0
    for at, word in enumerate(words[:-1]):
        if is_role_word(word.lower()) and (at == 0 or word.lower() not in _ALSO_NAMES):
            last = at + 1
    rest = words[last:]
    return last if rest and rest[0].lower().replace(".", "") not in letters_after() else 0


_ALSO_NAMES = {"king", "prince", "queen", "duke", "count", "pope", "bishop", "major", "dean"}


def _thing(words: list[str]) -> bool:
    return words[-1].lower() in name_words().ends or country_of(" ".join(words)) is not None


def _title_before(page: Page, start: int) -> int | None:
    """First token of the title that ends right before a token, or None."""
    for length in range(min(longest_title(), start), 0, -1):
        tokens = page.doc[start - length : start]
        if any(token.is_space for token in tokens):
            continue
        words = [token.text for token in tokens]
        found = title_at(words, 0)
        if found is not None and found[1] == length:
            return start - length
    return None


def _listed(page: Page) -> Iterator[Found]:
    """Names of countries and well-known bodies of two or more words, and abbreviations with full stops."""
    doc = page.doc
    for at, token in enumerate(doc):
        if not is_name_like(token) or lower(token) == "the":
            continue
        for length in (5, 4, 3, 2, 1):
            if at + length > len(doc) or (length == 1 and "." not in token.text):
                continue
            text = page.words(at, at + length)
            kind = _listed_kind(text) if is_name_like(doc[at + length - 1]) else None
            if kind is not None and not _continues(page, at, at + length):
                yield Found(start=at, end=at + length, lead=at, kind=kind, text=text)
                break


def _listed_kind(text: str) -> str | None:
    country = country_of(text)
    if country is not None:
        return "group" if text in country.adjectives else "place"
    known = known_name(text)
    return known[1] if known is not None else None


def _continues(page: Page, start: int, end: int) -> bool:
    """Whether a longer name holds it: "Central African Republic" in no longer one, "New York Times Square" in one."""
    ent = page.ent_at.get(start)
    return ent is not None and ent[1] >= end and ent[1] - ent[0] > end - start + 1
