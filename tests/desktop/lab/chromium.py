"""Real Chromium, readable by accessibility, which reaches nothing but this machine."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.desktop.lab.session import DesktopSession

_FLAGS = (
    "--force-renderer-accessibility",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    # Not everywhere may root, or anybody in a container, have one; all pages are our own.
    "--no-sandbox",
    "--password-store=basic",
    "--test-type",  # no banner about the flags above
    "--window-position=20,20",
    "--window-size=1100,760",
)


def unusable() -> str:
    """Why Chromium can't be used on this machine, "" if it can."""
    program = shutil.which("chromium")
    if program is None:
        return "there is no program called chromium"
    if "snap" in Path(program).resolve().parts:
        return "this Chromium is a snap, which can't live in a private home directory"
    return ""


class Chromium:
    """One browser window at `url`; `accessible=False` leaves the flag out, as people start it.

    `flags` come last, where they count before ours.

    Skips the test where no Chromium can be used, as on Ubuntu.
    """

    app = "chromium"

    def __init__(
        self,
        session: DesktopSession,
        url: str,
        *,
        accessible: bool = True,
        flags: Sequence[str] = (),
    ) -> None:
        if reason := unusable():
            pytest.skip(reason)
        self._session = session
        own = _FLAGS if accessible else _FLAGS[1:]
        profile = session.folder / f"chromium-{len(list(session.folder.glob('chromium-*')))}"
        self.program = session.spawn(
            ["chromium", f"--user-data-dir={profile}", *own, *flags, url],
            env={"ACCESSIBILITY_ENABLED": "1"} if accessible else {},
            name="chromium",
        )
        self.window = session.wait_for(
            lambda: session.windows(pid=self.pid), 60, "Chromium's window", self.program
        )[0].id

    @property
    def pid(self) -> int:
        return self.program.process.pid

    @property
    def title(self) -> str:
        """The window's title, which ends in " - Chromium"."""
        return next((w.title for w in self._session.windows() if w.id == self.window), "")
