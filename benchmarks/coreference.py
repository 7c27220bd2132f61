"""How often is a pronoun or a short form given to the right named thing? Measured on GUM's entities.

Usage: coreference.py FILE.conllu.gz [--genres news interview] [--documents odd|even] [--wrong] [--missed]

FILE is a part of GUM: its texts are made again from the sentences' own text, read as a report of which nothing else
is known, and our mentions are laid on its mentions by characters. GUM's development part measures; its training part
is for tuning.

Gold, from `Entity=` (whose fields the document's header names): mentions, each in a chain. A mention is *named* where
its head is a proper noun; times, dates and sums have no names. An *anaphor* is a mention of one of these kinds, where
a named mention of its chain begins before it:

- he/she, it, they: the third-person pronouns, possessive and reflexive forms included. What GUM does not take for a
  mention (the "it" of "it rained"), relative pronouns and "this" are none.
- surname: a person's name whose words are some of those of an earlier name of the chain, titles left out.
- acronym: one word in capitals for what an earlier mention of the chain names in two words or more.
- short name: any other name whose words are some of those of an earlier name of the chain.
- description: a mention with a common noun (or an office) as its head that "the", "this", "that", "these" or "those"
  opens. What stands in apposition or as a predicate of the name itself is none: it points to nothing.

Apart, in no total: I/we (first person), which is settled by who speaks, and "his wife" and the like (possessive
descriptions).

Ours: an anaphor is *resolved* where our mention of it (the pronoun itself; else the mention whose head lies on the
gold head) shares its entity with a name that, for a short form, has more words. It is *right* where one of the
entity's names lies on a named mention of the gold chain. A pronoun or description that we resolve and that is no
mention in gold, or whose chain has no name at all, is wrong; a cataphor ("before he left, Ruiz ...") counts for
precision alone.

precision = right / resolved, recall = right / anaphors.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from spacy.language import Language

from benchmarks.gum import KIND_OF, Document, Gold, documents
from standfirst.extract.steps import STEPS
from standfirst.language import load
from standfirst.model.reading import Mention, Reading
from standfirst.model.report import Report

COUNTED = ("he/she", "it", "they", "surname", "acronym", "short name", "description")
APART = ("possessive description", "I/we")
_DEFINITE = {"the", "this", "that", "these", "those"}
_POSSESSIVE = {"my", "your", "his", "her", "its", "our", "their"}


def kind_of(mention: Gold, before: list[Gold]) -> str | None:
    """Of which kind of anaphor it is, given the mentions of its chain before it; None: of none."""
    if mention.pronoun is not None:
        return mention.pronoun
    if mention.link in ("appos", "pred"):
        return None
    if mention.named:
        return short_kind(mention.name, mention.type == "person", [other.name for other in before if other.named])
    if mention.head.tag not in ("NOUN", "PROPN"):
        return None
    opening = mention.words[0].text.lower()
    return "description" if opening in _DEFINITE else "possessive description" if opening in _POSSESSIVE else None


def short_kind(name: frozenset[str], person: bool, before: list[frozenset[str]]) -> str | None:
    """Of which kind a name is as a short form of one of the names before it."""
    if any(name < other for other in before):
        return "surname" if person else "short name"
    letters = "".join(name).replace(".", "")
    acronym = len(name) == 1 and 2 <= len(letters) <= 6 and not person
    return "acronym" if acronym and any(len(other) > 1 and _spells(letters, other) for other in before) else None


def _spells(letters: str, name: frozenset[str]) -> bool:
    return set(letters) <= {letter for word in name for letter in word} and letters[0] in {word[0] for word in name}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An anaphor of gold, or one that we resolve."""

    kind: str
    start: int
    end: int
    right: bool
    #: The name that we give it, and the one that gold gives it; "" without one.
    ours: str
    true: str


def judged(document: Document, reading: Reading) -> tuple[list[Case], list[Case]]:
    """The anaphors of gold, each right or not, and those that we resolve."""
    text = document.text
    chains: dict[str, list[Gold]] = defaultdict(list)
    for one in sorted(document.mentions, key=lambda m: (m.start, m.end)):
        chains[one.chain].append(one)
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.form == "name":
            names[mention.entity].append(mention)
    answers: list[Case] = []
    given: dict[int, Case] = {}
    for mention in reading.mentions:
        kind, others = _answer(text, mention, names[mention.entity])
        if kind is None or mention.kind == "role":
            continue
        gold = _gold_of(document, mention)
        if gold is not None and gold.link in ("appos", "pred"):
            continue
        true = [one for one in chains[gold.chain] if one.named and one is not gold] if gold is not None else []
        case = Case(
            kind=kind,
            start=mention.span.start,
            end=mention.span.end,
            right=any(_on(name, one) for name in others for one in true),
            ours=text[others[0].head.start : others[0].head.end],
            true=text[true[0].start : true[0].end] if true else "",
        )
        answers.append(case)
        if gold is not None and (id(gold) not in given or case.right):
            given[id(gold)] = case
    anaphors: list[Case] = []
    for chain in chains.values():
        for at, anaphor in enumerate(chain):
            before = [one for one in chain[:at] if one.named and one.start < anaphor.start]
            kind = kind_of(anaphor, before) if before else None
            if kind is not None:
                answer = given.get(id(anaphor))
                anaphors.append(
                    Case(
                        kind=kind,
                        start=anaphor.start,
                        end=anaphor.end,
                        right=answer is not None and answer.right,
                        ours=answer.ours if answer is not None else "",
                        true=text[before[0].start : before[0].end],
                    )
                )
    return anaphors, answers


def _answer(text: str, mention: Mention, names: list[Mention]) -> tuple[str | None, list[Mention]]:
    """Of which kind of anaphor a mention of ours is, and the names that it stands for; None: not resolved."""
    words = text[mention.span.start : mention.span.end].lower()
    if mention.form == "pronoun":
        return (KIND_OF.get(words) if names else None), names
    if mention.form == "nominal":
        possessive = words.split()[0] in _POSSESSIVE
        return ("possessive description" if possessive else "description") if names else None, names
    own = _name(text, mention)
    before = [name for name in names if name.span.start < mention.span.start]
    longer = [name for name in before if short_kind(own, mention.kind == "person", [_name(text, name)]) is not None]
    return short_kind(own, mention.kind == "person", [_name(text, name) for name in longer]), longer


def _name(text: str, mention: Mention) -> frozenset[str]:
    words = re.findall(r"[\w.&’'-]+", text[mention.head.start : mention.head.end].lower())
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in words)


def _gold_of(document: Document, mention: Mention) -> Gold | None:
    """The mention of gold on the same words; for a name or noun, one with its name or head on it, nearest in bounds."""
    if mention.form == "pronoun":
        return next((g for g in document.mentions if (g.start, g.end) == (mention.span.start, mention.span.end)), None)
    on = [gold for gold in document.mentions if _on(mention, gold) and gold.pronoun is None]
    name = mention.form == "name"

    def apart(gold: Gold) -> int:
        return abs(gold.start - mention.span.start) + abs(gold.end - mention.span.end)

    return min(on, key=lambda gold: (gold.named != name, apart(gold)), default=None)


def _on(mention: Mention, gold: Gold) -> bool:
    return any(mention.head.start <= start < mention.head.end for start in gold.anchors)


def read(nlp: Language, document: Document) -> Reading:
    """The reading as far as its mentions."""
    reading = Reading(report=Report(id=document.name, text=document.text))
    doc = nlp(document.text)
    for step in STEPS:
        reading = step.run(reading, doc)
        if step.name == "mentions":
            break
    return reading


@dataclass(slots=True)
class Tally:
    """Counts by kind."""

    anaphors: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, anaphors: list[Case], answers: list[Case]) -> None:
        """Count the cases of one text."""
        self.anaphors.update(case.kind for case in anaphors)
        self.found.update(case.kind for case in anaphors if case.right)
        self.answers.update(case.kind for case in answers)
        self.right.update(case.kind for case in answers if case.right)

    def row(self, name: str, kinds: tuple[str, ...]) -> str:
        """One line of the table."""
        right, answers, found, anaphors = (
            sum(count[kind] for kind in kinds) for count in (self.right, self.answers, self.found, self.anaphors)
        )
        precision = f"{100 * right / answers:.1f}" if answers else "-"
        recall = f"{100 * found / anaphors:.1f}" if anaphors else "-"
        return f"| {name} | {precision} ({right}/{answers}) | {recall} ({found}/{anaphors}) |"


def main() -> None:
    """Read, count, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--genres", nargs="*", default=["news", "interview"])
    parser.add_argument("--documents", choices=("odd", "even"), help="only every other text")
    parser.add_argument("--wrong", action="store_true", help="print what is resolved wrongly")
    parser.add_argument("--missed", action="store_true", help="print the anaphors that are not resolved")
    args = parser.parse_args()
    nlp = load()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, document in enumerate(documents(args.file)):
        if args.documents and number % 2 != (args.documents == "odd"):
            continue
        anaphors, answers = judged(document, read(nlp, document))
        chosen = document.genre in args.genres
        for name in (document.genre, "chosen" if chosen else "other genres"):
            tallies[name].add(anaphors, answers)
        if chosen and args.wrong:
            _show(document, [case for case in answers if not case.right])
        if chosen and args.missed:
            _show(document, [case for case in anaphors if not case.ours])
    print(f"{', '.join(args.genres)}:\n\n| kind | precision | recall |\n|---|---|---|")
    for kind in (*COUNTED, *APART):
        print(tallies["chosen"].row(kind, (kind,)))
    print(tallies["chosen"].row("all counted", COUNTED))
    for genre in sorted(tallies.keys() - {"chosen"}):
        print(tallies[genre].row(genre, COUNTED))


def _show(document: Document, some: list[Case]) -> None:
    for case in some:
        around = document.text[max(case.start - 160, 0) : case.start].replace("\n", "¶")
        after = document.text[case.end : case.end + 50].replace("\n", "¶")
        words = document.text[case.start : case.end]
        print(f"{document.name} {case.kind}: …{around}[[{words}]]{after}…\n    ours {case.ours!r}, gold {case.true!r}")


if __name__ == "__main__":
    main()
