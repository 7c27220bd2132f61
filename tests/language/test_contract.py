"""What every pipeline must give, shown on the shipped one."""

import pytest
from spacy.language import Language

from standfirst.errors import LanguageModelError
from standfirst.language import KINDS, ROLES, load, missing

REPORT = """HARBOUR BRIDGE SHUT AFTER FIRE

SUVA, Dec. 3 (AP) — Fiji's acting prime minister, Josaia Waqa, said on Monday that no one was hurt.
“It is over.” Waqa spoke to the BBC at 4.14pm.

• Flights from Nadi International Airport\u00a0are cancelled…"""


def test_the_text_is_never_changed(nlp: Language) -> None:
    assert nlp(REPORT).text == REPORT


def test_everything_is_set(nlp: Language) -> None:
    doc = nlp(REPORT)
    assert missing(nlp) == ()
    for attribute in ("TAG", "POS", "LEMMA", "MORPH", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(attribute), attribute
    assert {entity.label_ for entity in doc.ents} <= set(KINDS)
    assert ROLES in doc.spans


def test_every_word_has_a_vector_and_white_space_has_none(nlp: Language) -> None:
    for text in (REPORT, "The minister said that the bridge had been shut. " * 60):
        doc = nlp(text)
        assert doc.tensor.shape == (len(doc), 384)
        assert [not row.any() for row in doc.tensor] == [token.is_space for token in doc]


def test_each_sentence_is_one_tree(nlp: Language) -> None:
    doc = nlp(REPORT)
    for sentence in doc.sents:
        assert [token for token in sentence if token.head.i == token.i] == [sentence.root]
        assert sentence.root.dep_ == "ROOT"
        assert {token.i for token in sentence.root.subtree} == {token.i for token in sentence}


def test_names_do_not_overlap_and_stay_in_their_sentence(nlp: Language) -> None:
    doc = nlp(REPORT)
    for entity in doc.ents:
        assert entity.sent.start <= entity.start < entity.end <= entity.sent.end


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", "a", "…", "\n a", "?!", "😀", "\ufeff", "a\u200bb"])
def test_hardly_any_text_is_read_too(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert ROLES in doc.spans


def test_a_document_is_read_alike_alone_and_among_others(nlp: Language) -> None:
    others = ["Rain fell.", REPORT, "", "The minister resigned. Nobody knows why."]
    alone = nlp(REPORT).to_json()
    assert [doc.to_json() for doc in nlp.pipe(others)][1] == alone


def test_a_paragraph_longer_than_a_window_is_read_whole(nlp: Language) -> None:
    sentence = "The minister said on Monday that the bridge had been shut. "
    doc = nlp(sentence * 60)
    assert len(list(doc.sents)) == 60
    assert {sent.root.lemma_ for sent in doc.sents} == {"say"}


def test_a_very_long_run_without_a_stop_is_read_too(nlp: Language) -> None:
    doc = nlp("and then " * 700)
    assert all(token.head is not None for token in doc)


def test_an_unknown_pipeline_is_misuse() -> None:
    with pytest.raises(LanguageModelError, match="no installed pipeline"):
        load("no_such_pipeline")


def test_a_pipeline_that_lacks_something_is_named() -> None:
    import spacy

    assert missing(spacy.blank("en")) == ("tags", "parts of speech", "lemmas", "a dependency tree", "names")


def test_loading_twice_gives_the_same_pipeline() -> None:
    assert load() is load()
