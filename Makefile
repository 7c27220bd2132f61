# One verb a need. `make brief` and `make test` set up whatever they need themselves.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared
EXAMPLE := examples/port-amary-ferry/reports

.DEFAULT_GOAL := test
.PHONY: brief test lint types score bench train clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

brief: $(VENV)/.installed  ## set up and show the brief of the bundled story
	$(BIN)/standfirst brief $(EXAMPLE)

test: lint types  ## set up, then lint, types and tests
	$(BIN)/pytest

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed
	$(BIN)/mypy

score: $(VENV)/.installed  ## score the example and, where present, the labelled stories
	$(BIN)/python -m benchmarks.score $(SHARED) --floors

bench: $(VENV)/.installed  ## time the program against the bare pipeline
	$(BIN)/python -m benchmarks.speed

clean:
	rm -rf $(VENV) build dist
