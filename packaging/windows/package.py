"""Builds the bundle and its installer on Windows. Not yet run there.

With --payload it packs a folder that is there already: so the installer is tried elsewhere.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bundle"))

import build_info
import bundle
import components
import icons
import licences
import sbom
from build_info import BuildInfo

HERE = Path(__file__).resolve().parent


def main(arguments: Sequence[str]) -> int:
    """Build into the output folder; 1 if that is not possible, after telling why."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "out/packages")
    parser.add_argument("--payload", type=Path, help="pack this folder instead of building one")
    args = parser.parse_args(arguments)
    info = build_info.of_checkout().on("windows")
    args.output.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="chat-copilot-package-") as folder:
            payload = args.payload or _payload(Path(folder) / "bundle", info)
            installer(payload, info, args.output)
    except bundle.BuildFailed as problem:
        sys.stderr.write(f"No installer: {problem}\n")
        return 1
    return 0


def installer(payload: Path, info: BuildInfo, output: Path) -> Path:
    """Pack the folder into an installer. Raises BuildFailed.

    CHAT_COPILOT_SIGN names a command that signs the file that it is given.
    """
    made = output.resolve() / f"{bundle.PROGRAM}-{info.version}-windows-x64-setup.exe"
    program = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    numbers = [*re.findall(r"\d+", info.version), "0", "0", "0"][:4]
    with tempfile.TemporaryDirectory(prefix="chat-copilot-icon-") as folder:
        icon = Path(folder, "chat-copilot.ico")
        icon.write_bytes(icons.ico())
        defined = {
            "VERSION": info.version,
            "FOUR": ".".join(numbers),
            "PAYLOAD": str(payload.resolve()),
            "OUTPUT": str(made),
            "ICON": str(icon),
        }
        if sign := os.environ.get("CHAT_COPILOT_SIGN"):
            defined["SIGN"] = sign
        options = [f"-D{name}={value}" for name, value in defined.items()]
        try:
            done = subprocess.run(
                [program, "-INPUTCHARSET", "UTF8", "-WX", "-V2", *options,
                 str(HERE / "installer.nsi")],
                env={**os.environ, "SOURCE_DATE_EPOCH": str(info.seconds)},
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )  # fmt: skip
        except FileNotFoundError as error:
            raise bundle.BuildFailed("NSIS (makensis) is not installed") from error
    if done.returncode:
        raise bundle.BuildFailed(f"makensis failed:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    return made


def _payload(work: Path, info: BuildInfo) -> Path:
    made = bundle.build(work, info)
    parts = components.components(made.pieces)
    licences.write_texts(parts, made.folder / "licences")
    (made.folder / "copyright.txt").write_text(licences.copyright_file(parts), encoding="utf-8")
    (made.folder / "sbom.cdx.json").write_text(sbom.document(parts, info), encoding="utf-8")
    return made.folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
