import pytest
from spacy.language import Language

from standfirst.language import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()
