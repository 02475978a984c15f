"""Watches who has the keyboard, follows the draft there and says what is seen."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable, Mapping

from dbus_fast import Message

from copilot.core.bounds import Bounds
from copilot.core.errors import AccessibilityOff, DesktopError
from copilot.core.model import Blocked, ChatView, Sight
from copilot.core.tasks import TaskSet
from copilot.desktop.apps import AppQuirks, Apps
from copilot.desktop.emoji import EmojiNames
from copilot.desktop.known_apps import KnownApps
from copilot.desktop.linux.accessible import Accessibles, Ref
from copilot.desktop.linux.admission import Admission, page_of
from copilot.desktop.linux.bus import DAEMON, REGISTRY, AccessibilityBus, CallFailed
from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.field import Field
from copilot.desktop.linux.focus import Application, Applications, Focus, Focused, FocusFinder
from copilot.desktop.linux.follow import Follower
from copilot.desktop.linux.front import Front, front_of
from copilot.desktop.linux.glances import Glances
from copilot.desktop.linux.grab import only_grabbed
from copilot.desktop.linux.obstacles import Obstacles
from copilot.desktop.linux.restart import restart_blocked
from copilot.desktop.linux.subscriptions import OBJECT_EVENT, WINDOW_EVENT, Subscriptions
from copilot.desktop.linux.tree import Trees
from copilot.desktop.linux.windows import DesktopWindow, Windows
from copilot.desktop.own_names import OwnNames

_log = logging.getLogger(__name__)


class Watcher:
    """The eyes' inside; lives on the desktop thread's loop. Implements `Fields`.

    `bounds` say what may be read at all, `ways` has the way of writing that worked last per
    application, `composition` tells of unfinished text of input methods. `known` keeps what
    can be read in applications.
    """

    def __init__(
        self,
        windows: Windows,
        apps: Apps,
        publish: Callable[[Sight], None],
        bounds: Bounds | None = None,
        emoji: EmojiNames | None = None,
        ways: Mapping[str, str] | None = None,
        composition: Composition | None = None,
        known: KnownApps | None = None,
    ) -> None:
        self._windows = windows
        self._apps = apps
        self._publish = publish
        self._admission = Admission(bounds or Bounds(), apps)
        self._tasks = TaskSet()
        self.bus = AccessibilityBus(self.heard, self._up)
        self._subscriptions = Subscriptions(self.bus)
        self._a11y = Accessibles(self.bus)
        self._trees = Trees(self._a11y, emoji or EmojiNames())
        self._own = OwnNames()
        self._ways: Mapping[str, str] = {} if ways is None else ways
        self._known = known or KnownApps(apps, {}, self._ways)
        self._composition = composition or Composition()
        self._composition.listen(self._composed)
        self._applications = Applications(self.bus, self._a11y)
        self._finder = FocusFinder(self._a11y)
        self._obstacles = Obstacles(self.bus)
        self._glances = Glances()
        self._hint: Ref | None = None
        self._activated: str = ""
        self._follower: Follower | None = None
        self._following: asyncio.Task[None] | None = None
        self._said: Sight = None
        self._resting = False

    # Life

    def start(self) -> None:
        """Start watching."""
        self._windows.watch(self._glances.stir, self._glances.moved)
        self._tasks.start(self.bus.serve(), "accessibility bus")
        self._tasks.start(self._watch(), "watcher")

    async def close(self) -> None:
        """Stop watching, in a moment when no application is telling us anything."""
        self._windows.close()
        self._glances.close()
        await self._subscriptions.until_a_rest()
        await self._tasks.close()

    async def ready(self, limit: float) -> bool:
        """Wait until events are coming in, at most `limit` seconds; not where there is no bus."""
        begun = asyncio.get_running_loop().time()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit):
                if not await self.bus.sought():
                    return False
        used = asyncio.get_running_loop().time() - begun
        return await self._subscriptions.ready(limit - used)

    # Events

    def _up(self) -> None:
        self._subscriptions.lost()
        self._applications.reset()
        self._tasks.start(self._subscribe(), "subscribe")

    async def _subscribe(self) -> None:
        try:
            await self._subscriptions.subscribe()
        except DesktopError:
            _log.warning("the accessibility registry does not take our subscriptions")
            return
        self._glances.stir()

    def heard(self, message: Message) -> None:
        """An event came in from the bus."""
        self._subscriptions.heard()
        member, source = message.member, Ref(message.sender or "", message.path or "")
        self.bus.hung.forget(source.name)  # it lives
        if message.interface == OBJECT_EVENT:
            self._heard_object(member, source, message)
        elif message.interface == WINDOW_EVENT:
            if member == "Activate":
                self._activated = source.name
            self._glances.stir()
        elif message.interface == DAEMON and member == "NameOwnerChanged":
            name = str(message.body[0])
            self._applications.gone(name)
            if self._follower and self._follower.focus.app.bus_name == name:
                self._glances.stir()

    def _heard_object(self, member: str | None, source: Ref, message: Message) -> None:
        follower = self._follower
        if member == "StateChanged":
            if message.body[1]:
                self._hint = source
            self._glances.stir()
        elif source.name == REGISTRY or message.path == "/org/a11y/atspi/accessible/root":
            self._applications.came()
            self._glances.stir()
        if follower is None or follower.focus.app.bus_name != source.name:
            return
        if member in ("TextChanged", "TextCaretMoved"):
            follower.heard_text(source)
        else:
            follower.heard()

    def _composed(self, _on: bool) -> None:
        if self._follower is not None:
            self._follower.heard_composing()

    # Who has the keyboard

    async def _watch(self) -> None:
        while True:
            await self._glances.due()
            try:
                found = await self._refocus()
            except AccessibilityOff:
                found = True  # the bus tells when it is back
                await self._unfollow()
                self._say(await self._obstacles.no_bus())
            except CallFailed:
                found = False
                await self._unfollow()
                self._say(None)
            except Exception as error:  # a defect of ours must not make us blind for good
                _log.error("watching failed: %s", type(error).__name__)
                found = False
                await self._unfollow()
                self._say(None)
            if not found:
                self._glances.again()

    async def _refocus(self) -> bool:
        """Follow what has the keyboard now; false if there is nothing to follow."""
        window = self._windows.active()
        focus = await self._focused(window)
        if self._resting:  # since then
            focus = None
        if not isinstance(focus, Focus):
            await self._unfollow()
            self._say(focus)
            return isinstance(focus, Blocked)
        follower = self._follower
        if follower is not None and follower.focus == focus and self._is_following():
            follower.heard_window(window)
        else:
            await self._unfollow()
            await self._follow(focus, window)
        return True

    def _is_following(self) -> bool:
        return self._following is not None and not self._following.done()

    async def _focused(self, window: DesktopWindow | None) -> Focus | Sight:
        focus = await self._find(window)
        if focus is None and (kept := await self._behind_a_grab(window)) is not None:
            return kept.focus
        return focus

    async def _find(self, window: DesktopWindow | None) -> Focus | Sight:
        if self._resting or (window is not None and window.pid == os.getpid()):
            return None
        app = await self._application(window)
        if app is None:
            if window is None:
                return None
            denied = self._admission.unreadable(window)
            return denied or await self._obstacles.why(window, self._quirks_of(window))
        if app.pid == os.getpid():
            return None
        if (denied := self._admission.window(app.name, window)) is not None:
            return denied
        now = self._follower
        same = now is not None and now.follows(app, window, self._hint)
        if now is not None and same and await self._finder.still(now.focus):
            focus = now.focus
        else:
            focus = await self._finder.find(app, window, self._hint)
        if focus is None and window is not None and app.toolkit == "chromium":
            return await self._obstacles.empty_page(app, window, self._a11y)
        if focus is None or self._admission.is_too_early(focus):
            return None
        return self._admission.field(focus, window) or focus

    async def _behind_a_grab(self, window: DesktopWindow | None) -> Follower | None:
        """Who is followed, if only a grab of the keyboard took the focus from it."""
        follower = self._follower
        if follower is None or window is None or follower.window is None:
            return None
        if window.id != follower.window.id:
            return None
        return follower if await only_grabbed(self._a11y, follower.focus) else None

    async def _application(self, window: DesktopWindow | None) -> Application | None:
        if window is not None:
            return await self._applications.behind(window)
        return await self._applications.named(self._activated) if self._activated else None

    def _quirks_of(self, window: DesktopWindow) -> AppQuirks:
        return self._apps.find(app=window.wm_instance, wm_class=window.wm_class)

    async def _follow(self, focus: Focus, window: DesktopWindow | None) -> None:
        self._follower = follower = self._make(focus, window)
        await self._subscriptions.follow(focus.app.bus_name)
        if self._follower is follower:  # still: nobody has told us to rest
            self._following = self._tasks.start(follower.run(), "follow")

    def _make(self, focus: Focus, window: DesktopWindow | None) -> Follower:
        quirks = self._apps.find(
            app=focus.app.name,
            wm_class=window.wm_class if window else "",
            toolkit=focus.app.toolkit,
            page=page_of(focus, window),
        )
        return Follower(
            focus,
            quirks,
            window,
            self._a11y,
            self._trees,
            self._own,
            self._ways,
            composing=lambda: self._composition.open,
            publish=self._say,
            lost=self._glances.again,
            profile=self._admission.profile(focus, window),
        )

    async def _unfollow(self) -> None:
        self._follower = None
        if self._following is not None:
            self._following.cancel()
            self._following = None
        with contextlib.suppress(DesktopError):
            await self._subscriptions.follow("")

    def _say(self, sight: Sight) -> None:
        if sight != self._said:
            self._said = sight
            self._known.note(sight, self._follower.can if self._follower is not None else "")
            self._publish(sight)

    # Asked by others

    def field(self, key: str) -> Field | None:
        """See Fields."""
        follower = self._follower
        return follower.field if follower is not None and follower.field.key == key else None

    def chosen_way(self, view: ChatView) -> str:
        """See Fields."""
        follower = self._follower
        if follower is not None and follower.field.key == view.field:
            return follower.profile.writes
        return self._admission.profile_named(view.identity.app).writes

    async def now(self) -> Sight:
        """See Fields. Raises AccessibilityOff when there is no accessibility bus."""
        if not self.bus.up and not await self._subscriptions.ready(5.0):
            raise AccessibilityOff(
                "The accessibility bus can't be reached.",
                "Install the package at-spi2-core and log in again.",
            )
        window = self._windows.active()
        try:
            focus = await self._focused(window)
            if not isinstance(focus, Focus):
                return focus
            follower = self._follower
            if follower is None or follower.focus != focus:
                follower = self._make(focus, window)
            follower.window = window
            return await follower.look()
        except CallFailed:
            return None

    async def front(self) -> Front | None:
        """Who has the keyboard and what is focused there, be it a chat or not.

        None if it is us, or while we rest. Raises SelectionRefused where nothing may be read.
        """
        window = self._windows.active()
        if self._resting or (window is not None and window.pid == os.getpid()):
            return None
        app, focused = None, list[Focused]()
        with contextlib.suppress(CallFailed, AccessibilityOff):
            app = await self._application(window)
            if app is not None:
                focused = await self._finder.focused(app, window, self._hint)
        if app is not None and app.pid == os.getpid():
            return None
        return front_of(window, app, focused, self._apps, self._admission)

    def field_at(self, front: Front, one: Focused) -> Field:
        """A field that has the focus, in a chat or not."""
        return Field(
            self._a11y,
            one.ref,
            front.app.toolkit if front.app else "",
            writable="org.a11y.atspi.EditableText" in one.interfaces,
            single_line="multi-line" not in one.states,
            window=lambda: front.window.area if front.window else None,
        )

    async def rest(self, on: bool) -> None:
        """While on, follow and read nothing."""
        was, self._resting = self._resting, on
        if on:
            self._hint = None
        if on or was:
            # Nobody listened while we rested: at the end everything is said anew. Before the wait,
            # so that whoever is quick to resume is followed again by then.
            self._say(None)
            await self._unfollow()
        self._glances.stir()

    async def restrict(self, bounds: Bounds) -> None:
        """Read only what these bounds allow, from now on."""
        self._admission.restrict(bounds)
        await self._unfollow()
        self._glances.stir()

    async def deny(self, app: str) -> None:
        """Read nothing of this application from now on."""
        self._admission.deny(app)
        await self._unfollow()
        self._glances.stir()

    async def accessible(self) -> bool:
        """See Eyes. Raises AccessibilityOff."""
        return await self._obstacles.accessible()

    async def enable(self) -> None:
        """Switch accessibility on for the session. Raises AccessibilityOff."""
        await self._obstacles.enable()
        self._glances.stir()

    async def restart(self) -> None:
        """Restart the application that has the keyboard, if it must be. Raises DesktopError."""
        await restart_blocked(self._windows.active(), self._said)
