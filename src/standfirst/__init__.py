"""Standfirst: what we know so far, kept straight."""
