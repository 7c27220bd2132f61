"""Measure timelines of entities: SemEval-2015 Task 4, Track A (from raw text).

    python -m benchmarks.timelines ARCHIVE.tar.gz [--news-day] [--entity NAME]

For each of the task's target entities we list the events that it takes part in (as agent or patient, by our own
coreference within and across the articles of its corpus), each with our date, in the order of those dates. Events
without a date are left out, as the task leaves out what cannot be ordered (position 0). With --news-day an event told
in a past tense without any date is put on the day of its article, as the systems of the task did; a brief never does.

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
from benchmarks.timex import published_on
from standfirst.extract.dates import full_dates
from standfirst.lexicon.names.fold import key
from standfirst.link.entities import link_entities
from standfirst.model.linked import EntityIndex
from standfirst.model.reading import Event, Reading
from standfirst.model.report import Report
from standfirst.newsroom import read_reports

#: A mention of an event: article, sentence, word.
Mention = tuple[str, int, str]
_FACTS = {"happened", "ongoing", "planned"}


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


def measure(archive: Path, *, news_day: bool, entity: str | None) -> None:
    """Print precision, recall and F1 of each entity and micro-averaged."""
    sums = [0, 0, 0, 0]
    for corpus, articles, golds in _corpora(archive):
        created = {one.name.split("_")[0].split("-")[0]: one for one in articles}
        readings, index = _read(articles)
        for name, gold in golds:
            if entity not in (None, name):
                continue
            ours = timeline_of(_events(readings, index, created, name, news_day=news_day))
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


def _corpora(archive: Path) -> Iterable[tuple[str, list[Laid], list[tuple[str, list[Position]]]]]:
    articles: dict[str, list[Laid]] = defaultdict(list)
    golds: dict[str, list[tuple[str, list[Position]]]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            data = tar.extractfile(member) if member.isfile() else None
            corpus = next(
                (part for part in member.name.split("/") if part.startswith("corpus_") and part[7:].isdigit()), ""
            )
            if data is None or not corpus:
                continue
            if "corpus_trackA_CAT" in member.name:
                articles[corpus].append(laid_out(Path(member.name).name, ET.fromstring(data.read())))
            elif "TimeLines_Gold_Standard" in member.name:
                name, gold = read_gold(data.read().decode("utf-8-sig"))
                if (corpus, name) not in seen:
                    seen.add((corpus, name))
                    golds[corpus].append((name, gold))
    for corpus in sorted(articles):
        yield corpus, articles[corpus], golds[corpus]


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
    """The day of the article: annotated, else its dating line, which is its second sentence."""
    if article.created is not None:
        return article.created
    start, end = article.sentences[1]
    return next(full_dates(article.text[start:end].replace(" ,", ","))).day


def _events(
    readings: tuple[Reading, ...], index: EntityIndex, articles: dict[str, Laid], name: str, *, news_day: bool
) -> Iterable[tuple[str, Mention]]:
    """(date, mention) of every dated event that the entity takes part in."""
    wanted = {one.id for one in index.entities if key(name) in {key(each) for each in (one.name, *one.aliases)}}
    for reading in readings:
        article = articles[reading.report.id]
        for event in reading.events:
            if event.factuality not in _FACTS or event.polarity == "negative":
                continue
            parts = [part for part in event.participants if part.role in ("agent", "patient")]
            if not any(
                index.at(part.head) in wanted or _is_named(name, reading.report.words(part.span)) for part in parts
            ):
                continue
            when = _when(reading, event, _day(article) if news_day else None)
            sentence = next((n for n, (a, b) in article.sentences.items() if a <= event.span.start < b), None)
            if when and sentence is not None:
                yield when, (reading.report.id, sentence, reading.report.words(event.span).casefold())


def _is_named(name: str, phrase: str) -> bool:
    """Whether a phrase holds the target's name of several words, or its first word and its number ("Nikkei 225")."""
    own, said = name.casefold().split(), phrase.casefold().split()
    return len(own) > 1 and (set(own) <= set(said) or (own[-1].isdigit() and own[-1] in said and own[0] in said))


def _when(reading: Reading, event: Event, news_day: date | None) -> str:
    timex = next((one for one in reading.timexes if one.span == event.timex), None)
    if timex is not None and event.when is not None:
        plain = timex.value[:1].isdigit() and "W" not in timex.value
        return timex.value.split("T")[0] if plain else str(event.when.first_day)
    past = event.tense in ("past", "perfect")
    return news_day.isoformat() if news_day is not None and past else ""


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--news-day", action="store_true", help="put undated events of the past on the article's day")
    parser.add_argument("--entity", help="one target entity only")
    options = parser.parse_args()
    measure(options.archive, news_day=options.news_day, entity=options.entity)


if __name__ == "__main__":
    main()
