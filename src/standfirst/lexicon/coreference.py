"""The weights by which a pronoun's candidates are scored; `extract.mentions.salience` says what they weigh."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from standfirst.lexicon.tables import rows

#: The columns of the table.
FORMS = ("he", "it", "they")


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Weight by feature, by form of the pronoun: he (and she) | it | they."""
    found: dict[str, dict[str, float]] = {form: {} for form in FORMS}
    for name, *cells in rows("coreference.tsv"):
        if name != "least chance":
            for form, cell in zip(FORMS, cells, strict=True):
                found[form][name] = float(cell)
    return found


@cache
def least_chance() -> Mapping[str, float]:
    """How likely a thing must be for a pronoun to point to it, by form; between 0 and 1."""
    row = next(cells for name, *cells in rows("coreference.tsv") if name == "least chance")
    return dict(zip(FORMS, map(float, row), strict=True))
