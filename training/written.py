"""Small reports written for training, in the manner of news agencies, with slots for names of all the world.

They teach what the open corpora have least of: titles and roles, facilities, weapons, named events and works, surnames
alone after the full name, datelines, live-blog stamps, headlines. Nothing here happened. ``<kind:n>`` is a slot: the
same n is the same thing, ``surname`` the person's. ``[...]`` is a role, ``{a|b}`` a choice; a line is a sentence, a
blank line parts paragraphs.
"""

import random
import re
from dataclasses import replace

from training import made
from training.data import Document, Passage
from training.lists import FOLDER
from training.names import Tokenize, passages_from_text

#: Slot: its list, and the kind of name that it is ("" for roles, which brackets mark).
_SLOTS = {
    "place": ("places", "place"),
    "org": ("organisations", "organisation"),
    "wire": ("wires", "organisation"),
    "facility": ("facilities", "facility"),
    "group": ("groups", "group"),
    "groups": ("group-members", "group"),
    "product": ("products", "product"),
    "event": ("events", "event"),
    "work": ("works", "work"),
    "role": ("roles", ""),
    "Title": ("role-titles", ""),
}
_MAKERS = {"place": made.make_place, "org": made.make_organisation, "facility": made.make_facility}
_SLOT = re.compile(r"<(\w+)(?::(\d))?>|\{([^{}]*)\}")


def write(tokenize: Tokenize, count: int, seed: int = 11) -> list[Document]:
    """Fill the stories, each ``count`` times, with other names every time."""
    chance = random.Random(seed)
    stories = (FOLDER / "stories.txt").read_text(encoding="utf-8").split("===\n")
    return [
        _fill(f"written-{n}-{at}", story.strip("\n"), tokenize, chance)
        for n in range(count)
        for at, story in enumerate(stories)
    ]


def _fill(name: str, story: str, tokenize: Tokenize, chance: random.Random) -> Document:
    cast: dict[tuple[str, str], str] = {}
    passages: list[Passage] = []
    opens = True
    for line in story.split("\n"):
        if not line.strip():
            opens = True
            continue
        passage = _passage(line, cast, tokenize, chance)
        passages.append(replace(passage, opens_paragraph=opens, bounds_known=True))
        opens = line.startswith("•")
    return Document(name=name, passages=tuple(passages))


def _passage(line: str, cast: dict[tuple[str, str], str], tokenize: Tokenize, chance: random.Random) -> Passage:
    while "{" in line:
        line = re.sub(r"\{([^{}]*)\}", lambda match: chance.choice(match.group(1).split("|")), line)
    text = ""
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    roles: list[tuple[int, int]] = []
    opened = 0
    for part in re.split(r"(<\w+:\d>|<Role:\d>|\[|\])", line):
        slot = re.fullmatch(r"<(\w+):(\d)>", part)
        if part == "[":
            opened = len(text)
        elif part == "]":
            roles.append((opened, len(text)))
        elif slot:
            written, kind = _name(slot.group(1), slot.group(2), cast, chance)
            if kind:
                spans.append((len(text), len(text) + len(written), (kind,)))
            text += written
        else:
            text += part
    passage = passages_from_text(text, spans, (), tokenize)
    assert passage is not None
    marks = passages_from_text(text, [(a, b, ("person",)) for a, b in roles], (), tokenize)
    assert marks is not None
    assert marks.names is not None
    labels = tuple(next(iter(label)).replace("person", "role") for label in marks.names)
    return replace(passage, roles=labels)


def _name(slot: str, number: str, cast: dict[tuple[str, str], str], chance: random.Random) -> tuple[str, str]:
    """What a slot holds, and its kind ("" for roles, which are marked by brackets)."""
    if slot in ("person", "surname", "PERSON"):
        if ("person", number) not in cast:
            given, cast["surname", number] = made.make_person(chance)
            cast["person", number] = f"{given} {cast['surname', number]}"
        written = cast["surname" if slot != "person" else "person", number]
        return (written.upper() if slot == "PERSON" else written), "person"
    base = {"PLACE": "place", "Role": "role"}.get(slot, slot)
    lists, kind = _SLOTS[base]
    if (base, number) not in cast:
        make = _MAKERS.get(base)
        cast[base, number] = make(chance) if make else chance.choice(made.read(lists))
    written = cast[base, number]
    if slot == "Role":
        written = " ".join(w if w in ("of", "and", "for") else w[:1].upper() + w[1:] for w in written.split())
    return (written.upper() if slot == "PLACE" else written), kind
