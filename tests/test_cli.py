"""The commands: what they print, where, and with which code they end."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import standfirst.newsroom
from standfirst.cli import main
from standfirst.cli.streams import has_blocks
from standfirst.errors import NewsroomError, NoReports
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Snapshot
from tests.view.made import LAMP, READINGS, SNAPSHOT

#: What takes long to import and is not needed to tell how a command is used.
HEAVY = {"spacy", "rich", "numpy", "onnxruntime", "yaml", "rapidfuzz", "anyascii", "sqlite3", "platformdirs", "thinc"}


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STANDFIRST_NEWSROOM", raising=False)

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["standfirst", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return Ran(code=code if isinstance(code, int) else 0, out=out.decode("utf-8"), err=err.decode("utf-8"))

    return run


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Put the story made by hand in the place of what the stages give; gives the arguments of the calls."""
    calls: list[dict[str, object]] = []

    def snapshot_from(*_: object, **options: object) -> Snapshot:
        calls[-1].update(options)
        return SNAPSHOT

    def readings_of(paths: Sequence[str], **options: object) -> tuple[tuple[Reading, ...], tuple[object, ...]]:
        calls.append({"paths": tuple(paths), **options})
        return READINGS, SNAPSHOT.problems

    monkeypatch.setattr(standfirst.newsroom, "snapshot_from", snapshot_from)
    monkeypatch.setattr(standfirst.newsroom, "readings_of", readings_of)
    return calls


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "01-lamp.txt").write_text(LAMP, encoding="utf-8")
    return "01-lamp.txt"


def test_help_loads_nothing_heavy() -> None:
    words = "import sys\nfrom standfirst.cli import main\nsys.argv = ['standfirst', '--help']\n"
    words += "try: main()\nexcept SystemExit: pass\n"
    words += "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert "Usage:" in done.stdout
    assert not HEAVY & set(done.stderr.split())


@pytest.mark.parametrize("command", ["brief", "add", "stories", "show", "evidence", "read"])
def test_help_is_short_and_has_an_example(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"Example: standfirst {command}" in ran.out
    assert len(ran.out.splitlines()) <= 35


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("standfirst ")


@pytest.mark.usefixtures("made")
def test_a_brief_on_no_terminal_is_plain_and_narrow(run: Run, report: str) -> None:
    ran = run("brief", report)
    assert ran.code == 0
    assert ran.out.startswith("Dam wall at Orrow gives way\n")
    assert "\x1b" not in ran.out
    assert max(len(row) for row in ran.out.splitlines()) <= 80
    assert ran.err == "problem: 01-lamp: the encoding was guessed\n"


@pytest.mark.usefixtures("made")
def test_a_brief_as_markdown_and_json(run: Run, report: str) -> None:
    assert run("brief", report, "--format", "markdown").out.startswith("# Dam wall")
    assert json.loads(run("brief", report, "--format", "json").out)["schema"] == "standfirst/brief/1"


def test_options_reach_the_stages(run: Run, report: str, made: list[dict[str, object]]) -> None:
    run("brief", report, "--as-of", "2031-05-06T18:00+02:00", "--language-model", "xx_other")
    (call,) = made
    assert call["paths"] == (report,)
    assert str(call["as_of"]) == "2031-05-06 18:00:00+02:00"
    assert call["language_model"] == "xx_other"
    assert call["progress"] is None


@pytest.mark.usefixtures("made")
def test_out_writes_the_whole_file_and_nothing_else(run: Run, report: str, tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("old")
    ran = run("brief", report, "--format", "markdown", "--out", "out.md")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("# Dam wall")
    assert {path.name for path in tmp_path.iterdir()} == {"01-lamp.txt", "out.md"}


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("out", ["no/such/folder/brief.md", "."])
def test_out_that_cannot_be_written_is_told(run: Run, report: str, out: str) -> None:
    ran = run("brief", report, "--out", out)
    assert ran.code == 1
    assert "cannot be written" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("made")
def test_read_writes_a_line_a_report(run: Run, report: str) -> None:
    lines = run("read", report, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["standfirst/reading/1"] * 2


@pytest.mark.usefixtures("made")
def test_show_and_evidence_of_paths(run: Run, report: str) -> None:
    shown = run("show", report).out
    assert "Ina Mott" in shown
    assert "said" in shown
    told = run("evidence", "c3", report).out
    assert "A senior official" in told
    assert "denied: so that there is one (made)" in told
    assert "contradicts" in told


@pytest.mark.usefixtures("made")
def test_a_claim_that_is_not_held_or_not_single(run: Run, report: str) -> None:
    assert "no claim is held as 'c77'" in run("evidence", "c77", report).err
    assert "single claim" in run("evidence", "c", report).err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["brief", "missing.txt"], 2, "there is no file or folder missing.txt"),
        (["brief", "one", "two"], 2, "there is no file or folder one, two"),
        (["brief", "--as-of", "noon", "."], 2, "'noon' is not a moment"),
        (["brief", "--format", "pdf", "."], 2, "'pdf' is not one of"),
        (["brief", "--nonsense"], 2, "No such option"),
        (["read"], 2, "Missing argument"),
        (["nonsense"], 2, "No such command"),
        (["add", "missing.txt"], 2, "there is no file or folder"),
    ],
)
def test_misuse_is_told_in_a_line(run: Run, words: list[str], code: int, told: str) -> None:
    ran = run(*words)
    assert ran.code == code
    assert told in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("error", [NoReports(("x",)), NewsroomError("n.db", "is damaged\x1b[2J")])
def test_our_errors_are_one_line(run: Run, report: str, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> Snapshot:
        raise error

    monkeypatch.setattr(standfirst.newsroom, "readings_of", fail)
    ran = run("brief", report)
    assert ran.code == 1
    assert ran.err.startswith("standfirst: ")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


def test_nothing_to_read_is_told_with_what_was_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for words in (["brief", "empty.txt"], ["read", "empty.txt"], ["show", "empty.txt"], ["add", "empty.txt"]):
        ran = run(*words, *(["--newsroom", "n.db"] if words[0] == "add" else []))
        assert ran.code == 1
        assert "problem: empty" in ran.err
        assert "no report could be read from empty.txt" in ran.err


def test_a_damaged_newsroom_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "n.db").write_bytes(b"no database" * 500)
    ran = run("stories", "--newsroom", "n.db")
    assert ran.code == 1
    assert "damaged" in ran.err


def test_a_reader_that_goes_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "01-lamp.txt").write_text(LAMP, encoding="utf-8")
    words = (
        "import sys, standfirst.newsroom\nfrom tests.view.made import SNAPSHOT\nfrom standfirst.cli import main\n"
        "standfirst.newsroom.readings_of = lambda *a, **k: (SNAPSHOT.readings, ())\n"
        "standfirst.newsroom.snapshot_from = lambda *a, **k: SNAPSHOT\n"
        "import standfirst.export.json as j\nj.render_json = lambda s: 'x' * 10_000_000\n"
        f"sys.argv = ['standfirst', 'brief', {str(tmp_path)!r}, '--format', 'json']\nmain()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parent.parent
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=30) == 0, errors
    assert errors.startswith(b"problem") or errors == b""


def test_from_files_to_a_kept_story(run: Run, tmp_path: Path) -> None:
    """The whole way with the real stages: add, add again, stories, brief, show, evidence."""
    (tmp_path / "in").mkdir()
    front = "---\noutlet: The Lamp\npublished: 2031-05-06T12:00\ntimezone: Etc/GMT-2\n---\n"
    (tmp_path / "in" / "01-lamp.txt").write_text(front + LAMP, encoding="utf-8")
    room = ("--newsroom", "n.db")
    assert run("add", "in", *room).out == "new: 01-lamp\n"
    assert run("add", "in", *room).out == "known: 01-lamp\n"
    (tmp_path / "in" / "01-lamp.txt").write_text(front + LAMP.replace("14", "15"), encoding="utf-8")
    assert run("add", "in", *room).out == "revised: 01-lamp\n"
    (story,) = run("stories", *room).out.splitlines()
    assert "Dam wall at Orrow gives way" in story
    page = run("brief", story.split()[0][:5], *room, "--why")
    assert page.code == 0, page.err
    assert "15 people are missing" in page.out
    assert page.out == run("brief", *room, "--why").out
    assert "Ina Mott" in run("show", "01-lamp", *room).out
    claim = page.out.split("why: ")[1].split(":")[0]
    assert "What it stands on".upper() in run("evidence", claim, *room).out
    assert run("brief", "s-none", *room).code == 1
    assert run("show", "no-such", *room).code == 1
    reports = json.loads(run("brief", *room, "--format", "json").out)["reports"]
    assert {report["id"]: report["revision"] for report in reports}["01-lamp"] == 2


def test_standard_input_is_a_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LAMP.encode("utf-16"))))
    made = json.loads(run("brief", "-", "--format", "json").out)
    assert [report["text"] for report in made["reports"]] == [LAMP]


# -- figures


@pytest.mark.parametrize(
    ("form", "begins"),
    [("terminal", "Dam wall"), ("html", "<!doctype html>"), ("svg", "<svg "), ("csv", "figure,counts,scope,")],
)
def test_figures_in_each_format(run: Run, made: list[dict[str, object]], form: str, begins: str) -> None:
    Path("in").mkdir()
    ran = run("figures", "in", "--format", form)
    assert ran.code == 0, ran.err
    assert ran.out.startswith(begins)


def test_figures_as_parquet_go_to_a_file(run: Run, made: list[dict[str, object]], tmp_path: Path) -> None:
    Path("in").mkdir()
    assert run("figures", "in", "--format", "parquet", "--out", "figures.parquet").code == 0
    assert (tmp_path / "figures.parquet").read_bytes()[:4] == b"PAR1"


def test_one_chart_is_asked_for_by_id(run: Run, made: list[dict[str, object]]) -> None:
    Path("in").mkdir()
    wanted = SNAPSHOT.figures[0].id
    assert f'id="chart-{wanted}-t"' in run("figures", "in", "--format", "svg", "--figure", wanted).out
    ran = run("figures", "in", "--format", "svg", "--figure", "no-such")
    assert ran.code == 1
    assert "shows the ids" in ran.err


def test_charts_go_with_markdown_only(run: Run, made: list[dict[str, object]]) -> None:
    Path("in").mkdir()
    assert run("brief", "in", "--charts").code == 2
    ran = run("brief", "in", "--format", "markdown", "--charts")
    assert ran.code == 0, ran.err
    assert ("## Charts" in ran.out) == ("<svg" in ran.out)


def test_a_missing_library_is_told_in_one_line(
    run: Run, made: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    Path("in").mkdir()
    ran = run("figures", "in", "--format", "parquet")
    assert ran.code == 1
    assert ran.err.splitlines()[-1] == (
        'standfirst: Parquet needs pyarrow, which is not installed: pip install "standfirst[parquet]"'
    )


@pytest.mark.parametrize(
    ("encoding", "term", "blocks"),
    [("utf-8", "xterm", True), ("ascii", "xterm", False), ("utf-8", "linux", False), ("UTF-8", "dumb", False)],
)
def test_block_letters_only_where_they_can_be_shown(
    monkeypatch: pytest.MonkeyPatch, encoding: str, term: str, blocks: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    monkeypatch.setenv("TERM", term)
    assert has_blocks() is blocks
