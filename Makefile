# All set-up in two targets: `make serve` and `make test`. Only Python 3.11, pip and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
PIP := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: serve build test check lint types unit golden bench lock clean

serve: build ## build the environment and the dataset, and serve it on loopback
	$(BIN)/govkg serve --port $(PORT)

build: $(VENV)/run.stamp
	$(BIN)/govkg build

test: $(VENV)/dev.stamp lint types unit ## lint, strict types and all tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench

types: $(VENV)/dev.stamp
	$(BIN)/mypy

unit: $(VENV)/dev.stamp
	$(BIN)/govkg build
	$(BIN)/pytest --ignore tests/browser
	$(BIN)/pytest tests/browser

golden: $(VENV)/dev.stamp ## write the golden answers anew, to be reviewed as a diff
	$(BIN)/govkg build
	$(BIN)/pytest tests/golden --write-golden

bench: $(VENV)/dev.stamp
	$(BIN)/python bench/reasoning.py
	$(BIN)/python bench/building.py

lock: ## pin all versions with hashes anew (needs pip-tools in the environment)
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header --extra build -o requirements/run.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header --extra build --extra dev -o requirements/dev.lock pyproject.toml

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "govkg needs Python 3.11 or newer: say make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: requirements/dev.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) build dist
