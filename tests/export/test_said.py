"""A person can see in a report's text who says what: brackets around the parts, and a line on each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from standfirst.export.reading import render_reading_page
from standfirst.export.said import brackets, labelled, line_on
from standfirst.model.reading import Attribution, Mention, Reading, Via
from standfirst.model.report import Report
from standfirst.model.span import Span

TEXT = "Ina Mott told the Lamp that the “old wall” had held. She denied it. Officials fear a flood."


def span(words: str, text: str = TEXT) -> Span:
    return Span(report="r", start=text.index(words), end=text.index(words) + len(words))


def made(source: str, cue: str, content: str, **more: object) -> Attribution:
    parts = {"mode": "indirect", "stance": "asserts", "speaker": None, "speaker_text": source or None, **more}
    return Attribution(
        source=(span(source),) if source else (), cue=(span(cue),) if cue else (), content=(span(content),), **parts
    )  # type: ignore[arg-type]


LAMP = Via(name="Lamp", span=span("the Lamp"))
READING = Reading(
    report=Report(id="r", text=TEXT),
    mentions=(
        Mention(span=span("Ina Mott"), head=span("Ina Mott"), kind="person", form="name", entity="m1"),
        Mention(span=span("She"), head=span("She"), kind="person", form="pronoun", entity="m1"),
    ),
    attributions=(
        made("Ina Mott", "told", "the “old wall” had held", mode="mixed", speaker="m1", via=(LAMP,)),
        made("Ina Mott", "told", "old wall", mode="direct", speaker="m1", via=(LAMP,)),
        made("She", "denied", "it", stance="denies", speaker="m1"),
    ),
    attitudes=(made("Officials", "fear", "a flood", kind="feel", source_kind="unnamed"),),
)


def test_source_cue_and_content_stand_in_brackets_without_colour() -> None:
    page = " ".join(render_reading_page(READING).split())
    assert "{1,2:Ina Mott} <1,2:told> the Lamp that [1:the “[2:old wall]” had held]." in page
    assert "{3:She} <3:denied> [3:it]." in page


def test_speaker_chain_and_mode_stand_beside() -> None:
    page = " ".join(render_reading_page(READING).split())
    assert "said 1 Ina Mott · mixed · via Lamp said 2 Ina Mott · direct · via Lamp" in page
    assert "said 3 Ina Mott (“She”) · indirect · denies" in page


def test_attitudes_are_lettered_and_said_to_be_none_of_the_claims() -> None:
    page = " ".join(render_reading_page(READING).split())
    assert "{a:Officials} <a:fear> [a:a flood]." in page
    assert "holds a Officials (not named) · indirect · feel" in page
    assert "with a letter, an attitude, of which no claim is made" in page


def test_whoever_is_not_settled_is_not_named() -> None:
    pronoun = Reading(report=READING.report, attributions=(made("She", "denied", "it"),))
    nobody = Reading(report=READING.report, attributions=(made("", "denied", "it"),))
    assert line_on(labelled(pronoun)[0], pronoun).startswith("someone called only “She” · ")
    assert line_on(labelled(nobody)[0], nobody).startswith("no source told · ")


def test_a_report_that_attributes_nothing_has_no_legend() -> None:
    assert "source" not in render_reading_page(Reading(report=READING.report))


places = st.tuples(st.integers(0, 19), st.integers(1, 8))


@given(st.lists(places, min_size=1, max_size=6))
def test_every_bracket_is_closed_and_the_words_stay(found: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyzab"
    reading = Reading(
        report=Report(id="r", text=text),
        attributions=tuple(
            Attribution(
                source=(),
                cue=(),
                content=(Span(report="r", start=start, end=start + length),),
                mode="indirect",
                stance="asserts",
                speaker=None,
                speaker_text=None,
            )
            for start, length in found
        ),
    )
    marks = brackets(labelled(reading), Span(report="r", start=0, end=len(text)))
    assert [mark.offset for mark in marks] == sorted(mark.offset for mark in marks)
    depth = 0
    for mark in marks:
        depth += 1 if mark.letters.startswith("[") else -1
        assert depth >= 0
    assert depth == 0
