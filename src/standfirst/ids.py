"""Stable names for things: a hash of what makes the thing itself, with its provenance left out."""

from hashlib import blake2b


def stable_id(prefix: str, *parts: object) -> str:
    """An id that is the same on every machine for the same parts: the prefix and ten hexadecimal digits."""
    digest = blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=5)
    return f"{prefix}{digest.hexdigest()}"
