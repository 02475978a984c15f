"""The engine's own process: loads the model, serves it on the loopback, ends with its parent.

It is told what to do by one line of JSON on standard input (so that the key stands in no list of
processes) and answers with one line on standard output: `{"listening": "http://…"}`, or
`{"error": "…"}` with one of the words of `_WORDS`, or "missing". It lives until standard input
ends, which it does however the parent ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from typing import IO, Any

# What llama.cpp logs when it can't load → our word for it, the first that fits.
_WORDS = {
    # "couldn't bind HTTP server socket, hostname: 127.0.0.1, port: 8080"
    "couldn't bind": "port",
    # "ggml_aligned_malloc: insufficient memory (attempted to allocate 2199.38 MB)"
    "insufficient memory": "memory",
    "failed to allocate": "memory",
    "unable to allocate": "memory",
    # "error loading model: unknown model architecture: 'xyz'"
    "unknown model architecture": "architecture",
}
_PROMPTS_KEPT = 256
"""MiB for the prompts of other skills; llama.cpp would take 8192."""


def main() -> None:
    """Serve until standard input ends."""
    # Ctrl+C in a terminal reaches this process too: it ends when the parent says so.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    told = json.loads(sys.stdin.readline())
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with tempfile.TemporaryFile() as log:
        _log_to(log.fileno())
        try:
            server = _serve(told)
        except ImportError:
            answer = {"error": "missing"}
        except RuntimeError:
            answer = {"error": _word(log)}
        else:
            answer = {"listening": server.listening_address}
    # From here on the engine may log what it is asked.
    quiet = os.open(os.devnull, os.O_WRONLY)
    _log_to(quiet)
    print(json.dumps(answer), file=answers, flush=True)
    if "listening" in answer:
        sys.stdin.read()
    # The engine's threads may be computing: nobody waits for them.
    os._exit(0)


def _serve(told: Mapping[str, Any]) -> Any:
    xllamacpp: Any = import_module("xllamacpp")  # it has no types
    params = xllamacpp.CommonParams()
    params.model.path = told["file"]
    params.model_alias = {told["model"]}
    params.api_keys = [told["key"]]
    params.hostnames = ["127.0.0.1"]
    params.port = told["port"]
    params.n_ctx = told["context"]
    params.n_parallel = 1
    params.cpuparams.n_threads = told["threads"]
    params.cpuparams_batch.n_threads = told["threads"]
    params.cache_prompt = True
    params.cache_ram_mib = _PROMPTS_KEPT
    params.verbosity = 1  # errors only
    # No pages, no list of running prompts, no web site that may read the answers.
    params.ui = False
    params.endpoint_slots = False
    params.cors_origins = "http://127.0.0.1"
    # The answer's form is settled by a grammar: nothing in it is to be taken for reasoning.
    params.force_pure_content_parser = True
    return xllamacpp.Server(params)


def _word(log: IO[bytes]) -> str:
    log.seek(0)
    text = log.read().decode("utf-8", "replace")
    return next((word for phrase, word in _WORDS.items() if phrase in text), "broken")


def _log_to(handle: int) -> None:
    for stream in (1, 2):
        os.dup2(handle, stream)
