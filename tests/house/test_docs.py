"""The docs are current: commands, statuses, steps and JSON fields are told, links lead somewhere, examples run."""

from __future__ import annotations

import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from standfirst.assess.rules import RULES
from standfirst.cli import commands
from standfirst.export.json import brief_shape
from standfirst.export.shapes import Json
from standfirst.extract.steps import STEPS
from standfirst.ingest import READERS
from standfirst.store import STORES
from tests.view.made import SNAPSHOT

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    path for path in (*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md")
    if path.exists()
)  # fmt: skip

#: What has no place in a page for strangers: folders of one machine, hosts of package mirrors, words of the workshop.
FORBIDDEN = re.compile(
    r"(?<![\w.])/(?:work|home|root|tmp|opt|mnt|farm)/|\bpypi\.|\bartifactory\b|\bnexus\b|\bindex-url\b|"
    r"\b(?:localhost|127\.0\.0\.1)\b|\.internal\b|\bsub-?agents?\b|\bissue #?\d+|(?<!\w)#\d+\b",
    re.IGNORECASE,
)
_FENCED = re.compile(r"^```(?P<kind>\w*)\n(?P<words>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]\n]*\]\((?P<to>[^)\s]+)\)")


def words(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def fenced(name: str, kind: str) -> list[str]:
    return [match["words"] for match in _FENCED.finditer(words(name)) if match["kind"] == kind]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it and a newsroom of its own, which is where examples are run."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.setenv("STANDFIRST_NEWSROOM", str(tmp_path / "walk.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


# -- what the program has is told


def test_readme_shows_the_brief_as_it_is() -> None:
    page = runpy.run_path(str(DOCS / "make_readme.py"))["readme"]()
    assert (ROOT / "README.md").read_text(encoding="utf-8") == page, "run: python docs/make_readme.py"


def test_commands_page_is_the_help() -> None:
    made = runpy.run_path(str(DOCS / "make_commands.py"))["commands_page"]()
    assert words("commands.md") == made, "run `python docs/make_commands.py`"


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_and_option_is_told(name: str) -> None:
    told = words("commands.md") + words("newsroom.md")
    assert f"standfirst {name}" in words("newsroom.md")
    for param in commands.commands[name].params:
        if isinstance(param, click.Option):
            assert all(option in told for option in param.opts), f"{name}: {param.opts}"


def test_every_status_is_told_with_its_rule_in_order() -> None:
    page = words("statuses.md")
    rows = re.findall(r"^\| \d+ \| (\w+) \| `([\w-]+)` \|", page, re.MULTILINE)
    assert rows == [(rule.status, rule.name) for rule in RULES]
    for rule in RULES:
        described = re.search(rf"^\*\*{rule.status}\.\*\* .*?(?=\n\*\*|\n## )", page, re.MULTILINE | re.DOTALL)
        assert described is not None, f"{rule.status} is not described"
        assert "*Errs:*" in described[0], f"which way does {rule.status} err?"


def test_every_step_is_told_in_order() -> None:
    names = [step.name for step in STEPS]
    assert re.findall(r"^\| `(\w+)` \|", words("how-it-works.md"), re.MULTILINE) == names
    assert all(f"`{name}`" in words("extending.md") for name in names)


def test_formats_and_stores_are_told() -> None:
    told = words("newsroom.md")
    assert all(suffix in told for reader in READERS for suffix in reader.suffixes)
    assert len(STORES) == 1, "a second store wants a word in docs/newsroom.md"
    assert "SQLite" in told


def keys(shape: Json) -> Iterator[str]:
    if isinstance(shape, dict):
        for name, value in shape.items():
            yield name
            yield from keys(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from keys(value)


def test_every_field_of_the_brief_is_told() -> None:
    #: Fields of small parts that say themselves what they are.
    plain = {"quote", "text", "value", "earliest", "latest", "basis", "title", "lat", "lon", "name", "from", "to"}
    told = set(re.findall(r"\w+", words("json.md")))
    assert set(keys(brief_shape(SNAPSHOT))) - plain <= told


# -- the pages hold together


def test_every_page_is_in_the_index() -> None:
    index = words("index.md")
    for path in DOCS.glob("*.md"):
        assert path.name == "index.md" or f"({path.name})" in index, f"{path.name} is not in the index"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    for match in _LINK.finditer(text):
        target, _, anchor = match["to"].partition("#")
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        place = (path.parent / target).resolve() if target else path
        assert place.exists(), f"{path.name} links to {match['to']}"
        if anchor and place.suffix == ".md":
            heads = re.findall(r"^#+ (.+)$", place.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {_anchor(head) for head in heads}, f"{path.name} links to {match['to']}"


def _anchor(head: str) -> str:
    """A heading as the fragment that leads to it."""
    return re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_are_for_strangers(path: Path) -> None:
    found = FORBIDDEN.search(path.read_text(encoding="utf-8"))
    assert found is None, f"{path.name} says {found[0] if found else ''}"


# -- the examples run


def test_walk_prints_what_the_page_shows(desk: Path) -> None:
    """Each line of a console block is printed by its command, in that order; "…" stands for anything."""
    for block in fenced("how-it-works.md", "console"):
        command, *shown = block.splitlines()
        args = shlex.split(command)
        assert args[:2] == ["$", "standfirst"], command
        result = CliRunner().invoke(commands, args[2:], prog_name="standfirst", catch_exceptions=False)
        assert result.exit_code == 0, result.output
        printed = iter(result.stdout.splitlines())
        for line in shown:
            if line.strip() not in ("", "…"):
                pattern = re.compile(".*".join(map(re.escape, line.rstrip().split("…"))))
                assert any(pattern.match(one) for one in printed), f"`{command[2:]}` does not print {line!r} there"


@pytest.mark.parametrize("number", range(len(fenced("newsroom.md", "python"))))
def test_python_examples_run(desk: Path, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(fenced("newsroom.md", "python")[number], f"docs/newsroom.md {number}", "exec"), {})
    assert capsys.readouterr().out.strip()
