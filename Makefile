# The commands a contributor needs; `make test` and `make run` do all their set-up themselves.

PYTHON ?= python3
export PYTHON

bin := .venv/bin
uv = $(or $(shell command -v uv),$(error make lock needs uv))
compile = $(uv) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate --extra embeddings

# Compiled modules start faster; some machines switch them off.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run setup test check coverage bench lock clean

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

lock:
	$(compile) --group build --output-file packaging/locks/run.txt
	$(compile) --group dev --output-file packaging/locks/dev.txt

clean:
	rm -rf .venv tests/clients/node_modules out build dist .coverage .coverage.* \
		.pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
