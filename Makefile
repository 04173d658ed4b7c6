# Postil's tasks. `make run` and `make test` start from nothing but Python >= 3.11 and make; the others are for developers.

SHELL := /bin/sh
VENV  := .venv/bin

# The system's own Python where it is new enough, else the newest one by name; `make run PYTHON=…` takes another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help run test lint unit bench kill catalogues documents pictures format pin clean set-up-run set-up-test

help:
	@echo "make run         open the sample project (without a display: work through it and leave results and pictures in build/demo)"
	@echo "make test        the whole gate: style, types, layers, tests"
	@echo "make lint        style, types and layers alone        make unit        the tests alone"
	@echo "make bench       measure, into bench.json             make kill        200 kills during writes, none may lose anything"
	@echo "make catalogues  extract and compile translations     make documents   write the reference pages anew"
	@echo "make pictures    draw the pictures of the README      make format      put the code in order"
	@echo "make pin         renew the pinned requirements        make clean       remove everything made here"

run: set-up-run
	@$(VENV)/python packaging/run.py

test:
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory unit

lint: set-up-test
	@echo "── style ──────────────────────────────────────────────"
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@echo "── types ──────────────────────────────────────────────"
	@$(VENV)/mypy
	@echo "── layers ─────────────────────────────────────────────"
	@$(VENV)/lint-imports --no-logo --no-cache

unit: set-up-test
	@echo "── tests ──────────────────────────────────────────────"
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest

bench: set-up-test
	@$(VENV)/python -m tests.bench

kill: set-up-test
	@$(VENV)/python -m tests.kill --kills 200

catalogues: set-up-test
	@$(VENV)/python packaging/catalogues.py

documents: set-up-test
	@$(VENV)/python packaging/documents.py

pictures: set-up-test
	@$(VENV)/python packaging/pictures.py

format: set-up-test
	@$(VENV)/ruff check --fix
	@$(VENV)/ruff format

pin: set-up-test
	@$(VENV)/python packaging/pin.py --upgrade

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis bench.json

set-up-run set-up-test: set-up-%:
	@if [ -z "$(PYTHON)" ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -q >/dev/null; apt-get install -y -q --no-install-recommends python3 python3-venv >/dev/null; \
	    $(MAKE) --no-print-directory $@ PYTHON=python3; \
	  else echo "Postil needs Python 3.11 or newer: https://www.python.org/downloads, or the python3 package of your system." >&2; exit 1; fi; \
	else $(PYTHON) packaging/set_up.py $*; fi
