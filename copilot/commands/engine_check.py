"""Whether the models of this machine that the settings name can be run, for doctor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from copilot.core.checks import Check
from copilot.core.errors import CopilotError
from copilot.llm.engine.gguf import GgufFile
from copilot.llm.engine.process import examine, options_for
from copilot.store.provider_settings import JOBS
from copilot.store.settings import Settings

NAME = "local model"


def engines_of(configured: Settings) -> tuple[str, ...]:
    """The model files that have a job, as the settings name them."""
    used = (p.engine for job in JOBS for p in configured.models_for(job) if p.engine)
    return tuple(dict.fromkeys(used))


def check_engines(configured: Settings, examine: Callable[[Path], GgufFile] = examine) -> Check:
    """Look at their files, at the memory that is free, and at the engine; starts none."""
    fine: list[str] = []
    for engine in engines_of(configured):
        try:
            file = examine(options_for(engine).file)
        except CopilotError as error:
            return Check(NAME, False, error.title, error.hint)
        fine.append(f"{file.name} ({file.size / 1e9:.1f} GB)")
    return Check(NAME, True, f"{', '.join(fine)}: started when it is asked")
