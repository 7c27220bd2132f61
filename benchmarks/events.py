"""Measure the events of a reading and who takes part in them.

    python -m benchmarks.events meantime ARCHIVE.tar.gz [--corpus airbus|apple|stock] [--misses N]
    python -m benchmarks.events timeml ARCHIVE.tar.gz

`timeml` counts the words of TimeBank's and AQUAINT's EVENT tags that hold the word of an event of ours, and the other
way round; no rule was written by it. `meantime` also measures who takes part. There the title and the first five
sentences of each article are annotated, and only they are counted. An event of ours is paired with the first gold event
mention not yet paired that holds its word ("took off" is paired by either word). Recall is also told by the part of
speech that the gold gives. A participant is right where the two are paired and the gold links the event to an entity
mention that holds the head of our phrase; roles are PropBank's, Arg0 for our agent and Arg1 for our patient. Recall is
over the gold's links of Arg0 and Arg1. Precision is over those of our agents and patients, of paired events, whose head
lies in an entity mention that the gold links to any event at all: the gold annotates no other phrases.
"""

from __future__ import annotations

import argparse
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cat import Laid, laid_out
from benchmarks.order import read_events
from benchmarks.timex import published_on
from standfirst.model.reading import Event, Reading
from standfirst.model.report import Report
from standfirst.newsroom import read_reports

#: Number of the last sentence in which events are annotated.
_ANNOTATED = 5
_ROLES = {"Arg0": "agent", "Arg1": "patient"}
#: A place in the text, half-open.
Place = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """One annotated event mention: its words, its part of speech, and who takes part by role."""

    words: tuple[Place, ...]
    pos: str
    participants: tuple[tuple[str, Place], ...]


def gold_of(root: ET.Element, article: Laid) -> tuple[list[Gold], list[Place]]:
    """The event mentions of the annotated part in the order of the text, and the entity mentions that take part."""
    end = _end(article)
    words = {
        each.get("m_id", ""): [article.places[anchor.get("t_id", "")] for anchor in each.findall("token_anchor")]
        for each in root.iter()
        if each.tag in ("EVENT_MENTION", "ENTITY_MENTION") and each.find("token_anchor") is not None
    }
    parts: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for link in root.iter("HAS_PARTICIPANT"):
        source, target = link.find("source"), link.find("target")
        if source is not None and target is not None and target.get("m_id") in words:
            held = words[target.get("m_id", "")]
            parts[source.get("m_id", "")].append((link.get("sem_role", ""), (min(held)[0], max(held)[1])))
    found = [
        Gold(words=tuple(words[name]), pos=each.get("pos") or "OTHER", participants=tuple(parts[name]))
        for each in root.iter("EVENT_MENTION")
        if (name := each.get("m_id", "")) in words and max(words[name])[1] <= end
    ]
    found.sort(key=lambda one: one.words)
    return found, sorted({place for one in found for _, place in one.participants})


def _end(article: Laid) -> int:
    return max(last for number, (_, last) in article.sentences.items() if number <= _ANNOTATED)


def paired(events: tuple[Event, ...], golds: list[Gold]) -> Iterator[tuple[Event, Gold]]:
    """Our events with the gold mentions that hold their word, one to one."""
    left = list(golds)
    for event in events:
        held = next((one for one in left if any(_meet((event.span.start, event.span.end), w) for w in one.words)), None)
        if held is not None:
            left.remove(held)
            yield event, held


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def count(reading: Reading, golds: list[Gold], entities: list[Place], end: int) -> Counter[str]:
    """What was found, what there was to find, and what of it is right."""
    counts: Counter[str] = Counter(f"gold {one.pos}" for one in golds)
    ours = tuple(event for event in reading.events if event.span.end <= end)
    pairs = list(paired(ours, golds))
    counts.update(f"right {gold.pos}" for _, gold in pairs)
    counts.update({"events": len(ours), "gold events": len(golds), "right events": len(pairs)})
    counts["gold links"] = sum(role in _ROLES for one in golds for role, _ in one.participants)
    for event, gold in pairs:
        for part in event.participants:
            head = part.head.start, part.head.end
            if part.role not in _ROLES.values() or not any(_meet(head, place) for place in entities):
                continue
            linked = {role for role, place in gold.participants if _meet(head, place)}
            counts.update({"links": 1, "right links": bool(linked), "right role": part.role in _roles(linked)})
        heads = [(part.role, (part.head.start, part.head.end)) for part in event.participants]
        for role, place in gold.participants:
            if role in _ROLES:
                held = {ours_role for ours_role, head in heads if _meet(head, place)}
                counts.update({"found links": bool(held), "found roles": _ROLES[role] in held})
    return counts


def _roles(linked: set[str]) -> set[str]:
    return {_ROLES[role] for role in linked if role in _ROLES}


def read_articles(archive: Path, corpus: str | None) -> Iterator[tuple[Laid, list[Gold], list[Place]]]:
    """Each article of the archive with its gold events and the entity mentions that take part in any."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            data = tar.extractfile(member) if member.name.endswith(".xml") else None
            if data is None or "intra_cross-doc" not in member.name or f"corpus_{corpus or ''}" not in member.name:
                continue
            root = ET.fromstring(data.read())
            article = laid_out(Path(member.name).stem, root)
            if article.created is not None:
                yield article, *gold_of(root, article)


def measure(archive: Path, *, corpus: str | None, misses: int) -> None:
    """Print precision, recall and F1 of events, of participants, and of participants with their role."""
    articles = list(read_articles(archive, corpus))
    reports = [
        Report(
            id=article.name,
            text=article.text,
            published=published_on(article.created, "UTC"),
            timezone="UTC",
            outlet="Wikinews",
        )
        for article, _, _ in articles
        if article.created is not None
    ]
    readings = {one.report.id: one for one in read_reports(reports)[0]}
    counts: Counter[str] = Counter()
    for article, golds, entities in articles:
        counts += count(readings[article.name], golds, entities, _end(article))
    _show("events", counts["right events"], counts["events"], counts["right events"], counts["gold events"])
    for pos in ("VERB", "NOUN", "OTHER"):
        print(f"  recall {pos.lower():5} {counts[f'right {pos}'] / max(1, counts[f'gold {pos}']):.3f}", end="")
        print(f" of {counts[f'gold {pos}']}")
    _show("participants", counts["right links"], counts["links"], counts["found links"], counts["gold links"])
    _show("with their role", counts["right role"], counts["links"], counts["found roles"], counts["gold links"])
    for line in _missed(articles, readings, misses):
        print(line)


def measure_timeml(archive: Path) -> None:
    """Print precision, recall and F1 of the event words of TimeML texts."""
    right = ours = found = gold = 0
    for name, text, created, places in read_events(archive):
        report = Report(id=name, text=text, published=published_on(created, "UTC"), timezone="UTC", outlet="Wire")
        (reading,), _ = read_reports([report])
        words = [(event.span.start, event.span.end) for event in reading.events]
        golds = sorted(set(places.values()))
        right += sum(any(_meet(word, place) for place in golds) for word in words)
        found += sum(any(_meet(word, place) for word in words) for place in golds)
        ours, gold = ours + len(words), gold + len(golds)
    _show("events", right, ours, found, gold)


def _missed(
    articles: list[tuple[Laid, list[Gold], list[Place]]], readings: dict[str, Reading], misses: int
) -> Iterator[str]:
    """The words that were missed (-) and that are no event of the gold (+), the most frequent first."""
    words: Counter[str] = Counter()
    for article, golds, _ in articles if misses else ():
        reading = readings[article.name]
        ours = tuple(event for event in reading.events if event.span.end <= _end(article))
        pairs = list(paired(ours, golds))
        found = {event.span for event, _ in pairs}
        words.update(f"+ {event.lemma}" for event in ours if event.span not in found)
        for gold in golds:
            if all(gold is not one for _, one in pairs):
                words[f"- {gold.pos} " + " ".join(article.text[a:b] for a, b in gold.words).lower()] += 1
    for word, times in words.most_common(misses):
        yield f"{times:4} {word}"


def _show(name: str, right: int, ours: int, found: int, gold: int) -> None:
    precision, recall = right / max(1, ours), found / max(1, gold)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{name:16} P {precision:.3f} of {ours}  R {recall:.3f} of {gold}  F1 {both:.3f}")


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["meantime", "timeml"])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--corpus", choices=["airbus", "apple", "stock"])
    parser.add_argument("--misses", type=int, default=0, help="how many of the words that are wrong to show")
    options = parser.parse_args()
    if options.what == "timeml":
        measure_timeml(options.archive)
    else:
        measure(options.archive, corpus=options.corpus, misses=options.misses)


if __name__ == "__main__":
    main()
