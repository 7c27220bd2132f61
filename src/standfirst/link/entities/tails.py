"""Bodies and sites named without the generic words at the end: "Larch Row" for "Larch Row Skate Park".

Only where a report has both, nothing else in the story begins with those words or holds them, nobody bears them, and
they are nowhere a place that things happen in ("in Larch Row"). Errs where a town of that name is only ever spoken of
as a thing is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.bodies import parse_body
from standfirst.lexicon.names.fold import words
from standfirst.lexicon.names.resolve import Link
from standfirst.lexicon.names.verdict import ONLY, Verdict
from standfirst.link.entities.things import Thing, node_of


def tails(things: Iterable[Thing]) -> list[Link]:
    """Links between names of bodies and sites and the same names with their generic words."""
    things = list(things)
    borne = {word for thing in things if thing.person for quote in thing.names for word in words(quote.text)}
    forms: dict[str, tuple[str, ...]] = {}
    texts: dict[str, str] = {}
    reports: dict[str, set[str]] = defaultdict(set)
    located: set[str] = set()
    for thing in things:
        for quote in () if thing.person else thing.names:
            node = node_of(quote.text, False)
            texts.setdefault(node, quote.text)
            forms.setdefault(node, tuple(word.removesuffix("s") for word in parse_body(quote.text).words))
            reports[node].add(thing.report)
            if thing.located or thing.kind in ("group", "event", "work"):
                located.add(node)
    found = []
    for short, own in sorted(forms.items()):
        held = [other for other, longer in forms.items() if other != short and _holds(longer, own)]
        longer = [other for other in held if _tail(forms[other], own)]
        named = (
            parse_body(texts[short]).canonical is None
            and not set(words(texts[short])) & borne
            and len("".join(own)) > 3
        )
        if not longer or len(longer) < len(held) or short in located or not named:
            continue
        if any(reports[other] & reports[short] for other in longer):
            for other in longer:
                because = f"a report has “{texts[short]}” beside “{texts[other]}” and nothing else is called so"
                found.append(Link(one=short, other=other, verdict=Verdict(value=ONLY, rule="tail", because=because)))
    return found


def _holds(longer: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return any(longer[at : at + len(own)] == own for at in range(len(longer) - len(own) + 1))


def _tail(longer: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether a name is another and generic words after it: "Larch Row" and "Larch Row Bar and Grill"."""
    rest = longer[len(own) :]
    return longer[: len(own)] == own and bool(rest) and all({word, f"{word}s"} & name_words().tails for word in rest)
