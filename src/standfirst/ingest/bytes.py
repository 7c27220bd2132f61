"""Which characters a file's bytes stand for, and how sure that is. Nothing is mended here beyond the line ends."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

#: Byte-order marks, the longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Control characters that no writer of news types; form feeds and escapes do stand in old newswire.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")

#: Share of control characters above which bytes are taken for something other than text.
_BINARY_SHARE = 0.02

#: How much of the beginning is looked at where the whole need not be.
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of some bytes; `text` is None where they are not text."""

    text: str | None
    #: One sentence where the encoding had to be guessed or something could not be read, else "".
    doubt: str = ""


def decode(data: bytes) -> Decoded:
    """Decode as UTF-8 or by a byte-order mark; else guess UTF-16 or Windows-1252 and say so. Never raises.

    Line ends become "\\n". Bytes with NULs that are not UTF-16, or full of control characters, are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"), "")
    sixteen = _utf16_without_mark(data)
    if sixteen:
        doubt = f"has no byte-order mark and was read as {sixteen.upper()}, a guess from its zero bytes"
        return _checked(data.decode(sixteen, errors="replace"), doubt)
    if b"\x00" in data:
        return Decoded(text=None)
    try:
        return _checked(data.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    """Read bytes that are not quite UTF-8: damaged UTF-8 where most of it is well formed, else Windows-1252."""
    mended = data.decode("utf-8", errors="replace")
    bad = mended.count("\ufffd")
    good = sum(1 for letter in mended if letter > "\x7f") - bad
    if good > bad:
        return _checked(mended, f"is damaged UTF-8: {bad} places could not be read and stand as \ufffd")
    text = data.decode("cp1252", errors="replace")
    return _checked(text, "is not UTF-8 and was read as Windows-1252, a guess")


def _checked(text: str, doubt: str) -> Decoded:
    """The text with its line ends made one, unless it holds what text does not hold."""
    sample = text[:_SAMPLE]
    if "\x00" in text or len(_CONTROLS.findall(sample)) > _BINARY_SHARE * len(sample):
        return Decoded(text=None)
    if "\ufffd" in text and not doubt:
        doubt = "holds bytes that could not be read and stand as \ufffd"
    return Decoded(text=text.replace("\r\n", "\n").replace("\r", "\n"), doubt=doubt)


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 text in a Latin script, whose every other byte is zero; None where it is not that."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None
