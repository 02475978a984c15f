# The commands a contributor needs; `make test` and `make run` do all their set-up themselves.

PYTHON ?= python3
export PYTHON

bin := .venv/bin
uv = $(or $(shell command -v uv),$(error make lock needs uv))
lock_form = --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate
compile = $(uv) pip compile pyproject.toml $(lock_form) --extra embeddings

# Compiled modules start faster; some machines switch them off.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run setup test check coverage bench package test-package lock clean

run:
	@packaging/linux/setup run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(bin)/chat-copilot run; \
	else \
		echo "There is no display here: playing the demo on a virtual one."; \
		exec $(bin)/python packaging/linux/virtual_desktop.py $(bin)/chat-copilot demo; \
	fi

setup:
	@packaging/linux/setup test

test: setup
	@$(bin)/python tests/run.py

check: setup
	@$(bin)/python tests/run.py check

coverage: setup
	@$(bin)/python tests/run.py coverage

bench: setup
	@$(bin)/python tests/bench/run.py

# .deb, .rpm, .tar.xz, bill of materials and checksums in out/packages; ARGS="--formats deb"
package:
	@packaging/linux/setup package
	@.venv-package/bin/python packaging/linux/package.py $(ARGS)

# Builds twice and installs in fresh systems: about a quarter of an hour, as root.
test-package: setup
	@packaging/linux/setup package
	@$(bin)/python -m pytest -q -n0 --timeout=3600 tests/package

lock:
	$(compile) --group build --output-file packaging/locks/run.txt
	$(compile) --group dev --output-file packaging/locks/dev.txt
	$(uv) pip compile --group pyproject.toml:package $(lock_form) --output-file packaging/locks/package.txt

clean:
	rm -rf .venv .venv-package tests/clients/node_modules out build dist .coverage .coverage.* \
		.pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
