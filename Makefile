# All set-up in two targets: `make serve` and `make test`. Only Python 3.11, pip and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
# pip makes the bytecode of what it installs, but not of sources in place: without it every start compiles them.
COMPILED = $(BIN)/python -m compileall -q src

GOVKG_WEB ?=
export GOVKG_WEB

.PHONY: sbom licences audit serve build editor test check lint types unit golden bench lock clean

serve: build editor ## build the environment and the dataset, and serve it on loopback
	$(BIN)/govkg serve --port $(PORT)

build: $(VENV)/run.stamp
	$(BIN)/govkg build

BUNDLE := web/static/built/manifest.json
editor: $(BUNDLE) ## the bundle of the SPARQL editor; the site is whole without it

CHECKS := tests/browser/checks/node_modules/.package-lock.json

test: $(VENV)/dev.stamp editor $(CHECKS) lint types unit ## lint, strict types and all tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check src tests bench hatch_build.py
	$(BIN)/ruff format --check src tests bench hatch_build.py

types: $(VENV)/dev.stamp
	$(BIN)/mypy

unit: $(VENV)/dev.stamp
	$(BIN)/govkg build
	$(BIN)/pytest --ignore tests/browser -m alone
	$(BIN)/pytest --ignore tests/browser -m 'not alone' --numprocesses 2 --dist loadfile --no-loadscope-reorder
	$(BIN)/pytest tests/browser --numprocesses 2

golden: $(VENV)/dev.stamp ## write the golden answers anew, to be reviewed as a diff
	$(BIN)/govkg build
	$(BIN)/pytest tests/golden --write-golden
	$(BIN)/govkg queries keep

BENCH := .venv-bench
QUICK ?=
PARTS ?=

bench: $(BENCH)/bench.stamp ## measure against the peers, into bench/RESULTS.md (QUICK=1 for a few minutes, PARTS="serving start" for some)
	$(BENCH)/bin/python -m bench $(if $(QUICK),--quick) $(PARTS)

lock: ## pin all versions with hashes anew (needs pip-tools in the environment)
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header --extra build -o requirements/run.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header --extra build --extra dev -o requirements/dev.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-header --extra build --extra bench -o requirements/bench.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header -o requirements/node.lock requirements/node.in

sbom: $(VENV)/dev.stamp ## the packages that run it, as a bill of materials (CycloneDX), for a release
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements/run.lock --pyproject pyproject.toml --output-reproducible --of JSON -o dist/sbom.cdx.json

licences: $(VENV)/dev.stamp ## the licences of all packages, listed anew
	$(BIN)/python requirements/licences.py

audit: $(BIN)/python ## known vulnerabilities of what is pinned (asks a service on the network; see DECISIONS.md)
	$(PYTHON) -m venv .audit
	.audit/bin/pip install --quiet --disable-pip-version-check 'pip-audit>=2.10'
	.audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements/run.lock
	rm -rf .audit

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "govkg needs Python 3.11 or newer: say make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	$(COMPILED)
	touch $@

$(VENV)/dev.stamp: requirements/dev.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	$(COMPILED)
	touch $@ $(VENV)/run.stamp

# The peers stand in an environment of their own, so that development and CI stay light.
$(BENCH)/bench.stamp: requirements/bench.lock pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	$(BENCH)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Without the network, or with GOVKG_WEB=skip, there is no bundle and no harm (3); GOVKG_WEB=require stops here instead. Tried anew at the next call.
$(BUNDLE): requirements/node.lock hatch_build.py $(wildcard web/editor/*) | $(VENV)/run.stamp
	case "$(GOVKG_WEB)" in skip|system) ;; *) $(PIP) --retries 1 --require-hashes -r requirements/node.lock || test "$(GOVKG_WEB)" != require ;; esac
	$(BIN)/python hatch_build.py && touch $@ || test $$? = 3

# What checks the pages in the browser tests.
$(CHECKS): tests/browser/checks/package-lock.json | $(VENV)/dev.stamp
	$(PIP) --require-hashes -r requirements/node.lock
	$(BIN)/python tests/browser/checks/install.py
	touch $@

clean:
	rm -rf $(VENV) $(BENCH) build dist web/static/built tests/browser/checks/node_modules
