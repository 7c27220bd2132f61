"""Attributions drawn with a fixed seed from reports that no rule was written on, for judging by hand.

Usage: attribution_sample.py INCIDENTS [--seed 20261121] [--number 100]

INCIDENTS is the archive of incidents, a JSON object a line with `articles` of `title` and `content`. One report
is drawn of each incident and one attribution of each report, until there are enough; attitudes are not drawn. Printed
of each: who speaks, by name or in words, mode, stance, chain, the passage with the cue in [[ ]] and the content in { }.
Judged by hand: whether the content is what the speaker is told to have said, no more and no less than a person would
mark; whether the speaker is right; whether the mode is. The texts are not shipped: only the figures are written down.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from typing import Any

from standfirst.extract.steps import read_report
from standfirst.language import load
from standfirst.model.reading import Attribution, Reading
from standfirst.model.report import Report

#: How much is printed before and after an attribution, in code points.
_AROUND = 240


def articles(path: str, seed: int) -> Iterator[dict[str, Any]]:
    """One article of each incident, the incidents in the order of the draw."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        incidents = sorted((json.loads(line) for line in lines), key=lambda one: str(one["incident"]))
    draw = random.Random(seed)
    draw.shuffle(incidents)
    for one in incidents:
        yield draw.choice(sorted(one["articles"], key=lambda article: str(article["id"])))


def shown(reading: Reading, said: Attribution) -> str:
    """The passage of an attribution with its cue and content marked."""
    text = reading.report.text
    spans = [*((span, "[[", "]]") for span in said.cue), *((span, "{", "}") for span in said.content)]
    first = min(span.start for span, _, _ in spans)
    last = max(span.end for span, _, _ in spans)
    marks = sorted(
        [(span.start, opens) for span, opens, _ in spans] + [(span.end, closes) for span, _, closes in spans]
    )
    at, out = max(first - _AROUND, 0), []
    for place, mark in marks:
        out += [text[at:place], mark]
        at = place
    return " ".join("".join([*out, text[at : last + _AROUND]]).split())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("incidents")
    options.add_argument("--seed", type=int, default=20261121)
    options.add_argument("--number", type=int, default=100)
    args = options.parse_args()
    nlp, draw, number = load(), random.Random(args.seed), 0
    for article in articles(args.incidents, args.seed):
        if number == args.number:
            return
        report = Report(id=article["id"], text=article["content"], headline=article["title"])
        reading = read_report(report, nlp(report.text))
        if not reading.attributions:
            continue
        number += 1
        said = draw.choice(reading.attributions)
        names = {mention.entity: reading.report.words(mention.head) for mention in reversed(reading.mentions)
                 if mention.form == "name"}  # fmt: skip
        who = f"{names.get(said.speaker or '', '?')} <{said.speaker_text}>" if said.speaker else f"~{said.speaker_text}"
        via = "".join(f" via {carrier.name}" for carrier in said.via)
        print(f"{number}. {who} ({said.mode}, {said.stance}, {said.source_kind}{via})\n   {shown(reading, said)}\n")


if __name__ == "__main__":
    main()
