"""How often is what points back given to the right name in news? Measured on links that readers labelled.

Usage: links.py DATA [--wrong] [--missed]

DATA is the folder of corpora (`training/README.md`); the labels are those of `training/links`, whose guidelines say
what is labelled. Every sixth document, by a sum over its name, is left out of training and measures.

A pronoun of the third person, or a definite noun, is *resolved* where it shares its entity with a name that stands
before it. It is *right* where one of the entity's names lies on the name that the readers gave; wrong where they gave
another or none. What they left unsettled is not counted. precision = right / resolved, recall = right / linked.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.coreference import read
from standfirst.extract.mentions.pronouns import FORMS
from standfirst.language import load
from standfirst.lexicon.coreference import FORMS as ALL
from standfirst.model.reading import Reading
from training.linked import Linked, held_back, linked_texts

_DEFINITE = ("the ", "this ", "that ", "these ", "those ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What we gave one pointing word to."""

    form: str
    start: int
    end: int
    #: The names of the entity, as ranges of characters; none where it stays open.
    names: tuple[tuple[int, int], ...]


def answers_of(reading: Reading) -> dict[int, Answer]:
    """Our answers, by where the pointing words end."""
    text = reading.report.text
    found = {}
    for mention in reading.mentions:
        words = text[mention.span.start : mention.span.end].lower()
        form = FORMS.get(words) if mention.form == "pronoun" else "the" if words.startswith(_DEFINITE) else None
        if mention.form not in ("pronoun", "nominal") or mention.kind == "role" or form is None:
            continue
        names = tuple(
            (other.head.start, other.head.end)
            for other in reading.mentions
            if other.form == "name" and other.entity == mention.entity
        )
        before = any(start < mention.span.start for start, _ in names)
        found[mention.head.end] = Answer(
            form=form, start=mention.span.start, end=mention.head.end, names=names if before else ()
        )
    return found


def form_of(linked: Linked, start: int, end: int) -> str:
    """The column of the table that a labelled place belongs to."""
    return FORMS.get(linked.text[start:end].lower(), "the")


def main() -> None:
    """Read, count, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--missed", action="store_true")
    args = parser.parse_args()
    nlp = load()
    given, wanted, right = Counter[str](), Counter[str](), Counter[str]()
    for linked in linked_texts(args.data):
        if not held_back(linked.name):
            continue
        answers = answers_of(read(nlp, linked))
        gold = {end: (start, name) for (start, end), name in linked.links.items()}
        for end, (start, name) in gold.items():
            if name is not None:
                form = form_of(linked, start, end)
                wanted[form] += 1
                if args.missed and (end not in answers or not answers[end].names):
                    _show(linked, start, end, "none", name)
        for end, answer in answers.items():
            settled = end not in gold or gold[end][1] is not None
            if not answer.names or not settled:
                continue
            given[answer.form] += 1
            name = gold[end][1] if end in gold else None
            good = name is not None and any(a < name[1] and name[0] < b for a, b in answer.names)
            right[answer.form] += good
            if args.wrong and not good:
                first = answer.names[0]
                _show(linked, answer.start, end, linked.text[first[0] : first[1]], name)
    print("| form | precision | recall |\n|---|---|---|")
    for form, forms in [*((form, (form,)) for form in ALL), ("all", ALL)]:
        ok, all_given, all_wanted = (sum(count[f] for f in forms) for count in (right, given, wanted))
        share = f"{100 * ok / all_given:.1f}" if all_given else "-"
        print(f"| {form} | {share} ({ok}/{all_given}) | {100 * ok / all_wanted:.1f} ({ok}/{all_wanted}) |")


def _show(linked: Linked, start: int, end: int, ours: str, name: tuple[int, int] | None) -> None:
    text = linked.text
    before = text[max(0, start - 200) : start].replace("\n", "¶")
    true = text[name[0] : name[1]] if name else "none"
    print(f"{linked.name}: …{before}[[{text[start:end]}]]{text[end : end + 60]}…\n    ours {ours!r}, readers {true!r}")


if __name__ == "__main__":
    main()
