"""Write the head of the bundled story's brief into README.md: python docs/make_readme.py."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from standfirst.cli import commands

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "README.md"
EXAMPLE = ROOT / "examples" / "port-amary-ferry" / "reports"
_OPEN, _CLOSE = "<!-- brief -->", "<!-- /brief -->"
#: The section after which the page is cut.
_LAST = "NOT KNOWN YET"


def readme() -> str:
    """The page with the brief as it is now, up to the end of its last section that is shown."""
    result = CliRunner().invoke(commands, ["brief", str(EXAMPLE)], catch_exceptions=False)
    before, _, rest = result.stdout.partition(_LAST)
    shown = before + _LAST + rest.partition("\n\n")[0]
    head, _, tail = PAGE.read_text(encoding="utf-8").partition(_OPEN)
    return f"{head}{_OPEN}\n```\n{shown}\n…\n```\n{_CLOSE}{tail.partition(_CLOSE)[2]}"


if __name__ == "__main__":
    PAGE.write_text(readme(), encoding="utf-8")
