"""The lists of cues, hedges, speakers and carriers hold together."""

from __future__ import annotations

import pytest

from standfirst.lexicon.cues import cue_words, noun_cues, verb_cues
from standfirst.lexicon.hedges import doubt_pattern, hedges
from standfirst.lexicon.media import is_outlet_name, is_outlet_noun
from standfirst.lexicon.occasions import occasion_words
from standfirst.lexicon.speakers import speaker_words
from standfirst.lexicon.tables import rows

STANCES = {"asserts", "denies", "confirms", "corrects", "questions", "declines"}
PATTERNS = {"quote", "clause", "infinitive", "gerund", "object", "finding", "information", "as", "of", "for"}


def test_every_cue_has_a_known_stance_patterns_and_an_example() -> None:
    for word in cue_words():
        assert word.stance in STANCES, word
        assert word.patterns <= PATTERNS, word
        assert word.patterns, word
        assert word.example, word


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("urged", "urge"),
        ("tweeting", "tweet"),
        ("stresses", "stress"),
        ("told", "tell"),
    ],
)
def test_forms_of_verbs(form: str, lemma: str) -> None:
    assert lemma in {word.lemma for word in verb_cues()[form]}


def test_forms_of_nouns() -> None:
    assert {"pleas", "warnings", "speeches"} & noun_cues().keys() == {"pleas", "warnings", "speeches"}


def test_every_hedge_is_found_in_its_example() -> None:
    for hedge in hedges():
        assert bool(doubt_pattern().search(hedge.example.lower())) is (hedge.kind != "approximator"), hedge


@pytest.mark.parametrize(
    "name", ["Reuters", "the AP", "Radio Brennland", "Coast Times", "KXYZ", "harbour.com", "NBC News"]
)
def test_names_of_outlets(name: str) -> None:
    assert is_outlet_name(name)


@pytest.mark.parametrize("name", ["Dora Quill", "Brennland", "the US", "Harbour Ministry", ""])
def test_other_names(name: str) -> None:
    assert not is_outlet_name(name)


def test_nouns_of_carriers_and_speakers() -> None:
    assert is_outlet_noun("television")
    assert "spokeswoman" in speaker_words("female")
    assert not speaker_words("male") & speaker_words("female")


def test_every_occasion_has_a_kind_prepositions_and_an_example_with_them() -> None:
    table = rows("occasions.tsv")
    assert len(table) == len(occasion_words())
    for word, kind, prepositions, example in table:
        assert kind in {"medium", "occasion"}
        assert word in example.lower()
        assert set(prepositions.split()) & set(example.split())
