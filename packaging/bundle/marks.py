"""What the file itself says on Windows and macOS: version, publisher, what it may ask for."""

from __future__ import annotations

import json
import re
from pathlib import Path

NAME = "Chat Copilot"
PUBLISHER = "The Chat Copilot authors"
IDENTIFIER = "io.github.chat-copilot.ChatCopilot"
SUMMARY = "Replies, topics and translation beside the draft you are typing"

PLIST: dict[str, object] = {
    "CFBundleDisplayName": NAME,
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "zh-Hans", "zh-Hant", "ja"],
    "LSApplicationCategoryType": "public.app-category.productivity",
    # Of the menu bar, not of the Dock.
    "LSUIElement": True,
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSSupportsAutomaticGraphicsSwitching": True,
    "NSAccessibilityUsageDescription": (
        "Chat Copilot reads the draft that you are typing and the talk around it, and puts the "
        "reply that you choose into the draft."
    ),
    "NSScreenCaptureUsageDescription": (
        "Where a chat application shows its text to no other program, Chat Copilot reads it from "
        "its window. The picture stays on this Mac."
    ),
    "NSAppleEventsUsageDescription": (
        "Chat Copilot asks which window is in front, to know which chat you are in."
    ),
}


def short_version(build: Path) -> str:
    """The version without what macOS does not allow in one, from build.json."""
    version = json.loads(build.read_text(encoding="utf-8"))["version"]
    return re.split(r"\.?(?:dev|a|b|rc)", version)[0]


def windows_version(version: str) -> str:
    """The version resource, in the form that PyInstaller reads.

    https://learn.microsoft.com/windows/win32/menurc/versioninfo-resource
    """
    numbers = [int(part) for part in re.findall(r"\d+", version)][:4]
    four = tuple(numbers + [0] * (4 - len(numbers)))
    words = {
        "CompanyName": PUBLISHER,
        "FileDescription": NAME,
        "FileVersion": version,
        "InternalName": "chat-copilot",
        "LegalCopyright": f"© {PUBLISHER}, MIT",
        "OriginalFilename": "chat-copilot.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {word!r})" for name, word in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0,"
        " OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([StringTable("
        f"'040904B0', [{strings}])]), VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
