"""Plain-text reports, with or without front matter: bytes -> Report."""

from __future__ import annotations

from standfirst.ingest.bytes import decode
from standfirst.ingest.front import Front, problems, read_front, split_front
from standfirst.model.problem import Problem
from standfirst.model.report import Report

#: The most bytes that one report may have.
LARGEST = 5 * 1024 * 1024


def read_plain(data: bytes, name: str) -> tuple[Report | None, tuple[Problem, ...]]:
    """Read one plain-text file as the report of that id; None where it holds no text, with the reason. Never raises.

    The report's text is the body after the front matter, with line ends made "\\n" and nothing else done to it.
    """
    if len(data) > LARGEST:
        return None, (_problem("too-large", f"has {len(data)} bytes, more than {LARGEST}, and was not read", name),)
    decoded = decode(data)
    if decoded.text is None:
        return None, (_problem("binary", "is not text and was not read", name),)
    found = [_problem("encoding", decoded.doubt, name)] if decoded.doubt else []
    source, body = split_front(decoded.text)
    front = read_front(source) if source is not None else Front()
    if front is None or (source is None and decoded.text.startswith("---\n")):
        front, body = Front(), decoded.text
        found.append(_problem("front-matter", "has front matter that cannot be read; it was kept in the text", name))
    found.extend(problems(front, name))
    if not body.strip():
        return None, (*found, _problem("empty", "holds no text and was left out", name))
    report = Report(
        id=name,
        text=body,
        outlet=front.outlet,
        headline=front.headline,
        url=front.url,
        byline=front.byline,
        published=front.published,
        updated=front.updated,
        retrieved=front.retrieved,
        timezone=front.timezone,
    )
    return report, tuple(found)


def _problem(code: str, message: str, name: str) -> Problem:
    return Problem(code=code, message=f"{name} {message}", report=name)
