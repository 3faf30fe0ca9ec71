# Each target sets up .venv by itself: python3 (3.11 or newer, with its venv module), git and make suffice.

PYTHON ?= python3
CHROMIUM ?= chromium
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# A .venv that was moved here, or whose Python is gone, is set up anew.
HOME_CHECK := import os, sys; from importlib.util import find_spec; \
  sys.exit(not os.path.samefile(find_spec("checker").origin, "checker/__init__.py"))
ifneq ($(wildcard $(READY)),)
ifneq ($(shell $(BIN)/python -P -c '$(HOME_CHECK)' 2>/dev/null && echo here),here)
$(shell rm -rf $(VENV))
endif
endif

.PHONY: check test lint format docs browser
.DEFAULT_GOAL := check

check: $(READY)
	@$(BIN)/check-claims --fail-on never

test: lint browser
	@CHROMIUM=$(CHROMIUM) $(BIN)/python -m pytest -n 2

browser:
	@command -v $(CHROMIUM) >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	    && echo "installing chromium for the tests of the page (once) ..." >&2 \
	    && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
	      chromium fonts-dejavu-core >/dev/null && command -v $(CHROMIUM) >/dev/null 2>&1; } \
	  || { echo "make: the tests of the page need chromium: apt-get install chromium, or name another: make test CHROMIUM=/path/to/it" >&2; exit 1; }

lint: $(READY)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(READY)
	@$(BIN)/python docs/generate.py

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "make: $(PYTHON) must be Python 3.11 or newer; name one with: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 \
	  || { rm -rf $(VENV) && $(PYTHON) -m venv $(VENV) >/dev/null 2>&1; } \
	  || { rm -rf $(VENV); echo "make: $(PYTHON) cannot make a virtual environment; install its venv module (Debian: apt install python3-venv)" >&2; exit 1; }
	@echo "setting up $(VENV) (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' \
	  || { echo "make: the packages could not be installed; see the lines above, then run make again" >&2; exit 1; }
	@touch $@
