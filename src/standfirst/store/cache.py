"""Readings kept beside the log, so that a report is read once and not for every brief.

A reading is found again only for the same report, word for word and field for field, read by the same pipeline. What
cannot be decoded (an older version's) is made again.
"""

from __future__ import annotations

from hashlib import sha256

from standfirst.model.reading import Reading
from standfirst.model.report import Report
from standfirst.store.base import Store
from standfirst.store.codec import decode, encode


def reading_key(report: Report, pipeline: str) -> str:
    """The key of a report's reading by a pipeline; `pipeline` names all that a reading depends on besides."""
    return f"reading/{sha256(encode(report) + b'/' + pipeline.encode()).hexdigest()}"


def kept_reading(store: Store, report: Report, pipeline: str) -> Reading | None:
    """The reading that was kept, or None where the report must be read."""
    data = store.derived(reading_key(report, pipeline))
    if data is None:
        return None
    try:
        return decode(Reading, data)
    except ValueError:
        return None


def keep_reading(store: Store, reading: Reading, pipeline: str) -> None:
    """Keep a reading for its report."""
    store.keep_derived(reading_key(reading.report, pipeline), encode(reading))
