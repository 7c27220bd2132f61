import pytest

from standfirst.language.wordpiece import WordPiece, shape, style

PIECES = WordPiece(["[UNK]", "[CLS]", "[SEP]", "bag", "##hd", "##ad", "'", "s", "e", "##clair"])


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("Baghdad", "bag ##hd ##ad"), ("’s", "' s"), ("Éclair", "e ##clair"), ("xyz", "[UNK]"), ("\u200b", "[UNK]")],
)
def test_pieces_of_a_word(word: str, pieces: str) -> None:
    assert " ".join(PIECES.pieces[number] for number in PIECES.encode(word)) == pieces


@pytest.mark.parametrize(
    ("word", "look"),
    [
        ("the", 1),
        ("Iraq", 2),
        ("NATO", 3),
        ("A", 4),
        ("iPhone", 5),
        ("2003", 6),
        ("F16", 7),
        ("—", 8),
        ("U.S.", 9),
        ("O'Neill", 5),
    ],
)
def test_the_look_of_a_word(word: str, look: int) -> None:
    assert shape(word, False) == look
    assert shape(word, True) == look + 10


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The bridge was shut on Monday", 0),
        ("FIRE SHUTS HARBOUR BRIDGE", 1),
        ("Fire Shuts Harbour Bridge", 2),
        ("fire shuts bridge", 3),
    ],
)
def test_how_far_case_can_be_trusted(text: str, number: int) -> None:
    assert style(text.split()) == number
