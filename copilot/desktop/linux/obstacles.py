"""Why an application can't be read, and what helps."""

from __future__ import annotations

import asyncio
from pathlib import Path

from copilot.core.errors import AccessibilityOff
from copilot.core.model import Blocked
from copilot.desktop.apps import AppQuirks
from copilot.desktop.linux.accessible import Accessibles, Ref
from copilot.desktop.linux.bus import AccessibilityBus, CallFailed
from copilot.desktop.linux.focus import Application
from copilot.desktop.linux.windows import DesktopWindow

ENABLE = "enable-accessibility"
RESTART = "restart-with-accessibility"
_RESTART_HINT = "Restarting it now closes it first: send or save what you have typed."

# Files that lie beside the program of everything that is built on Chromium, Electron included.
_CHROMIUM_FILES = ("icudtl.dat", "v8_context_snapshot.bin", "chrome_100_percent.pak")
_FLAG = "--force-renderer-accessibility"
_GTK2 = "libgtk-x11-2.0.so"


class Obstacles:
    """Explains what stands in the way."""

    def __init__(self, bus: AccessibilityBus) -> None:
        self._status = AccessibilityStatus(bus)

    async def accessible(self) -> bool:
        """Whether accessibility is on for the session. Raises AccessibilityOff without a bus."""
        return await self._status.ask()

    async def enable(self) -> None:
        """Switch accessibility on for the session. Raises AccessibilityOff."""
        await self._status.enable()

    async def no_bus(self) -> Blocked:
        """The accessibility bus is gone or was never there."""
        return Blocked(
            app="",
            app_name="",
            reason="The accessibility bus of this session can't be reached.",
            hint="Install the package at-spi2-core, then log in again.",
        )

    async def why(self, window: DesktopWindow, quirks: AppQuirks) -> Blocked | None:
        """Why the application of `window` is not on the bus; None if it is no matter of ours."""
        family = await asyncio.to_thread(toolkit_of_process, window.pid)
        # With the flag it is only on its way.
        if family == "chromium" and not await asyncio.to_thread(has_flag, window.pid):
            return self._needs_flag(quirks)
        if family == "gtk2":
            return Blocked(
                app=quirks.name,
                app_name=quirks.title,
                reason=f"{quirks.title} does not show its text to assistive programs yet.",
                hint="Install the package libatk-adaptor and start it with "
                f"GTK_MODULES=gail:atk-bridge in its environment. {_RESTART_HINT}",
                remedy=RESTART,
            )
        if not await self._status.enabled():
            return Blocked(
                app=quirks.name,
                app_name=quirks.title,
                reason="Accessibility is switched off in this session.",
                hint="Let Chat Copilot switch it on.",
                remedy=ENABLE,
            )
        return None

    async def empty_page(
        self, app: Application, window: DesktopWindow, accessibles: Accessibles
    ) -> Blocked | None:
        """A Chromium that is on the bus but keeps its pages to itself."""
        try:
            frames = await accessibles.children(
                Ref(app.bus_name, "/org/a11y/atspi/accessible/root")
            )
            for frame in frames:
                if await accessibles.find(frame, roles=("document-web",), limit=1):
                    return None
        except CallFailed:
            return None
        if await asyncio.to_thread(has_flag, app.pid):
            return None  # the page is on its way
        return self._needs_flag(AppQuirks(title=window.wm_class or app.name, name=app.name.lower()))

    def _needs_flag(self, quirks: AppQuirks) -> Blocked:
        return Blocked(
            app=quirks.name,
            app_name=quirks.title,
            reason=f"{quirks.title} does not show its pages to assistive programs.",
            hint=f"It has to be started with {_FLAG} (for good, on Debian: "
            f'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS {_FLAG}" '
            f"in a file in /etc/chromium.d/). {_RESTART_HINT}",
            remedy=RESTART,
        )


class AccessibilityStatus:
    """The session's switch for accessibility, org.a11y.Status."""

    def __init__(self, bus: AccessibilityBus) -> None:
        self._bus = bus

    async def enabled(self) -> bool:
        """Whether it is on. True where there is no such switch: then it is no obstacle."""
        try:
            return await self.ask()
        except AccessibilityOff:
            return True

    async def ask(self) -> bool:
        """Whether it is on. Raises AccessibilityOff where there is no such switch."""
        value = await self._bus.session_call(
            "org.a11y.Bus",
            "/org/a11y/bus",
            "org.freedesktop.DBus.Properties",
            "Get",
            "ss",
            ["org.a11y.Status", "IsEnabled"],
        )
        return bool(value[0].value)

    async def enable(self) -> None:
        """Switch it on. Raises AccessibilityOff."""
        from dbus_fast import Variant

        await self._bus.session_call(
            "org.a11y.Bus",
            "/org/a11y/bus",
            "org.freedesktop.DBus.Properties",
            "Set",
            "ssv",
            ["org.a11y.Status", "IsEnabled", Variant("b", True)],
        )


def has_flag(pid: int) -> bool:
    """Whether a Chromium was started with the flag that makes it show its pages."""
    try:
        return _FLAG.encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:  # it has ended, or belongs to somebody else
        return False


def toolkit_of_process(pid: int) -> str:
    """ "chromium" or "gtk2" for processes that need help to be read, else "" """
    try:
        program = Path(f"/proc/{pid}/exe").resolve(strict=True)
        if any((program.parent / name).exists() for name in _CHROMIUM_FILES):
            return "chromium"
        if _GTK2 in Path(f"/proc/{pid}/maps").read_text(errors="replace"):
            return "gtk2"
    except OSError:  # it has ended, or belongs to somebody else
        pass
    return ""
