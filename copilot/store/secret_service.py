"""What the session's Secret Service says of itself; asking for it opens no dialog.

https://specifications.freedesktop.org/secret-service/
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Literal

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
