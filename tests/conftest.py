"""What every test may ask for: the language pipeline, loaded once, and a report in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language


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
