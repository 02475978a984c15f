"""Where things lie on this system: settings, data, state, cache and the runtime directory."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_NAME = "chat-copilot"


class Paths(NamedTuple):
    """The directories of one installation; none of them need exist yet.

    `runtime` holds the socket of the running instance and lies in memory where the system allows.
    """

    config: Path
    data: Path
    state: Path
    cache: Path
    runtime: Path

    @property
    def settings_file(self) -> Path:
        """What the person sets: settings.toml."""
        return self.config / "settings.toml"

    @property
    def state_file(self) -> Path:
        """What the application remembers by itself: state.json."""
        return self.state / "state.json"

    @property
    def chats_file(self) -> Path:
        """What the person allows for single chats: chats.json."""
        return self.data / "chats.json"

    @property
    def glossary_file(self) -> Path:
        """How the person wants terms translated: glossary.csv."""
        return self.config / "glossary.csv"

    @property
    def skills_folder(self) -> Path:
        """The person's own skills: skills/*.toml."""
        return self.config / "skills"

    @property
    def usage_file(self) -> Path:
        """What models have cost: usage.sqlite3."""
        return self.data / "usage.sqlite3"

    @property
    def history_file(self) -> Path:
        """What is kept of chats, encrypted, if the person wants it: history.sqlite3."""
        return self.data / "history.sqlite3"

    @property
    def log_file(self) -> Path:
        """The newest log."""
        return self.state / "chat-copilot.log"


def find(environ: Mapping[str, str] = os.environ) -> Paths:
    """The platform's directories (on Linux the XDG ones).

    CHAT_COPILOT_HOME puts all but the runtime directory into one folder, for portable use; the
    runtime directory stays the system's, since not every file system can hold a socket.
    """
    import platformdirs

    with warnings.catch_warnings():
        # Where XDG_RUNTIME_DIR is unset or not private it warns and falls back.
        warnings.simplefilter("ignore")
        runtime = Path(platformdirs.user_runtime_dir(_NAME, appauthor=False))
    if home := environ.get("CHAT_COPILOT_HOME"):
        root = Path(home).expanduser().absolute()
        return Paths(root / "config", root / "data", root / "state", root / "cache", runtime)
    return Paths(
        config=Path(platformdirs.user_config_dir(_NAME, appauthor=False)),
        data=Path(platformdirs.user_data_dir(_NAME, appauthor=False)),
        state=Path(platformdirs.user_state_dir(_NAME, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(_NAME, appauthor=False)),
        runtime=runtime,
    )


def make_private(folder: Path) -> Path:
    """Create the folder and its parents, readable by this person only; returns it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
