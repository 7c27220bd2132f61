"""The two JSON formats hold what the contract names, and are the same for the same values."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from standfirst.export.json import render_json
from standfirst.export.jsonl import render_reading
from standfirst.export.shapes import number
from standfirst.model.report import Report
from tests.view.made import LAMP, READINGS, SNAPSHOT

EVIDENCE = {"report", "start", "end", "quote"}


@pytest.fixture(scope="module")
def brief() -> dict[str, list[dict[str, object]]]:
    made: dict[str, list[dict[str, object]]] = json.loads(render_json(SNAPSHOT))
    return made


def test_the_top_is_in_the_order_of_the_contract(brief: dict[str, object]) -> None:
    names = "schema as_of story reports entities claims timeline figures unknowns set_aside problems"
    assert list(brief) == names.split()
    assert brief["schema"] == "standfirst/brief/1"
    assert brief["as_of"] == "2031-05-06T18:00:00+00:00"
    assert brief["story"] == {
        "id": "s1",
        "headline": "Dam wall at Orrow gives way",
        "from": "2031-05-06",
        "to": "2031-05-06",
    }


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("reports", "id outlet headline url revision published text origins copy_of"),
        ("entities", "id name kind aliases roles mentions place"),
        ("claims", "id text status grounds factuality when where independent_origins evidence relations"),
        ("timeline", "when text claims evidence"),
        ("figures", "id counts scope unit points conflicts"),
        ("unknowns", "text evidence"),
        ("set_aside", "report start end quote reason"),
        ("problems", "code message report"),
    ],
)
def test_every_part_has_the_contracts_names(brief: dict[str, list[dict[str, object]]], part: str, names: str) -> None:
    assert brief[part]
    for one in brief[part]:
        assert set(names.split()) <= set(one)


def test_reports_stand_in_the_order_of_their_ids(brief: dict[str, list[dict[str, object]]]) -> None:
    assert [report["id"] for report in brief["reports"]] == ["01-lamp", "02-wick"]
    assert brief["reports"][1]["headline"] == "Orrow dam: what we know"
    assert brief["reports"][1]["copy_of"] == "01-lamp"
    assert brief["reports"][0]["published"] == {
        "value": "2031-05-06T12:00:00+02:00",
        "earliest": "2031-05-06T12:00:00+02:00",
        "latest": "2031-05-06T12:00:00+02:00",
        "basis": "given",
    }


def test_a_claim_in_full(brief: dict[str, list[dict[str, object]]]) -> None:
    claims = {claim["id"]: claim for claim in brief["claims"]}
    wall = claims["c1"]
    assert wall["when"] == {"from": "2031-05-06", "to": "2031-05-07", "text": "Tuesday"}
    assert wall["independent_origins"] == 2
    assert claims["c3"]["when"] is None
    evidence = claims["c8"]["evidence"]
    assert isinstance(evidence, list)
    assert evidence[0]["via"] == [{"name": "Coast Agency", "start": 299, "end": 315}]
    assert set(evidence[0]) >= EVIDENCE | {"stance", "mode", "speaker", "speaker_text", "cue", "via", "said_at"}
    assert [relation["kind"] for relation in claims["c6"]["relations"]] == ["corrects"]  # type: ignore[attr-defined]


def test_figures_have_plain_numbers_and_pairs(brief: dict[str, list[dict[str, object]]]) -> None:
    missing, price = brief["figures"]
    assert missing["scope"] == ["Orrow"]
    assert missing["conflicts"] == [["p1", "p2"]]
    points = missing["points"]
    assert isinstance(points, list)
    assert (points[0]["value"], points[0]["high"], points[0]["bound"]) == (14, None, "at_least")
    assert price["points"][0]["value"] == 2.5  # type: ignore[index]


def test_every_quote_is_the_slice(brief: dict[str, list[dict[str, object]]]) -> None:
    texts = {report["id"]: report["text"] for report in brief["reports"]}

    def walk(value: object) -> int:
        if isinstance(value, list):
            return sum(walk(item) for item in value)
        if not isinstance(value, dict):
            return 0
        found = 0
        if set(value) >= EVIDENCE:
            text = texts[value["report"]]
            assert isinstance(text, str)
            assert text[value["start"] : value["end"]] == value["quote"]
            found = 1
        return found + sum(walk(item) for item in value.values())

    assert walk(brief) >= 20


def test_the_order_of_the_readings_changes_nothing() -> None:
    assert render_json(replace(SNAPSHOT, readings=SNAPSHOT.readings[::-1])) == render_json(SNAPSHOT)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("45", 45),
        ("45.0", 45),
        ("4.5E+1", 45),
        ("2.4", 2.4),
        ("-3", -3),
        ("NaN", None),
        ("1E+999999", None),
        (None, None),
    ],
)
def test_numbers(value: str | None, expected: float | None) -> None:
    given = number(Decimal(value) if value is not None else None)
    assert given == expected
    assert type(given) is type(expected)


def test_a_reading_is_one_line_with_the_contracts_names() -> None:
    line = render_reading(READINGS[1])
    assert line.count("\n") == 1
    made = json.loads(line)
    names = "schema report blocks sentences mentions timexes quantities attributions events problems"
    assert list(made) == names.split()
    assert made["report"]["text"] == LAMP
    assert set(made["mentions"][0]) >= set("start end kind form entity".split())
    assert set(made["timexes"][0]) >= set("start end type value from to".split())
    assert set(made["quantities"][0]) >= set("start end value low high bound unit role counts".split())
    assert set(made["attributions"][0]) >= set("source cue content mode stance speaker via".split())
    assert set(made["events"][0]) >= set("start end lemma class polarity factuality when participants".split())
    assert made["events"][0]["participants"][0]["role"] == "agent"


def test_only_stamped_blocks_have_a_time() -> None:
    blocks = json.loads(render_reading(READINGS[0]))["blocks"]
    assert ["published" in block for block in blocks] == [False, True, True]


def test_line_ends_in_a_text_do_not_part_the_line() -> None:
    text = "one\u2028two\u0085three\u2029four\nfive"
    line = render_reading(replace(READINGS[0], report=Report(id="r", text=text), blocks=()))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["report"]["text"] == text
