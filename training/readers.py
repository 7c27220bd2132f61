"""How far do two readers of the same documents agree? ``python -m training.readers``.

One reader's labels are taken for gold and the other's for found, so F1 does not depend on which is which. A kind
agrees if the two have one kind in common (``organisation/facility`` agrees with ``facility``); what either reader
marked with ``?`` counts for neither.
"""

import argparse
from collections import Counter
from pathlib import Path

from training.labelled import LABELS, UNSURE, Label, Marks, read_labels

Place = tuple[str, int, int, int]


def spans(read: dict[str, Marks], documents: set[str]) -> dict[Place, Label]:
    """The labels of some documents by where they stand."""
    return {
        (document, passage, label.start, label.end): label
        for document in documents
        for passage, labels in read[document].items()
        for label in labels
    }


def main() -> None:
    """Compare the two files and print agreement by kind, and the differences when they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=Path, default=LABELS / "ewt.tsv")
    parser.add_argument("--second", type=Path, default=LABELS / "ewt-second.tsv")
    parser.add_argument("--differences", action="store_true")
    arguments = parser.parse_args()
    first, second = read_labels(arguments.first), read_labels(arguments.second)
    both = first.keys() & second.keys()
    one, two = spans(first, both), spans(second, both)
    unsure = {place for found in (one, two) for place, label in found.items() if label.kinds == (UNSURE,)}
    one, two = ({p: label for p, label in found.items() if not _touches(p, unsure)} for found in (one, two))
    same = one.keys() & two.keys()
    agreed = {place for place in same if set(one[place].kinds) & set(two[place].kinds)}
    print(f"{len(both)} documents, {len(one)} and {len(two)} names")
    for name, right in (("bounds", same), ("bounds and kind", agreed)):
        print(f"{name} F1 {200 * len(right) / max(len(one) + len(two), 1):.1f}")
    found, kept = Counter[str](), Counter[str]()
    for labels in (one, two):
        found.update(label.kinds[0] for label in labels.values())
        kept.update(labels[place].kinds[0] for place in agreed)
    for kind, count in found.most_common():
        print(f"{kind:14} {100 * kept[kind] / count:5.1f} ({count})")
    if arguments.differences:
        for place in sorted((one.keys() | two.keys()) - agreed):
            kinds = ["/".join(labels[place].kinds) if place in labels else "-" for labels in (one, two)]
            print(*place, *kinds, sep="\t")


def _touches(place: Place, others: set[Place]) -> bool:
    return any(place[:2] == o[:2] and place[2] < o[3] and o[2] < place[3] for o in others)


if __name__ == "__main__":
    main()
