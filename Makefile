# make run      articles of seeds/articles/ -> warehouse/hawliyat.duckdb -> the timeline
# make test     all tests, of several files side by side
# make check    format, lint, types
# make faults   runs killed at every step while others read (HAWLIYAT_KILLS, by default 200), full disks, damaged files
# make bench    characters a second of each stage; seconds to publish as the warehouse grows
# make lock     resolve all dependencies anew
# Each sets up .venv first, from python3 >= 3.11 and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WAREHOUSE ?= warehouse/hawliyat.duckdb

.PHONY: setup run test check format bench faults lock clean

setup: $(READY)

run: $(READY)
	@$(BIN)/hawliyat run seeds/articles --warehouse "$(WAREHOUSE)"
	@$(BIN)/hawliyat timeline --warehouse "$(WAREHOUSE)"

test: $(READY)
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: $(READY)
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy

format: $(READY)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: $(READY)
	@$(BIN)/python tests/bench/bench.py
	@$(BIN)/python tests/bench/publish.py 1 10 --known 20000

faults: $(READY)
	@HAWLIYAT_KILLS=$${HAWLIYAT_KILLS:-200} $(BIN)/python -m pytest -q -s tests/faults --durations=3

# The stamp is older than the lock after a pull that changed it; an up-to-date installation takes seconds.
$(READY): requirements.lock pyproject.toml .ci/uv.lock .ci/setup
	@sh .ci/setup "$(PYTHON)" "$(VENV)"

lock: $(READY)
	@$(BIN)/uv pip compile -q --system-certs --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	  --custom-compile-command "make lock" --extra dev pyproject.toml -o requirements.lock
	@echo "uv==$$($(BIN)/uv --version | cut -d' ' -f2)" | $(BIN)/uv pip compile -q --system-certs --universal --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" - -o .ci/uv.lock

clean:
	@rm -rf $(VENV) .hawliyat build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
