"""Builds the application bundle and its disk image on macOS. Not yet run there.

Signs with CHAT_COPILOT_SIGNING_IDENTITY (a Developer ID) and notarises with the keychain profile
CHAT_COPILOT_NOTARY_PROFILE (`xcrun notarytool store-credentials`), where they are set.
"""

from __future__ import annotations

import argparse
import os
import platform
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
import licences
import marks
import sbom
from build_info import BuildInfo

HERE = Path(__file__).resolve().parent


def main(arguments: Sequence[str]) -> int:
    """Build into the output folder; 1 if that is not possible, after telling why."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "out/packages")
    args = parser.parse_args(arguments)
    info = build_info.of_checkout().on("macos")
    args.output.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="chat-copilot-package-") as folder:
            work = Path(folder) / "bundle"
            parts = components.components(bundle.build(work, info).pieces)
            image = Path(folder) / "image"
            image.mkdir()
            application = image / f"{marks.NAME}.app"
            shutil.copytree(work / "dist" / application.name, application, symlinks=True)
            licences.write_texts(parts, image / "Licences")
            bill = image / "Licences/sbom.cdx.json"
            bill.write_text(sbom.document(parts, info), encoding="utf-8")
            (image / "Applications").symlink_to("/Applications")
            _sign(application)
            disk_image(image, info, args.output)
    except (bundle.BuildFailed, subprocess.CalledProcessError) as problem:
        sys.stderr.write(f"No disk image: {problem}\n")
        return 1
    return 0


def disk_image(folder: Path, info: BuildInfo, output: Path) -> Path:
    """Pack the folder, and have Apple look at it if there is a profile to do so with."""
    name = f"{bundle.PROGRAM}-{info.version}-macos-{platform.machine()}.dmg"
    made = output / name
    _run("hdiutil", "create", "-volname", marks.NAME, "-srcfolder", str(folder), "-ov",
         "-format", "ULFO", str(made))  # fmt: skip
    if profile := os.environ.get("CHAT_COPILOT_NOTARY_PROFILE"):
        _run("xcrun", "notarytool", "submit", str(made), "--keychain-profile", profile, "--wait")
        _run("xcrun", "stapler", "staple", str(made))
    return made


def _sign(application: Path) -> None:
    """Once more and whole: after PyInstaller's own signature its files were changed."""
    identity = os.environ.get("CHAT_COPILOT_SIGNING_IDENTITY", "-")
    hardened = ["--options", "runtime", "--timestamp"] if identity != "-" else []
    entitlements = ["--entitlements", str(HERE / "entitlements.plist")]
    _run("codesign", "--force", "--deep", "--sign", identity, *hardened, *entitlements,
         str(application))  # fmt: skip
    _run("codesign", "--verify", "--deep", "--strict", str(application))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
