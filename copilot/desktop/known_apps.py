"""What is known of applications: from the start, and from what was seen in them and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping

from copilot.core.applications import KnownApplication
from copilot.core.model import Blocked, ChatView, Sight
from copilot.desktop.apps import Apps


class KnownApps:
    """Belongs to one loop.

    `seen` keeps what could be read in an application ("chat", "draft", "nothing"), `ways` the way
    of writing that worked last; both by stable names.
    """

    def __init__(self, apps: Apps, seen: MutableMapping[str, str], ways: Mapping[str, str]) -> None:
        self._apps = apps
        self._seen = seen
        self._ways = ways

    def note(self, sight: Sight, can: str) -> None:
        """Keep what can be read where this was seen; `can` is for a chat, "" if not known."""
        if isinstance(sight, ChatView):
            self._keep(sight.identity.app, can)
        elif isinstance(sight, Blocked) and not sight.chosen and self._apps.is_known(sight.app):
            # What could be read before needs only to be started in another way.
            self._keep(sight.app, self._seen.get(sight.app, "nothing"))

    def _keep(self, app: str, can: str) -> None:
        if can and self._seen.get(app) != can:
            self._seen[app] = can

    def listed(self, names: Iterable[str]) -> tuple[KnownApplication, ...]:
        """Those that were seen, and those that the person named, which keep their spelling."""
        spelled = {name.casefold(): name for name in (*self._seen, *names)}
        found: list[KnownApplication] = []
        for lower, name in spelled.items():
            quirks = self._apps.named(lower)
            usual = quirks.write[0] if self._apps.is_known(quirks.name) else ""
            title = name if quirks.title == lower else quirks.title
            way = self._ways.get(quirks.name, usual)
            found.append(KnownApplication(name, title, self._seen.get(quirks.name, ""), way))
        return tuple(sorted(found, key=lambda one: one.title.casefold()))
