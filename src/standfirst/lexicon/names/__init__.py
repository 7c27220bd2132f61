"""How names work: their parts, and when two of them can name one thing. Pure functions on strings."""
