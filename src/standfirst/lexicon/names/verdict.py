"""What a comparison of two names says, with its reason."""

from __future__ import annotations

from dataclasses import dataclass

#: The names are forms of one name.
SAME = "same"
#: The one can be short for the other: they name one thing where no other name comes into question.
ONLY = "only"
#: Nothing is known; the names alone never join the two.
UNSURE = "unsure"
#: They cannot be names of one thing.
DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether two names can name one thing: SAME | ONLY | UNSURE | DIFFERENT, by which rule, and why in words."""

    value: str
    rule: str
    because: str

    @property
    def joins(self) -> bool:
        """Whether it lets two names be one thing's, at least where there is no other candidate."""
        return self.value in (SAME, ONLY)
