# `make demo` and `make test` need only git, make and Python 3.11 or newer (with venv).
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check bench fuzz mutants format snapshots catalogues clean

demo: $(VENV)/run.stamp
	$(BIN)/judge demo

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench

fuzz: $(VENV)/dev.stamp
	$(BIN)/python -m bench.fuzz

mutants: $(VENV)/dev.stamp
	$(BIN)/python -m bench.mutants

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

snapshots: $(VENV)/dev.stamp
	$(BIN)/python -m pytest tests/judge/tui --snapshot-update

catalogues: $(VENV)/dev.stamp
	$(BIN)/python -m tools.catalogues update

clean:
	rm -rf $(VENV) judge-demo* dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Judge needs Python 3.11 or newer; none was found on this machine."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) with the locked versions; this happens once."
	@test -e $(VENV)/dev.stamp || $(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) with the locked versions and the test tools; this happens once."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
