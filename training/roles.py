"""Which words are a title or a role? Labels made by rules from a lexicon of offices, checked by tags and names.

A role is the office with what narrows it: "Acting Prime Minister", "deputy foreign minister", "secretary of state",
"foreign minister and deputy prime minister". It holds no article and no organisation ("a White House [spokesperson]");
the small reports of ``training.written`` teach that a capitalised title may hold one ("[NATO Secretary-General] ...").
Courtesy ("Mr", "Ms") is no role.
The rules err towards silence.
"""

from collections.abc import Sequence

from training.data import Passage
from training.lists import read_list

OFFICES = frozenset(read_list("offices"))
_BESIDE_NAME_ONLY = frozenset(read_list("offices-beside-names"))
_MODIFIERS = frozenset(read_list("office-modifiers"))
_OF = {
    "secretary": ("state",),
    "minister": "defence defense health state finance justice education labour interior transport energy trade".split(),
}
_OF |= {
    "chief": ("staff", "police", "defence"),
    "leader": ("opposition",),
    "director": ("operations", "communications"),
}
_OF |= {"head": ("state", "government", "mission"), "attorney": (), "secretary-general": ()}


def label_roles(p: Passage, kinds: Sequence[str | None]) -> tuple[str, ...] | None:
    """Label the roles of one tagged passage; ``kinds`` is the kind of name that each word stands in."""
    if p.xpos is None or p.heads is None:
        return None
    labels = ["O"] * len(p.words)
    at = 0
    low = [word.lower() for word in p.words]
    while at < len(low):
        end = _office_end(p, low, kinds, at)
        if end is None:
            at += 1
            continue
        start = at
        while (
            start and kinds[start - 1] != "person" and labels[start - 1] == "O" and _narrows(p, low, kinds, start - 1)
        ):
            start -= 1
        while start < at and low[start] in ("-", "and", "&"):
            start += 1
        if _is_told(p, low, kinds, start, end):
            _write(labels, start, end)
        at = end
    _join(labels, low, p)
    return tuple(labels)


def _office_end(p: Passage, low: list[str], kinds: Sequence[str | None], at: int) -> int | None:
    assert p.upos
    if low[at] not in OFFICES or kinds[at] not in (None, "person?") or p.upos[at] not in ("NOUN", "PROPN"):
        return None
    end = at + 1
    while end < len(low) and low[end] in OFFICES and kinds[end] is None and p.upos[end] in ("NOUN", "PROPN"):
        end += 1
    if end + 1 < len(low) and low[end] == "-" and low[end + 1] in ("general", "elect", "chief", "in"):
        end += 2
    if end + 1 < len(low) and low[end] == "of" and low[end + 1] in _OF.get(low[end - 1], ()):
        end += 2
    if (
        end + 2 < len(low)
        and low[end - 1] == "minister"
        and low[end] in ("of", "for")
        and low[end + 1] == "foreign"
        and low[end + 2] == "affairs"
    ):
        end += 3
    return end


def _narrows(p: Passage, low: list[str], kinds: Sequence[str | None], at: int) -> bool:
    return (
        low[at] in _MODIFIERS
        and kinds[at] is None
        and p.upos is not None
        and p.upos[at] in ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "PUNCT")
    )


def _is_told(p: Passage, low: list[str], kinds: Sequence[str | None], start: int, end: int) -> bool:
    beside = end < len(low) and kinds[end] == "person"
    if beside:
        return True
    if low[end - 1] in _BESIDE_NAME_ONLY and end - start == 1:
        return False
    # "the company's president" yes, "President" as a verb's stray tag no: an office that is a head noun.
    assert p.heads
    assert p.deprels
    relation = p.deprels[end - 1].partition(":")[0]
    return relation in (
        "nsubj",
        "obj",
        "obl",
        "nmod",
        "appos",
        "root",
        "conj",
        "iobj",
        "vocative",
        "list",
        "parataxis",
        "flat",
        "ccomp",
        "xcomp",
        "advcl",
    )


def _write(labels: list[str], start: int, end: int) -> None:
    for at in range(start, end):
        labels[at] = "I-role"
    labels[start], labels[end - 1] = "B-role", "E-role"
    if end - start == 1:
        labels[start] = "S-role"


def _join(labels: list[str], low: list[str], p: Passage) -> None:
    """ "foreign minister and deputy prime minister" of one person is one role, if the second follows "and" at once."""
    for at in range(1, len(labels) - 1):
        if (
            low[at] == "and"
            and labels[at - 1][0] in "ES"
            and labels[at + 1][0] in "BS"
            and not low[at - 1].endswith("s")
        ):
            start = at - 1
            while labels[start][0] not in "BS":
                start -= 1
            end = at + 1
            while labels[end][0] not in "ES":
                end += 1
            _write(labels, start, end + 1)
