"""The pictures of the docs are what the program draws of the bundled story today."""

from __future__ import annotations

import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

from standfirst.model.reading import Reading
from standfirst.newsroom import snapshot_from

DOCS = Path(__file__).parents[2] / "docs"


def test_pictures_are_what_is_drawn_today(example: tuple[Reading, ...]) -> None:
    made = runpy.run_path(str(DOCS / "make_pictures.py"))["pictures"](snapshot_from(example, ()))
    kept = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "pictures").glob("*.svg")}
    assert kept == made, "run `python docs/make_pictures.py`"
    page = (DOCS / "figures.md").read_text(encoding="utf-8")
    for name, drawing in made.items():
        ET.fromstring(drawing)
        assert f"(pictures/{name})" in page, f"{name} is in no page"
