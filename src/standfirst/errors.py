"""What can go wrong by misuse, as one tree; trouble in the input is a `Problem` value instead.

StandfirstError
 ├── NotFound            nothing is held under that name
 ├── SeveralStories      more than one story fits what was asked for
 ├── BadMoment           a moment that cannot be read
 ├── NoReports           no report could be read from what was given
 ├── MissingLibrary      a library that an optional format needs and that is not installed
 ├── LanguageModelError  a pipeline that is missing or does not give what reading needs
 └── NewsroomError       a newsroom file that cannot be opened, read or written
"""


class StandfirstError(Exception):
    """Base of every error that this package raises on purpose."""


class NotFound(StandfirstError):
    """Nothing is held under that name."""

    def __init__(self, kind: str, key: str, hint: str = "") -> None:
        self.kind, self.key, self.hint = kind, key, hint
        super().__init__(f"no {kind} is held as {key!r}" + (f"; {hint}" if hint else ""))


class SeveralStories(StandfirstError):
    """More than one story fits what was asked for."""

    def __init__(self, stories: tuple[str, ...]) -> None:
        self.stories = stories
        named = ", ".join(stories[:5]) + (", …" if len(stories) > 5 else "")
        super().__init__(f"{len(stories)} stories fit: name one of {named}; `standfirst stories` lists them")


class BadMoment(StandfirstError):
    """A moment that cannot be read as ISO 8601."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"{text!r} is not a moment; write one as 2020-01-08T15:45+13:00 or 2020-01-08")


class NoReports(StandfirstError):
    """No report could be read from what was given."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        super().__init__(
            f"no report could be read from {', '.join(paths) or 'nothing'}; give .txt files or folders of them"
        )


class MissingLibrary(StandfirstError):
    """A library that an optional format needs is not installed."""

    def __init__(self, library: str, what: str, extra: str) -> None:
        self.library, self.what, self.extra = library, what, extra
        super().__init__(f'{what} needs {library}, which is not installed: pip install "standfirst[{extra}]"')


class LanguageModelError(StandfirstError):
    """A language pipeline that is missing or does not give what reading needs."""

    def __init__(self, name: str, lacks: str) -> None:
        self.name, self.lacks = name, lacks
        super().__init__(f"the language pipeline {name!r} {lacks}")


class NewsroomError(StandfirstError):
    """A newsroom file that cannot be opened, read or written."""

    def __init__(self, path: str, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"the newsroom {path}: {why}")
