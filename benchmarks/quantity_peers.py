"""What other libraries find in sentences: run by `benchmarks.quantities` in an environment where they are installed.

Reads a JSON list of sentences from standard input; writes {library: {"version", "found"}} as JSON, a library that
cannot be imported left out. `found` has for each sentence a list of {"start", "end", "value", "low", "high", "unit"},
a number that the library does not give being null. Nothing here imports Standfirst.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from typing import Any

Found = dict[str, Any]


def quantulum() -> Callable[[str], list[Found]]:
    """quantulum3: one value with its unit, ranges as a mean with an uncertainty."""
    parser = import_module("quantulum3.parser")

    def find(sentence: str) -> list[Found]:
        found = []
        for quantity in parser.parse(sentence):
            spread = quantity.uncertainty or 0
            found.append(
                {
                    "start": quantity.span[0],
                    "end": quantity.span[1],
                    "value": quantity.value,
                    "low": quantity.value - spread,
                    "high": quantity.value + spread,
                    "unit": quantity.unit.name,
                }
            )
        return found

    return find


def recognizers() -> Callable[[str], list[Found]]:
    """recognizers-text-number: numbers, ordinals and percentages, without ends."""
    module: Any = import_module("recognizers_number")
    english = module.Culture.English

    def find(sentence: str) -> list[Found]:
        found = []
        for call in (module.recognize_number, module.recognize_percentage):
            for one in call(sentence, english):
                value = _number(str((one.resolution or {}).get("value", "")))
                unit = "percentage" if call is module.recognize_percentage else None
                found.append(
                    {"start": one.start, "end": one.end + 1, "value": value, "low": value, "high": value, "unit": unit}
                )
        return found

    return find


def _number(told: str) -> float | None:
    """The number of "12" or "12%"; None of anything else."""
    try:
        return float(told.rstrip("%"))
    except ValueError:
        return None


LIBRARIES = {"quantulum3": quantulum, "recognizers-text-number": recognizers}


def main() -> None:
    """Answer one list of sentences."""
    warnings.simplefilter("ignore")
    sentences = json.load(sys.stdin)
    answer: dict[str, Any] = {}
    for name, make in LIBRARIES.items():
        try:
            find = make()
        except ImportError:
            continue
        answer[name] = {"version": version(name), "found": [_tried(find, sentence) for sentence in sentences]}
    json.dump(answer, sys.stdout)


def _tried(find: Callable[[str], list[Found]], sentence: str) -> list[Found]:
    """What is found; nothing where the library fails on the sentence."""
    try:
        return find(sentence)
    except Exception:
        return []


if __name__ == "__main__":
    main()
