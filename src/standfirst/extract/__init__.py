"""One report -> one reading: a list of steps over the same text, each adding one part.

A step takes the reading so far and the parse of the text and gives the reading with its own part filled in. To add
one, write a module with a `find_...` function and add a line to STEPS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from standfirst.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of reading a report."""

    name: str
    #: One line of help.
    help: str
    #: Parts of the reading that must be there before, and the parts that it fills in.
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[[Reading, Doc], Reading]
