# `make test PYTHON=python3.12` starts a new environment with another interpreter.
PYTHON ?= python3
BIN = .venv/bin
MADE = .venv/made-by-$(notdir $(PYTHON))

# An isolated build takes its pins from the environment only: pip before 25.3 by the first name, later ones by the second.
PIP = PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt
FUZZ_SECONDS = 600
MUTATE_SECONDS = 180

.PHONY: demo test coverage lint types checked formatted floors ruled mypy basedpyright fuzz mutate mutate-bounded bench wheel clean

demo: .venv/has-cli
	@$(BIN)/xeploai rate rules/lam-dong-2024.toml examples/khoi-chi-tiet.csv

test: .venv/has-dev
	$(BIN)/python -m pytest -q -n auto

# The tests once more, with the branches they take: twice as long.
coverage: .venv/has-dev
	$(BIN)/coverage run -m pytest -q; status=$$?; $(BIN)/coverage report; exit $$status

lint: checked formatted floors ruled
types: mypy basedpyright

checked: .venv/has-dev
	$(BIN)/ruff check
formatted: .venv/has-dev
	$(BIN)/ruff format --check
floors: .venv/has-dev
	$(BIN)/lint-imports --no-logo
# The rules that ship, by their own audit.
ruled: .venv/has-dev
	$(BIN)/xeploai check rules --strict --lang en
	$(BIN)/xeploai fmt --check rules/*.toml --lang en
mypy: .venv/has-dev
	$(BIN)/mypy
basedpyright: .venv/has-dev
	$(BIN)/basedpyright

# What crashes a target is kept in .fuzz; run the target on that file to see it again.
fuzz: .venv/has-fuzz
	@for target in tests/fuzz/fuzz_*.py; do \
	  name=$$(basename "$$target" .py); mkdir -p ".fuzz/$$name"; \
	  echo "$$name: $(FUZZ_SECONDS) s"; \
	  $(BIN)/python "$$target" ".fuzz/$$name" rules examples -max_total_time=$(FUZZ_SECONDS) -timeout=20 \
	    "-artifact_prefix=.fuzz/$$name-" > ".fuzz/$$name.log" 2>&1 || { cat ".fuzz/$$name.log"; exit 1; }; \
	  tail -n 1 ".fuzz/$$name.log"; \
	done

mutate: .venv/has-dev
	$(BIN)/python .ci/mutate.py

mutate-bounded: .venv/has-dev
	$(BIN)/python .ci/mutate.py --seconds $(MUTATE_SECONDS)

bench: .venv/has-bench
	$(BIN)/python -m benchmarks

wheel: .venv/has-dev
	rm -rf build dist
	$(PIP) $(BIN)/python -m build --quiet

clean:
	rm -rf .venv .corpus .fuzz .hypothesis .coverage .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist src/*.egg-info

# Only wheels of atheris: to build it takes a C++ compiler and half an hour.
.venv/has-%: $(MADE) pyproject.toml setup.py constraints.txt
	@echo "installing xeploai[$*] into .venv"
	@$(PIP) $(BIN)/python -m pip -qq install --only-binary atheris -e '.[$*]'
	@touch $@

$(MADE):
	@$(PYTHON) -m venv --clear .venv
	@touch $@
