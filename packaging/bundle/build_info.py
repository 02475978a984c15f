"""What a build says of itself: version, commit, channel and where news of releases stand."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class BuildInfo:
    """Goes into resources/build.json, which copilot/store/build.py reads."""

    version: str
    commit: str
    seconds: int
    """When the commit was made, in seconds since 1970: the time of everything in a package."""
    channel: str = "portable"
    feed_url: str = ""
    feed_key: str = ""

    @property
    def date(self) -> str:
        """The day of the commit, as 2026-11-22."""
        return datetime.datetime.fromtimestamp(self.seconds, datetime.UTC).date().isoformat()

    def on(self, channel: str) -> BuildInfo:
        """The same build for another way to people: deb, rpm, windows, macos, distribution …"""
        return dataclasses.replace(self, channel=channel)

    def as_json(self) -> str:
        """The text of build.json."""
        values: dict[str, object] = {
            "version": self.version,
            "commit": self.commit,
            "date": self.date,
            "channel": self.channel,
        }
        # What a distribution packs, the distribution updates.
        if self.feed_url and self.channel != "distribution":
            values["feed"] = {"url": self.feed_url, "key": self.feed_key}
        return json.dumps(values, indent=2) + "\n"


def of_checkout() -> BuildInfo:
    """What this checkout is. Without git (a source archive) the changelog gives the date."""
    feed = tomllib.loads((ROOT / "packaging/updates.toml").read_text(encoding="utf-8"))
    return BuildInfo(
        version=_version(),
        commit=_git("rev-parse", "--short=12", "HEAD") or "unknown",
        seconds=int(_git("log", "-1", "--format=%ct") or 1_700_000_000),
        feed_url=feed["url"],
        feed_key=feed["key"],
    )


def _version() -> str:
    text = (ROOT / "copilot/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise ValueError("copilot/__init__.py has no __version__")
    return found[1]


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
