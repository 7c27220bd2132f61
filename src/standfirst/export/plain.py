"""Words of reports made safe to print: what could steer a terminal or turn a line around is left out.

Reports are other people's bytes. An escape sequence in one must not colour, move or retitle the reader's terminal, and
a bidirectional override must not make a quote read other than it is stored.
"""

from __future__ import annotations

import re

#: Escape sequences as terminals know them: CSI, OSC and other strings with their ends, and two-letter ones.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
#: Controls, line and paragraph separators, and marks that turn the direction of writing.
_STEERING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """The text in one line, without what steers a terminal."""
    return _SPACE.sub(" ", _STEERING.sub("", _ESCAPES.sub("", text))).strip()


def paragraphs(text: str) -> str:
    """The text with its lines kept, without what steers a terminal."""
    return _STEERING.sub("", _ESCAPES.sub("", text)).replace("\r", "").replace("\v", "\n").replace("\f", "\n")


def quoted(text: str) -> str:
    """The text in one line in quotation marks; its own outer marks are not doubled."""
    words = one_line(text)
    if words[:1] in {"“", '"'} and words[-1:] in {"”", '"'}:
        return words
    return f"“{words}”"


def plural(count: int, word: str) -> str:
    """ "1 report", "3 reports"."""
    return f"{count} {word}{'' if count == 1 else 's'}"
