"""The first moments: one instance, an icon in the tray, then everything else beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from copilot.store import launch, resources
from copilot.store.instance import Instance
from copilot.store.paths import Paths
from copilot.ui import app_icon, language
from copilot.ui.application import (
    dress,
    find_files,
    load_beside,
    open_application,
    run_loop,
    show_icon,
)

if TYPE_CHECKING:
    from copilot.app import App, Guest, Options


def find_resources() -> None:
    """Tell Qt where icons and translations are; before a window of ours is made."""
    for prefix in (app_icon.SEARCH_PREFIX, language.SEARCH_PREFIX):
        find_files(prefix, str(resources.folder() / prefix))


def run(paths: Paths, options: Callable[[], Options], guest: Guest | None = None) -> int:
    """Run until the person quits; returns the exit code.

    `options` reads settings and the like; it is called in a thread once the icon is there.
    Raises AlreadyRunning if this session has an instance, DisplayMissing without a display.
    """
    instance = Instance.claim(paths)
    find_resources()
    application = open_application()
    icon = show_icon()

    def load() -> tuple[type[App], Options]:
        from copilot.app import App

        return App, options()

    app_class, chosen = load_beside(load)
    from copilot.ui.bridge import Bridge
    from copilot.ui.tray import Tray

    dress(application, chosen.settings.interface.language)
    bridge = Bridge()
    tray = Tray(
        bridge,
        icon,
        practice=lambda: launch.start("practice"),
        doctor=lambda: launch.start("doctor", "--window"),
        about=lambda: launch.start("about"),
    )
    return run_loop(application, lambda: app_class(chosen, instance, bridge, tray).main(guest))
