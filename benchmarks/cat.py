"""Articles in CAT XML, as MEANTIME and SemEval-2015 Task 4 have them: tokens laid out as running text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date

#: A token that stands right behind the one before it.
_CLOSE = re.compile(r"[.,;:!?)%]|'s$|n't$")


@dataclass(frozen=True)
class Laid:
    """The text of one article, where each of its tokens stands, and where each numbered sentence."""

    name: str
    text: str
    created: date | None
    #: (start, end) by token id.
    places: dict[str, tuple[int, int]]
    #: (start, end) by the number of the sentence; 0 is the title.
    sentences: dict[int, tuple[int, int]]


def laid_out(name: str, root: ET.Element) -> Laid:
    """The article with a blank line after its title and date, and its sentences one a line."""
    text, last = "", 0
    places: dict[str, tuple[int, int]] = {}
    sentences: dict[int, tuple[int, int]] = {}
    for token in root.iter("token"):
        word, number = token.text or "", int(token.get("sentence", "0"))
        if number != last:
            text += "\n\n" if last < 2 else "\n"
        elif text and not _CLOSE.match(word) and text[-1] not in "($":
            text += " "
        last = number
        places[token.get("t_id", "")] = len(text), len(text) + len(word)
        text += word
        sentences[number] = sentences.get(number, (len(text) - len(word), 0))[0], len(text)
    return Laid(name=name, text=text, created=_created(root), places=places, sentences=sentences)


def _created(root: ET.Element) -> date | None:
    for each in root.iter("TIMEX3"):
        if each.get("functionInDocument") == "CREATION_TIME":
            return date.fromisoformat(each.get("value", "")[:10])
    return None
