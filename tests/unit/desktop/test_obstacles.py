"""What stands in the way of reading."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from copilot.desktop.linux.obstacles import has_flag

FLAG = "--force-renderer-accessibility"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_browser_that_has_its_flag_is_told_from_one_that_needs_it() -> None:
    for flags, expected in ([FLAG], True), ([], False):
        command = [sys.executable, "-c", "print(flush=True); input()", *flags]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as browser:
            assert browser.stdout
            browser.stdout.readline()  # it has begun
            assert has_flag(browser.pid) is expected
            browser.communicate(b"\n")
        assert not has_flag(browser.pid)
    assert not has_flag(os.getpid())
