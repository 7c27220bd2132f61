"""One report -> one reading: a list of steps over the same text, each adding one part (see `steps`)."""
