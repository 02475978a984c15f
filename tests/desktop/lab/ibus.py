"""Real IBus with a pinyin engine: what is typed goes through it before it reaches a client."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession

# For GTK, and for whatever speaks XIM; Chromium goes by GTK's.
_CLIENTS = {"GTK_IM_MODULE": "ibus", "QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}
_ENGINE = "libpinyin"


class IBus:
    """IBus at work in a session, for all programs that are started after it."""

    def __init__(self, session: DesktopSession) -> None:
        if shutil.which("ibus-daemon") is None:
            pytest.skip("there is no program called ibus-daemon")
        self._session = session
        settings = Path(session.env["XDG_CONFIG_HOME"]) / "glib-2.0" / "settings" / "keyfile"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[desktop/ibus/general]\npreload-engines=['{_ENGINE}']\n")
        session.env |= _CLIENTS | {"GSETTINGS_BACKEND": "keyfile"}
        self.program = session.spawn(["ibus-daemon", "--xim", "--replace"], name="ibus")
        session.wait_for(self._is_up, 20, "IBus", self.program)

    def _is_up(self) -> bool:
        return self._engine() == _ENGINE

    def _engine(self) -> str:
        with contextlib.suppress(LabError):
            return self._session.run(["ibus", "engine"]).strip()
        return ""

    @contextlib.contextmanager
    def off(self) -> Generator[None]:
        """Meanwhile keys are just letters."""
        self._use("xkb:us::eng")
        yield
        self._use(_ENGINE)

    def _use(self, engine: str) -> None:
        # It says that it failed where the engine takes its time, and switches all the same.
        with contextlib.suppress(LabError):
            self._session.run(["ibus", "engine", engine])
        self._session.wait_for(lambda: self._engine() == engine, 20, engine, self.program)

    def restart(self) -> None:
        """End it, and start another one on another address."""
        self._session.stop(self.program)
        self.program = self._session.spawn(["ibus-daemon", "--xim", "--replace"], name="ibus")
        self._session.wait_for(self._is_up, 20, "IBus", self.program)
