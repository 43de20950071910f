# `make run` and `make test` set up what is missing and do what they say. Only Python 3.11 or newer, pip and make are needed.
# PYTHON=/path/to/python chooses the interpreter that the environment is made with.

PY := .venv/bin/python
READY := .venv/.ready
LOCK_INPUT := --universal --python-version 3.11 --generate-hashes --group dev pyproject.toml

.PHONY: help run test lint check lock clean

help:
	@echo "make run    read raw/ and write output/"
	@echo "make test   run the tests"
	@echo "make check  compare with the labels of tests/labels"
	@echo "make lint   style, types and the import contract"
	@echo "make lock   pin the newest versions that pyproject.toml allows"
	@echo "make clean  remove the environment and caches"

run: $(READY)
	@$(PY) -m pipeline run raw --output output

test: $(READY)
	@$(PY) -m pytest -n auto

check: $(READY)
	@$(PY) -m pipeline check

lint: $(READY)
	@status=0; \
	$(PY) -m ruff check . || status=1; \
	$(PY) -m ruff format --check . || status=1; \
	$(PY) -m mypy || status=1; \
	$(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()" || status=1; \
	exit $$status

lock: $(READY)
	@$(PY) -m uv pip compile --upgrade --quiet --custom-compile-command "make lock" $(LOCK_INPUT) -o requirements.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): pyproject.toml requirements.lock .ci/environment
	@PYTHON="$(PYTHON)" sh .ci/environment
	@touch $(READY)
