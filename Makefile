# Zusage: the two commands are `make demo` and `make test`; each sets up what it needs.
VENV ?= .venv
BIN = $(VENV)/bin
export ZUSAGE_VENV = $(VENV)
ZUSAGE_DATA ?= $(wildcard ../shared)
export ZUSAGE_DATA
# The parser's matrices are small: more threads of the linear algebra library only wait for each other.
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL = help
.PHONY: help demo test check bench compile full score lock clean core dev

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

core:
	@tools/bootstrap core

dev:
	@tools/bootstrap dev

demo: core ## set up, then run the main job on the shipped dossier
	@$(BIN)/zusage demo

test: dev ## set up, then run the tests and the quality gates
	@ZUSAGE_COMPILED=0 $(BIN)/python -m pytest -n auto --cov=zusage --cov-report=term:skip-covered

check: dev ## lint, types, layers, documentation
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/check_docs.py

score: dev ## the reader's scores on the reports in $ZUSAGE_DATA
	@$(BIN)/python benchmarks/score.py

bench: dev ## speed and memory, printed as ratios
	@for script in benchmarks/startup.py benchmarks/reading.py benchmarks/clauses.py benchmarks/dates.py benchmarks/attribution.py benchmarks/assess.py benchmarks/conflicts.py "benchmarks/ledger.py --small 1000 --large 10000 --samples 5"; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

compile: dev ## make the reader an extension module, which is quicker; needs a C compiler and some minutes
	@$(BIN)/python tools/compile.py

full: check test bench compile ## everything, the long runs and the compiled build included
	@ZUSAGE_COMPILED=0 $(BIN)/python -m pytest -n auto -m long --no-cov
	@ZUSAGE_COMPILED=1 $(BIN)/python -m pytest -n auto --no-cov tests/language tests/reading tests/quality tests/workflow tests/test_compiled.py

lock: dev ## write the lock files again from pyproject.toml
	@tools/lock

clean: ## remove what the targets made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .import_linter_cache dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
