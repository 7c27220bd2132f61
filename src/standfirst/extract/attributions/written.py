"""Where does a text have a source, and what does it tell of it there? For the reader; who it is, is not asked here."""

from __future__ import annotations

from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.surface import Source
from standfirst.extract.tree import SUBJECTS

_RELATIVE = {"who", "which", "that"}


def as_written(page: Page, source: Source, cue: int) -> Range:
    """Where the text has a source: at the relative pronoun that is the cue's subject ("Dora Quill, |who| said so")."""
    verb = page.doc[cue]
    while verb.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in verb.children) and verb.head.i < verb.i:
        verb = verb.head
    relative = next((c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ in _RELATIVE), None)
    if relative is not None and source.span[1] <= relative.i < cue:
        return relative.i, relative.i + 1
    return source.span


def description(page: Page, source: Source, cue: int) -> Range | None:
    """What a text tells of a source in a clause right after it: "Dora Quill, |who led the inquiry|, said"."""
    end = source.span[1]
    clauses = [child for child in page.doc[source.head].children if child.dep_ in ("acl", "acl:relcl")]
    near = [child for child in clauses if end <= child.left_edge.i <= end + 1]
    last = max((child.right_edge.i + 1 for child in near), default=end)
    if last == end or end <= cue < last or any(page.quotation_of[i] >= 0 for i in range(end, last)):
        return None
    return trimmed(page, (end, last))
