"""How the program starts itself, from a package and from a Python."""

from __future__ import annotations

import subprocess
import sys

import pytest

from copilot.core import program


def test_from_a_python_it_is_the_module_apart_from_where_the_person_stands():
    assert program.command("doctor") == [sys.executable, "-P", "-m", "copilot", "doctor"]


def test_a_package_is_its_own_program(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program.command("doctor", "--json") == [sys.executable, "doctor", "--json"]
    assert program.child("engine") == [sys.executable, "--child", "engine"]


def test_children_that_do_not_exist_are_no_modules_to_run():
    done = subprocess.run(
        program.child("os"), capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 2
    assert "usage:" in done.stderr
