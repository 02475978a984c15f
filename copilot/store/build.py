"""Which build this is: version, commit, channel, as the package step wrote it."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass

import msgspec

from copilot import __version__
from copilot.store import resources

_FILE = "build.json"
SOURCE = "source"
DISTRIBUTION = "distribution"


@dataclass(frozen=True, slots=True)
class Build:
    """`channel` is how it came here: source, portable, deb, rpm, windows, macos, distribution.

    `feed_url` is where news of releases stand and `feed_key` what they are signed with, as
    minisign writes public keys; both are "" where this build asks nobody.
    """

    version: str
    commit: str = ""
    date: str = ""
    channel: str = SOURCE
    feed_url: str = ""
    feed_key: str = ""

    @property
    def line(self) -> str:
        """All of it in one line, as `--version` prints it."""
        parts = [f"commit {self.commit}"] if self.commit else []
        if self.date:
            parts.append(self.date)
        parts.append(self.channel)
        return f"{self.version} ({', '.join(parts)})"


class _Feed(msgspec.Struct):
    url: str = ""
    key: str = ""


class _File(msgspec.Struct):
    """What packaging/bundle/build_info.py writes; a source tree has none."""

    commit: str = ""
    date: str = ""
    channel: str = SOURCE
    feed: _Feed = msgspec.field(default_factory=_Feed)


def read() -> Build:
    """This build. A file that can't be used is as good as none: the version is in the program."""
    try:
        file = msgspec.json.decode(resources.read_bytes(_FILE), type=_File)
    except (OSError, msgspec.MsgspecError):
        file = _File()
    return Build(__version__, file.commit, file.date, file.channel, file.feed.url, file.feed.key)


def system() -> str:
    """What it runs on, without the machine's name: for bug reports."""
    return f"{platform.system()} {platform.release()} {platform.machine()}"


def python() -> str:
    """The interpreter it runs in."""
    # What platform says of it is parsed from sys.version, which builders write as they like.
    return f"{sys.implementation.name} {'.'.join(map(str, sys.version_info[:3]))}"
