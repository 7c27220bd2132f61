"""A report agrees with itself: what a name names is settled over all its occurrences, and none of them is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.names import named
from standfirst.extract.mentions.wider import widened
from standfirst.lexicon.countries import by_capital, country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.fold import key
from standfirst.lexicon.names.persons import parse_name
from standfirst.lexicon.outlets import known_name
from standfirst.lexicon.people import is_given_name, titles

#: On a tie the earlier wins.
_ORDER = ("person", "organisation", "facility", "place", "group", "product", "event", "work", "other")

#: Words before a place, and what only states have.
_PLACING = {"in", "to", "from", "of", "near", "across", "into", "through", "toward", "towards", "at", "for", "the",
            "visited", "left", "entered", "invaded", "between", "against"}  # fmt: skip
_OF_STATES = {"government", "border", "king", "army", "president", "minister", "foreign", "parliament", "capital"}


def repaired(page: Page, names: list[Found]) -> list[Found]:
    """The names with one kind for each, and with the occurrences that were not found before."""
    names = _agreed(page, [*names, *_missed(page, names)])
    names = _agreed(page, widened(page, names))
    return sorted(names, key=lambda name: name.start)


def _agreed(page: Page, names: list[Found]) -> list[Found]:
    """The same names, each key with the kind for which the report and the lists speak most."""
    kinds = _kinds(names) | dict.fromkeys(_borne(page, names), "person")
    families = {
        parse_name(name.text).family for name in names if kinds[key(name.text)] == "person" and " " in name.text
    }
    return [replace(name, kind="person" if _addressed(name, families) else kinds[key(name.text)]) for name in names]


def _borne(page: Page, names: list[Found]) -> set[str]:
    """Names of countries that a person of the report bears, and that nowhere in it are a place: "Holland", "Chad".

    The full name must come first. Errs where a report of Ana Jordan speaks of Jordan only as of one who acts.
    """
    first: dict[str, int] = {}
    for name in names:
        parsed = parse_name(name.text) if name.kind == "person" else None
        for part in (parsed.given[:1] + parsed.family[-1:]) if parsed is not None and parsed.full else ():
            first.setdefault(part, name.start)
    bare = [name for name in names if " " not in name.text and key(name.text) in first]
    bare = [
        name for name in bare if (listed := country_of(name.text)) is not None and name.text not in listed.adjectives
    ]
    towns = {name.end for name in names if name.kind == "place"}
    placed = {key(name.text) for name in bare if name.start < first[key(name.text)] or _is_placed(page, name, towns)}
    return {key(name.text) for name in bare} - placed


def _is_placed(page: Page, name: Found, towns: set[int]) -> bool:
    """Whether what stands beside a name makes a place of it: "in Jordan", "Jordan's border", "Amman, Jordan"."""
    before, after = page.before(name.start), page.after(name.end)
    follows = page.after(name.end + 1) if after is not None and after.text in ("'s", "’s", "'", "’") else None
    town = before is not None and before.text == "," and name.start - 1 in towns
    return (
        town
        or (before is not None and lower(before) in _PLACING)
        or (follows is not None and lower(follows) in _OF_STATES)
    )


def _addressed(name: Found, families: set[tuple[str, ...]]) -> bool:
    """Whether a title makes a person of what is else a place: "Sheriff Jordan", where a full name has that end."""
    return bool(name.titles) and (parsed := parse_name(name.text)).family in families and not parsed.given


def _kinds(names: Iterable[Found]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        same = key(name.text)
        if same not in votes:
            votes[same] = _listed(name.text)
        votes[same][name.kind] += 2
        if any(title.lower().replace(".", "") in titles() for title in name.titles):
            votes[same]["person"] += 6
    families: Counter[str] = Counter()
    for text, count in votes.items():
        if _best(count) == "person" and (parsed := parse_name(text)).full:
            families[" ".join(parsed.family)] += 8 + count["person"]
    for family, weight in families.items():
        if family in votes:
            votes[family]["person"] += weight
    return {text: _best(count) for text, count in votes.items()}


def _best(count: Counter[str]) -> str:
    return max(count, key=lambda kind: (count[kind], -_ORDER.index(kind)))


def _listed(text: str) -> Counter[str]:
    """What the lists say for the kind of a name, against two for each time that the pipeline says it."""
    votes: Counter[str] = Counter()
    words = [word.lower().strip(".") for word in text.split()]
    table = name_words()
    country = country_of(text)
    if country is not None:
        votes["group" if text in country.adjectives else "place"] += 200
    elif text in by_capital():
        votes["place"] += 4
    if known_name(text) is not None:
        votes["organisation"] += 200
    if len(words) > 1:
        last = table.ends.get(words[-1]) or (table.ends.get(words[0]) if words[1] in ("of", "for") else None)
        if words[-1] in table.corporate or (last is None and words[-1] in table.facility):
            votes["organisation" if words[-1] in table.corporate else "facility"] += 40
        elif last is not None:
            votes[last] += 6 if last in ("place", "event") else 40
        elif words[0] in ("camp", "port"):
            votes["facility"] += 6
        elif is_given_name(words[0]) and len(words) < 5 and not any(word in table.ends for word in words):
            votes["person"] += 3
    return votes


def _missed(page: Page, names: list[Found]) -> list[Found]:
    """Occurrences of known names that carry no mention yet: full names, family names, acronyms, in any capitals."""
    forms = _forms(names)
    covered = [False] * len(page.doc)
    for name in names:
        covered[name.start : name.end] = [True] * (name.end - name.start)
    found: list[Found] = []
    at = 0
    while at < len(page.doc):
        end = None if covered[at] else _match(page, at, forms, covered)
        if end is None:
            at += 1
            continue
        kind = forms[lower(page.doc[at])][tuple(lower(token) for token in page.doc[at:end])]
        found += filter(None, [named(page, at, end, kind)])
        at = end
    return found


Forms = dict[str, dict[tuple[str, ...], str]]


def _forms(names: list[Found]) -> Forms:
    """Kind by the words of each known form, in lower case, under its first word."""
    forms: Forms = defaultdict(dict)
    for name in names:
        if name.kind in ("group", "event", "work") and " " not in name.text:
            continue
        words = tuple(word.lower().replace("’", "'").replace(".", "") for word in _split(name.text))
        forms[words[0]].setdefault(words, name.kind)
        if name.kind == "person" and len(words) > 1 and len(words[-1]) > 2:
            forms[words[-1]].setdefault((words[-1],), "person")
    return forms


def _split(text: str) -> list[str]:
    """The words of a name as the tokenizer cuts them, near enough: hyphens apart."""
    return text.replace("-", " - ").replace("&", " & ").replace(",", " , ").split()


def _match(page: Page, at: int, forms: Forms, covered: list[bool]) -> int | None:
    """The end of the longest known form that begins at a token, where it is written as a name and stands alone."""
    doc = page.doc
    if not is_name_like(doc[at]):
        return None
    for words in sorted(forms.get(lower(doc[at]), ()), key=len, reverse=True):
        end = at + len(words)
        if end <= len(doc) and tuple(lower(token) for token in doc[at:end]) == words:
            longer = [token for token in doc[at:end] if token.text[:1].isalpha() and len(token) > 3]
            if any(covered[at:end]) or not all(is_name_like(token) for token in longer):
                continue
            if len(words) == 1 and not _alone(page, at, covered):
                return None
            return end
    return None


def _alone(page: Page, at: int, covered: list[bool]) -> bool:
    """Whether one word that is like a name is no part of a longer one, and no common word that opens a sentence."""
    token = page.doc[at]
    if page.has_tags and token.pos_ not in ("PROPN", "NOUN", "X", "") and not token.text.isupper():
        return False
    if is_headline(page, at):
        return True
    before, after = page.before(at), page.after(at + 1)
    if after is not None and is_name_like(after) and token.whitespace_ and not covered[at + 1] and after.text != "I":
        return False
    if before is None or page.starts_sentence(at - 1) or covered[at - 1]:
        return True
    return not is_name_like(before) or before.is_punct or lower(before) in titles()


def is_headline(page: Page, at: int) -> bool:
    """Whether most longer words of the token's line are capitalised, so that capitals tell nothing there."""
    start = at
    while start > 0 and not page.is_break(start - 1) and at - start < 20:
        start -= 1
    end = at
    while end < len(page.doc) and not page.is_break(end) and end - at < 20:
        end += 1
    words = [token.text for token in page.doc[start:end] if len(token) > 3 and token.text.isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
