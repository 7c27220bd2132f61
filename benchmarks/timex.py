"""Measure the time expressions: TempEval-3's scores on TimeBank and AQUAINT, and the dates of labelled stories.

    python benchmarks/timex.py timeml ARCHIVE.tar.gz [--half dev|held|all] [--misses N]
    python benchmarks/timex.py meantime ARCHIVE.tar.gz
    python benchmarks/timex.py stories FOLDER

Scores, as TempEval-3 (UzZaman et al. 2013) has them, over all documents together: *strict* counts a span that is the
gold span exactly, *relaxed* one that shares a code point with it (one to one, in the order of the text). *Value* and
*type* F1 count the relaxed matches whose attribute equals the gold attribute as written, over all of the system's
and all of the gold's expressions: relaxed F1 times the accuracy of the attribute among the relaxed matches, as the task
defines it (its own tool takes the pairs from a normaliser that gives one id to expressions of both sides).
"normalised" reads W2 as W02, 198X as 198, T17 as T17:00 and a missing leading zero as there, on both sides; nothing
else is changed. The document's creation time is its publication; the zone is New York. The dev half is every other
document by name. The published table is made with --parse.
"""

from __future__ import annotations

import argparse
import re
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import spacy
import yaml

from standfirst.extract.timex import find_timexes
from standfirst.language import load
from standfirst.model.reading import Block, Reading, Timex
from standfirst.model.report import Published, Report
from standfirst.newsroom import readings_of
from standfirst.when import zone

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s+[\"'”]?[A-Z]|\s*$)[^.!?\n]*)*[.!?]*|\n+")


#: Number of the last sentence of a MEANTIME article in which times are annotated.
_ANNOTATED = 5


@dataclass(frozen=True)
class Gold:
    """One annotated expression."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """One text with its gold."""

    name: str
    text: str
    created: date
    gold: tuple[Gold, ...]


def read_timeml(archive: Path) -> Iterator[Document]:
    """Every document of the archive's AQUAINT and TimeBank folders, by name."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            if not member.name.endswith(".tml") or "/testpipeline/" in f"/{member.name}":
                continue
            data = tar.extractfile(member)
            if data is not None:
                yield _document(Path(member.name).stem, data.read())


def read_meantime(archive: Path) -> Iterator[Document]:
    """Every article of MEANTIME (CAT XML), its tokens joined by spaces; expressions over no token are left out.

    Only the title and the first five sentences are kept: times are not annotated in the rest of an article.
    """
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            if member.name.endswith(".xml") and "intra_cross-doc" in member.name:
                data = tar.extractfile(member)
                if data is not None:
                    yield _article(Path(member.name).stem, data.read())


def _article(name: str, data: bytes) -> Document:
    root = ET.fromstring(data)
    place: dict[str, tuple[int, int]] = {}
    ends: dict[int, int] = {}
    text, last = "", "0"
    for token in root.iter("token"):
        word, number = token.text or "", token.get("sentence", "0")
        glue = "\n" if number != last else "" if re.match(r"[.,;:!?)%]|'s$|n't$", word) or text[-1:] in "($" else " "
        text, last = text + glue, number
        place[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
        ends[int(number)] = len(text)
    gold, created = [], date(2000, 1, 1)
    for each in root.iter():
        tokens = [anchor.get("t_id", "") for anchor in each.findall("token_anchor")]
        if each.tag != "TIMEX3":
            continue
        value = each.get("value", "")
        if each.get("functionInDocument") == "CREATION_TIME":
            created = date.fromisoformat(value[:10])
        if tokens:
            spans = [place[token] for token in tokens]
            gold.append(Gold(start=min(spans)[0], end=max(spans)[1], type=each.get("type", ""), value=value))
    gold.sort(key=lambda each: (each.start, -each.end))
    return Document(name=name, text=text[: ends.get(_ANNOTATED, len(text))], created=created, gold=tuple(gold))


def _document(name: str, data: bytes) -> Document:
    root = ET.fromstring(data)
    created = root.find("DCT/TIMEX3")
    assert created is not None
    letters: list[str] = []
    gold: list[Gold] = []

    def walk(node: ET.Element) -> None:
        start = sum(map(len, letters))
        letters.append(node.text or "")
        for child in node:
            walk(child)
            letters.append(child.tail or "")
        if node.tag == "TIMEX3":
            end = sum(map(len, letters))
            if end > start:
                gold.append(Gold(start=start, end=end, type=node.get("type", ""), value=node.get("value", "")))

    body = root.find("TEXT")
    assert body is not None
    walk(body)
    gold.sort(key=lambda each: (each.start, -each.end))
    day = date.fromisoformat(created.get("value", "")[:10])
    return Document(name=name, text="".join(letters), created=day, gold=tuple(gold))


def published_on(day: date, where: str) -> Published:
    """A day of publication in a zone."""
    start = datetime.combine(day, time.min, tzinfo=ZoneInfo(where))
    return Published(value=day.isoformat(), earliest=start, latest=start + timedelta(days=1), basis="given")


def read(nlp: Any, report: Report, published: Published) -> Reading:
    """The time expressions of a text whose sentences are found simply."""
    text, doc = report.text, nlp(report.text)
    ranges = (
        [(sent.start_char, sent.end_char) for sent in doc.sents]
        if doc.has_annotation("SENT_START")
        else [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
    )
    sentences = tuple(report.span(start, end) for start, end in ranges if end > start)
    block = Block(span=report.span(0, len(text)), kind="body", published=published)
    reading = Reading(report=report, published=published, blocks=(block,), sentences=sentences)
    return find_timexes(reading, doc)


def aligned(found: tuple[Timex, ...], gold: tuple[Gold, ...]) -> list[tuple[Timex | None, Gold | None]]:
    """Pairs that overlap, one to one in the order of the text, and what is left alone on either side."""
    pairs: list[tuple[Timex | None, Gold | None]] = []
    free = list(found)
    for want in gold:
        hit = next((each for each in free if each.span.start < want.end and want.start < each.span.end), None)
        if hit is not None:
            free.remove(hit)
        pairs.append((hit, want))
    return pairs + [(each, None) for each in free]


def normalised(value: str) -> str:
    """A value with the spelling variants of the gold levelled."""
    value = re.sub(r"W(\d)\b", r"W0\1", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    value = re.sub(r"^(\d{4}-\d\d)-XX$|^(\d{4})-XX(?:-XX)?$", lambda m: m[1] or m[2], value)
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure_documents(documents: Iterator[Document], half: str, misses: int, nlp: Any) -> None:
    """Print the scores, and the misses of each sort."""
    counts: Counter[str] = Counter()
    lists: dict[str, list[str]] = {"missed": [], "extra": [], "value": []}
    for index, document in enumerate(documents):
        if half != "all" and (index % 2 == 0) != (half == "dev"):
            continue
        report = Report(id=document.name, text=document.text, timezone="America/New_York")
        reading = read(nlp, report, published_on(document.created, "America/New_York"))
        for hit, want in aligned(reading.timexes, document.gold):
            _count(counts, lists, document, hit, want)
    print(f"{half}: {counts['gold']} gold, {counts['found']} found")
    for name in ("strict", "relaxed", "value", "value normalised", "type"):
        precision, recall, score = f1(counts[name], counts["found"], counts["gold"])
        print(f"{name:17} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}")
    if counts["relaxed"]:
        print(
            f"value accuracy among relaxed {counts['value'] / counts['relaxed']:.3f}, "
            f"type accuracy {counts['type'] / counts['relaxed']:.3f}"
        )
    for name, lines in lists.items():
        for line in lines[:misses]:
            print(f"{name}: {line}")


def _count(
    counts: Counter[str], lists: dict[str, list[str]], document: Document, hit: Timex | None, want: Gold | None
) -> None:
    counts["gold"] += want is not None
    counts["found"] += hit is not None
    start, end = (want.start, want.end) if want else (hit.span.start, hit.span.end) if hit else (0, 0)
    around = document.text[max(0, start - 45) : start] + "[[" + document.text[start:end] + "]]"
    around = f"{document.created} {around}{document.text[end : end + 30]}".replace("\n", " ")
    if hit is None and want is not None:
        lists["missed"].append(f"{around} {want.type} {want.value}")
    elif want is None and hit is not None:
        lists["extra"].append(f"{around} {hit.type} {hit.value}")
    elif want is not None and hit is not None:
        counts["relaxed"] += 1
        counts["strict"] += (hit.span.start, hit.span.end) == (want.start, want.end)
        counts["value"] += hit.value == want.value
        counts["value normalised"] += normalised(hit.value) == normalised(want.value)
        counts["type"] += hit.type == want.type
        if normalised(hit.value) != normalised(want.value):
            lists["value"].append(f"{around} gold {want.value} ours {hit.value} by {hit.rule}")


def read_front(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and text of a report file."""
    raw = path.read_text(encoding="utf-8")
    if not raw.startswith("---\n"):
        return {}, raw
    head, _, body = raw[4:].partition("\n---\n")
    return yaml.load(head, yaml.BaseLoader) or {}, body


def measure_stories(folder: Path, nlp: Any, *, parsed: bool) -> None:
    """For each gold entry of the timelines: does an expression in its words, or in their sentences, begin on its date?

    With the shipped pipeline the reports go through every step of reading; else only this step is run on them.
    """
    right = total = 0
    for gold_path in sorted(folder.glob("*/gold.yml")):
        gold = yaml.load(gold_path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for entry in gold.get("timeline", []):
            total += 1
            reading = read_story(gold_path.parent)[entry["report"]] if parsed else None
            line, good = _entry(nlp, gold_path.parent, entry, reading)
            right += good
            if not good:
                print(f"{gold_path.parent.name} {line}")
    print(f"{right} of {total} entries of the timelines have an expression that begins on their date")


@cache
def read_story(story: Path) -> dict[str, Reading]:
    """The readings of a story's reports by their ids."""
    return {reading.report.id: reading for reading in readings_of([str(story / "reports")])[0]}


def _entry(nlp: Any, story: Path, entry: dict[str, Any], whole: Reading | None) -> tuple[str, bool]:
    front, text = read_front(story / "reports" / f"{entry['report']}.txt")
    report = Report(id=entry["report"], text=text, timezone=front.get("timezone"))
    reading = whole or read(nlp, report, _published(front))
    text = reading.report.text
    where = text.replace("\u00a0", " ").find(entry["quote"])
    stop = where + len(entry["quote"])
    inside = [span for span in reading.sentences if span.start < stop and where < span.end]
    begin = min([where, *(span.start for span in inside)])
    end = max([stop, *(span.end for span in inside)])
    close = [each for each in reading.timexes if each.span.start < end and begin < each.span.end]
    want = entry["when"]["from"] if isinstance(entry["when"], dict) else entry["when"]
    good = any(each.when is not None and str(each.when.start).startswith(want.replace("T", " ")[:10]) for each in close)
    seen = "; ".join(f"{text[each.span.start : each.span.end]} = {each.value}" for each in close)
    return f"{entry['report']} {want} {entry['quote']!r}: {seen or 'no expression'}", good


def _published(front: dict[str, Any]) -> Published:
    value, where = front.get("published"), zone(front.get("timezone")) or UTC
    if not value:
        return Published(value=None, earliest=None, latest=None, basis="unknown")
    start = datetime.fromisoformat(value).replace(tzinfo=where)
    step = timedelta(days=1) if len(value) == 10 else timedelta(minutes=1)
    return replace(Published(value=value, earliest=start, latest=start + step, basis="given"))


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=["timeml", "meantime", "stories"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--half", choices=["dev", "held", "all"], default="dev")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--parse", action="store_true", help="with the shipped pipeline; else with a blank one")
    options = parser.parse_args()
    nlp = load() if options.parse else spacy.blank("en")
    if options.what != "stories":
        documents = read_timeml(options.path) if options.what == "timeml" else read_meantime(options.path)
        measure_documents(documents, options.half, options.misses, nlp)
    else:
        measure_stories(options.path, nlp, parsed=options.parse)


if __name__ == "__main__":
    main()
