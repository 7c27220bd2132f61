"""What names do the open corpora hold, said in our kinds? Where a source does not decide, several kinds stay possible.

The guidelines: a person's name holds no title ("Mr", "President"); a place is a country, city or region, what is built
is a facility; a group is a people, faith or movement and its adjective; dates and amounts are no names.
"""

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from training.data import Document, Passage, spans_to_labels
from training.lists import CALENDAR, COUNTRIES, DOUBTFUL_PEOPLES, FACILITY_WORDS, PEOPLES, TITLES

Span = tuple[int, int, tuple[str, ...]]
#: A tokenizer of ours: text to (word, offset, followed by white space).
Tokenize = Callable[[str], list[tuple[str, int, bool]]]

_ENTITY = re.compile(r"\(([^()]*)(\))?|(\d+)\)")
_OBJECT_KINDS = ("product", "work", "facility")
_LOOSE_KINDS = ("O", "work", "product", "event", "group", "organisation")


def label_gum(document: Document) -> Document:
    """Take named entities from GUM's ``Entity=`` brackets: the capitalised core around a proper head."""
    passages: list[Passage] = []
    open_: dict[str, tuple[int, int, str, str]] = {}
    for number, p in enumerate(document.passages):
        found: list[tuple[int, int, str, str]] = []
        for at, misc in enumerate(p.misc or ()):
            brackets = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
            for content, closed, ending in _ENTITY.findall(brackets):
                if content:
                    group, kind, _, _, _, *rest = content.split("-", 5)
                    identity = rest[0].partition("-")[2] if rest else ""
                    if closed:
                        found.append((at, at + 1, kind, identity))
                    else:
                        open_[group] = (number, at, kind, identity)
                elif ending in open_:
                    where, start, kind, identity = open_.pop(ending)
                    if where == number:
                        found.append((start, at + 1, kind, identity))
        passages.append(replace(p, names=_gum_names(p, found)))
    return replace(document, passages=tuple(passages))


def _gum_names(p: Passage, found: Iterable[tuple[int, int, str, str]]) -> tuple[frozenset[str], ...]:
    assert p.xpos
    assert p.heads
    assert p.upos
    assert p.feats
    taken: set[int] = set()
    spans: list[Span] = []
    for start, end, kind, _ in sorted(found, key=lambda f: f[0] - f[1]):
        core = _core(p, start, end)
        if core is None:
            continue
        first, last = cut_titles(p.words, *core) if kind == "person" else core
        if first >= last or taken & set(range(first, last)):
            continue
        kinds = _gum_kinds(kind, p, first, last)
        if kinds:
            spans.append((first, last, kinds))
            taken.update(range(first, last))
    return _finish(p, spans, taken)


def _gum_kinds(kind: str, p: Passage, first: int, last: int) -> tuple[str, ...]:
    words = [word.lower() for word in p.words[first:last]]
    if kind == "person":
        plural = p.xpos is not None and p.xpos[last - 1] == "NNPS"
        return ("group",) if words[-1] in PEOPLES or (plural and last - first == 1) else ("person",)
    if kind == "place":
        return _place_kinds(words)
    if kind == "organization":
        return ("organisation",)
    if kind == "event":
        return ("event",)
    if kind == "object":
        return _OBJECT_KINDS
    if kind in ("substance", "animal", "plant"):
        return ("O", "product", "person")
    return () if kind == "time" else _LOOSE_KINDS


def _place_kinds(words: Sequence[str]) -> tuple[str, ...]:
    if len(words) > 1 and words[-1] in FACILITY_WORDS | {"university"}:
        return ("facility",)
    return ("facility", "place") if FACILITY_WORDS & set(words) and len(words) > 1 else ("place",)


def _core(p: Passage, start: int, end: int) -> tuple[int, int] | None:
    """The words around a span's head that make the name: compounds, flat parts, capital adjectives, "of" phrases."""
    assert p.heads
    assert p.xpos
    assert p.deprels
    heads = [at for at in range(start, end) if not start <= p.heads[at] < end]
    if not heads or p.xpos[heads[0]] not in ("NNP", "NNPS"):
        return None
    chosen, frontier = {heads[0]}, [heads[0]]
    while frontier:
        head = frontier.pop()
        for at in range(start, end):
            if p.heads[at] != head or at in chosen:
                continue
            relation, capital = p.deprels[at].partition(":")[0], p.words[at][:1].isupper() or p.words[at][:1].isdigit()
            if relation in ("flat", "compound", "goeswith") or (
                relation in ("amod", "nummod", "nmod", "advmod") and capital
            ):
                chosen.add(at)
                frontier.append(at)
    capitals = [
        at for at in chosen if p.words[at][:1].isupper() or p.words[at][:1].isdigit() or p.xpos[at].startswith("NNP")
    ]
    first, last = min(capitals), max(capitals) + 1
    first, last = max(first, start), min(last, end)
    between = {p.words[at].lower() for at in range(first, last) if at not in chosen}
    if not between <= _INSIDE:
        # Something foreign stands between: keep the run that touches the head.
        first = last = heads[0]
        last += 1
        while first - 1 in chosen:
            first -= 1
        while last in chosen and last < end:
            last += 1
    return first, last


_INSIDE = frozenset(
    "of the and for in on de del la el al - – & 's ’s , . ' van von der den bin ibn di da do dos".split()
)


def cut_titles(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Take titles off the front of a person's name; nothing is left of a bare title."""
    while start < end and (words[start].lower() in TITLES or (words[start] in "-–." and start + 1 < end)):
        start += 1
    return start, end


def _finish(p: Passage, spans: list[Span], taken: set[int]) -> tuple[frozenset[str], ...]:
    """Add single peoples from the list, leave other capitalised proper nouns open, and call the rest no name."""
    doubtful = []
    for at, word in enumerate(p.words):
        low = word.lower()
        if at in taken or not word[:1].isupper():
            continue
        if low in PEOPLES and low not in DOUBTFUL_PEOPLES:
            spans.append((at, at + 1, ("group",)))
        elif (
            p.xpos and p.xpos[at] in ("NNP", "NNPS") and low not in CALENDAR and low not in TITLES
        ) or low in DOUBTFUL_PEOPLES:
            doubtful.append(at)
    return spans_to_labels(len(p.words), spans, doubtful)


def passages_from_text(
    text: str, spans: Iterable[tuple[int, int, tuple[str, ...]]], unsure: Iterable[tuple[int, int]], tokenize: Tokenize
) -> Passage | None:
    """Lay character spans over our own tokens, as one passage without sentence bounds."""
    tokens = tokenize(text)
    if not tokens:
        return None
    starts = [offset for _, offset, _ in tokens]
    ends = [offset + len(word) for word, offset, _ in tokens]
    placed: list[Span] = []
    taken: set[int] = set()
    for begin, end, kinds in sorted(spans, key=lambda s: s[0] - s[1]):
        inside = [at for at in range(len(tokens)) if starts[at] < end and ends[at] > begin]
        if inside and not taken & set(inside):
            placed.append((inside[0], inside[-1] + 1, kinds))
            taken.update(inside)
    doubtful = [
        at
        for at in range(len(tokens))
        for begin, end in unsure
        if starts[at] < end and ends[at] > begin and at not in taken
    ]
    return Passage(
        words=tuple(word for word, _, _ in tokens),
        spaces=(*(space for _, _, space in tokens[:-1]), True),
        bounds_known=False,
        names=spans_to_labels(len(tokens), placed, doubtful),
    )


def join_words(words: Sequence[str], glue_hyphens: bool = False) -> tuple[str, list[int]]:
    """Set words as running text again and say where each begins; quotes alternate, stops and commas lean left.

    ``glue_hyphens`` is for corpora that part "al-Ani" and "U.S." into words.
    """
    parts: list[str] = []
    offsets: list[int] = []
    size, glue, opened = 0, True, False
    for at, word in enumerate(words):
        leans = word in _LEANS_LEFT or word.startswith(("'", "’")) or word == "n't"
        if glue_hyphens and at:
            leans = (
                leans
                or word == "-"
                or (word == "s" and words[at - 1] in "'’")
                or (word == "S." and words[at - 1] == "U.")
            )
            glue = glue or (words[at - 1] == "-" and at > 1 and words[at - 2].isalnum() and word.isalnum())
        if word in ('"', "``", "''"):
            leans, opened = opened, not opened
        if not glue and not leans:
            parts.append(" ")
            size += 1
        offsets.append(size)
        parts.append(word)
        size += len(word)
        glue = word in ("(", "[", "$", "£", "€", "#", "“", "‘") or (word in ('"', "``", "''") and opened)
    return "".join(parts), offsets


_LEANS_LEFT = frozenset(". , ; : ? ! ) ] % ” ’ ...".split())


def read_wikigold(path: Path, tokenize: Tokenize) -> Iterator[Document]:
    """Read Wikigold; its MISC is a group, an event, a work or a product."""
    kinds = {"PER": ("person",), "ORG": ("organisation",), "MISC": ("group", "event", "work", "product")}
    passages: list[Passage] = []
    rows: list[tuple[str, str]] = []
    number = 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            word, _, label = line.rpartition(" ")
            rows.append((word, label))
            continue
        if not rows:
            continue
        if rows[0][0] == "-DOCSTART-":
            if passages:
                yield Document(name=f"wikigold-{number}", passages=tuple(passages))
            number, passages = number + 1, []
        else:
            passage = _wikigold_passage(rows, kinds, tokenize)
            if passage:
                passages.append(replace(passage, opens_paragraph=not passages))
        rows = []
    if passages:
        yield Document(name=f"wikigold-{number}", passages=tuple(passages))


def _wikigold_passage(
    rows: list[tuple[str, str]], kinds: dict[str, tuple[str, ...]], tokenize: Tokenize
) -> Passage | None:
    words = [word for word, _ in rows]
    text, offsets = join_words(words)
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    at = 0
    while at < len(rows):
        label, end = rows[at][1], at + 1
        while label != "O" and end < len(rows) and rows[end][1] == label:
            end += 1
        if label != "O":
            first, last = (cut_titles(words, at, end)) if label == "I-PER" else (at, end)
            low = [word.lower() for word in words[at:end]]
            found = _place_kinds(low) if label == "I-LOC" else kinds[label[2:]]
            if label == "I-MISC" and end == at + 1:
                found = ("group",) if low[0] in PEOPLES else (*tuple(k for k in found if k != "group"), "group")
            if first < last:
                spans.append((offsets[first], offsets[last - 1] + len(words[last - 1]), found))
        at = end
    passage = passages_from_text(text, spans, (), tokenize)
    return passage and replace(passage, bounds_known=True)


def read_re3d(folder: Path, tokenize: Tokenize) -> Iterator[Document]:
    """Read re3d: named mentions become names, nominal ones ("the camp") none, and mixed ones stay open."""
    for place in sorted(folder.iterdir()):
        if not (place / "documents.json").exists():
            continue
        entities: dict[str, list[dict[str, object]]] = {}
        for line in (place / "entities.json").read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            entities.setdefault(entry["documentId"], []).append(entry)
        for line in (place / "documents.json").read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            passages = list(_re3d_passages(entry["text"], entities.get(entry["_id"], []), tokenize))
            if passages:
                yield Document(name=f"re3d-{place.name}-{entry['_id']}", passages=tuple(passages))


def _re3d_passages(text: str, entities: list[dict[str, object]], tokenize: Tokenize) -> Iterator[Passage]:
    spans, unsure = [], []
    for entity in entities:
        begin, end, kind = int(str(entity["begin"])), int(str(entity["end"])), str(entity["type"])
        sure, open_ = _re3d_span(text, begin, end, kind)
        spans += sure
        unsure += open_
    for match in re.finditer(r"\b[A-Z][A-Za-z]+\b", text):
        low = match.group().lower()
        # A sentence's first word is no evidence; inside one, an unlabelled capital may have been missed.
        if re.search(r"[a-z0-9,] $", text[max(0, match.start() - 2) : match.start()]) and low not in CALENDAR:
            unsure.append(match.span())
    for part in re.finditer(r"[^\n]+(?:\n(?!\n)[^\n]+)*", text):
        inside = [(b - part.start(), e - part.start(), k) for b, e, k in spans if part.start() <= b and e <= part.end()]
        open_here = [(b - part.start(), e - part.start()) for b, e in unsure if part.start() <= b and e <= part.end()]
        passage = passages_from_text(part.group(), inside, open_here, tokenize)
        if passage:
            yield replace(passage, opens_paragraph=True)


def _re3d_span(
    text: str, begin: int, end: int, kind: str
) -> tuple[list[tuple[int, int, tuple[str, ...]]], list[tuple[int, int]]]:
    """Judge one mention: (sure spans, open spans)."""
    for lead in ("the ", "The ", "a ", "an "):
        if text.startswith(lead, begin) and begin + len(lead) < end:
            begin += len(lead)
    words = [(m.group(), begin + m.start(), begin + m.end()) for m in re.finditer(r"\S+", text[begin:end])]
    if kind == "Person":
        ranks = [at for at, (word, _, _) in enumerate(words[:-1]) if word.lower().strip(",") in TITLES]
        words = words[ranks[-1] + 1 :] if ranks else words
    bare = [w for w, _, _ in words]
    named = (
        bool(bare)
        and all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _INSIDE for w in bare)
        and bare[0][:1].isupper()
    )
    if bare and bare[0].lower() in _PRONOUNS:
        return [], []
    if not named:
        return [], [(b, e) for w, b, e in words if w[:1].isupper()]
    begin, end = words[0][1], words[-1][2]
    low = [w.lower() for w in bare]
    kinds = {
        "Person": ("group",) if low[-1] in PEOPLES else ("person",),
        "Organisation": ("group",) if len(low) == 1 and low[0] in PEOPLES else ("organisation",),
        "Location": _place_kinds(low),
        "Nationality": ("group",),
        "Weapon": ("product",),
        "Vehicle": ("product",),
        "MilitaryPlatform": ("product", "facility"),
    }.get(kind)
    if kinds is None or (kind == "Nationality" and len(bare) > 1):
        return [], [(begin, end)]
    if kind == "Location" and any(word.endswith(",") for word in bare[:-1]):
        comma = next(at for at, word in enumerate(bare) if word.endswith(","))
        rest = _re3d_span(text, words[comma + 1][1], end, kind)
        return [(begin, words[comma][2] - 1, _place_kinds([w.strip(",") for w in low[: comma + 1]])), *rest[0]], rest[1]
    if kind == "Organisation" and text[begin:end] in COUNTRIES:
        kinds = ("organisation", "place")
    if kind == "Organisation" and len(bare) == 2 and low[0] in PEOPLES and bare[1].isupper():
        split = words[1][1]
        return [(words[0][1], words[0][2], ("group",)), (split, end, kinds)], []
    return [(begin, end, kinds)], []


_PRONOUNS = frozenset(
    "i we you he she it they us our his her its their this that these those who all many some most both".split()
)


def read_meantime(folder: Path, tokenize: Tokenize) -> Iterator[Document]:
    """Read MEANTIME's named mentions (``syntactic_type="NAM"``); other capitalised words stay open."""
    kinds = {
        "PER": ("person",),
        "ORG": ("organisation",),
        "LOC": None,
        "PRO": ("product", "work"),
        "FIN": ("organisation", "O"),
    }
    for path in sorted(folder.glob("intra-doc_annotation/*/*.xml")):
        root = ElementTree.parse(path).getroot()
        tokens = {t.get("t_id"): (t.text or "", int(t.get("sentence", "0"))) for t in root.iter("token")}
        mentions, types = _meantime_mentions(root)
        sentences: dict[int, list[str]] = {}
        for key, (_, sentence) in tokens.items():
            sentences.setdefault(sentence, []).append(str(key))
        passages = []
        for number, keys in sorted(sentences.items()):
            words = [tokens[key][0] for key in keys]
            text, offsets = join_words(words)
            spans: list[tuple[int, int, tuple[str, ...]]] = []
            unsure: list[tuple[int, int]] = []
            for at, word in enumerate(words):
                if at and word[:1].isupper() and word.lower() not in CALENDAR:
                    unsure.append((offsets[at], offsets[at] + len(word)))
            for name, anchors in mentions.items():
                places = sorted(keys.index(a) for a in anchors if a in keys)
                if not places:
                    continue
                first, last = places[0], places[-1] + 1
                while first < last and words[first].lower() in ("the", "a", "an"):
                    first += 1
                kind = types.get(name, "")
                if kind == "PER":
                    first, last = cut_titles(words, first, last)
                last = next((a for a in range(first, last) if words[a] == ","), last)
                if first >= last or not words[first][:1].isupper():
                    continue
                low = [word.lower() for word in words[first:last]]
                found = _place_kinds(low) if kind == "LOC" else kinds.get(kind)
                if found is None or low[-1] in PEOPLES:
                    continue
                spans.append((offsets[first], offsets[last - 1] + len(words[last - 1]), found))
            passage = passages_from_text(text, spans, unsure, tokenize)
            if passage:
                passages.append(replace(passage, opens_paragraph=number < 2, bounds_known=number > 1))
        if passages:
            yield Document(name=path.stem, passages=tuple(passages))


def _meantime_mentions(root: ElementTree.Element) -> tuple[dict[str, list[str]], dict[str, str]]:
    mentions: dict[str, list[str]] = {}
    instance_types: dict[str, str] = {}
    for element in root.iter():
        if element.tag == "ENTITY_MENTION" and element.get("syntactic_type") == "NAM":
            mentions[str(element.get("m_id"))] = [str(a.get("t_id")) for a in element.iter("token_anchor")]
        elif element.tag == "ENTITY" and element.get("ent_type"):
            instance_types[str(element.get("m_id"))] = str(element.get("ent_type"))
    types: dict[str, str] = {}
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        if target is not None:
            for source in link.iter("source"):
                types[str(source.get("m_id"))] = instance_types.get(str(target.get("m_id")), "")
    return mentions, types


def read_gmb(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Read the silver corpus as (words, labels) a sentence."""
    words: list[str] = []
    labels: list[str] = []
    import csv

    with gzip.open(path, "rt", encoding="latin-1", newline="") as lines:
        for row in csv.reader(lines):
            if row[0].startswith("Sentence:") and words:
                yield words, labels
                words, labels = [], []
            if len(row) == 4 and row[0] != "Sentence #":
                words.append(row[1])
                labels.append(row[3])
    if words:
        yield words, labels


def gmb_blocks(path: Path, tokenize: Tokenize, size: int = 12) -> Iterator[Document]:
    """GMB's text without its labels, ``size`` sentences in a row as a document (the corpus has no document bounds)."""
    rows = [words for words, _ in read_gmb(path)]
    for number in range(len(rows) // size):
        found = [
            passages_from_text(join_words(words)[0], (), (), tokenize)
            for words in rows[number * size : (number + 1) * size]
        ]
        passages = tuple(replace(p, opens_paragraph=not at, bounds_known=True) for at, p in enumerate(found) if p)
        if len(passages) == size:
            yield Document(name=f"gmb-{number}", passages=passages)
