"""What always holds, for every brief: the six points of the contract, over the bundled story and parts of it."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst.export.json import render_json
from standfirst.model.reading import ASIDE, Reading
from standfirst.newsroom import readings_of, snapshot_from
from standfirst.view.brief import brief_of
from tests.conftest import EXAMPLE

FIRST_MORNING = datetime(2024, 10, 8, tzinfo=timezone(timedelta(hours=3)))
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
quietly = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def brief(example: tuple[Reading, ...]) -> dict[str, Any]:
    return json.loads(render_json(snapshot_from(example)))  # type: ignore[no-any-return]


def evidence_of(brief: dict[str, Any]) -> list[dict[str, Any]]:
    told = [item for part in ("claims", "timeline", "unknowns") for one in brief[part] for item in one["evidence"]]
    told += [item for figure in brief["figures"] for point in figure["points"] for item in point["evidence"]]
    return told + brief["set_aside"]


def test_every_quote_is_the_words_at_its_place(brief: dict[str, Any]) -> None:
    texts = {report["id"]: report["text"] for report in brief["reports"]}
    told = evidence_of(brief)
    assert len(told) > 200
    for item in told:
        assert item["quote"] == texts[item["report"]][item["start"] : item["end"]]


def test_nothing_is_said_without_evidence(brief: dict[str, Any]) -> None:
    assert all(one["evidence"] for part in ("claims", "timeline", "unknowns") for one in brief[part])
    assert all(point["evidence"] for figure in brief["figures"] for point in figure["points"])


def test_every_number_is_in_the_evidence(brief: dict[str, Any]) -> None:
    lines = [*brief["claims"], *brief["timeline"], *brief["unknowns"]]
    for line in lines:
        held = " ".join(item["quote"] for item in line["evidence"])
        assert [number for number in NUMBER.findall(line["text"]) if number not in held] == [], line["text"]
    for figure in brief["figures"]:
        for point in figure["points"]:
            assert point["words"] in " ".join(item["quote"] for item in point["evidence"])


def test_a_speaker_is_named_only_where_the_text_names_one(brief: dict[str, Any]) -> None:
    entities = {entity["id"]: entity for entity in brief["entities"]}
    texts = {report["id"]: report["text"] for report in brief["reports"]}
    named = [item for claim in brief["claims"] for item in claim["evidence"] if item["speaker"] is not None]
    assert len(named) > 20
    for item in named:
        entity = entities[item["speaker"]]
        forms = [entity["name"], *entity["aliases"]]
        assert any(form in texts[item["report"]] for form in forms), (item["quote"], forms)


def test_what_is_set_aside_supports_no_claim(brief: dict[str, Any]) -> None:
    aside = [item for item in brief["set_aside"] if item["reason"] in ASIDE]
    assert len(aside) > 10
    for claim in brief["claims"]:
        for item in claim["evidence"]:
            for other in aside:
                shared = min(item["end"], other["end"]) - max(item["start"], other["start"])
                assert item["report"] != other["report"] or shared <= 0, (item["quote"], other["quote"])


@quietly
@given(data=st.data())
def test_the_order_of_reading_changes_nothing(example: tuple[Reading, ...], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(example), min_size=1, unique_by=lambda one: one.report.id))
    in_order = sorted(some, key=lambda one: one.report.id)
    assert render_json(snapshot_from(some)) == render_json(snapshot_from(in_order))


def test_reading_twice_changes_nothing(example: tuple[Reading, ...]) -> None:
    paths = [str(path) for path in sorted(EXAMPLE.glob("*.txt"))[:3]]
    once, _ = readings_of(paths)
    twice, _ = readings_of([*reversed(paths), *paths])
    assert once == twice == example[:3]


@quietly
@given(hours=st.integers(min_value=-24, max_value=200))
def test_a_later_report_never_changes_an_earlier_as_of(example: tuple[Reading, ...], hours: int) -> None:
    moment = FIRST_MORNING + timedelta(hours=hours)
    out_by_then = [reading for reading in example if any(block.published.by(moment) for block in reading.blocks)]
    assert render_json(snapshot_from(example, as_of=moment)) == render_json(snapshot_from(out_by_then, as_of=moment))


@quietly
@given(hours=st.integers(min_value=-24, max_value=200))
def test_nothing_in_an_as_of_came_out_later(example: tuple[Reading, ...], hours: int) -> None:
    moment = FIRST_MORNING + timedelta(hours=hours)
    held = json.loads(render_json(snapshot_from(example, as_of=moment)))
    readings = {reading.report.id: reading for reading in example}
    for item in evidence_of(held):
        assert readings[item["report"]].published_at(item["start"]).by(moment), item["quote"]


def test_the_page_never_tells_of_a_later_stamp(example: tuple[Reading, ...]) -> None:
    moment = datetime(2024, 10, 9, 15, 45, tzinfo=timezone(timedelta(hours=1)))
    told = brief_of(snapshot_from(example, as_of=moment)).as_of
    assert "15:45" in told
    assert "16:40" not in told
