"""`python -m standfirst.cli` is the same as `standfirst`."""

from standfirst.cli import main

main()
