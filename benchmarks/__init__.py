"""Measurements of the program: how much of labelled data it gets right, and how fast it is."""
