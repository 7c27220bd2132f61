"""What every test may ask for: the language pipeline, loaded once, and a report in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from standfirst.model.reading import Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

EXAMPLE = Path(__file__).parent.parent / "examples" / "port-amary-ferry" / "reports"


@pytest.fixture(scope="session")
def nlp() -> Language:
    from standfirst.language import load

    return load()


@pytest.fixture
def report() -> Callable[..., Report]:
    """Make a report of a text in one line."""

    def make(text: str, **fields: object) -> Report:
        return Report(**{"id": "r", "text": text, **fields})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def example() -> tuple[Reading, ...]:
    """Readings of the bundled story, made once."""
    from standfirst.newsroom import readings_of

    readings, problems = readings_of([str(EXAMPLE)])
    assert problems == ()
    return readings
