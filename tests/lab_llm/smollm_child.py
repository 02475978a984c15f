"""The child process of smollm.py: loads the model, says where it listens, ends with its parent."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from typing import Any


def main(model: str) -> None:
    """Serve until standard input ends."""
    xllamacpp: Any = import_module("xllamacpp")  # it has no types
    params = xllamacpp.CommonParams()
    params.model.path = model
    params.model_alias = "smollm2"
    params.n_ctx = 2048
    params.n_parallel = 1
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.api_keys = [os.environ["COPILOT_SMOLLM_KEY"]]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.verbosity = 0
    server = xllamacpp.Server(params)
    print(json.dumps({"listening": server.listening_address}), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
