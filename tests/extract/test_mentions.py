"""Who and what a report names, and which mentions are one thing's.

A case is a text and the groups that must come out: each text of a mention with its group, None where it must stand
alone. Names are given by hand in brackets, "[Ana Ruiz|person]", so that the rules are tested and not the pipeline;
the cases that need a parse use the pipeline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from standfirst.extract.mentions import find_mentions
from standfirst.extract.sentences import find_sentences
from standfirst.model.reading import Block, Mention, Reading
from standfirst.model.report import UNKNOWN_TIME, Report
from standfirst.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

BLANK = spacy.blank("en")
_MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")


def marked(text: str) -> Reading:
    """The reading of a text whose names are marked by hand; no tags, no tree, sentences by full stops."""
    plain, spans, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        at = match.end()
    plain += text[at:]
    doc = BLANK(plain)
    for token in doc:
        before = doc[token.i - 1] if token.i else None
        token.is_sent_start = before is None or before.text in (".", "?", "!") or "\n\n" in before.text
    doc.ents = [span for start, end, kind in spans if (span := doc.char_span(start, end, label=kind)) is not None]
    return read(plain, doc)


def read(text: str, doc: Doc, blocks: tuple[Block, ...] = ()) -> Reading:
    reading = Reading(report=Report(id="r", text=text), blocks=blocks)
    return find_mentions(find_sentences(reading, doc), doc)


def groups(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.report.words(mention.span), mention.entity) for mention in reading.mentions]


def assert_grouped(reading: Reading, expected: list[tuple[str | None, str]]) -> None:
    """Each expected text is the next mention with those words; texts of one group share an entity, others do not."""
    found = list(reading.mentions)
    entities: dict[str, str] = {}
    at = 0
    for group, text in expected:
        while at < len(found) and reading.report.words(found[at].span) != text:
            at += 1
        assert at < len(found), f"no mention {text!r} in {groups(reading)}"
        entity = found[at].entity
        at += 1
        if group is None:
            same = [m for m in found if m.entity == entity]
            assert len(same) == 1, f"{text!r} is joined with {[reading.report.words(m.span) for m in same]}"
        else:
            assert entities.setdefault(group, entity) == entity, f"{text!r} is not {group}: {groups(reading)}"
    assert len(set(entities.values())) == len(entities), f"two groups are one: {groups(reading)}"


MARKED: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Defence Minister [Ana Ruiz|person] met [Kofi Mensah|person]. Ms Ruiz said little. Mensah left.",
        [("ruiz", "Defence Minister Ana Ruiz"), ("mensah", "Kofi Mensah"), ("ruiz", "Ms Ruiz"), ("mensah", "Mensah")],
    ),
    (
        "[Marit Lund|person] and [Nils Lund|person] were there. Lund wept.",
        [("marit", "Marit Lund"), ("nils", "Nils Lund"), (None, "Lund")],
    ),
    (
        "[Nils Lund|person] spoke first. Lund wept. His aunt, [Marit Lund|person], left. Lund stayed.",
        [("nils", "Nils Lund"), ("nils", "Lund"), ("marit", "Marit Lund"), (None, "Lund")],
    ),
    (
        "[Nils Lund|person] and [Marit Lund|person] came. Mrs Lund spoke.",
        [("nils", "Nils Lund"), ("marit", "Marit Lund"), ("marit", "Mrs Lund")],
    ),
    (
        "The [Northern Area Rail Service|organisation] ([NARS|organisation]) said so. NARS is late.",
        [("nars", "Northern Area Rail Service"), ("nars", "NARS"), ("nars", "NARS")],
    ),
    (
        "[Kestrel Holdings|organisation] bought [Kestrel|organisation].",
        [("holdings", "Kestrel Holdings"), ("kestrel", "Kestrel")],
    ),
    (
        "The [US|place] struck. [Yemen|place] said the U.S. had been warned, and America knew.",
        [("us", "US"), ("yemen", "Yemen"), ("us", "U.S."), ("us", "America")],
    ),
    (
        "The tower at [Camp Ross|facility] fell. The [Ross|place] base is closed.",
        [("camp", "Camp Ross"), ("camp", "Ross base")],
    ),
    (
        "[Ross|place] is a town. The army left [Camp Ross|facility].",
        [("town", "Ross"), ("camp", "Camp Ross")],
    ),
    (
        "VOGEL WINS VOTE\n\n[Lena Vogel|person] won on Sunday. Vogel's party lost.",
        [("vogel", "VOGEL"), ("vogel", "Lena Vogel"), ("vogel", "Vogel")],
    ),
    (
        "Sheriff [Tom Jordan|person] flew to [Jordan|place]. Sheriff Jordan is back.",
        [("sheriff", "Sheriff Tom Jordan"), ("country", "Jordan"), ("sheriff", "Sheriff Jordan")],
    ),
    (
        "Senior Cpl. Ida [Stern|person] fired. Cpl. Stern is safe.",
        [("stern", "Senior Cpl. Ida Stern"), ("stern", "Cpl. Stern")],
    ),
    (
        "[Mohammed Saidi|person] met [Javid Rostami|person]. [Muhammad Saidi|person] smiled.",
        [("saidi", "Mohammed Saidi"), ("rostami", "Javid Rostami"), ("saidi", "Muhammad Saidi")],
    ),
    (
        "Shares of [Marlow|organisation], Byrne & Co. rose. [Marlow|organisation] is old.",
        [("marlow", "Marlow, Byrne & Co."), ("marlow", "Marlow")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_names(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert_grouped(marked(text), expected)


def mention(reading: Reading, text: str) -> Mention:
    return next(m for m in reading.mentions if reading.report.words(m.span) == text)


def test_the_head_is_the_name_without_titles_or_possessive() -> None:
    reading = marked("Foreign Minister Mr [Ruiz’s|person] plane left.")
    found = mention(reading, "Foreign Minister Mr Ruiz")
    assert (reading.report.words(found.head), found.kind, found.form) == ("Ruiz", "person", "name")


def test_a_report_agrees_with_itself_about_what_a_name_names() -> None:
    reading = marked(
        "[Teodor Amsel|person] spoke. [Amsel|place] smiled. [Amsel|organisation] left. In [Amsel|person] he is."
    )
    assert {m.kind for m in reading.mentions if m.form == "name"} == {"person"}
    reading = marked("[Fennwick Ltd|person] grew. [Hale Police Department|place] said so. [Oslo|person] is cold.")
    assert [m.kind for m in reading.mentions] == ["organisation", "organisation", "place"]


def test_the_role_beside_a_name_belongs_to_the_person() -> None:
    reading = marked(
        "The harbour master said prime minister [Ana Ruiz|person] met [Kofi Mensah|person], the coast guard commander."
    )
    roles = {reading.report.words(m.span): m for m in reading.mentions if m.kind == "role"}
    assert set(roles) == {"prime minister", "coast guard commander"}
    assert roles["prime minister"].entity == mention(reading, "prime minister Ana Ruiz").entity
    assert roles["coast guard commander"].entity == mention(reading, "Kofi Mensah").entity


def test_a_role_that_the_pipeline_finds() -> None:
    doc = BLANK("The club said Ana Ruiz, chief of the northern league, agreed.")
    doc.ents = [doc.char_span(14, 22, label="person")]
    doc.spans["roles"] = [doc[6:11]]
    reading = read(doc.text, doc)
    assert [reading.report.words(m.span) for m in reading.mentions if m.kind == "role"] == ["chief"]
    doc.spans["roles"] = [doc[0:2]]
    assert [m.span.start for m in read(doc.text, doc).mentions if m.kind == "role"] == [24]


def test_what_follows_a_comma_is_no_role_where_it_acts() -> None:
    reading = marked("According to [Kofi Mensah|person], the minister did not know.")
    assert not [m for m in reading.mentions if m.kind == "role"]


NOMINALS: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Defence minister [Ana Ruiz|person] spoke. The minister left.",
        [("ruiz", "Defence minister Ana Ruiz"), ("ruiz", "The minister")],
    ),
    (
        "Defence minister [Ana Ruiz|person] met Health Minister [Kofi Mensah|person]. The minister left.",
        [("ruiz", "Defence minister Ana Ruiz"), ("mensah", "Health Minister Kofi Mensah"), (None, "The minister")],
    ),
    (
        "Defence minister [Ana Ruiz|person] met Health Minister [Kofi Mensah|person]. The health minister left.",
        [("mensah", "Health Minister Kofi Mensah"), ("mensah", "The health minister")],
    ),
    ("Troops left [Camp Ross|facility]. The base is empty.", [("camp", "Camp Ross"), ("camp", "The base")]),
    (
        "Troops left [Camp Ross|facility] and [Camp Hale|facility]. The base is empty.",
        [("ross", "Camp Ross"), ("hale", "Camp Hale"), (None, "The base")],
    ),
    ("Troops left. The base is empty. [Camp Ross|facility] is not.", [(None, "The base"), ("camp", "Camp Ross")]),
    ("[Peru|place] voted. The country waits.", [("peru", "Peru"), ("peru", "The country")]),
    ("[Peru|place] and [Chile|place] voted. The country waits.", [(None, "The country")]),
    (
        "[Kestrel Inc.|organisation] bought [Marlow|organisation]. The company grew.",
        [("kestrel", "Kestrel Inc."), ("marlow", "Marlow"), (None, "The company")],
    ),
    ("[Ana Ruiz|person] spoke. The minister left.", [("ruiz", "Ana Ruiz"), (None, "The minister")]),
]


@pytest.mark.parametrize(("text", "expected"), NOMINALS)
def test_definite_nouns(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert_grouped(marked(text), expected)


PRONOUNS: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("[Ana Ruiz|person] spoke. She left.", [("ruiz", "Ana Ruiz"), ("ruiz", "She")]),
    ("[Ana Ruiz|person] spoke. He left.", [("ruiz", "Ana Ruiz"), (None, "He")]),
    ("[Ana Ruiz|person] met [Kofi Mensah|person]. He left.", [("mensah", "Kofi Mensah"), ("mensah", "He")]),
    (
        "[Kofi Mensah|person] told us about [Peter Boateng|person]. He left.",
        [("mensah", "Kofi Mensah"), ("boateng", "Peter Boateng"), ("mensah", "He")],
    ),
    (
        "Among them were [Kofi Mensah|person] and [Peter Boateng|person]. He left.",
        [("mensah", "Kofi Mensah"), ("boateng", "Peter Boateng"), (None, "He")],
    ),
    ("They met in [Garland|person]. She left.", [(None, "She")]),
]

WIDER = [
    ("[Ida|person] “Birdie” [Stern|person] left.", ["Ida “Birdie” Stern"]),
    ("[Ida|person] “Shooter” [Stern|person] left.", ["Ida “Shooter” Stern"]),
    ("[Ida|person] (Birdie) [Stern|person] left.", ["Ida (Birdie) Stern"]),
    ("[Ida|person] (left) [Stern|person] left.", ["Ida", "Stern"]),
    ("[Ida Kest|person] “Birdie” [Stern|person] left.", ["Ida Kest", "Stern"]),
    ("[Ida Stern|person] sang. Ida Varga [Kest Stern|person] left.", ["Ida Stern", "Ida Varga Kest Stern"]),
    ("[Ida Stern|person] sang. Ida met [Kest Stern|person].", ["Ida Stern", "Kest Stern"]),
    ("[Ida Stern|person] sang. Ida, [Kest Stern|person] too.", ["Ida Stern", "Kest Stern"]),
    ("[Una Stern|person] sang. Ida Varga [Kest Stern|person] left.", ["Una Stern", "Kest Stern"]),
    ("The [Hale School District|organisation] No. 7 met.", ["Hale School District No. 7"]),
    ("The [Hale School District|organisation] had no. 7 or 8.", ["Hale School District"]),
    ("[Norland|place] No. 1 lost.", ["Norland"]),
    ("The [University Hospital|facility] at Larch Row opened.", ["University Hospital at Larch Row"]),
    ("The [Hale Hospital|facility] at [Ross|place] opened.", ["Hale Hospital", "Ross"]),
    ("The [University Hospital|facility] at noon opened.", ["University Hospital"]),
]


@pytest.mark.parametrize(("text", "expected"), WIDER)
def test_names_are_taken_in_whole(text: str, expected: list[str]) -> None:
    reading = marked(text)
    found = [reading.report.words(mention.head) for mention in reading.mentions if mention.form == "name"]
    assert [name for name in found if name in expected] == expected
    assert all(any(name in whole for whole in expected) for name in found), found


BORNE = [
    ("[Ana Jordan|person] won. [Jordan|place] said so.", "person"),
    ("[Chad Ruiz|person] won. [Chad|place] said so.", "person"),
    ("[Ana Jordan|person] won. [Jordan|place] said so in [Jordan|place].", "place"),
    ("[Ana Jordan|person] won. [Jordan|place]'s government said so.", "place"),
    ("[Ana Jordan|person] won. [Una Ruiz|person], [Jordan|place] and others said so.", "person"),
    ("[Ana Jordan|person] won. [Lund Mills|place], [Jordan|place] said so.", "place"),
    ("[Jordan|place] won. [Ana Jordan|person] said so.", "place"),
    ("[Ana Ruiz|person] won. [Jordan|place] said so.", "place"),
]


@pytest.mark.parametrize(("text", "kind"), BORNE)
def test_a_country_s_name_is_a_person_s_where_one_bears_it_and_no_place_is_meant(text: str, kind: str) -> None:
    reading = marked(text)
    bare = [mention for mention in reading.mentions if reading.report.words(mention.head) in ("Jordan", "Chad")]
    assert {mention.kind for mention in bare} == {kind}


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_pronouns(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert_grouped(marked(text), expected)


PARSED: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Harbour Minister Ana Ruiz said the port was closed. She blamed the storm. Ms Ruiz, 51, took office in May.",
        [("ruiz", "Harbour Minister Ana Ruiz"), ("ruiz", "She"), ("ruiz", "Ms Ruiz")],
    ),
    (
        "Peter Boateng told reporters that James Owusu had resigned. He added that a vote would follow.",
        [("boateng", "Peter Boateng"), ("owusu", "James Owusu"), ("boateng", "He")],
    ),
    (
        "Ana Ruiz met Kofi Mensah in Lima on Monday.\n\n“He asked for help,” Ruiz said.",
        [("ruiz", "Ana Ruiz"), ("mensah", "Kofi Mensah"), ("mensah", "He"), ("ruiz", "Ruiz")],
    ),
    (
        "Ana Ruiz was born in Lima. Her mother was a nurse, and Ruiz said she hated the sea.",
        [("ruiz", "Ana Ruiz"), ("ruiz", "Her"), ("ruiz", "Ruiz")],
    ),
    (
        "Kofi Mensah left the meeting with his wife. He lost his seat in May.",
        [("mensah", "Kofi Mensah"), ("mensah", "his"), ("mensah", "He"), ("mensah", "his")],
    ),
    (
        "“We will wait,” said police chief Maria Lopes. “The airport stays open.” Lopes left for Lisbon.",
        [("lopes", "police chief Maria Lopes"), ("lopes", "Lopes")],
    ),
]


#: What is weighed: "it", definite nouns that no rule settles, and who is meant in a quotation.
WEIGHED: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "Kestrel Systems said on Monday that it would cut 300 jobs. The company blamed high prices.",
        [("kestrel", "Kestrel Systems"), ("kestrel", "it"), ("kestrel", "The company")],
    ),
    (
        "Ida Stern lives next door to Kofi Mensah. “He was a quiet neighbour,” said Peter Boateng. “He kept cats.”",
        [("mensah", "Kofi Mensah"), ("mensah", "He"), ("boateng", "Peter Boateng"), ("mensah", "He")],
    ),
    (
        "Peter Boateng was asked about the fire.\n\n“He was inside,” Boateng said.",
        [("boateng", "Peter Boateng"), (None, "He"), ("boateng", "Boateng")],
    ),
    (
        "Peter Boateng is a lawyer in Lisbon. The woman was found dead on Monday.",
        [("boateng", "Peter Boateng"), (None, "The woman")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WEIGHED)
def test_what_is_weighed(nlp: Language, text: str, expected: list[tuple[str | None, str]]) -> None:
    assert_grouped(read(text, nlp(text)), expected)


#: What a report says of a thing, and by what it is then called.
SORTS: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "The cruise ship Halcyon left Lisbon on Monday. The ship carried 300 people.",
        [("halcyon", "Halcyon"), ("halcyon", "The ship")],
    ),
    (
        "The cruise ship Halcyon met a trawler on Monday. Police boarded a ship. The ship was empty.",
        [("halcyon", "Halcyon"), (None, "The ship")],
    ),
    (
        "Kestrel Systems, a software maker in Lisbon, grew last year. The maker hired 40 people.",
        [("kestrel", "Kestrel Systems"), ("kestrel", "The maker")],
    ),
    (
        "Harbour Watch is a charity in Lisbon. The charity was founded by sailors.",
        [("watch", "Harbour Watch"), ("watch", "The charity")],
    ),
    (
        "Peru's prime minister Ana Ruiz met Chile's prime minister Marta Soto. The Peruvian leader smiled.",
        [("ruiz", "prime minister Ana Ruiz"), ("soto", "prime minister Marta Soto"), ("ruiz", "The Peruvian leader")],
    ),
    (
        "Fiji was hit by a storm on Monday. The Pacific nation has asked for help.",
        [("fiji", "Fiji"), ("fiji", "The Pacific nation")],
    ),
    (
        "Fiji and Tonga were hit by a storm on Monday. The Pacific nation has asked for help.",
        [("fiji", "Fiji"), ("tonga", "Tonga"), (None, "The Pacific nation")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SORTS)
def test_what_a_thing_is_called_after_what_it_is(
    nlp: Language, text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert_grouped(read(text, nlp(text)), expected)


SHORT: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "The [United Kingdom Home Office|organisation] met. The [Home Office|organisation] declined.",
        [("office", "United Kingdom Home Office"), ("office", "Home Office")],
    ),
    (
        "The [Ministry of Fisheries|organisation] met. the [Ministry|organisation] declined.",
        [("one", "Ministry of Fisheries"), ("one", "Ministry")],
    ),
    (
        "[Ministry of Fisheries|organisation]. [Ministry of Trade|organisation]. So the [Ministry|organisation] left.",
        [("one", "Ministry of Fisheries"), ("other", "Ministry of Trade"), (None, "Ministry")],
    ),
    (
        "The [Home Office|organisation] met. The [United Kingdom Home Office|organisation] declined.",
        [(None, "Home Office"), (None, "United Kingdom Home Office")],
    ),
    (
        "They met in [Porto Amary|place]. [PA|place] is quiet.",
        [("port", "Porto Amary"), ("port", "PA")],
    ),
    (
        "They met in [Porto Amary|place]. [Amary|place] is quiet.",
        [(None, "Porto Amary"), (None, "Amary")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_part_of_a_name_stands_for_the_only_longer_one(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert_grouped(marked(text), expected)


def test_empty_and_unsure_pronouns_are_left_out(nlp: Language) -> None:
    text = "Ana Ruiz said it was raining in Lima. It is clear that they will come."
    assert not [m for m in read(text, nlp(text)).mentions if m.form == "pronoun"]


@pytest.mark.parametrize(("text", "expected"), PARSED)
def test_with_the_pipeline(nlp: Language, text: str, expected: list[tuple[str | None, str]]) -> None:
    assert_grouped(read(text, nlp(text)), expected)


def test_sentences_are_cut_at_blocks_and_trimmed() -> None:
    text = "PORT SHUT\nBy Ana Ruiz\nThe port is shut. Nobody left.  \n\nMore follows"
    doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.text == "Nobody"
    bounds = [(0, 10, "headline"), (10, 22, "byline"), (22, len(text), "body")]
    blocks = tuple(
        Block(span=Span(report="r", start=start, end=end), kind=kind, published=UNKNOWN_TIME)
        for start, end, kind in bounds
    )
    reading = find_sentences(Reading(report=Report(id="r", text=text), blocks=blocks), doc)
    words = [text[span.start : span.end] for span in reading.sentences]
    assert words == ["PORT SHUT", "By Ana Ruiz", "The port is shut.", "Nobody left.", "More follows"]


def test_a_quoted_sentence_keeps_its_speaker() -> None:
    text = "“It is over,” Ms Ruiz said. “ We go.”"
    doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.text in ("“", "Ms", "We")
    reading = find_sentences(Reading(report=Report(id="r", text=text)), doc)
    assert [text[s.start : s.end] for s in reading.sentences] == ["“It is over,” Ms Ruiz said.", "“ We go.”"]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="Ana Ruiz said the US’ “base”.,-\n\u00a0'sMr(NARS)", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    reading = marked(text.replace("[", "(").replace("|", "!"))
    ends = [span.end for span in reading.sentences]
    assert ends == sorted(ends)
    assert all(m.span.holds(m.head) for m in reading.mentions)
    assert all(not reading.report.words(s)[0].isspace() for s in reading.sentences)


@pytest.mark.parametrize(
    "text", ["", " \n", "\x00", "Mr", "Ana Ruiz " * 3000, "he said she said " * 3000, "...\n" * 5000]
)
def test_odd_texts_are_read_in_linear_time(text: str) -> None:
    doc = BLANK(text)
    find_mentions(find_sentences(Reading(report=Report(id="r", text=text)), doc), doc)
