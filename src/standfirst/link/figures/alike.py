"""Whether two names of places or bodies are one as far as a count goes."""

from __future__ import annotations

import re


def _words(name: str) -> list[str]:
    return re.findall(r"[\w']+", name.lower())


def near(one: str, other: str) -> bool:
    """Whether two place names are one place as far as a toll goes: one begins the other ("Dalvo", "Dalvo Airport")."""
    a, b = _words(one), _words(other)
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return bool(short) and long[: len(short)] == short


def same_body(one: str, other: str) -> bool:
    """Whether two bodies are one for a count of its people: "New Tessaly" and "New Tessaly Defence Force" or "NTDF"."""
    if near(one, other):
        return True
    for a, b in ((one, other), (other, one)):
        initials = "".join(word[0] for word in re.findall(r"[A-Z][a-z]+", a))
        if len(initials) >= 2 and b.isupper() and len(b) <= 6 and (b.startswith(initials) or b == initials):
            return True
    return False
