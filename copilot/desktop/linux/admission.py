"""Whether a window may be read, decided as soon as enough is known of it and before its text is."""

from __future__ import annotations

from copilot.core.bounds import Bounds, Place, Profile, Refusal
from copilot.core.model import Blocked
from copilot.desktop.apps import Apps
from copilot.desktop.linux.focus import Focus
from copilot.desktop.linux.windows import DesktopWindow

# They tell the address of every page, though a moment after they show it.
_BROWSERS = ("chromium", "gecko")


class Admission:
    """Holds windows against the person's bounds."""

    def __init__(self, bounds: Bounds, apps: Apps) -> None:
        self._bounds = bounds
        self._apps = apps

    def restrict(self, bounds: Bounds) -> None:
        """From now on these are the person's bounds."""
        self._bounds = bounds

    def deny(self, app: str) -> None:
        """Refuse this application from now on."""
        self._bounds = self._bounds.denying(app)

    def window(self, app: str, window: DesktopWindow | None) -> Blocked | None:
        """Why the window of an application is denied; None where more has to be known."""
        title = window.title if window else ""
        place = Place(self._names(app, window, ""), (title,))
        return self._blocked(self._bounds.refusal(place), app, window)

    def unreadable(self, window: DesktopWindow) -> Blocked | None:
        """Why an application that can't be read would not be read either."""
        place = Place(self._names("", window, ""), (window.title,))
        return self._blocked(self._bounds.refusal_of_known(place), "", window)

    def field(self, focus: Focus, window: DesktopWindow | None) -> Blocked | None:
        """Why a field and what is around it are not read; None if they may be."""
        titles = (focus.title, window.title if window else "")
        names = self._names(focus.app.name, window, page_of(focus, window))
        place = Place(names, titles, focus.url, page=focus.document is not None)
        return self._blocked(self._bounds.refusal_of_known(place), focus.app.name, window)

    def selection(
        self, app: str, window: DesktopWindow | None, titles: tuple[str, ...], url: str
    ) -> Blocked | None:
        """Why what is selected in a window is not read, `url` being that of its page, if any."""
        title = window.title if window else ""
        names = self._names(app, window, f"{title} {url}" if url else "")
        place = Place(names, (*titles, title), url, page=bool(url))
        return self._blocked(self._bounds.refusal_of_known(place), app, window)

    def profile(self, focus: Focus, window: DesktopWindow | None) -> Profile:
        """What the person set for the application, or for the page, that a field is in."""
        return self._bounds.profile(self._names(focus.app.name, window, page_of(focus, window)))

    def profile_named(self, app: str) -> Profile:
        """The same by the stable name, where no more is known."""
        return self._bounds.profile({app})

    @staticmethod
    def is_too_early(focus: Focus) -> bool:
        """Whether the page around a field has not told its address yet."""
        return focus.document is not None and not focus.url and focus.app.toolkit in _BROWSERS

    def _names(self, app: str, window: DesktopWindow | None, page: str) -> frozenset[str]:
        return self._apps.names(
            app=app,
            wm_class=window.wm_class if window else "",
            wm_instance=window.wm_instance if window else "",
            page=page,
        )

    def _blocked(
        self, refusal: Refusal | None, app: str, window: DesktopWindow | None
    ) -> Blocked | None:
        if refusal is None:
            return None
        quirks = self._apps.find(app=app, wm_class=window.wm_class if window else "")
        reason, hint, action = refusal.reason, refusal.hint, refusal.action
        return Blocked(quirks.name, quirks.title, reason, hint, action, chosen=True)


def page_of(focus: Focus, window: DesktopWindow | None) -> str:
    """Title and address of the page that the field is on, "" where it is on none."""
    title = window.title if window else focus.title
    return f"{title} {focus.url}" if focus.document else ""
