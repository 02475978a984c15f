"""What the session's Secret Service says of itself; asking for it opens no dialog.

https://specifications.freedesktop.org/secret-service/
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from copilot.core.errors import InputError

Condition = Literal["open", "locked", "empty"]
""" "empty" where no keyring was ever made: storing something asks for the password of a new one."""

_BUS_NAME = "org.freedesktop.secrets"
# As the kernel names the programs: fifteen letters of them.
_PROGRAMS = {
    "gnome-keyring-d": "GNOME Keyring",
    "keepassxc": "KeePassXC",
    "ksecretd": "KWallet",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
}


def program() -> str:
    """Which program keeps the secrets, "" if that can't be told (in a sandbox).

    Several can do so under the one name on the bus, and none knows what another keeps. It is
    started if it does not run.
    """
    import secretstorage
    from jeepney.bus_messages import message_bus  # pyright: ignore[reportMissingTypeStubs]
    from jeepney.io.blocking import Proxy  # pyright: ignore[reportMissingTypeStubs]

    with contextlib.closing(secretstorage.dbus_init()) as connection:
        bus: Any = Proxy(message_bus, connection)
        bus.StartServiceByName(_BUS_NAME)
        (pid,) = bus.GetConnectionUnixProcessID(_BUS_NAME)
    try:
        name = Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""
    return _PROGRAMS.get(name, name)


def read(address: str, attributes: Mapping[str, str]) -> str | None:
    """The secret with these attributes on the bus at this D-Bus address, None if there is none.

    A locked one asks for its password. Raises InputError if no bus is there.
    """
    import secretstorage
    from jeepney.io.blocking import (  # pyright: ignore[reportMissingTypeStubs]
        open_dbus_connection,
    )
    from secretstorage.util import add_match_rules

    try:
        opened = open_dbus_connection(address)
    except (OSError, ValueError, StopIteration):
        raise InputError(
            "There is no D-Bus at that address.", "It begins like unix:path=/run/user/…"
        ) from None
    with contextlib.closing(opened) as connection:
        add_match_rules(connection)
        for item in secretstorage.search_items(connection, dict(attributes)):
            if item.is_locked():
                item.unlock()
            return item.get_secret().decode("ascii")
    return None


def condition(chosen: str = "") -> Condition:
    """How the collection with this path is, "" for the one that new items go into."""
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as connection:
        try:
            collection = (
                secretstorage.Collection(connection, chosen)
                if chosen
                else secretstorage.get_collection_by_alias(connection, "default")
            )
            return "locked" if collection.is_locked() else "open"
        except secretstorage.ItemNotFoundException:
            return "empty"
