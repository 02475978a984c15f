"""The system packages of packages.toml: which are missing, and their installation by apt."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools import SetupFailed, run, say

LIST = Path(__file__).with_name("packages.toml")


@dataclass(frozen=True)
class Package:
    """One entry of packages.toml; `names` are alternatives."""

    names: tuple[str, ...]
    purposes: frozenset[str]
    why: str
    module: str = ""
    service: str = ""
    not_on: Mapping[str, str] = field(default_factory=dict[str, str])


def ensure_packages(purposes: Collection[str]) -> None:
    """Install what these purposes need and this machine lacks, saying what and why.

    Raises SetupFailed if that is not possible.
    """
    distribution = platform.freedesktop_os_release().get("ID", "")
    wanted = [package for package in _read() if package.purposes & set(purposes)]
    absent = [package for package in wanted if distribution in package.not_on]
    missing = _missing([package for package in wanted if package not in absent])
    if not missing:
        return
    if shutil.which("apt-get") is None:
        names = " ".join(package.names[-1] for package in missing)
        raise SetupFailed(f"this is no Debian or Ubuntu; please install the likes of: {names}")
    as_root = _as_root(missing)
    try:
        run([*as_root, "apt-get", "update", "-qq"], tries=3)
    except SetupFailed as problem:  # one broken source of many need not matter
        say(f"  apt-get update failed, going on with what apt knows: {problem}")
    chosen = {_known(package): package.why for package in missing}
    say("Chat Copilot needs these system packages, which apt-get installs now:")
    for name, why in chosen.items():
        say(f"  {name:24} {why}")
    for package in absent:
        say(f"  ({package.not_on[distribution]})")
    run(
        [*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends",
         "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300", *chosen],
        tries=3,
    )  # fmt: skip
    _keep_quiet(missing, as_root)


def _read() -> list[Package]:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["package"]
    return [
        Package(
            names=tuple(name.format(python=version) for name in entry["names"]),
            purposes=frozenset(entry["for"]),
            why=entry["why"],
            module=entry.get("module", ""),
            service=entry.get("service", ""),
            not_on=entry.get("not_on", {}),
        )
        for entry in entries
    ]


def _missing(packages: Sequence[Package]) -> list[Package]:
    installed = _installed([name for package in packages for name in package.names])
    return [
        package
        for package in packages
        if not (package.module and importlib.util.find_spec(package.module))
        and not installed & set(package.names)
    ]


def _installed(names: Collection[str]) -> set[str]:
    if shutil.which("dpkg-query") is None:
        return set()
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        encoding="utf-8",
        check=False,  # it complains of every name it has never heard
    )
    lines = (line.split() for line in answer.stdout.splitlines())
    return {words[0] for words in lines if words[1:] == ["installed"]}


def _as_root(missing: Sequence[Package]) -> list[str]:
    # sudo drops the environment, so the variable goes through env.
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return environment
    if shutil.which("sudo"):
        say("(sudo may ask for your password.)")
        return ["sudo", *environment]
    names = " ".join(package.names[-1] for package in missing)
    raise SetupFailed(f"there is no sudo; as root, please run: apt-get install {names}")


def _known(package: Package) -> str:
    """The first of its names that apt has."""
    for name in package.names:
        policy = subprocess.run(
            ["apt-cache", "policy", name], capture_output=True, encoding="utf-8", check=False
        )
        if "Candidate:" in policy.stdout and "Candidate: (none)" not in policy.stdout:
            return name
    return package.names[-1]


def _keep_quiet(packages: Sequence[Package], as_root: Sequence[str]) -> None:
    """Tests start servers themselves: the freshly installed ones need not run all the time."""
    if not Path("/run/systemd/system").exists():
        return
    for service in (package.service for package in packages if package.service):
        run([*as_root, "systemctl", "disable", "--now", service])
