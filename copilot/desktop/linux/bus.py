"""The connection to the accessibility bus: bounded calls, hung applications, coming back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

from copilot.core.errors import AccessibilityOff, DesktopError

_log = logging.getLogger(__name__)

REGISTRY = "org.a11y.atspi.Registry"
DAEMON = "org.freedesktop.DBus"

# dbus-fast ends the connection when about 200 KB wait in a full socket.
MAX_CALLS_IN_FLIGHT = 64
CALL_TIMEOUT = 1.0  # seconds
HUNG_FOR = 5.0  # seconds during which a silent application is not asked again
FIRST_RETRY = 0.1  # seconds; doubles up to
LAST_RETRY = 5.0


class CallFailed(DesktopError):
    """An accessible object is gone, or its application refused a call or stayed silent."""

    retryable = True


class HungApplications:
    """Remembers which applications did not answer, so that nothing waits for them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}

    def mark(self, name: str) -> None:
        """`name` did not answer in time."""
        self._until[name] = self._clock() + HUNG_FOR

    def forget(self, name: str) -> None:
        """`name` gave a sign of life, or is gone."""
        self._until.pop(name, None)

    def __contains__(self, name: str) -> bool:
        until = self._until.get(name)
        if until is None:
            return False
        if self._clock() < until:
            return True
        del self._until[name]
        return False


Signal = Callable[[Message], None]


class AccessibilityBus:
    """Calls and signals of the accessibility bus, on the loop that made it.

    `on_signal` gets every signal, `on_up` runs after each (re)connection.
    """

    def __init__(self, on_signal: Signal, on_up: Callable[[], None]) -> None:
        self.hung = HungApplications()
        self._on_signal = on_signal
        self._on_up = on_up
        self._session: MessageBus | None = None
        self._bus: MessageBus | None = None
        self._slots = asyncio.Semaphore(MAX_CALLS_IN_FLIGHT)
        self._tried = asyncio.Event()

    @property
    def up(self) -> bool:
        """Whether the accessibility bus is connected."""
        return self._bus is not None

    async def sought(self) -> bool:
        """Wait until it was looked for once; whether it is connected."""
        await self._tried.wait()
        return self.up

    async def serve(self) -> None:
        """Stay connected until cancelled; comes back when the bus has died."""
        delay = FIRST_RETRY
        try:
            while True:
                try:
                    bus = await self._connect()
                except DesktopError:
                    self._tried.set()
                    await asyncio.sleep(delay)
                    delay = min(delay * 2, LAST_RETRY)
                    continue
                delay = FIRST_RETRY
                self._bus = bus
                self._tried.set()
                self._on_up()
                with contextlib.suppress(Exception):
                    await bus.wait_for_disconnect()
                self._bus = None
                _log.info("accessibility bus lost, reconnecting")
        finally:
            for bus in (self._bus, self._session):
                if bus is not None and bus.connected:
                    bus.disconnect()
            self._bus = self._session = None

    async def _connect(self) -> MessageBus:
        try:
            async with asyncio.timeout(5.0):
                address = await self._address()
                bus = await MessageBus(bus_address=address).connect()
        except (OSError, TimeoutError, AccessibilityOff) as error:
            raise AccessibilityOff("The accessibility bus can't be reached.") from error
        except Exception as error:  # dbus-fast raises many kinds while connecting
            raise AccessibilityOff("The accessibility bus refused the connection.") from error
        bus.add_message_handler(self._heard)
        return bus

    async def _address(self) -> str:
        reply = await self.session_call(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"
        )
        return str(reply[0])

    def _heard(self, message: Message) -> None:
        if message.message_type is MessageType.SIGNAL:
            self._on_signal(message)

    async def session_call(
        self,
        destination: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        body: Sequence[Any] = (),
    ) -> list[Any]:
        """Call something on the session bus. Raises AccessibilityOff."""
        try:
            async with asyncio.timeout(5.0):
                if self._session is None or not self._session.connected:
                    self._session = await MessageBus(bus_type=BusType.SESSION).connect()
                reply = await self._session.call(
                    Message(
                        destination, path, interface, member, signature=signature, body=list(body)
                    )
                )
        except Exception as error:  # no session bus, refused, silent: the same to the person
            raise AccessibilityOff(
                "The session has no D-Bus.", "Start Chat Copilot inside a desktop session."
            ) from error
        if reply.message_type is MessageType.ERROR:
            raise AccessibilityOff(
                "Accessibility is not available in this session.",
                "Install the package at-spi2-core and log in again.",
            )
        return reply.body

    async def call(
        self,
        destination: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        body: Sequence[Any] = (),
        limit: float = CALL_TIMEOUT,
    ) -> list[Any]:
        """Call an accessible object. Raises CallFailed, AccessibilityOff when there is no bus."""
        if destination in self.hung:
            raise CallFailed("The application does not answer.")
        async with self._slots:
            bus = self._bus
            if bus is None or not bus.connected:
                raise AccessibilityOff("The accessibility bus can't be reached.")
            message = Message(
                destination, path, interface, member, signature=signature, body=list(body)
            )
            try:
                async with asyncio.timeout(limit):
                    reply = await bus.call(message)
            except TimeoutError as error:
                self.hung.mark(destination)
                raise CallFailed("The application does not answer.") from error
            except Exception as error:  # the connection broke under us
                raise CallFailed("The accessibility bus broke off.") from error
        if reply.message_type is MessageType.ERROR:
            raise CallFailed("The application refused a call.")
        return reply.body

    async def match(self, rule: str, on: bool = True) -> None:
        """Add or remove a match rule for signals."""
        member = "AddMatch" if on else "RemoveMatch"
        await self.call(DAEMON, "/org/freedesktop/DBus", DAEMON, member, "s", [rule])

    async def register(self, event: str, on: bool = True) -> None:
        """Have all applications send `event` ("object:text-changed"), or stop having it."""
        if on:
            body: tuple[object, ...] = (event, (), "")
            await self._registry("RegisterEvent", "sass", body)
        else:
            await self._registry("DeregisterEvent", "s", (event,))

    async def _registry(self, member: str, signature: str, body: Sequence[object]) -> None:
        await self.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, member, signature, body)

    async def pid_of(self, name: str) -> int:
        """The process behind a bus name."""
        reply = await self.call(
            DAEMON, "/org/freedesktop/DBus", DAEMON, "GetConnectionUnixProcessID", "s", [name]
        )
        return int(reply[0])
