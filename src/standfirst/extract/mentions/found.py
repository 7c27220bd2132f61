"""The working forms of the step: a name as it was found, and the document with what is looked up in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from standfirst.model.reading import Reading
from standfirst.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in the text, as a range of tokens."""

    #: First token of the name without titles, and the token after it.
    start: int
    end: int
    #: First token with titles and roles that stand before it.
    lead: int
    kind: str
    #: The name as written, white space made single; titles left out.
    text: str
    #: Titles before it as written ("Foreign Minister", "Mr").
    titles: tuple[str, ...] = ()

    @property
    def titled(self) -> str:
        """The name with its last title, for what it tells about gender."""
        return " ".join((*self.titles[-1:], self.text))


class Page:
    """A parsed report with its sentences and paragraphs by token; answers where a token stands."""

    def __init__(self, reading: Reading, doc: Doc) -> None:
        self.reading = reading
        self.doc = doc
        self.report = reading.report
        self._starts = [token.idx for token in doc]
        self._sentences = [span.start for span in reading.sentences]
        self.quoted = quoted_ranges(reading.report.text)
        self._quotes = [start for start, _ in self.quoted]
        self._paragraphs = [match.end() for match in re.finditer(r"\n\s*\n|\n", reading.report.text)]
        #: Bounds of the pipeline's name at each token that is in one.
        self.ent_at = {at: (ent.start, ent.end) for ent in doc.ents for at in range(ent.start, ent.end)}
        #: Phrases that the pipeline takes for roles, by their bounds.
        roles = [(span.start, span.end) for span in doc.spans["roles"]] if "roles" in doc.spans else []
        self.role_ends = {end: start for start, end in roles}
        self.role_starts = dict(roles)
        self.has_tags = doc.has_annotation("POS") or doc.has_annotation("TAG")
        self.has_tree = doc.has_annotation("DEP")

    def words(self, start: int, end: int) -> str:
        """The tokens' text, white space made single."""
        if start >= end:
            return ""
        return " ".join(self.report.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.doc[end - 1])].split())

    def sentence(self, token: int) -> int:
        """Number of the sentence that holds the token; -1 before the first."""
        return bisect_right(self._sentences, self.doc[token].idx) - 1

    def paragraph(self, token: int) -> int:
        """Number of the paragraph (line) that holds the token."""
        return self.paragraph_of(self.doc[token].idx)

    def paragraph_of(self, offset: int) -> int:
        """Number of the paragraph (line) that holds an offset of the text."""
        return bisect_right(self._paragraphs, offset)

    def quote(self, token: int) -> int:
        """Number of the quotation that the token stands in; -1 where it stands in none."""
        at = bisect_right(self._quotes, self.doc[token].idx) - 1
        return at if at >= 0 and self.doc[token].idx < self.quoted[at][1] else -1

    def in_quotes(self, token: int) -> bool:
        """Whether the token stands within quotation marks."""
        return self.quote(token) >= 0

    def is_break(self, token: int) -> bool:
        """Whether the token is white space that holds a line's end."""
        return self.doc[token].is_space and "\n" in self.doc[token].text

    def before(self, token: int) -> Token | None:
        """The token before, where it is on the same line and no white space."""
        return self.doc[token - 1] if token > 0 and not self.doc[token - 1].is_space else None

    def after(self, token: int) -> Token | None:
        """The token at an index, where there is one and it is no white space."""
        return self.doc[token] if token < len(self.doc) and not self.doc[token].is_space else None

    def starts_sentence(self, token: int) -> bool:
        """Whether the token opens its sentence, opening marks left out."""
        first = max(token - 5, 0)
        while token > first and self.doc[token - 1].is_punct and self.sentence(token - 1) == self.sentence(token):
            token -= 1
        return token == 0 or self.sentence(token - 1) != self.sentence(token) or self.doc[token - 1].is_space


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """The ranges within double quotation marks; a quotation left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in re.finditer(r"[\"“”„]|\n", text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            if opened is not None:
                found.append((opened, at))
            opened = None
        elif opened is None and mark != "”":
            opened = at
        elif opened is not None and mark != "“":
            found.append((opened, at + 1))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found


def head_of(page: Page, start: int, end: int) -> int:
    """The token of a range on which the others hang; the last without a parse."""
    if not page.has_tree:
        return end - 1
    return next((t.i for t in page.doc[start:end] if not start <= t.head.i < end or t.head.i == t.i), end - 1)


def is_name_like(token: Token) -> bool:
    """Whether a token is written as part of a name: a letter of upper case first, or inside ("al-Masri", "iPad")."""
    return any(letter.isupper() for letter in token.text[:3]) and any(letter.isalpha() for letter in token.text)


def lower(token: Token) -> str:
    """The token in lower case with plain apostrophes and no full stops."""
    return plain(token.text).lower().replace(".", "")
