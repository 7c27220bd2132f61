"""Words and sentences as news writes them. Each pair: the text, and where it parts ("|")."""

import pytest
from spacy.language import Language

WORDS = [
    ("4.14pm", "4.14|pm"),
    ("$2.4m", "$|2.4|m"),
    ("Lt. Gen. Waqa", "Lt.|Gen.|Waqa"),
    ("Dec. 12", "Dec.|12"),
    ("the U.S. Navy", "the|U.S.|Navy"),
    ("al-Mahdi’s", "al|-|Mahdi|’s"),
    ("a 21-year-old", "a|21|-|year|-|old"),
    ("non-binding", "non-binding"),
    ("pro-Beijing", "pro-Beijing"),
    ("don’t", "do|n’t"),
    ("10\u00a0km", "10|\u00a0|km"),
    ("(1998): no", "(|1998|)|:|no"),
    ("Stop!!!", "Stop|!!!"),
    ("2023-04-01", "2023-04-01"),
    ("and/or", "and|/|or"),
    ("b/c", "b/c"),
    ("I wanna go", "I|wan|na|go"),
    ("WE DON'T KNOW", "WE|DO|N'T|KNOW"),
    ("call 555-0137", "call|555-0137"),
    ("see minutes-3-May.pdf", "see|minutes-3-May.pdf"),
    ("x-rays", "x|-|rays"),
    ("the ex-minister", "the|ex-minister"),
    ("Really.?", "Really|.?"),
    ("$$$", "$$$"),
]


@pytest.mark.parametrize(("text", "parts"), WORDS)
def test_words(nlp: Language, text: str, parts: str) -> None:
    assert "|".join(token.text for token in nlp.make_doc(text)) == parts


SENTENCES = [
    "The ship left on Dec. 12.| It has not been seen since.",
    "Lt. Gen. Waqa spoke first.| Col. Tamihere followed.",
    "He flew to the U.S. on Friday.| She stayed.",
    "“It is over.”| The crowd cheered.",
    '"It is over," he said.| The crowd cheered.',
    "Police found nothing.| “We keep looking,” said Inspector Moana Hape.",
    "The talks failed.\n\n|A new round opens in Geneva",
    "4.14pm\n\n|The bridge is open again.",
    "• Two people died.\n|• Six were hurt.",
    "FIRE SHUTS HARBOUR BRIDGE\n\n|The bridge was shut on Monday.",
    "Mr. Okafor and Dr. Haddad met at 5 p.m. on Sunday.| Both declined to comment.",
    "The bill passed.| ‘A good day,’ the minister said.| Others disagreed.",
    "SUVA, Fiji (AP) — A fire shut the bridge on Monday.| No one was hurt.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(nlp: Language, marked: str) -> None:
    doc = nlp(marked.replace("|", ""))
    bounds = []
    for part in marked.split("|"):
        bounds.append((bounds[-1] if bounds else 0) + len(part))
    found = [sent.text_with_ws for sent in doc.sents]
    assert [text.strip() for text in found] == [part.strip() for part in marked.split("|")]
