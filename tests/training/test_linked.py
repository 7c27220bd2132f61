"""Links that readers labelled, laid over a document by characters."""

from pathlib import Path

from training.data import Document, Passage
from training.linked import read_links


def passage(words: str, *, opens: bool = False) -> Passage:
    split = tuple(words.split())
    return Passage(words=split, spaces=(True,) * len(split), opens_paragraph=opens)


def test_links_are_places_in_the_whole_text(tmp_path: Path) -> None:
    document = Document(name="one", passages=(passage("Kestrel grew .", opens=True), passage("It hired , they say .")))
    path = tmp_path / "links.tsv"
    path.write_text("one\none\t1\t0\t2\t0\t0\t7\tfirst\none\t1\t11\t15\t?\tfirst\n", encoding="utf-8")
    (linked,) = read_links(path, [document])
    found = {linked.text[slice(*at)]: name and linked.text[slice(*name)] for at, name in linked.links.items()}
    assert found == {"It": "Kestrel", "they": None}
