"""Word lists that training needs: data files beside this module, entries parted by bars, remarks after ``#``."""

from pathlib import Path

FOLDER = Path(__file__).parent / "lists"


def read_list(name: str) -> tuple[str, ...]:
    """The entries of a list, in order."""
    return _entries((FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def read_people() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Given names and family names of each region."""
    people: dict[str, tuple[list[str], list[str]]] = {}
    part, region = 0, ""
    for line in (FOLDER / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            region, part = line.strip("[]"), 0
            people[region] = ([], [])
        elif line == "--":
            part = 1
        elif not line.startswith("#"):
            people[region][part].append(line)
    return {region: (_entries(givens), _entries(families)) for region, (givens, families) in people.items()}


def _entries(lines: list[str]) -> tuple[str, ...]:
    kept = (line for line in lines if not line.startswith("#"))
    return tuple(entry for line in kept for entry in line.split("|") if entry)


TITLES = frozenset(read_list("titles"))
FACILITY_WORDS = frozenset(read_list("facility-words"))
PEOPLES = frozenset(read_list("peoples"))
DOUBTFUL_PEOPLES = frozenset(read_list("peoples-doubtful"))
CALENDAR = frozenset(read_list("calendar"))
#: An organisation's label on one of these may mean its government.
COUNTRIES = frozenset(read_list("countries"))
