"""Who says what: each line is a text, words of a content, and how it is attributed.

Who: a name where the text settles it; "~words" for a source that is not named; "-" for none told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.extract.attributions import find_attributions
from standfirst.extract.steps import STEPS, read_report
from standfirst.ingest.plain import read_plain
from standfirst.language import load
from standfirst.model.reading import Attribution, Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

NEEDED = ("blocks", "sentences", "mentions", "timexes", "attributions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution in words."""

    content: str
    mode: str
    who: str
    stance: str
    via: tuple[str, ...]
    kind: str


def read(nlp: Language, text: str, outlet: str | None = None) -> Reading:
    report = Report(id="r", text=text, outlet=outlet)
    doc = nlp(text)
    reading = Reading(report=report)
    for step in STEPS:
        if step.name in NEEDED:
            reading = step.run(reading, doc)
    return reading


def who(reading: Reading, found: Attribution) -> str:
    if found.speaker is None:
        return f"~{found.speaker_text}" if found.speaker_text else "-"
    names = [m for m in reading.mentions if m.entity == found.speaker and m.form == "name"]
    return max((reading.report.words(m.head) for m in names), key=len)


def told(nlp: Language, text: str, outlet: str | None = None) -> list[Said]:
    reading = read(nlp, text, outlet)
    words = reading.report.words
    return [
        Said(
            content=" … ".join(words(span) for span in found.content),
            mode=found.mode,
            who=who(reading, found),
            stance=found.stance,
            via=tuple(via.name for via in found.via),
            kind=found.source_kind,
        )
        for found in reading.attributions
    ]


def nearest(all_said: list[Said], content: str) -> Said:
    """The attribution that holds the words and little else."""
    holding = [said for said in all_said if content in said.content]
    assert holding, f"{content!r} is in none of {[said.content for said in all_said]}"
    return min(holding, key=lambda said: len(said.content))


DIRECT = [
    ("curly", "“The dam is safe,” Dora Quill said.", "The dam is safe", "Dora Quill"),
    ("straight", '"The dam is safe," Dora Quill said.', "The dam is safe", "Dora Quill"),
    ("single", "‘The dam is safe,’ Dora Quill said.", "The dam is safe", "Dora Quill"),
    ("single inside", "“He shouted ‘run’ and we ran,” Dora Quill said.", "He shouted ‘run’ and we ran", "Dora Quill"),
    ("inverted", "“The dam is safe,” said Dora Quill.", "The dam is safe", "Dora Quill"),
    ("with a role", "“The dam is safe,” Harbour Minister Dora Quill said.", "The dam is safe", "Dora Quill"),
    ("apposition", "“He loved the sea,” his aunt, Dora Quill, said.", "He loved the sea", "Dora Quill"),
    ("role after", "“We are closed,” said Dora Quill, head of the port.", "We are closed", "Dora Quill"),
    ("before, comma", 'Dora Quill said, "The dam is safe."', "The dam is safe", "Dora Quill"),
    ("before, colon", "Dora Quill said: “The dam is safe.”", "The dam is safe", "Dora Quill"),
    ("question", "“Where were the boats?” Dora Quill asked.", "Where were the boats", "Dora Quill"),
    ("unnamed", "“It is far too early to tell,” a senior official said.", "It is far too early", "~a senior official"),
    ("full stop inside", '"We left at noon." Dora Quill said Thursday.', "We left at noon", "Dora Quill"),
    ("second of one cue", "“We left,” Dora Quill said. “The water rose so fast.”", "The water rose", "Dora Quill"),
    ("adding", 'Dora Quill said it was over, adding, "We can go home now."', "We can go home now", "Dora Quill"),
    ("unbalanced", "Dora Quill said: “The dam is safe.", "The dam is safe", "Dora Quill"),
    ("mixed marks", '“The dam is safe and will hold," Dora Quill said.', "The dam is safe", "Dora Quill"),
    ("interrupted", "“The dam,” Dora Quill said, “is safe and sound.”", "is safe and sound", "Dora Quill"),
    ("exclamation", "“Get out of the house now!” a neighbour shouted.", "Get out of the house", "~a neighbour"),
    ("tweet", 'Dora Quill tweeted: "Praying for everyone at the port."', "Praying for everyone", "Dora Quill"),
    ("no space before", 'It rained."There was a hole in it," said Dora Quill.', "There was a hole", "Dora Quill"),
    ("no space after", '"He was late," Dora Quill said. "We left."The ferry sank.', "We left", "Dora Quill"),
    ("a name after a role", '"It is shut," said a neighbour, Dora Quill.', "It is shut", "Dora Quill"),
    ("a hyphen", '"It is shut," said his sister-in-law, Dora Quill.', "It is shut", "Dora Quill"),
    ("a rank", '"It is shut," said Cpt. Quill.', "It is shut", "Cpt. Quill"),
    ("wrongly decoded", "\x93I ran down to the quay,\x94 Dora Quill said.", "I ran down to the quay", "Dora Quill"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), [c[1:] for c in DIRECT], ids=[c[0] for c in DIRECT])
def test_direct_speech_has_its_speaker(nlp: Language, text: str, content: str, speaker: str) -> None:
    said = nearest(told(nlp, text), content)
    assert (said.mode, said.who) == ("direct", speaker)


CARRIED = [
    (
        "paragraphs that only the last closes",
        "“The dam is safe tonight,” Dora Quill said.\n\n“The water is falling in every town.\n\n“People may go home.”",
        ("The water is falling", "People may go home"),
        "Dora Quill",
    ),
    (
        "quotation paragraph after a quoted one",
        "“The dam is safe tonight,” Dora Quill said.\n\n“The water is falling in every town on the coast.”",
        ("The water is falling",),
        "Dora Quill",
    ),
    (
        "after an attributed paragraph",
        "Dora Quill said the dam was safe.\n\n“The water is falling in every town on the coast.”",
        ("The water is falling",),
        "Dora Quill",
    ),
    (
        "after a statement was announced",
        "Mayor Dora Quill has released a statement.\n\n“The water is falling in every town on the coast.”",
        ("The water is falling",),
        "Dora Quill",
    ),
    (
        "in the same paragraph",
        "Dora Quill said the dam was safe. “The water is falling in every town.”",
        ("The water is falling",),
        "Dora Quill",
    ),
]


@pytest.mark.parametrize(("text", "contents", "speaker"), [c[1:] for c in CARRIED], ids=[c[0] for c in CARRIED])
def test_a_quotation_without_a_cue_goes_on_with_its_speaker(
    nlp: Language, text: str, contents: tuple[str, ...], speaker: str
) -> None:
    all_said = told(nlp, text)
    assert {nearest(all_said, content).who for content in contents} == {speaker}


def test_a_quotation_after_narration_has_no_speaker(nlp: Language) -> None:
    text = "The ferry sank off the cape at dawn.\n\n“The water rose faster than anyone had thought.”"
    assert nearest(told(nlp, text), "The water rose").who == "-"


NOT_QUOTED = [
    ("scare quotes", "The council closed its “temporary” bridge on Monday."),
    ("title", "She starred in “The Long Tide” before the war."),
    ("nickname", "Jon “Red” Hart left the port on Monday."),
    ("narration", "The ferry sank off the cape at dawn and ten people drowned."),
    ("number of inches", 'A 5" pipe burst and a 6" valve failed.'),
]


@pytest.mark.parametrize("text", [case[1] for case in NOT_QUOTED], ids=[case[0] for case in NOT_QUOTED])
def test_what_no_one_says_is_no_attribution(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


INDIRECT = [
    ("that", "Dora Quill said that the dam was safe.", "the dam was safe", "Dora Quill"),
    ("without that", "Dora Quill said the dam was safe.", "the dam was safe", "Dora Quill"),
    ("at the end", "The dam was safe, Dora Quill said.", "The dam was safe", "Dora Quill"),
    ("at the end, inverted", "The dam was safe, said Dora Quill.", "The dam was safe", "Dora Quill"),
    ("police", "The ferry sank at dawn, police said.", "The ferry sank at dawn", "~police"),
    ("according to, first", "According to Dora Quill, the dam is safe.", "the dam is safe", "Dora Quill"),
    ("according to, last", "The dam is safe, according to Dora Quill.", "The dam is safe", "Dora Quill"),
    ("told", "Dora Quill told reporters that the dam was safe.", "the dam was safe", "Dora Quill"),
    ("in a statement", "Dora Quill said in a statement that the dam was safe.", "the dam was safe", "Dora Quill"),
    ("saying", "Dora Quill spoke on Monday, saying that the dam was safe.", "the dam was safe", "Dora Quill"),
    ("who says", "The station spoke to Dora Quill, who says the dam is safe.", "the dam is safe", "Dora Quill"),
    ("vowed", "Dora Quill vowed to rebuild the dam.", "to rebuild the dam", "Dora Quill"),
    ("negated infinitive", "Dora Quill vowed not to close the dam.", "not to close the dam", "Dora Quill"),
    ("threatened", "Dora Quill threatened to close the port.", "to close the port", "Dora Quill"),
    ("asked to", "Dora Quill asked the council to close the port.", "to close the port", "Dora Quill"),
    ("called for", "Dora Quill called for calm.", "calm", "Dora Quill"),
    ("called it", "Dora Quill called the plan a mistake.", "the plan a mistake", "Dora Quill"),
    ("described as", "Dora Quill described the plan as a mistake.", "as a mistake", "Dora Quill"),
    ("accused of", "Dora Quill accused the council of hiding the report.", "of hiding the report", "Dora Quill"),
    ("warned", "Dora Quill warned that the dam could burst.", "the dam could burst", "Dora Quill"),
    ("officials", "Two senior officials said the dam was safe.", "the dam was safe", "~Two senior officials"),
    ("expressed hope", "Dora Quill expressed hope that the rain would stop.", "the rain would stop", "Dora Quill"),
    ("belief", "Officials fear that ten people have drowned.", "ten people have drowned", "~Officials"),
    ("document", "The report says that the dam was never safe.", "the dam was never safe", "~The report"),
    ("released the name", "Dora Quill released the name of the driver.", "the name of the driver", "Dora Quill"),
    ("relative", "The leak, which Dora Quill said began on Monday, has stopped.", "began on Monday", "Dora Quill"),
    ("to say, after a day", "Dora Quill rang the port that day to say that the dam was safe.", "the dam was safe",
     "Dora Quill"),
    ("below a passive", "Dora Quill challenged the request that Jon Hart be held, saying the dam was safe.",
     "the dam was safe", "Dora Quill"),
    ("after who is there too", "Along with the three boys found in the park, officials said a girl was hurt.",
     "a girl was hurt", "~officials"),
    ("a body and its officers", "Hale Police and the Orra County sheriff's office said the dam was safe.",
     "the dam was safe", "~Hale Police and the Orra County sheriff's office"),
    ("they, of others who came", "Hale College said guards were called. When they came, they said it was shut.",
     "it was shut", "~they"),
    ("town's police", "The dam is safe, Hale police said.", "The dam is safe", "Hale police"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), [c[1:] for c in INDIRECT], ids=[c[0] for c in INDIRECT])
def test_indirect_speech_has_its_source(nlp: Language, text: str, content: str, speaker: str) -> None:
    said = nearest(told(nlp, text), content)
    assert (said.mode, said.who) == ("indirect", speaker)


def test_what_stands_around_its_frame_is_one_content(nlp: Language) -> None:
    found = told(nlp, "The blasts, says Dora Quill, were an accident.")
    assert [(said.content, said.who) for said in found] == [("The blasts … were an accident", "Dora Quill")]


def test_a_reason_after_its_frame_is_said_too(nlp: Language) -> None:
    said = told(nlp, "The area had been quiet, Dora Quill said, since the mill was shut in May.")
    assert [one.content for one in said] == ["The area had been quiet … since the mill was shut in May"]


def test_what_is_according_to_a_rule_within_speech_is_the_speakers(nlp: Language) -> None:
    found = told(nlp, "Dora Quill said the pilot acted in good faith according to the Harbour Code.")
    assert [said.who for said in found] == ["Dora Quill"]


@pytest.mark.parametrize(
    "text", ["The flood claimed the life of a boy of nine.", "She spoke to a man who identified himself as Jon Hart."]
)
def test_what_only_looks_like_speech_is_none(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


def test_a_clause_after_its_cue_is_no_source(nlp: Language) -> None:
    found = told(nlp, "Hart, who ran to his friend, said the fall was an accident, but feels he made a mistake.")
    assert [said.who for said in found if "accident" in said.content] == ["Hart"]


def test_clauses_with_a_that_each_are_told_one_by_one(nlp: Language) -> None:
    found = told(nlp, "Dora Quill said that the dam was safe and that the bridge was open.")
    assert [said.content for said in found] == ["the dam was safe", "the bridge was open"]


MIXED = [
    ("word", 'Dora Quill said the plan was "lumpy" at best.', 'the plan was "lumpy" at best', "Dora Quill"),
    ("phrase", "Dora Quill said the plan was “a very bad joke” at best.", "a very bad joke", "Dora Quill"),
    ("start outside", "The plan was “a very bad joke,” Dora Quill said.", "The plan was", "Dora Quill"),
    ("labelled", 'Dora Quill labelled the raid "an act of plain theft".', "an act of plain theft", "Dora Quill"),
    ("that, comma", 'Dora Quill said that instead of waiting, "We should go now."', "instead of waiting", "Dora Quill"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), [c[1:] for c in MIXED], ids=[c[0] for c in MIXED])
def test_partly_quoted_speech_is_mixed(nlp: Language, text: str, content: str, speaker: str) -> None:
    said = nearest(told(nlp, text), content)
    assert (said.mode, said.who) == ("mixed", speaker)


STANCE = [
    ("Dora Quill denied that the dam was unsafe.", "the dam was unsafe", "denies"),
    ("Dora Quill denied any responsibility for the leak.", "any responsibility for the leak", "denies"),
    ("Dora Quill confirmed that the dam was safe.", "the dam was safe", "confirms"),
    ("Dora Quill acknowledged that the dam had leaked.", "the dam had leaked", "confirms"),
    ("Dora Quill questioned whether the dam was safe.", "the dam was safe", "questions"),
    ("Dora Quill refused to say whether the dam was safe.", "to say whether the dam was safe", "declines"),
    ("Dora Quill did not say whether the dam was safe.", "the dam was safe", "declines"),
    ("Dora Quill does not believe that the dam is safe.", "the dam is safe", "denies"),
    ("Dora Quill said that the dam was not safe.", "the dam was not safe", "asserts"),
]


@pytest.mark.parametrize(("text", "content", "stance"), STANCE)
def test_the_cue_tells_the_stance(nlp: Language, text: str, content: str, stance: str) -> None:
    assert nearest(told(nlp, text), content).stance == stance


CHAINS = [
    (
        "told",
        "Dora Quill told Radio Brennland that the dam was safe.",
        "the dam was safe",
        "Dora Quill",
        "Radio Brennland",
    ),
    ("quoted told", "“The dam is safe,” Dora Quill told Reuters.", "The dam is safe", "Dora Quill", "Reuters"),
    ("on", "“The dam is safe,” Dora Quill said on CNN.", "The dam is safe", "Dora Quill", "CNN"),
    (
        "according to, added",
        "Dora Quill said the dam was safe, according to the Associated Press.",
        "the dam was safe",
        "Dora Quill",
        "Associated Press",
    ),
    (
        "quoted by",
        "“The dam is safe,” Dora Quill said, quoted by the Coast Times.",
        "The dam is safe",
        "Dora Quill",
        "Coast Times",
    ),
    (
        "carrier's that",
        "Reuters reported that Dora Quill said the dam was safe.",
        "the dam was safe",
        "Dora Quill",
        "Reuters",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "via"), [c[1:] for c in CHAINS], ids=[c[0] for c in CHAINS])
def test_the_chain_names_who_passes_it_on(nlp: Language, text: str, content: str, speaker: str, via: str) -> None:
    said = nearest(told(nlp, text), content)
    assert (said.who, said.via) == (speaker, (via,))


def test_the_outlet_itself_is_no_carrier(nlp: Language) -> None:
    said = nearest(told(nlp, "“The dam is safe,” Dora Quill told the Coast Times.", "coasttimes.example"), "The dam")
    assert said.via == ()


def test_reporters_are_no_carrier(nlp: Language) -> None:
    assert nearest(told(nlp, "Dora Quill told reporters that the dam was safe."), "the dam was safe").via == ()


def test_an_outlet_that_reports_on_its_own_is_the_source(nlp: Language) -> None:
    said = nearest(told(nlp, "The ferry had sunk off the cape, Reuters reported."), "The ferry had sunk")
    assert (said.who.removeprefix("~"), said.kind) == ("Reuters", "media")


PRONOUNS = [
    (
        "he after an unnamed source",
        "A senior official said the dam was safe. “It will hold,” he said.",
        "It will hold",
        "~A senior official",
    ),
    (
        "they after officials",
        "Harbour officials said the dam was safe. They said the bridge was open.",
        "the bridge was open",
        "~Harbour officials",
    ),
    (
        "she after her name",
        "Dora Quill said the dam was safe. She said the bridge was open.",
        "the bridge",
        "Dora Quill",
    ),
    (
        "he after he said he",
        "The mate's grandfather, Jon Hart, said he prayed for them.\n\n“They have lost their boat,” he said.",
        "They have lost their boat",
        "Jon Hart",
    ),
    (
        "she after a neighbour said her boat",
        "A neighbour said her boat lay beside Dora Quill's. “It was a fine boat,” she said.",
        "It was a fine boat",
        "~A neighbour",
    ),
    (
        "she is not whom she tells of",
        "Ada Marsh said she worked with Dora Quill at the lock.\n\nQuill loved her boats, she said.",
        "Quill loved her boats",
        "Ada Marsh",
    ),
    (
        "he is not whom he asks",
        "A medic said Jon Hart was on the quay. He said he asked Hart what had happened.",
        "he asked Hart",
        "~A medic",
    ),
    (
        "she may be whose brother it is",
        "Dora Quill waited at the lock. Quill's brother had drowned, she said.",
        "Quill's brother had drowned",
        "Dora Quill",
    ),
    (
        "she told the rest of it, too",
        "Dora Quill said the boat was shut on Monday, but it was otherwise “doing well,” she said.",
        "doing well",
        "Dora Quill",
    ),
    (
        "he is no woman",
        "Maria Quill was late. He said the lock was open.",
        "the lock was open",
        "~He",
    ),
    (
        "they with whom one spoke",
        "Cape Schools said: “We are sad.”\n\nThe paper spoke with relatives of the crew. They said they were angry.",
        "they were angry",
        "~They",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), [c[1:] for c in PRONOUNS], ids=[c[0] for c in PRONOUNS])
def test_a_pronoun_speaks_for_the_source_before(nlp: Language, text: str, content: str, speaker: str) -> None:
    assert nearest(told(nlp, text), content).who == speaker


RELATIVES = [
    ("The crew looked for a pilot, a young man police said was dressed in black.", "dressed in black", "~police"),
    ("Five divers had what doctors say are minor injuries.", "minor injuries", "~doctors"),
    ("A caller whom Dora Quill identified as her neighbour rang the lock.", "as her neighbour", "Dora Quill"),
    ("He would not say what kinds of boats police believe were sunk.", "were sunk", "~police"),
    ("A dozen officials said the dam was safe.", "the dam was safe", "~A dozen officials"),
    ("A mate named Jon Hart said the dam was safe.", "the dam was safe", "Jon Hart"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), RELATIVES)
def test_who_speaks_of_a_thing_is_not_the_thing(nlp: Language, text: str, content: str, speaker: str) -> None:
    assert nearest(told(nlp, text), content).who == speaker


@pytest.mark.parametrize("label", ["LATEST UPDATE", "RAW VIDEO", "PHOTOS", "ORIGINAL POST", "WATCH"])
def test_a_label_before_a_colon_says_nothing(nlp: Language, label: str) -> None:
    text = f"The ferry left at noon.\n\n{label}: The ferry goes down off the cape.\n\nQUILL: We shall rebuild the quay."
    assert [said.who for said in told(nlp, text)] == ["QUILL"]


def test_what_a_headline_is_on_is_no_part_of_who_speaks(nlp: Language) -> None:
    reading = read(nlp, "Minister on the flood: no plan to leave\n\nThe river rose for two days and three nights.")
    assert [reading.attributions[0].speaker_text] == ["Minister"]


def test_a_body_is_known_by_the_last_word_of_its_name(nlp: Language) -> None:
    text = "He worked at the Cape Hope Shipyard for years. He was a good man, the shipyard said on Monday."
    assert nearest(told(nlp, text), "He was a good man").who in ("Cape Hope Shipyard", "~the shipyard")


UNNAMED = [
    ("A spokesman for Dora Quill said the dam was safe.", "~A spokesman for Dora Quill"),
    ("Quill's lawyer said the dam was safe.", "~Quill's lawyer"),
    ("Jon Hart and Dora Quill said the dam was safe.", "~Jon Hart and Dora Quill"),
]


@pytest.mark.parametrize(("text", "speaker"), UNNAMED)
def test_a_name_in_the_phrase_is_not_the_speaker(nlp: Language, text: str, speaker: str) -> None:
    assert nearest(told(nlp, text), "the dam was safe").who == speaker


def test_an_adverb_tells_of_no_source(nlp: Language) -> None:
    said = nearest(told(nlp, "The captain reportedly left the bridge at noon."), "left the bridge")
    assert (said.who, said.kind) == ("-", "none")


def test_when_it_was_said_is_apart_from_what_is_said(nlp: Language) -> None:
    reading = read(nlp, "Dora Quill said on 5 March 2019 that the dam had burst on 3 March 2019.")
    found = reading.attributions[0].said_at
    assert found is not None
    assert str(found.start) == "2019-03-05"


def test_a_cue_verb_in_a_quotation_is_the_speakers(nlp: Language) -> None:
    found = told(nlp, "“He said he saw lights,” Dora Quill said.")
    assert [(said.content, said.who) for said in found] == [("He said he saw lights", "Dora Quill")]


def test_nothing_in_nothing_out(nlp: Language) -> None:
    for text in ("", " ", "\n\n", "\0", '"', "“”", "said", ": said", "“said” said"):
        read(nlp, text)


def test_a_text_of_one_long_line_is_read(nlp: Language) -> None:
    text = "“We left,” she said and “ he said that 'it was " * 300
    assert read(nlp, text).report.text == text


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["“", "”", '"', "'", "Dora", "said", ",", ".", "\n", "that", "he", "told", ":", "left"])),
)
def test_spans_lie_in_the_text_and_contents_are_never_empty(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    for found in read(nlp, text).attributions:
        assert found.content
        spans = (*found.content, *found.source, *found.cue)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_reading_twice_changes_nothing(nlp: Language) -> None:
    text = "Dora Quill said the dam was safe. “It will hold,” she told Reuters."
    reading = read(nlp, text)
    assert find_attributions(replace(reading, attributions=()), nlp(text)) == reading


ADDED_AFTER = [
    ("The bridge is closed, Dora Quill said, but trains run.", "The bridge is closed"),
    ("The bridge is closed for now, Dora Quill said on Monday, but trains run.", "The bridge is closed for now"),
    ("Two ships sank, Dora Quill said, and a third was towed to port.", "Two ships sank"),
    ("Two ships sank, said Dora Quill, who was there because she runs the port.", "Two ships sank"),
    ("The dam held, said Dora Quill, who runs it, but two roads were flooded.", "The dam held"),
    ("The bridge, Dora Quill said, is closed, but trains run.", "The bridge … is closed, but trains run"),
]


@pytest.mark.parametrize(("text", "content"), ADDED_AFTER)
def test_what_is_added_after_who_said_it_may_be_the_outlets(nlp: Language, text: str, content: str) -> None:
    said = nearest(told(nlp, text), content)
    assert (said.content, said.who) == (content, "Dora Quill")


def test_whom_somebody_warns_is_not_what_they_say(nlp: Language) -> None:
    said = told(nlp, "The manager had warned Ostwerk twice about the wind.")
    assert not any(one.content == "Ostwerk" for one in said)


NOTHING_ASSERTED = [
    "His ministry declined to comment on reports that the bow door was open.",
    "The company declined to say whether the door was open.",
    "The ministry refused to discuss claims that it had been warned.",
    "Police denied reports that a second gunman was at large.",
    "The coroner was not ready to call it a murder.",
    "The ministry hesitated to call the deaths an outbreak.",
    "The minister rejected suggestions that the dam was unsafe.",
    "The mayor is aware of reports that the road is closed.",
]


@pytest.mark.parametrize("text", NOTHING_ASSERTED)
def test_what_somebody_declines_or_denies_is_not_what_they_assert(nlp: Language, text: str) -> None:
    report = Report(id="r", text=text)
    made = read_report(report, nlp(text))
    assert [said.stance for said in made.attributions if said.stance == "asserts"] == []


def test_what_the_second_speaker_told_a_station_is_not_the_first_ones_chain(nlp: Language) -> None:
    text = "The Gazette reported that he was dead, but Commander Keel has told Korva Radio that this was wrong."
    made = read_report(Report(id="r", text=text), nlp(text))
    assert [[via.name for via in said.via] for said in made.attributions] == [[], ["Korva Radio"]]


def test_what_the_next_speaker_says_is_not_the_first_ones(nlp: Language) -> None:
    first = "State radio has confirmed that shells were fired at the port"
    text = f"{first}, and the navy has confirmed that two ships were hit."
    report = Report(id="r", text=text)
    made = read_report(report, nlp(text))
    assert [(said.speaker_text, report.words(said.content[0])) for said in made.attributions] == [
        ("State radio", "shells were fired at the port"),
        ("the navy", "two ships were hit"),
    ]


def test_a_frame_at_the_end_needs_no_finite_verb_that_the_tagger_saw(nlp: Language) -> None:
    text = "A landslide buried part of the village on Tuesday, killing two people, civil defence officials said."
    made = read_report(Report(id="r", text=text), nlp(text))
    assert [said.speaker_text for said in made.attributions] == ["civil defence officials"]


def test_who_asks_not_to_be_named_says_nothing_by_it(nlp: Language) -> None:
    text = "A geologist who asked not to be named said more rain could bring down the slope."
    report = Report(id="r", text=text)
    made = read_report(report, nlp(text))
    assert [report.words(said.content[0]) for said in made.attributions] == ["more rain could bring down the slope"]


def test_the_stamp_of_a_passage_is_not_what_is_said() -> None:
    live = (
        "---\nheadline: Live\npublished: 2025-03-12T08:00\nupdated: 2025-03-12T20:10\n---\nThe road is shut.\n\n"
        "UPDATE - 8.10pm: The road has been opened, police say."
    )
    report, _ = read_plain(live.encode(), "live")
    assert report is not None
    reading = read_report(report, load()(report.text))
    assert [report.words(said.content[0]) for said in reading.attributions] == ["The road has been opened"]
    assert [block.published.value for block in reading.blocks if block.stamped] == ["2025-03-12T20:10:00+00:00"]


GOVERNED = [
    ("a poll found", "A poll found voters split over the bridge.", "voters split over the bridge", "~A poll"),
    ("a survey showed", "A survey showed the mayor ahead by ten points.", "the mayor ahead by ten points", "~A survey"),
    ("called in quotes", "The mayor called the plan “a mistake”.", "the plan “a mistake", "~The mayor"),
    ("warned of", "The letter, signed by Dora Quill, warned of a flood.", "a flood", "~The letter"),
    ("called for", "Dora Quill called for a vote.", "a vote", "Dora Quill"),
    ("as reported", "The dam had burst, as the Harbour Post first reported.", "The dam had burst", "Harbour Post"),
    ("as opening", "As the Harbour Post reported, the dam had burst.", "the dam had burst", "Harbour Post"),
    ("lead before the frame", "Now, Dora Quill said, the two sides talk.", "the two sides talk", "Dora Quill"),
    ("day of the saying", "The board said on Wednesday it had found a leak.", "it had found a leak", "~The board"),
    ("dateline", "HARBOUR CITY (Kyodo) - Dora Quill said the dam was safe.", "the dam was safe", "Dora Quill"),
    ("participle", "The mayor made a pitch to voters, saying the dam was safe.", "the dam was safe", "~The mayor"),
    ("but that", "Dora Quill said the dam was old but that it would hold.", "it would hold", "Dora Quill"),
    ("headline", "Jon Hart: no plan to close the quay\nThe quay stays open.", "no plan to close", "Jon Hart"),
    ("block after a colon", "The letter read:\n\nWe regret the long delay at the quay.", "We regret", "~The letter"),
    ("marks after a colon", "Jon Hart wrote:\n\n“We regret the delay.”", "We regret the delay", "Jon Hart"),
    ("opened before", "“We lost two pumps.\n\n“Nobody was hurt,” said Dora Quill.", "We lost two", "Dora Quill"),
    ("two single marks", "``We lost two,'' Dora Quill said. ''Nobody was hurt.''", "Nobody was hurt", "Dora Quill"),
    ("unnamed body", "The Brennland ministry said the dam was safe.", "the dam was safe", "~The Brennland ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), [c[1:] for c in GOVERNED], ids=[c[0] for c in GOVERNED])
def test_what_a_cue_governs(nlp: Language, text: str, content: str, speaker: str) -> None:
    assert nearest(told(nlp, text), content).who == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Neighbours called police to check on the couple.",
        "The clerk failed to call in sick for two days.",
        "Anyone who saw the fire is asked to ring the station.",
        "The mate was arrested and charged with theft.",
        "The mate asked for a lawyer.",
    ],
)
def test_a_word_that_also_reports_need_not_report(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


def test_the_day_of_the_saying_is_not_in_what_is_said(nlp: Language) -> None:
    said = told(nlp, "The board said on Wednesday it had found a leak.")
    assert [one.content for one in said] == ["it had found a leak"]


def test_who_is_named_only_in_what_is_said_does_not_say_it(nlp: Language) -> None:
    text = "Jon Hart told reporters that it was late. As the crews reached Dora Quill, they heard a shot, he said."
    assert nearest(told(nlp, text), "heard a shot").who == "Jon Hart"


def test_a_relative_pronoun_is_where_its_source_stands(nlp: Language) -> None:
    reading = read(nlp, "The inquiry was led by Dora Quill, who said that the dam was old.")
    found = reading.attributions[0]
    assert [reading.report.words(span) for span in found.source] == ["who"]
    assert who(reading, found) == "Dora Quill"


def test_what_is_told_of_a_source_is_kept_beside_it(nlp: Language) -> None:
    reading = read(nlp, "Dora Quill, who led the inquiry, said that the dam was old.")
    found = reading.attributions[0]
    assert [reading.report.words(span) for span in (*found.source, *found.described)] == [
        "Dora Quill",
        "who led the inquiry",
    ]


def test_asking_somebody_to_do_a_thing_questions_nothing(nlp: Language) -> None:
    assert nearest(told(nlp, "The mayor asked residents to leave."), "residents to leave").stance == "asserts"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Dora Quill, 45, and Jon Hart, her deputy, said the pumps were new.",
            "the pumps were new",
            "~Dora Quill, 45, and Jon Hart, her deputy",
        ),
        (
            "“We lost two pumps and a boat,” Dora Quill, 45, and Jon Hart, her deputy, said on Monday.",
            "We lost two pumps",
            "~Dora Quill, 45, and Jon Hart, her deputy",
        ),
        ("Dora Quill, head of pumps and drains, said it was late.", "it was late", "Dora Quill"),
        (
            "Foreigners were aboard, said a harbour official who spoke on condition of anonymity.",
            "Foreigners were aboard",
            "~a harbour official who spoke on condition of anonymity",
        ),
    ],
)
def test_a_source_is_all_who_speak(nlp: Language, text: str, content: str, speaker: str) -> None:
    assert nearest(told(nlp, text), content).who == speaker


def test_two_named_speakers_are_named(nlp: Language) -> None:
    said = told(nlp, "Dora Quill and Jon Hart said the pumps were new.")
    assert [one.kind for one in said] == ["named"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said the council had met the board, which left in 2019.", "the council had met the board"),
        ("The mayor said he had seen Dora Quill, who runs the quay.", "he had seen Dora Quill"),
        ("The mayor said the dam, which was old, had burst.", "the dam, which was old, had burst"),
        ("The mayor said it would add a fee, which would slow trade.", "it would add a fee, which would slow trade"),
        ("The council had met the board, which left in 2019, the mayor said.",
         "The council had met the board, which left in 2019"),
    ],
)  # fmt: skip
def test_what_is_added_at_the_end_may_be_the_outlets(nlp: Language, text: str, content: str) -> None:
    assert [one.content for one in told(nlp, text)] == [content]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The Bay Gazette has learned from a police source that two boats were lost.", ("Bay Gazette",)),
        ("We have learned from a police source that two boats were lost.", ()),
    ],
)
def test_what_is_learned_from_somebody_is_theirs(nlp: Language, text: str, via: tuple[str, ...]) -> None:
    said = told(nlp, text)
    assert [(one.content, one.who, one.via) for one in said] == [("two boats were lost", "~a police source", via)]


@pytest.mark.parametrize("text", ["The firm has agreed to buy the yard.", "I spoke with Dora Quill about the pumps."])
def test_what_somebody_does_is_not_said(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
