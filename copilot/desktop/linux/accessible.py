"""Accessible objects by reference: what one call each can ask or tell them."""

from __future__ import annotations

from typing import Any, NamedTuple

from copilot.core.model import Rect
from copilot.desktop.linux.bus import REGISTRY, AccessibilityBus, CallFailed
from copilot.desktop.linux.roles import role_name, role_number, state_names, state_words

ACCESSIBLE = "org.a11y.atspi.Accessible"
APPLICATION = "org.a11y.atspi.Application"
COLLECTION = "org.a11y.atspi.Collection"
COMPONENT = "org.a11y.atspi.Component"
DOCUMENT = "org.a11y.atspi.Document"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
TEXT = "org.a11y.atspi.Text"
PROPERTIES = "org.freedesktop.DBus.Properties"

ROOT_PATH = "/org/a11y/atspi/accessible/root"
NULL_PATH = "/org/a11y/atspi/null"

_SCREEN, _WINDOW = 0, 1
_MATCH_ALL, _MATCH_ANY = 1, 2
_SORT_CANONICAL = 1


class Ref(NamedTuple):
    """An accessible object: the bus name of its application and its path there."""

    name: str
    path: str

    @property
    def key(self) -> str:
        """One string for both."""
        return f"{self.name}{self.path}"


DESKTOP = Ref(REGISTRY, ROOT_PATH)


class Accessibles:
    """The calls. Each raises CallFailed when the object is gone, refuses or does not answer."""

    def __init__(self, bus: AccessibilityBus) -> None:
        self._bus = bus

    async def ask(
        self, ref: Ref, interface: str, member: str, signature: str = "", *body: Any
    ) -> Any:
        """Any method; the first value of its answer."""
        reply = await self._bus.call(ref.name, ref.path, interface, member, signature, body)
        return reply[0] if reply else None

    async def _property(self, ref: Ref, interface: str, name: str) -> Any:
        value = await self.ask(ref, PROPERTIES, "Get", "ss", interface, name)
        return value.value

    async def name(self, ref: Ref) -> str:
        """What it is called."""
        return str(await self._property(ref, ACCESSIBLE, "Name"))

    async def parent(self, ref: Ref) -> Ref | None:
        """What it is in, None at the top."""
        parent = Ref(*await self._property(ref, ACCESSIBLE, "Parent"))
        return None if parent.path in (NULL_PATH, ROOT_PATH) else parent

    async def role(self, ref: Ref) -> str:
        """Its role, see `roles`."""
        return role_name(await self.ask(ref, ACCESSIBLE, "GetRole"))

    async def states(self, ref: Ref) -> frozenset[str]:
        """Its states, see `roles`."""
        return state_names(await self.ask(ref, ACCESSIBLE, "GetState"))

    async def children(self, ref: Ref) -> list[Ref]:
        """What is in it."""
        found = await self.ask(ref, ACCESSIBLE, "GetChildren")
        return [Ref(*child) for child in found if child[1] != NULL_PATH]

    async def attributes(self, ref: Ref) -> dict[str, str]:
        """Its attributes ("tag", "class", "placeholder-text" …)."""
        return dict(await self.ask(ref, ACCESSIBLE, "GetAttributes"))

    async def interfaces(self, ref: Ref) -> frozenset[str]:
        """The names of the interfaces it has."""
        return frozenset(await self.ask(ref, ACCESSIBLE, "GetInterfaces"))

    async def text(self, ref: Ref, start: int = 0, end: int = -1) -> str:
        """Its own text, or a part of it, with U+FFFC for each embedded child."""
        return str(await self.ask(ref, TEXT, "GetText", "ii", start, end))

    async def selections(self, ref: Ref) -> int:
        """How many parts of its own text are selected; GTK 2 counts empty ones too."""
        return int(await self.ask(ref, TEXT, "GetNSelections"))

    async def selection(self, ref: Ref) -> tuple[int, int] | None:
        """What is selected of its own text, in the toolkit's units; None if nothing is."""
        if not await self.selections(ref):
            return None
        reply = await self._bus.call(ref.name, ref.path, TEXT, "GetSelection", "i", [0])
        start, end = sorted((int(reply[0]), int(reply[1])))
        return (start, end) if 0 <= start < end else None

    async def length(self, ref: Ref) -> int:
        """How long its own text is, in the toolkit's units."""
        return int(await self._property(ref, TEXT, "CharacterCount"))

    async def caret(self, ref: Ref) -> int:
        """The caret in the toolkit's own units, -1 if it is not in here."""
        return int(await self._property(ref, TEXT, "CaretOffset"))

    async def extents(self, ref: Ref, *, window: bool = False) -> Rect:
        """Where it is on the screen, or in its window."""
        where = _WINDOW if window else _SCREEN
        return Rect(*await self.ask(ref, COMPONENT, "GetExtents", "u", where))

    async def character(self, ref: Ref, offset: int, *, window: bool = False) -> Rect:
        """Where the character at `offset` (in the toolkit's units) is on the screen."""
        where = _WINDOW if window else _SCREEN
        reply = await self._bus.call(
            ref.name, ref.path, TEXT, "GetCharacterExtents", "iu", [offset, where]
        )
        return Rect(*reply)

    async def range(self, ref: Ref, start: int, end: int, *, window: bool = False) -> Rect:
        """The box around a part of its own text; all zeros where the toolkit does not know."""
        where = _WINDOW if window else _SCREEN
        reply = await self._bus.call(
            ref.name, ref.path, TEXT, "GetRangeExtents", "iiu", [start, end, where]
        )
        return Rect(*reply)

    async def toolkit(self, app: str) -> str:
        """The toolkit's own name ("gtk", "GAIL", "Qt", "Chromium", "Gecko")."""
        root = Ref(app, ROOT_PATH)
        return str(await self._property(root, APPLICATION, "ToolkitName"))

    async def page_address(self, document: Ref) -> str:
        """The address of a web document, "" if it does not say."""
        for attribute in ("URI", "DocURL"):  # Chromium's name for it, and Gecko's
            try:
                address = await self.ask(document, DOCUMENT, "GetAttributeValue", "s", attribute)
            except CallFailed:
                continue
            if address:
                return str(address)
        return ""

    async def find(
        self,
        root: Ref,
        *,
        states: tuple[str, ...] = (),
        roles: tuple[str, ...] = (),
        limit: int = 0,
    ) -> list[Ref]:
        """What below `root` has all the states and one of the roles, by the Collection interface.

        Qt and GTK 4 don't have it and answer CallFailed.
        """
        numbers = [0] * 5
        for role in roles:
            number = role_number(role)
            numbers[number // 32] |= 1 << number % 32
        rule: list[object] = [
            state_words(*states),
            _MATCH_ALL,
            {},
            _MATCH_ALL,
            [word - (1 << 32) if word >> 31 else word for word in numbers] if roles else [],
            _MATCH_ANY,
            [],
            _MATCH_ALL,
            False,
        ]
        found = await self.ask(
            root,
            COLLECTION,
            "GetMatches",
            "(aiia{ss}iaiiasib)uib",
            rule,
            _SORT_CANONICAL,
            limit,
            True,
        )
        return [Ref(*item) for item in found]
