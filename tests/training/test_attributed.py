"""Attributions labelled by hand: how a file of labels is laid over a text, and that every label fits its corpus."""

from pathlib import Path

import pytest

from training.attributed import LABELS, PARTS, Attribution, agreement, corpora, laid_out, read_labels
from training.data import Document, Passage

DATA = Path("../shared/data")
FIRST = Passage(words=("Ida", "Moss", "said", "so", "."), spaces=(True, True, True, False, False))
SECOND = Passage(words=("It", "sank", "."), spaces=(True, False, False), opens_paragraph=True)
LINES = "d\t0\tS\tsource\t0\t0\t8\tfirst\nd\t0\tS\tcue\t0\t9\t13\tfirst\nd\t0\tS\tcontent\t1\t0\t7\tfirst\ne\n"


def labels(tmp_path: Path) -> dict[str, list[Attribution]]:
    path = tmp_path / "labels.tsv"
    path.write_text(LINES, encoding="utf-8")
    return read_labels(path)


def test_a_label_is_laid_over_the_text(tmp_path: Path) -> None:
    read = labels(tmp_path)
    text, (told,) = laid_out(Document(name="d", passages=(FIRST, SECOND)), read["d"])
    assert text == "Ida Moss said so.\n\nIt sank."
    assert [text[start:end] for part in PARTS for start, end in getattr(told, part)] == ["Ida Moss", "said", "It sank"]
    assert read["e"] == []


def test_a_reading_agrees_with_itself_and_not_with_none(tmp_path: Path) -> None:
    read = labels(tmp_path)
    assert set(agreement(read, read).values()) == {100.0}
    assert agreement(read, {"d": [], "e": []})["found"] == 0


@pytest.mark.parametrize("name", [path.stem for path in sorted(LABELS.glob("*.tsv")) if path.stem != "second"])
def test_every_label_stands_on_whole_words_of_its_corpus(name: str) -> None:
    read = read_labels(LABELS / f"{name}.tsv")
    met = 0
    for document in corpora(DATA)[name]():
        if document.name not in read:
            continue
        met += 1
        texts = [passage.text for passage in document.passages]
        for one in read[document.name]:
            assert one.content
            for number, start, end in (*one.source, *one.cue, *one.content):
                words, before, after = texts[number][start:end], texts[number][:start][-1:], texts[number][end:][:1]
                assert words == words.strip() != "", (document.name, number, start, end)
                assert not (words[0].isalnum() and before.isalnum()), (document.name, number, start, end)
                assert not (words[-1].isalnum() and after.isalnum()), (document.name, number, start, end)
    assert met == len(read)
