"""The texts of GUM with their entities, as the treebank's `Entity=` marks hold them.

The fields of a mark are named in each document's header. A text is made again from the sentences' own text; paragraphs
stand apart by an empty line.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

PRONOUNS = {
    "he/she": "he him his himself she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves themself",
    "I/we": "i me my mine myself we us our ours ourselves",
}
KIND_OF = {word: kind for kind, words in PRONOUNS.items() for word in words.split()}
_NAMELESS = {"time"}
#: Words that are tagged as proper nouns where they are written with a capital, and are no part of a name.
_TITLES = frozenset(
    "president minister chancellor premier secretary ambassador senator governor mayor chief commissioner general"
    " captain director chairman king queen pope bishop leader judge prosecutor spokesman spokeswoman spokesperson"
    " professor emeritus dr doctor mr mrs ms miss sir lord lady sheriff prime foreign first vice deputy".split()
)
_MARK = re.compile(r"\(([^()|]+)(\))?|([^()|]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of GUM with its place in the text and in its sentence (from 1), and the place of its head there."""

    start: int
    end: int
    text: str
    tag: str
    relation: str
    place: int
    above: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One mention of GUM."""

    start: int
    end: int
    chain: str
    type: str
    #: coref | ana | cata | appos | pred | disc | sgl.
    link: str
    words: tuple[Word, ...]
    #: The words without which it would not name what it names.
    least: tuple[Word, ...]

    @property
    def head(self) -> Word:
        """The word on which the others hang."""
        inside = {word.place for word in self.words}
        return next((word for word in self.words if word.above not in inside), self.least[0])

    @property
    def core(self) -> tuple[Word, ...]:
        """The words that name it: its head, where that is a proper noun, or the name with it ("singer Ida Stern").

        Nothing in a mention of several ("Ruiz and others") or of an office alone ("the President").
        """
        head = self.head
        if (
            self.type in _NAMELESS
            or self.pronoun
            or any(w.above == head.place and w.relation == "conj" for w in self.words)
        ):
            return ()
        under = [w for w in self.words if w.above == head.place and w.tag == "PROPN" and w.place > head.place]
        start = (
            head
            if head.tag == "PROPN"
            else next((w for w in under if w.relation == "flat" or w.place == head.place + 1), None)
        )
        if start is None:
            return ()
        at = self.words.index(start)
        first, last = at, at + 1
        while first > 0 and self._goes_on(self.words[first - 1]):
            first -= 1
        while last < len(self.words) and self._goes_on(self.words[last]):
            last += 1
        run = [w for w in self.words[first:last] if w.text.lower() != "the"]
        found = tuple(w for w in run if w.text[0].isupper() or w.text[0].isdigit())
        if self.type == "person":
            joined = {
                start.place,
                *(w.place for w in found if w.relation in ("flat", "compound") and w.above == start.place),
            }
            joined |= {w.place for w in found if w.relation == "flat" and w.above == head.place}
            found = tuple(w for w in found if w.place in joined and w.text.lower().strip(".") not in _TITLES)
        return found if any(w.text.lower() not in _TITLES for w in found) else ()

    def _goes_on(self, word: Word) -> bool:
        return word.tag == "PROPN" or word.text[0].isupper() or word.text in ("of", "for", "the", "and", "&", "-")

    @property
    def named(self) -> bool:
        """Whether it names what it is a mention of."""
        return bool(self.core)

    @property
    def anchors(self) -> tuple[int, ...]:
        """Where the words start on which our mention must lie: those of its name, else its head."""
        return tuple(word.start for word in self.core or (self.head,))

    @property
    def pronoun(self) -> str | None:
        """Its kind, where it is a pronoun."""
        return KIND_OF.get(self.words[0].text.lower()) if len(self.words) == 1 else None

    @property
    def name(self) -> frozenset[str]:
        """The words of the name, in lower case."""
        return frozenset(word.text.lower() for word in self.core)


@dataclass(slots=True)
class Document:
    """One text of GUM."""

    name: str
    genre: str
    text: str = ""
    mentions: list[Gold] = field(default_factory=list)


def documents(path: str) -> Iterator[Document]:
    """The texts of one part of GUM, paragraphs apart by an empty line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    document: Document | None = None
    opened: list[tuple[list[str], list[Word]]] = []
    for block in blocks:
        rows = [line for line in block.split("\n") if line]
        notes = dict(re.findall(r"(?m)^# ([\w ]+?)(?: = (.*))?$", block))
        if "newdoc id" in notes:
            if document is not None:
                yield document
            document = Document(notes["newdoc id"], notes["newdoc id"].split("_")[1])
            opened = []
        if document is None or "text" not in notes:
            continue
        if document.text:
            document.text += "\n\n" if "newpar" in notes else " "
        at = len(document.text)
        document.text += notes["text"]
        for row in rows:
            cells = row.split("\t")
            if not cells[0].isdigit():
                continue
            start = document.text.index(cells[1], at)
            at = start + len(cells[1])
            place, above = int(cells[0]), int(cells[6])
            word = Word(start=start, end=at, text=cells[1], tag=cells[3], relation=cells[7], place=place, above=above)
            marks = dict(part.split("=", 1) for part in cells[9].split("|") if "=" in part).get("Entity", "")
            found = _MARK.findall(marks)
            opened += [(opening.split("-", 7), []) for opening, _, _ in found if opening]
            for _, words in opened:
                words.append(word)
            for opening, at_once, closed in found:
                chain = opening.split("-", 1)[0] if at_once else closed
                if chain:
                    last = max(at for at, one in enumerate(opened) if one[0][0] == chain)
                    document.mentions.append(_gold(*opened.pop(last)))
    if document is not None:
        yield document


def _gold(fields: list[str], words: list[Word]) -> Gold:
    return Gold(
        start=words[0].start,
        end=words[-1].end,
        chain=fields[0],
        type=fields[1],
        link=fields[6],
        words=tuple(words),
        least=tuple(words[int(at) - 1] for at in fields[5].split(",")),
    )
