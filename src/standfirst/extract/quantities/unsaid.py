"""Numbers that measure something though their words do not say what: "$60 million", "up 3.1%", "closed at 8,579.19".

They are kept in a reading with their words, unit, bound and role, and join no figure: nothing is counted by name.
"""

from __future__ import annotations

import re

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight

#: "at 7.45" is as likely a time of day.
_CLOCK = re.compile(r"\b(?:at|by|from|until|till|before|after|since|around)\s+$", re.IGNORECASE)


def unsaid(sight: Sight, measure: Measure) -> Counted | None:
    """A count without a name, or None where the number is bare or a length of time."""
    numeral, unit = measure.numeral, measure.unit
    if unit is not None:
        known = unit.dimension not in ("time", "blocks", "degree")
    else:
        written = sight.text[numeral.start : numeral.end]
        known = numeral.digits and ("," in written or "." in written or numeral.multiplied)
        known = known and not sight.text[numeral.end : numeral.end + 1].isalpha()
        clock = re.fullmatch(r"\d{1,2}\.\d\d", written) is not None and numeral.value < 24
        known = known and not (clock and _CLOCK.search(sight.text[max(0, numeral.start - 8) : numeral.start]))
    if not known:
        return None
    return Counted(start=measure.start, end=measure.start, noun="", head="")
