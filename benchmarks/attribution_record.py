"""What is wrong with attributions, by kind, and what a change of the rules gained and lost."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Tokens = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """One attribution as sets of tokens (character ranges)."""

    cue: Tokens
    source: Tokens
    content: Tokens


def told(text: str, triple: Triple) -> str:
    """An attribution in words: source [cue] content."""
    return " ".join(
        f"{_words(text, triple.source)} [{_words(text, triple.cue)}] {_words(text, triple.content)}".split()
    )


def _words(text: str, span: Tokens) -> str:
    return " ".join(text[a:b] for a, b in sorted(span))


class Record:
    """What was found of each gold attribution, article by article, and what is wrong, by kind."""

    def __init__(self) -> None:
        #: (article, gold in words) -> "all" where all three are exact, else "part"; missing where it is not found.
        self.found: dict[tuple[str, str], str] = {}
        #: What was found and is not in the gold.
        self.beside: set[tuple[str, str]] = set()
        self.errors: dict[str, list[str]] = defaultdict(list)

    def add(
        self, name: str, text: str, true: list[Triple], found: list[Triple], pairs: list[tuple[Triple, Triple]]
    ) -> None:
        partners = {id(one): other for one, other in pairs}
        for one in true:
            other = partners.get(id(one))
            if other is None:
                self.errors["missed"].append(told(text, one))
                continue
            self.found[name, told(text, one)] = "all" if one == other else "part"
            for kind in ("cue", "source", "content"):
                wrong = _difference(getattr(one, kind), getattr(other, kind))
                if wrong:
                    self.errors[f"{kind} {wrong}"].append(f"{told(text, one)}\n      ours: {told(text, other)}")
        right = {id(other) for _, other in pairs}
        for other in found:
            if id(other) not in right:
                self.beside.add((name, told(text, other)))
                self.errors["in no gold"].append(told(text, other))

    def tell_errors(self, examples: int) -> None:
        for kind, rows in sorted(self.errors.items(), key=lambda item: -len(item[1])):
            print(f"{kind}: {len(rows)}")
            for row in rows[:: max(len(rows) // examples, 1)][:examples]:
                print(f"   {row[:300]}")

    def save(self, path: str) -> None:
        rows = [[*key, state] for key, state in sorted(self.found.items())]
        rows += [[*key, "beside"] for key in sorted(self.beside)]
        Path(path).write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    def tell_changes(self, path: str) -> None:
        """Gains and losses since a state that was saved."""
        before = {(name, words): state for name, words, state in map(json.loads, Path(path).read_text().splitlines())}
        now = self.found | dict.fromkeys(self.beside, "beside")
        worth = {None: 0, "beside": -1, "part": 1, "all": 2}
        changes = [(worth[now.get(key)] - worth[before.get(key)], key) for key in before.keys() | now.keys()]
        for title, sign in (("gained", 1), ("lost", -1)):
            rows = sorted(key for change, key in changes if change * sign > 0)
            print(f"{title}: {len(rows)}")
            for key in rows:
                print(f"   {before.get(key, 'nothing')} -> {now.get(key, 'nothing')}: {key[1][:200]}")


def _difference(gold: Tokens, found: Tokens) -> str:
    """How a span differs from the gold one; empty where it does not."""
    if gold == found:
        return ""
    if not gold or not found:
        return "missing" if gold else "where gold has none"
    if not gold & found:
        return "elsewhere"
    return "too long" if gold < found else "too short" if found < gold else "otherwise cut"
