"""Windows and macOS, as far as this system can try: nothing here has run on either."""

from __future__ import annotations

import ast
import json
import plistlib
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icons
import marks
import pytest

from tests.package.conftest import BUILDER, ROOT

WINDOWS = ROOT / "packaging/windows"
MACOS = ROOT / "packaging/macos"


def test_the_installer_compiles_to_the_same_bytes(tmp_path: Path):
    payload = tmp_path / "payload"
    (payload / "_internal/deeper").mkdir(parents=True)
    for name in ("chat-copilot.exe", "chat-copilot-tray.exe", "_internal/deeper/python311.dll"):
        (payload / name).write_bytes(name.encode() * 100)
    made: list[bytes] = []
    for folder in ("one", "other"):
        output = tmp_path / folder
        subprocess.run(
            [BUILDER, WINDOWS / "package.py", "--payload", payload, "--output", output],
            check=True,
        )
        (installer,) = output.glob("*-setup.exe")
        made.append(installer.read_bytes())
    assert made[0][:2] == b"MZ"
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in made[0]


def test_the_installer_asks_for_no_administrator():
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "$PROGRAMFILES" not in script


def test_removal_removes_no_more_than_it_brought():
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    removal = script.partition('Section "Uninstall"')[2].partition("SectionEnd")[0]
    before, _, after = removal.partition("MessageBox")
    assert 'RMDir /r "$INSTDIR"' not in removal
    assert "LOCALAPPDATA" not in before, "data goes only after the question"
    assert "/SD IDNO" in after, "a silent removal keeps it"


def test_the_manifest():
    text = (WINDOWS / "chat-copilot.manifest").read_text(encoding="utf-8")
    ElementTree.fromstring(text)
    assert "PerMonitorV2" in text
    assert "longPathAware" in text
    assert 'level="asInvoker"' in text


def test_the_version_resource_is_an_expression():
    text = marks.windows_version("0.1.0.dev3")
    ast.parse(text, mode="eval")
    assert "filevers=(0, 1, 0, 3)" in text


def test_the_icons_hold_what_they_say():
    ico = icons.ico()
    _, kind, count = struct.unpack_from("<HHH", ico)
    assert (kind, count) == (1, 7)
    for number in range(count):
        size, offset = struct.unpack_from("<II", ico, 6 + 16 * number + 8)
        assert ico[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + size <= len(ico)
    icns = icons.icns()
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4)[0] == len(icns)


def test_what_macos_is_told(tmp_path: Path):
    told = plistlib.loads(plistlib.dumps(marks.PLIST))
    assert told["LSUIElement"] is True
    assert {"NSAccessibilityUsageDescription", "NSScreenCaptureUsageDescription"} <= told.keys()
    plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    build = tmp_path / "build.json"
    build.write_text(json.dumps({"version": "0.2.0.dev1"}))
    assert marks.short_version(build) == "0.2.0"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_the_recipe_runs_there(system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The recipe itself, with stand-ins for what only that system can do."""
    calls: list[tuple[str, dict[str, Any]]] = []

    class Made:
        pure: list[tuple[str, str, str]] = []
        binaries: list[tuple[str, str, str]] = []
        datas: list[tuple[str, str, str]] = []
        scripts: list[tuple[str, str, str]] = []

    def stand_in(name: str) -> Callable[..., Made]:
        def make(*_: object, **options: Any) -> Made:
            calls.append((name, options))
            return Made()

        return make

    (tmp_path / "build.json").write_text(json.dumps({"version": "0.2.0.dev1"}))
    monkeypatch.setenv("CHAT_COPILOT_WORK", str(tmp_path))
    monkeypatch.setattr(sys, "platform", system)
    script = ROOT / "packaging/bundle/chat_copilot.spec"
    hooks = type(sys)("PyInstaller.utils.hooks")
    nothing: Callable[[str], list[str]] = lambda _: []  # noqa: E731
    for name in ("collect_submodules", "collect_data_files"):
        setattr(hooks, name, nothing)
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, type(sys)(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    names = {name: stand_in(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    exec(compile(script.read_text(), script, "exec"), {**names, "SPECPATH": str(script.parent)})
    programs = [options for name, options in calls if name == "EXE"]
    assert not any(options["upx"] for options in programs)
    if system == "win32":
        assert [options["console"] for options in programs] == [True, False]
        assert Path(programs[0]["manifest"]).is_file()
    else:
        (bundle,) = [options for name, options in calls if name == "BUNDLE"]
        assert bundle["info_plist"]["LSUIElement"] is True
        assert bundle["version"] == "0.2.0"
        assert Path(programs[0]["entitlements_file"]).is_file()
