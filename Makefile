# make run · make test · make check. Works with GNU make 3.81.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-warn-script-location
HASHED := --require-hashes --only-binary :all:
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --quiet

.PHONY: help run test check bench docs pictures install format lock clean

help: ## Show what make can do
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: $(VENV)/installed ## Start Parley and print its address (PORT=8600 to choose one)
	@$(BIN)/parley serve $(if $(PORT),--port $(PORT))

test: $(VENV)/installed-dev ## Run the whole suite, the browser tests too
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/installed-dev ## Lint, format, types, and the structure test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/unit/test_structure.py

bench: $(VENV)/installed-dev ## Measure speed and size, into bench/results.json
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m bench

docs: $(VENV)/installed ## Write docs/codebook.md anew from the codebook's data
	@$(BIN)/python -m parley.codebook.handbook docs/codebook.md

pictures: $(VENV)/installed-dev ## Take the README's picture anew, of the sample articles
	@$(BIN)/python tests/browser/chromium.py
	@PYTHONPATH=. $(BIN)/python -m tests.browser.pictures

install: $(VENV)/installed ## Make the environment only; .venv/bin/parley then works

format: $(VENV)/installed-dev ## Put the code into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## Write the lock files anew from pyproject.toml (needs uv)
	$(COMPILE) -o requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock -o requirements-dev.lock

clean: ## Remove the environment and what tools left behind; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    echo "Making $(VENV) with $$($$python --version)"; \
	    $$python -m venv $(VENV) && exit 0; \
	    rm -rf $(VENV); \
	    echo "$$python cannot make an environment. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; \
	done; \
	echo "Parley needs Python 3.11 or newer. On Debian: apt install python3 python3-venv. On macOS: brew install python" >&2; \
	exit 1

$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what requirements.lock lists (the first time, well under a minute)"
	@$(PIP) $(HASHED) -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing what requirements-dev.lock lists (the first time, well under a minute)"
	@$(PIP) $(HASHED) -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/installed
