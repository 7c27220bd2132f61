"""Bytes -> reports: which files are read, by which reader, and what is wrong with those that are not.

To add a format, write a module with a `read_...` function and add a line to READERS.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from standfirst.ingest.plain import LARGEST, read_plain
from standfirst.model.problem import Problem
from standfirst.model.report import Report

#: The path that means standard input.
STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format that reports come in."""

    name: str
    #: One line of help.
    help: str
    #: Lower-case suffixes of its files, with the dot.
    suffixes: tuple[str, ...]
    #: (bytes, id) -> the report, or None with the reason.
    read: Callable[[bytes, str], tuple[Report | None, tuple[Problem, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One thing to read, or the trouble with it."""

    #: Sorts the finds, so that the order in which paths were given changes nothing.
    key: str
    stem: str
    data: bytes
    reader: Reader
    problem: Problem | None = None


def read_paths(paths: Sequence[str], stdin: bytes | None = None) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Read files, folders (with all below them) and "-" for standard input, as reports in the order of their ids.

    Hidden files and files of other formats in a folder are passed over. The same text under the same stem is read
    once; another text under the same stem is a report of its own ("03-wire", "03-wire-2", in the order of the paths).
    Trouble is a problem beside the reports; nothing is raised for what the files hold.
    """
    found = {find.key: find for path in dict.fromkeys(paths) for find in _find(path, stdin)}
    reports: dict[str, Report] = {}
    problems: list[Problem] = [find.problem for find in found.values() if find.problem is not None]
    seen: set[tuple[str, str]] = set()
    stems = {find.stem for find in found.values()}
    for find in (found[key] for key in sorted(found)):
        if find.problem is not None:
            continue
        report, troubles = find.reader.read(find.data, find.stem)
        if report is not None:
            if (find.stem, report.text) in seen:
                continue
            seen.add((find.stem, report.text))
            name = _free(find.stem, reports, stems)
            reports[name] = replace(report, id=name)
            troubles = tuple(replace(trouble, report=name) for trouble in troubles)
        problems.extend(troubles)
    ordered = sorted(set(problems), key=lambda problem: (problem.report, problem.code, problem.message))
    return tuple(reports[name] for name in sorted(reports)), tuple(ordered)


def _free(stem: str, taken: Mapping[str, Report], stems: set[str]) -> str:
    """The stem itself, or the first numbered form of it that no other report and no other file has."""
    if stem not in taken:
        return stem
    number = 2
    while (name := f"{stem}-{number}") in taken or name in stems:
        number += 1
    return name


def _find(path: str, stdin: bytes | None) -> Iterator[_Found]:
    """What one given path holds to read."""
    if path == STDIN:
        yield _Found(key=STDIN, stem="stdin", data=stdin or b"", reader=READERS[0])
        return
    try:
        place = Path(path)
        if place.is_dir():
            yield from _find_below(place)
        elif place.is_file():
            yield _load(place)
        else:
            yield _trouble(path, "not-found", "is no file and no folder")
    except (OSError, ValueError) as error:
        yield _trouble(path, "unreadable", f"cannot be read: {error}")


def _find_below(folder: Path) -> Iterator[_Found]:
    """Every file below a folder that a reader takes; links to folders are not followed."""
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            place = Path(parent, name)
            if not name.startswith(".") and _reader(place) is not None and place.is_file():
                empty = False
                yield _load(place)
    if empty:
        yield _trouble(str(folder), "no-reports", "is a folder without reports")


def _load(place: Path) -> _Found:
    """The bytes of one file and the reader for them; a file without a suffix is taken for plain text."""
    reader = _reader(place) or (READERS[0] if not place.suffix else None)
    if reader is None:
        return _trouble(str(place), "format", f"is of a format that is not read ({place.suffix})")
    try:
        if place.stat().st_size > LARGEST:
            return _trouble(str(place), "too-large", f"is larger than {LARGEST} bytes and was not read")
        return _Found(key=str(place.resolve()), stem=place.stem, data=place.read_bytes(), reader=reader)
    except OSError as error:
        return _trouble(str(place), "unreadable", f"cannot be read: {error.strerror}")


def _reader(place: Path) -> Reader | None:
    """The reader that takes files of that suffix."""
    return next((reader for reader in READERS if place.suffix.lower() in reader.suffixes), None)


def _trouble(path: str, code: str, message: str) -> _Found:
    problem = Problem(code=code, message=f"{path} {message}", report=path)
    return _Found(key=f"\x00{code}\x00{path}", stem="", data=b"", reader=READERS[0], problem=problem)


#: Every format that is read; the first takes standard input and files without a suffix.
READERS: tuple[Reader, ...] = (
    Reader(
        name="plain", help="Plain text, with or without YAML front matter.", suffixes=(".txt", ".text"), read=read_plain
    ),
)
