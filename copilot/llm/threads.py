"""Keeps the threads of numerical libraries calm."""

from __future__ import annotations

import os


def calm() -> None:
    """Keep the libraries' idle threads from spinning, some 50 ms of a core after each answer.

    They read these variables when they are loaded, so this comes before their import.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
