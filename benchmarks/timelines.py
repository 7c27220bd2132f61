"""Measure timelines of entities: SemEval-2015 Task 4.

    python -m benchmarks.timelines ARCHIVE.tar.gz [--inferred] [--given] [--trial] [--entity NAME]

For each of the task's target entities (`targets`) we list the events of the readings in which it takes part, as agent
or patient, by our own coreference within and across the articles of its corpus, each with its date, in the order of
those dates. Events without a date are left out, as the task leaves out what cannot be ordered (position 0). With
--inferred those count too to which a reading gives a day by the way of telling alone; no brief has such a day.

From raw text this is the task's Track A. With --given only those events of ours are listed that the task gives as event
mentions, which makes it Track B; an event that we do not find stays unfound.

Scored as the task describes it (Minard et al. 2015, section 4): a timeline becomes relations, each event SIMULTANEOUS
with its date and with the events of its position, and BEFORE those of the next; then TempEval-3's temporal awareness,
P the share of the system's relations that follow from the gold, R the share of the gold's that follow from the
system's, micro-averaged over all entities. Relations are counted in a least set (the date and the mentions of a
position as a chain, one BEFORE from each position to the next). Mentions match by article, sentence and word; dates by
their value as written, unknown parts dropped. The task's own program is not in the archive; this follows its
definitions.
"""

from __future__ import annotations

import argparse
import tarfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmarks.cat import Laid, laid_out
from benchmarks.targets import find_target
from benchmarks.timex import published_on
from standfirst.extract.dates import full_dates
from standfirst.link.entities import link_entities
from standfirst.model.linked import EntityIndex
from standfirst.model.reading import Event, Reading
from standfirst.model.report import Report
from standfirst.newsroom import read_reports

#: A mention of an event: article, sentence, word.
Mention = tuple[str, int, str]
_ROLES = {"agent", "patient"}


@dataclass(frozen=True)
class Position:
    """What stands at one place of a timeline: events of one time, in order."""

    when: str
    mentions: tuple[Mention, ...]


def read_gold(text: str) -> tuple[str, list[Position]]:
    """The entity, and the positions of its gold timeline in order; what stands at 0 is left out."""
    head, *lines = text.strip().splitlines()
    found: dict[int, tuple[str, list[Mention]]] = {}
    for line in lines:
        number, when, *mentions = line.split("\t")
        if number.strip().isdigit() and int(number):
            found.setdefault(int(number), (_value(when), []))[1].extend(map(_mention, filter(str.strip, mentions)))
    return head.strip(), [Position(when, tuple(dict.fromkeys(found_))) for _, (when, found_) in sorted(found.items())]


def _mention(text: str) -> Mention:
    name, sentence, word = text.strip().split("-", 2)
    return name, int(sentence), word.split("_")[0].casefold()


def _value(when: str) -> str:
    """A date without its unknown parts: "2004-XX-XX" is 2004."""
    return "-".join(part for part in when.strip().split("-") if "X" not in part)


def timeline_of(events: Iterable[tuple[str, Mention]]) -> list[Position]:
    """Dated mentions in the order of their dates; a date goes before those that lie within it."""
    by_date: dict[str, list[Mention]] = defaultdict(list)
    for when, mention in events:
        by_date[when].append(mention)
    return [Position(when, tuple(dict.fromkeys(by_date[when]))) for when in sorted(by_date)]


def relations(timeline: list[Position]) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """(a least set, all that follow from it) of one timeline's relations."""
    least: set[tuple[object, ...]] = set()
    whole: set[tuple[object, ...]] = set()
    for place, position in enumerate(timeline):
        members: list[object] = [*([position.when] if position.when else []), *position.mentions]
        least |= {("same", *pair) for pair in pairwise(members)}
        whole |= {("same", one, other) for one in members for other in members if one != other}
        if place + 1 < len(timeline):
            least.add(("before", position.mentions[0], timeline[place + 1].mentions[0]))
        for later in timeline[place + 1 :]:
            whole |= {("before", one, other) for one in position.mentions for other in later.mentions}
    return least, whole


def measure(archive: Path, *, inferred: bool, given: bool, trial: bool, entity: str | None) -> None:
    """Print precision, recall and F1 of each entity and micro-averaged."""
    sums = [0, 0, 0, 0]
    listed = read_given(archive) if given else None
    for corpus, articles, golds in _corpora(archive, trial=trial):
        created = {_id(one): one for one in articles}
        readings, index = _read(articles)
        for name, gold in golds:
            if entity not in (None, name):
                continue
            found = _events(readings, index, created, name, inferred=inferred)
            ours = timeline_of(pair for pair in found if listed is None or pair[1] in listed)
            least, whole = relations(ours)
            gold_least, gold_whole = relations(gold)
            row = [len(least & gold_whole), len(least), len(gold_least & whole), len(gold_least)]
            sums = [one + other for one, other in zip(sums, row, strict=True)]
            print(f"{corpus} {name:32} " + "P {:.3f} R {:.3f} F1 {:.3f}".format(*_scores(row)), row)
    print("micro  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*_scores(sums)))


def _scores(row: list[int]) -> tuple[float, float, float]:
    precision = row[0] / row[1] if row[1] else 0.0
    recall = row[2] / row[3] if row[3] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _corpora(
    archive: Path, *, trial: bool = False
) -> Iterable[tuple[str, list[Laid], list[tuple[str, list[Position]]]]]:
    articles: dict[str, list[Laid]] = defaultdict(list)
    golds: dict[str, dict[str, list[Position]]] = defaultdict(dict)
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            data = tar.extractfile(member) if member.isfile() else None
            corpus, sort = _place(member.name, trial=trial)
            if data is None or not corpus:
                continue
            if sort == "texts":
                articles[corpus].append(laid_out(Path(member.name).name, ET.fromstring(data.read())))
            elif sort == "gold":
                name, gold = read_gold(data.read().decode("utf-8-sig"))
                golds[corpus].setdefault(name, gold)
    for corpus in sorted(articles):
        yield corpus, articles[corpus], list(golds[corpus].items())


def _place(name: str, *, trial: bool) -> tuple[str, str]:
    """The corpus of a file of the archive, and whether it is one of its texts, its gold timelines or neither."""
    parts = name.split("/")
    if trial:
        sort = "texts" if "Corpus-trial-data_task4" in parts else "gold" if "TimeLines_trial" in name else ""
        return ("trial" if sort else ""), sort
    corpus = next((part for part in parts if part.startswith("corpus_") and part[7:].isdigit()), "")
    texts, gold = "corpus_trackA_CAT" in parts, "TimeLines_Gold_Standard" in parts
    return corpus, "texts" if texts else "gold" if gold else ""


def read_given(archive: Path) -> set[Mention]:
    """The event mentions that Track B gives, each by all of its words."""
    found: set[Mention] = set()
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            data = tar.extractfile(member) if "corpus_trackB_CAT" in member.name and member.isfile() else None
            if data is None:
                continue
            root, name = ET.fromstring(data.read()), Path(member.name).name.split("_")[0].split("-")[0]
            words = {each.get("t_id", ""): each for each in root.iter("token")}
            for event in root.iter("EVENT_MENTION"):
                for word in (words[anchor.get("t_id", "")] for anchor in event.findall("token_anchor")):
                    found.add((name, int(word.get("sentence", "0")), (word.text or "").casefold()))
    return found


def _read(articles: list[Laid]) -> tuple[tuple[Reading, ...], EntityIndex]:
    reports = [
        Report(id=_id(one), text=one.text, published=published_on(_day(one), "UTC"), timezone="UTC", outlet="Wikinews")
        for one in articles
    ]
    readings, _ = read_reports(reports)
    return readings, link_entities(readings)


def _id(article: Laid) -> str:
    return article.name.split("_")[0].split("-")[0]


def _day(article: Laid) -> date:
    """The day of the article: its dating line, which is its second sentence, else as annotated, at times wrongly."""
    start, end = article.sentences[1]
    found = next(full_dates(article.text[start:end].replace(" ,", ",")), None)
    if found is not None:
        return found.day
    assert article.created is not None
    return article.created


def _events(
    readings: tuple[Reading, ...], index: EntityIndex, articles: dict[str, Laid], name: str, *, inferred: bool
) -> Iterable[tuple[str, Mention]]:
    """(date, mention) of every dated event that the entity takes part in."""
    target = find_target(name, index)
    for reading in readings:
        article = articles[reading.report.id]
        for event in reading.events:
            parts = (part for part in event.participants if part.role in _ROLES)
            if not any(target.takes_part(reading, index, part) for part in parts):
                continue
            sentence = next((n for n, (a, b) in article.sentences.items() if a <= event.span.start < b), None)
            when = _value_of(reading, event)
            if inferred and not when and event.told is not None:
                when = str(event.told.first_day)
            if when and sentence is not None:
                yield when, (reading.report.id, sentence, reading.report.words(event.span).casefold())


def _value_of(reading: Reading, event: Event) -> str:
    timex = next((one for one in reading.timexes if one.span == event.timex), None)
    if timex is None or event.when is None:
        return ""
    plain = timex.value[:1].isdigit() and "W" not in timex.value
    return timex.value.split("T")[0] if plain else str(event.when.first_day)


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--inferred", action="store_true", help="count days that a reading only infers")
    parser.add_argument("--given", action="store_true", help="list only event mentions that the task gives (Track B)")
    parser.add_argument("--trial", action="store_true", help="the task's trial data")
    parser.add_argument("--entity", help="one target entity only")
    options = parser.parse_args()
    measure(options.archive, inferred=options.inferred, given=options.given, trial=options.trial, entity=options.entity)


if __name__ == "__main__":
    main()
