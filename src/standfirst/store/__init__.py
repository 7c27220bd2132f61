"""Where a newsroom keeps its reports and judgements: one protocol, and the stores that hold to it.

To add one, write a module with a class that does what `base.Store` says and add a line to STORES.
"""

from __future__ import annotations

#: Name of each kind of store, its one line of help, and where its class is (imported only when it is opened).
STORES: tuple[tuple[str, str, str], ...] = (
    ("sqlite", "one file on this machine, the default", "standfirst.store.sqlite:SqliteStore"),
)
