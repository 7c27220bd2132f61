"""What does the network mark as said, thought, wished or judged? A page as the network reads it, and what it marks."""

from __future__ import annotations

import numpy as np

from standfirst.extract.attributions.page import Page
from standfirst.language.attributor import Words


def words_of(page: Page) -> Words | None:
    """The page as the network reads it; None where the language pipeline gives no vectors of its own."""
    doc = page.doc
    if doc.tensor.shape[:1] != (len(doc),):
        return None
    sentences = np.cumsum([start == at for at, (start, _) in enumerate(page.sentence_of)])
    return Words(
        vectors=doc.tensor.astype(np.float32, copy=False),
        tags=[token.tag_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=[token.head.i if token.head.i != token.i else -1 for token in doc],
        sentences=sentences,
        paragraphs=np.maximum.accumulate(np.array(page.paragraph_of)),
        quoted=np.array([int(number >= 0) for number in page.quotation_of]),
    )
