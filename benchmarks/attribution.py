"""How well are attributions found in PolNeAR's articles? Cue, source and content, exact and by overlap of tokens.

Usage: attribution.py ARCHIVE [--split dev] [--documents 60] [--errors 5] [--save FILE] [--compare FILE]

ARCHIVE is PolNeAR's archive with `data/dev` and `data/train` in brat standoff. PolNeAR is used for measuring and for
setting thresholds only (on its train articles); nothing of it is shipped. A fixed sample is read: every n-th of the
articles in order of their names.

What is counted, for each kind of span:

- Gold: every attribution with a cue and a content, those that PolNeAR tags as without a source too. Ours: every
  attribution and attitude that has a cue or a source; those of one cue are one (a clause and the phrase quoted in it,
  two clauses under one cue, a quotation carried on), their spans joined with the "and that" between. PolNeAR has one
  attribution for a cue. Adverbs without a source ("reportedly") are left out: PolNeAR has next to none.
- PolNeAR marks no attribution inside the content of another (none in 540 articles): ours whose cue stands in another's
  content are left out. They stay in the reading, where they give the chain.
- Tokens are runs of letters and digits; other signs are not compared, except in a cue or source that is nothing else
  (a colon), nor is the "s" of a possessive. A leading or trailing "that" is taken off a content and off a cue. A source
  is counted with the clause that describes it ("Hart, who led the inquiry"), as PolNeAR marks it.
- Gold and ours are paired one to one, best first, by shared tokens of content plus cue.
- exact: both spans of a pair hold the same tokens. precision = pairs alike / ours, recall = pairs alike / gold.
- overlap: precision = mean over ours of the share of its tokens that its partner has, recall the same over gold.
- For sources only attributions that have one, on each side, are counted. all three: pairs where cue, source and content
  are exact (a source missing on both sides is alike).

--errors lists what is wrong by kind, commonest first, with so many examples of each. --save writes what was found of
each gold attribution and what beside; --compare lists what was gained and lost since such a file was saved.
"""

from __future__ import annotations

import argparse
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.attribution_record import Record, Tokens, Triple
from standfirst.extract.steps import STEPS
from standfirst.language import load
from standfirst.model.reading import Attribution, Reading
from standfirst.model.report import Report

_TOKEN = re.compile(r"\w+|[^\w\s]")
_JOINT = re.compile(r"[\s,;]*(?:and|but|or)?[\s,]*(?:that)?\s*")
_OFF = {"content": {"that"}, "cue": {"that"}, "source": set()}


def tokens(text: str, ranges: list[tuple[int, int]], kind: str) -> Tokens:
    found = []
    for start, end in ranges:
        found += [m.span() for m in _TOKEN.finditer(text, start, end) if not _is_possessive(text, m.span())]
    found = sorted(set(found))
    found = [(a, b) for a, b in found if text[a].isalnum()] or (found if kind != "content" else [])
    while found and text[slice(*found[0])].lower() in _OFF[kind]:
        found.pop(0)
    while found and text[slice(*found[-1])].lower() in _OFF[kind]:
        found.pop()
    return frozenset(found)


def _is_possessive(text: str, token: tuple[int, int]) -> bool:
    """Whether a token is the "s" of a possessive, which PolNeAR puts now with the source, now with the cue."""
    return text[slice(*token)] == "s" and text[token[0] - 1 : token[0]] in ("'", "’")


def articles(archive: str, split: str) -> Iterator[tuple[str, str, str]]:
    """Name, text and standoff of each article of "dev" or "train", in the order of the names."""
    texts: dict[str, str] = {}
    marks: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            _, _, name = member.name.rpartition("/")
            file = tar.extractfile(member) if f"{split}/" in member.name and name.endswith((".txt", ".ann")) else None
            if file is None or name.startswith("._"):
                continue
            (texts if name.endswith(".txt") else marks)[name[:-4]] = file.read().decode("utf-8")
    for name in sorted(texts):
        mark = next((marks[m] for m in sorted(marks) if m.startswith(name)), None)
        if mark is not None:
            yield name, texts[name], mark


def gold(text: str, marks: str) -> list[Triple]:
    spans: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in marks.splitlines():
        cells = line.split("\t")
        if line.startswith("T"):
            ranges = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = [(int(r.split()[0]), int(r.split()[1])) for r in ranges]
        elif line.startswith("E"):
            parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for part in cells[1].split():
                role, _, key = part.partition(":")
                parts[role.rstrip("0123456789").lower()] += spans.get(key, [])
            if parts["cue"] and parts["content"]:
                found.append(Triple(**{k: tokens(text, parts[k], k) for k in ("cue", "source", "content")}))
    return found


def ours(reading: Reading) -> list[Triple]:
    groups: dict[object, list[Attribution]] = defaultdict(list)
    for number, said in enumerate((*reading.attributions, *reading.attitudes)):
        if said.cue and not (not said.source and said.lemma and said.lemma.endswith("ly")):
            groups[said.cue].append(said)
        elif said.source:
            groups[number].append(said)
    text = reading.report.text
    found = [
        Triple(
            cue=tokens(text, [(s.start, s.end) for one in group for s in one.cue], "cue"),
            source=tokens(text, [(s.start, s.end) for one in group for s in (*one.source, *one.described)], "source"),
            content=tokens(text, _joined(text, [(s.start, s.end) for one in group for s in one.content]), "content"),
        )
        for group in groups.values()
    ]
    held = [one.content for one in found]
    return [one for one in found if not one.cue or not any(one.cue <= c for c in held if c is not one.content)]


def _joined(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges with the words that only join two of them: "that it was shut |and that| two were hurt"."""
    ranges = sorted(ranges)
    between = [(a[1], b[0]) for a, b in pairwise(ranges) if _JOINT.fullmatch(text, a[1], b[0])]
    return [*ranges, *between]


def paired(true: list[Triple], found: list[Triple]) -> list[tuple[Triple, Triple]]:
    scored = []
    for i, g in enumerate(true):
        for j, f in enumerate(found):
            alike = len(g.content & f.content) / max(len(g.content | f.content), 1) + (bool(g.cue & f.cue))
            if alike > 0:
                scored.append((-alike, i, j))
    pairs, left, right = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((true[i], found[j]))
    return pairs


def read(nlp: object, name: str, text: str) -> Reading:
    report = Report(id=name, text=text)
    doc = nlp(text)  # type: ignore[operator]
    reading = Reading(report=report)
    for step in STEPS:
        if step.name in ("blocks", "sentences", "mentions", "timexes", "attributions"):
            reading = step.run(reading, doc)
    return reading


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Tally:
    """Running sums over articles."""

    def __init__(self) -> None:
        self.sums: dict[str, float] = defaultdict(float)

    def add(self, true: list[Triple], found: list[Triple], pairs: list[tuple[Triple, Triple]]) -> None:
        sums = self.sums
        for kind in ("cue", "source", "content"):
            sums[kind, "gold"] += sum(bool(getattr(g, kind)) for g in true)  # type: ignore[index]
            sums[kind, "ours"] += sum(bool(getattr(f, kind)) for f in found)  # type: ignore[index]
            for g, f in pairs:
                one, other = getattr(g, kind), getattr(f, kind)
                if one and other:
                    sums[kind, "exact"] += one == other  # type: ignore[index]
                    sums[kind, "recall"] += len(one & other) / len(one)  # type: ignore[index]
                    sums[kind, "precision"] += len(one & other) / len(other)  # type: ignore[index]
        sums["all", "gold"] += len(true)  # type: ignore[index]
        sums["all", "ours"] += len(found)  # type: ignore[index]
        sums["all", "exact"] += sum(g == f for g, f in pairs)  # type: ignore[index]

    def tell(self) -> None:
        sums = self.sums
        for kind in ("cue", "source", "content", "all"):
            n, m = max(sums[kind, "gold"], 1), max(sums[kind, "ours"], 1)  # type: ignore[index]
            exact = f1(sums[kind, "exact"] / m, sums[kind, "exact"] / n)  # type: ignore[index]
            p, r = sums[kind, "precision"] / m, sums[kind, "recall"] / n  # type: ignore[index]
            print(
                f"{kind:8} gold {n:5.0f} ours {m:5.0f}  exact F1 {exact:.3f}"
                + (f"  overlap P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}" if kind != "all" else "")
            )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("archive")
    options.add_argument("--split", default="dev", choices=("dev", "train"))
    options.add_argument("--documents", type=int, default=60)
    options.add_argument("--errors", type=int, default=0, help="list errors by kind, with so many examples of each")
    options.add_argument("--save", help="write what was found to a file")
    options.add_argument("--compare", help="list gains and losses since a saved file")
    args = options.parse_args()
    nlp = load()
    everything = list(articles(args.archive, args.split))
    step = max(len(everything) // args.documents, 1)
    tally, record = Tally(), Record()
    for name, text, marks in everything[::step][: args.documents]:
        true, found = gold(text, marks), ours(read(nlp, name, text))
        pairs = paired(true, found)
        tally.add(true, found, pairs)
        record.add(name, text, true, found, pairs)
    tally.tell()
    if args.errors:
        record.tell_errors(args.errors)
    if args.compare:
        record.tell_changes(args.compare)
    if args.save:
        record.save(args.save)


if __name__ == "__main__":
    main()
