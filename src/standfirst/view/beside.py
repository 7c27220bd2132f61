"""What is said about a figure beside its values: sums that hold or do not, who is counted, why others are no rivals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standfirst.model.linked import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """Sentences about a figure, each once."""

    #: Sums, and whether the one who did it is counted in.
    notes: tuple[str, ...] = ()
    #: Why numbers that differ can both be so; those of the figure itself first.
    beside: tuple[str, ...] = ()


def asides_of(figure: Figure, names: Mapping[str, str]) -> Asides:
    """The sentences about a figure; `names` has the name of the figure of each point (`names_of`)."""
    who: dict[str, str] = {}
    for point in figure.points:
        if point.grounds is not None and point.grounds.rule == "who is counted":
            who.setdefault(point.grounds.because, f"“{point.words}”: {point.grounds.because}")
    notes = dict.fromkeys([*(note.because for note in figure.notes), *who.values()])
    own = {point.id for point in figure.points}
    pairs = sorted(figure.compatible, key=lambda pair: pair.other not in own)
    told = {
        pair.grounds.because: f"{pair.grounds.rule}: {pair.grounds.because}"
        if pair.other in own
        else f"{pair.grounds.rule} (beside {names.get(pair.other, 'another figure')}): {pair.grounds.because}"
        for pair in pairs
    }
    return Asides(notes=tuple(map(_sentence, notes)), beside=tuple(map(_sentence, told.values())))


def names_of(figures: Iterable[Figure]) -> dict[str, str]:
    """Point id -> what its figure counts and where: "crew, Fulmar"."""
    return {
        point.id: ", ".join([figure.counts or figure.unit, *figure.scope[:1]])
        for figure in figures
        for point in figure.points
    }


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
