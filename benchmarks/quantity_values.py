"""Measure the quantities on MEANTIME's VALUE mentions; run by `benchmarks.quantities meantime`.

Read are the title and the first five sentences of each English article (values are annotated in no more), its
tokens joined by spaces. Gold and ours are paired one to one in the order of the text. *overlap* counts pairs that share
a code point, *exact* those with the same ends once the words that bound a number ("about", "more than", "all") and the
unit behind it are taken off both sides: the annotation takes them in or leaves them out without a rule. Durations are
no VALUE there (they are TIMEX3), so ours that lie in a TIMEX3 or whose unit is a time and no age are left out.
"""

from __future__ import annotations

import re
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.units import by_code, units
from standfirst.model.reading import Quantity
from standfirst.model.report import Report
from standfirst.newsroom import read_reports

#: Number of the last sentence of an article in which values are annotated.
_ANNOTATED = 5


@dataclass(frozen=True)
class Article:
    """One article with the places of its values and of its time expressions."""

    name: str
    text: str
    values: tuple[tuple[int, int], ...]
    times: tuple[tuple[int, int], ...]


def articles(archive: Path) -> Iterator[Article]:
    """Every English article of MEANTIME (CAT XML), its title and first five sentences."""
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda each: each.name):
            data = tar.extractfile(member) if "intra_cross-doc" in member.name else None
            if data is not None and member.name.endswith(".xml"):
                yield _article(Path(member.name).stem, data.read())


def _article(name: str, data: bytes) -> Article:
    root = ET.fromstring(data)
    place: dict[str, tuple[int, int]] = {}
    text, last = "", "0"
    for token in root.iter("token"):
        word, number = token.text or "", token.get("sentence", "0")
        if int(number) > _ANNOTATED:
            break
        glue = "\n" if number != last else "" if re.match(r"[.,;:!?)%]|'s$|n't$", word) or text[-1:] in "($" else " "
        text, last = text + glue, number
        place[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word

    def spans(tag: str) -> tuple[tuple[int, int], ...]:
        found = []
        for each in root.iter(tag):
            at = [place[t] for anchor in each.findall("token_anchor") if (t := anchor.get("t_id", "")) in place]
            found += [(min(at)[0], max(at)[1])] if at else []
        return tuple(sorted(set(found)))

    return Article(name=name, text=text, values=spans("VALUE"), times=spans("TIMEX3"))


def measure_meantime(archive: Path, *, missed: bool) -> None:
    """Print precision, recall and F1 over all articles together."""
    counts: Counter[str] = Counter()
    whole = list(articles(archive))
    read = {
        reading.report.id: reading for reading in read_reports([Report(id=one.name, text=one.text) for one in whole])[0]
    }
    for article in whole:
        found = [q for q in read[article.name].quantities if _is_value(q, article)]
        free = [(q.span.start, q.span.end) for q in found]
        counts["gold"] += len(article.values)
        counts["found"] += len(free)
        for want in article.values:
            hit = next((one for one in free if one[0] < want[1] and want[0] < one[1]), None)
            if hit is None:
                if missed:
                    print(f"missed: {_around(article, want)}")
                continue
            free.remove(hit)
            counts["overlap"] += 1
            counts["exact"] += _bare(article.text, hit) == _bare(article.text, want)
        for one in free if missed else ():
            print(f"extra: {_around(article, one)}")
    print(f"{len(whole)} articles, {counts['gold']} values, {counts['found']} found")
    for name in ("overlap", "exact"):
        precision, recall = counts[name] / counts["found"], counts[name] / counts["gold"]
        print(f"{name:8} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")


def _is_value(quantity: Quantity, article: Article) -> bool:
    span, unit = quantity.span, by_code().get(quantity.unit)
    if any(start < span.end and span.start < end for start, end in article.times):
        return False
    return unit is None or unit.dimension != "time" or quantity.counted == "age"


def _bare(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place without the words that bound the number before it and without its unit behind it."""
    start, end = place
    lead = "|".join(sorted((re.escape(cue) for cue, _ in number_words().before), key=len, reverse=True))
    while (match := re.compile(rf"(?:{lead}|a|the|between)\s+", re.IGNORECASE).match(text, start, end)) is not None:
        start = match.end()
    tail = "|".join(sorted((re.escape(form) for form in (*units(), "points", "mark", "of")), key=len, reverse=True))
    behind = re.search(rf"(?:[\s-]*(?:{tail}))+$", text[start:end], re.IGNORECASE)
    return start, start + behind.start() if behind is not None and behind.start() else end


def _around(article: Article, place: tuple[int, int]) -> str:
    start, end = place
    words = f"{article.text[max(0, start - 50) : start]}[[{article.text[start:end]}]]{article.text[end : end + 40]}"
    return words.replace("\n", " / ")
