"""The .deb in systems with nothing else: it installs, plays the demo, and goes without a trace."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import clean_root
import pytest
from clean_root import CleanRoot

from tests.package.conftest import ROOT, Built

pytestmark = [
    pytest.mark.skipif(os.geteuid() != 0, reason="a root of its own needs root"),
    pytest.mark.timeout(1800),
]

# What a desktop has, and the package does not depend on.
DESKTOP = ("xvfb", "openbox", "trayer", "dbus-daemon", "at-spi2-core", "fonts-dejavu-core")
PICTURES = ROOT / "out/pictures"


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def root(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CleanRoot]:
    """A minimal Debian, for the tests of this module in their order."""
    try:
        mirror = clean_root.debian_mirror()
    except LookupError as reason:
        pytest.skip(str(reason))
    folder = tmp_path_factory.mktemp(request.param)
    clean_root.make(folder / "template", request.param, mirror)
    with clean_root.copied(folder / "template", folder / "root") as root:
        root.apt("update")
        yield root


def test_from_install_to_purge(root: CleanRoot, built: Built):
    before = root.files()
    package = shutil.copy(built.file(".deb"), root.folder / "tmp/chat-copilot.deb")
    root.apt("install", f"/tmp/{Path(package).name}")

    # Its own Depends are enough for whatever needs no desktop.
    told = root.run("chat-copilot", "--version").stdout
    assert "chat-copilot" in told
    checks = {c["name"]: c for c in json.loads(_doctor(root, {}))["checks"]}
    assert not checks["display"]["ok"]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    assert json.loads(_doctor(root, offscreen))["checks"]

    root.apt("install", *DESKTOP)
    root.run("useradd", "--create-home", "mia")
    demo = _demo(root)
    steps = [step["step"] for step in demo["steps"]]
    assert any("clicked and is in the draft" in step for step in steps), steps
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = PICTURES / f"packaged-demo-{root.folder.parent.name}.png"
    shutil.copy(root.folder / "tmp/demo.png", picture)
    assert picture.stat().st_size > 10_000

    # What the person has is nobody's to remove.
    kept = root.folder / "home/mia/.config/chat-copilot/settings.toml"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("[panel]\n", encoding="utf-8")
    root.apt("remove", "chat-copilot")
    assert kept.read_text(encoding="utf-8") == "[panel]\n"
    assert not (root.folder / "usr/bin/chat-copilot").exists()
    # apt has forgotten it already, as it left no configuration; dpkg has nothing to add.
    root.run("dpkg", "--purge", "chat-copilot")
    assert kept.exists()
    left = [name for name in root.files().keys() - before.keys() if "chat-copilot" in name]
    homes = ("home/", "root/")  # what running it left there is its person's
    assert [name for name in left if not name.startswith(homes)] == []


def _doctor(root: CleanRoot, env: dict[str, str]) -> str:
    """It ends with 3 where something is missing, which here is meant."""
    done = root.run("chat-copilot", "doctor", "--json", env=env, check=False)
    assert done.returncode in (0, 3), done.stdout
    return done.stdout[done.stdout.index("{") :]


def _demo(root: CleanRoot) -> dict[str, list[dict[str, str]]]:
    script = """
        export XDG_RUNTIME_DIR=$(mktemp -d) HOME=/home/mia; cd
        mkfifo number; Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>number 2>/dev/null &
        server=$!; read number < number; rm number; export DISPLAY=:$number
        dbus-run-session -- sh -c '
            openbox & trayer &
            exec chat-copilot demo --json --screenshot /tmp/demo.png > /tmp/demo.json
        ' 2>/tmp/demo.log
        code=$?; kill $server; cat /tmp/demo.log; exit $code
    """
    # A person as any, not root.
    root.run("su", "mia", "-s", "/bin/sh", "-c", script, limit=120)
    return json.loads((root.folder / "tmp/demo.json").read_text(encoding="utf-8"))
