"""A page for a terminal, written into memory: headings, items, tables; every word made safe on its way in."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from standfirst.export.plain import one_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDTH = 80


class Page:
    """A console of one width, with colour or without; `done` gives what was put as text."""

    def __init__(self, *, width: int = WIDTH, colour: bool = False) -> None:
        from rich.console import Console

        self._out = StringIO()
        self.width = max(40, width)
        self._console: Console = Console(
            file=self._out,
            width=self.width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def text(self, *parts: tuple[str, str]) -> Text:
        """Words with their styles, as one line that wraps."""
        from rich.text import Text

        made = Text(overflow="fold")
        for words, style in parts:
            lead = " " if words[:1].isspace() else ""
            tail = " " if words[-1:].isspace() and words.strip() else ""
            made.append(f"{lead}{one_line(words)}{tail}", style=style or None)
        return made

    def put(self, what: RenderableType) -> None:
        """Put something, ending the row."""
        self._console.print(what)

    def heading(self, words: str, *, note: str = "") -> None:
        """A heading in capitals after an empty row, with a note in small beside it."""
        self.put("")
        self.put(self.text((words.upper(), "bold cyan"), (note, "dim")))

    def item(self, mark: str, words: Text, *, indent: int = 0, column: int = 2) -> None:
        """A line with a mark before it, its next rows indented under its words."""
        from rich.padding import Padding
        from rich.table import Table

        grid = Table.grid(padding=0)
        grid.add_column(width=column, no_wrap=True)
        grid.add_column(overflow="fold", ratio=1)
        grid.add_row(self.text((mark, "dim")), words)
        self.put(Padding(grid, (0, 0, 0, indent)) if indent else grid)

    def done(self) -> str:
        """Everything that was put, without blanks at the ends of rows."""
        return "\n".join(row.rstrip() for row in self._out.getvalue().split("\n")).rstrip("\n") + "\n"
