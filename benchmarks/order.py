"""Measure the order of events: before and after between the main events of MATRES.

    python -m benchmarks.order matres MATRES.tar.gz TIMEML.tar.gz [--part timebank|aquaint]
    python -m benchmarks.order meantime ARCHIVE.tar.gz

`matres` reads the texts of TimeBank and AQUAINT and, for each pair of gold event words, asks which began first
(`ordering`); the words are given, as in all published work on this set, and nothing else of the annotation is
used. "decided" are the pairs for which a rule fits. F1 on those: right answers over the decided pairs (P) and over
the decided pairs whose gold is not VAGUE (R). F1 over all: P as before, R over all pairs that are not VAGUE; EQUAL is
never answered. A pair whose word is not found in the parse counts as undecided.

`meantime` measures which time each event is given: the event mentions of the first five sentences and the title, and
their gold links to a time expression (TLINK IS_INCLUDED, SIMULTANEOUS, INCLUDES ... to a TIMEX3 with words). A link is
right where our time expression shares a letter with the gold one, or has its value.
"""

from __future__ import annotations

import argparse
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from spacy.tokens import Doc, Token

from benchmarks.cat import Laid, laid_out
from benchmarks.ordering import order_of
from benchmarks.timex import f1, published_on, read
from standfirst.extract.datings import times_of
from standfirst.language import load
from standfirst.model.reading import Timex
from standfirst.model.report import Report


def read_pairs(archive: Path, part: str) -> dict[str, list[tuple[str, str, str]]]:
    """(event, event, relation) by document; `part` is timebank, aquaint or all."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            data = tar.extractfile(member) if member.name.endswith(".txt") else None
            if data is None or (part != "all" and part not in member.name):
                continue
            for line in data.read().decode().splitlines():
                name, _, _, one, other, relation = line.split("\t")
                found[name].append((f"ei{one}", f"ei{other}", relation))
    return found


def read_events(archive: Path) -> Iterator[tuple[str, str, date, dict[str, tuple[int, int]]]]:
    """Name, text, day of creation and the place of each event instance of every TimeML document."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            data = tar.extractfile(member) if member.name.endswith(".tml") else None
            if data is None or "/testpipeline/" in f"/{member.name}":
                continue
            root = ET.fromstring(data.read())
            created = root.find("DCT/TIMEX3")
            body = root.find("TEXT")
            assert created is not None
            assert body is not None
            text, places = _laid_out(body)
            instances = {each.get("eiid", ""): each.get("eventID", "") for each in root.iter("MAKEINSTANCE")}
            events = {name: places[event] for name, event in instances.items() if event in places}
            yield Path(member.name).stem, text, date.fromisoformat(created.get("value", "")[:10]), events


def _laid_out(body: ET.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    letters: list[str] = []
    places: dict[str, tuple[int, int]] = {}

    def walk(node: ET.Element) -> None:
        start = sum(map(len, letters))
        letters.append(node.text or "")
        for child in node:
            walk(child)
            letters.append(child.tail or "")
        if node.tag == "EVENT":
            places[node.get("eid", "")] = start, sum(map(len, letters))

    walk(body)
    return "".join(letters), places


def measure_matres(pairs_archive: Path, texts_archive: Path, part: str) -> None:
    """Print the scores, by rule and together."""
    nlp = load()
    pairs = read_pairs(pairs_archive, part)
    counts: Counter[str] = Counter()
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for name, text, created, events in read_events(texts_archive):
        if name not in pairs:
            continue
        doc = nlp(text)
        report = Report(id=name, text=text, timezone="America/New_York")
        reading = read(nlp, report, published_on(created, "America/New_York"))
        times = {number: timex.when for number, timex in times_of(reading, doc).items() if timex.when is not None}
        for one, other, relation in pairs[name]:
            counts["gold"] += relation != "VAGUE"
            counts["pairs"] += 1
            a, b = _word(doc, events.get(one)), _word(doc, events.get(other))
            if a is None or b is None:
                continue
            turned = a.i > b.i
            found = order_of(b, a, times) if turned else order_of(a, b, times)
            if found is None:
                continue
            answer = {"before": "AFTER", "after": "BEFORE"}[found.relation] if turned else found.relation.upper()
            counts["decided"] += 1
            counts["decided gold"] += relation != "VAGUE"
            counts["right"] += answer == relation
            rules[found.rule].update(["right" if answer == relation else relation.lower(), "all"])
    for rule, each in sorted(rules.items(), key=lambda pair: -pair[1]["all"]):
        print(f"  {rule:12} decided {each['all']:5}, right {each['right'] / each['all']:.3f}")
    print(f"{part}: {counts['pairs']} pairs, {counts['gold']} of them not VAGUE; left undecided {_open(counts)}")
    print(
        "on those decided  P {:.3f}  R {:.3f}  F1 {:.3f}".format(
            *f1(counts["right"], counts["decided"], counts["decided gold"])
        )
    )
    print(
        "over all pairs    P {:.3f}  R {:.3f}  F1 {:.3f}".format(
            *f1(counts["right"], counts["decided"], counts["gold"])
        )
    )


def _open(counts: Counter[str]) -> str:
    left = counts["pairs"] - counts["decided"]
    return f"{left} ({left / counts['pairs']:.0%})"


def _word(doc: Doc, place: tuple[int, int] | None) -> Token | None:
    found = doc.char_span(*place, alignment_mode="expand") if place is not None else None
    return found.root if found is not None else None


def measure_meantime(archive: Path) -> None:
    """Print how often the time that an event is given is the one that it is linked to."""
    nlp = load()
    counts: Counter[str] = Counter()
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            data = tar.extractfile(member) if member.name.endswith(".xml") else None
            if data is None or "intra_cross-doc" not in member.name:
                continue
            root = ET.fromstring(data.read())
            article = laid_out(Path(member.name).stem, root)
            end = max(last for number, (_, last) in article.sentences.items() if number <= _ANNOTATED)
            events, links = _links(root, article, end)
            if article.created is None:
                continue
            report = Report(id=article.name, text=article.text[:end], timezone="UTC")
            doc = nlp(report.text)
            times = times_of(read(nlp, report, published_on(article.created, "UTC")), doc)
            for event, place in events.items():
                word = _word(doc, place)
                ours = times.get(word.i) if word is not None else None
                counts["found"] += ours is not None
                counts["gold"] += event in links
                counts["right"] += ours is not None and any(_is_time(ours, one) for one in links.get(event, ()))
    print(f"{counts['gold']} events with a time, {counts['found']} given one")
    print("P {:.3f}  R {:.3f}  F1 {:.3f}".format(*f1(counts["right"], counts["found"], counts["gold"])))


def _is_time(ours: Timex, gold: tuple[int, int, str]) -> bool:
    return (ours.span.start < gold[1] and gold[0] < ours.span.end) or ours.value == gold[2]


#: Number of the last sentence in which times are annotated.
_ANNOTATED = 5
#: Relations by which a time is the time of an event.
_AT = {"IS_INCLUDED", "INCLUDES", "SIMULTANEOUS", "BEGINS", "BEGUN_BY", "ENDS", "ENDED_BY"}


def _links(
    root: ET.Element, article: Laid, end: int
) -> tuple[dict[str, tuple[int, int]], dict[str, list[tuple[int, int, str]]]]:
    """Places of the event mentions of the annotated part, and the worded times that each is linked to."""
    place = article.places
    times: dict[str, tuple[int, int, str]] = {}
    events: dict[str, tuple[int, int]] = {}
    for each in root.iter():
        tokens = [place[anchor.get("t_id", "")] for anchor in each.findall("token_anchor")]
        if each.tag == "TIMEX3" and tokens and each.get("functionInDocument") != "CREATION_TIME":
            times[each.get("m_id", "")] = (min(tokens)[0], max(tokens)[1], each.get("value", ""))
        if each.tag == "EVENT_MENTION" and tokens and max(tokens)[1] <= end:
            events[each.get("m_id", "")] = (min(tokens)[0], max(tokens)[1])
    links: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for link in root.iter("TLINK"):
        source, target = link.find("source"), link.find("target")
        ends = [end.get("m_id", "") for end in (source, target) if end is not None]
        for event in ends:
            if event in events and link.get("reltype") in _AT:
                links[event] += [times[end] for end in ends if end in times]
    return events, {event: found for event, found in links.items() if found}


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["matres", "meantime"])
    parser.add_argument("archive", type=Path)
    parser.add_argument("texts", type=Path, nargs="?", help="the TimeML texts that MATRES annotates")
    parser.add_argument("--part", choices=["timebank", "aquaint", "all"], default="all")
    options = parser.parse_args()
    if options.what == "matres":
        if options.texts is None:
            parser.error("matres needs the archive of the TimeML texts too")
        measure_matres(options.archive, options.texts, options.part)
    else:
        measure_meantime(options.archive)


if __name__ == "__main__":
    main()
