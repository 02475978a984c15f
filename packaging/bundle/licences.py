"""The text that tells whose work is in a package and on which terms, in Debian's format.

https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from bundle import ROOT
from components import Component


def copyright_file(components: Sequence[Component]) -> str:
    """Our licence, then each component with its own; the texts stand in `licences/`."""
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8")
    holder = next(line for line in ours.splitlines() if line.startswith("Copyright"))
    blocks = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Chat Copilot\n"
        "Comment: The program is ours. What it is built on comes with it, each under its own\n"
        " licence, whose text stands in the folder licences beside this file.",
        f"Files: *\nCopyright: {holder.removeprefix('Copyright (c) ')}\nLicense: MIT",
        "License: MIT\n" + _indented(ours),
    ]
    for component in components:
        lines = [
            f"Files: (parts of {component.name}{' ' if component.version else ''}"
            f"{component.version})",
            f"Copyright: see licences/{file_name(component)}",
            f"License: {component.licence}",
        ]
        if component.note:
            lines.append(f"Comment: {component.note}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def write_texts(components: Sequence[Component], folder: Path) -> None:
    """Put the licences' texts into the folder, one file a component."""
    folder.mkdir(parents=True, exist_ok=True)
    for component in components:
        seen: set[str] = set()
        parts: list[str] = []
        for _, text in component.texts:
            digest = hashlib.sha256(text.encode()).hexdigest()
            if digest not in seen:
                seen.add(digest)
                parts.append(text.strip() + "\n")
        path = folder / file_name(component)
        path.write_text("\n\n".join(parts), encoding="utf-8")


def file_name(component: Component) -> str:
    """The name of the file with the component's licence."""
    return component.name.lower().replace(" ", "-") + ".txt"


def _indented(text: str) -> str:
    return "\n".join(f" {line}" if line.strip() else " ." for line in text.strip().splitlines())
