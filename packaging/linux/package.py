"""`make package`: builds the packages for Linux, the same bytes from the same commit."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bundle"))

import build_info
import bundle
import components
import formats
import sbom
import stage
from build_info import BuildInfo
from tools import say

ROOT = bundle.ROOT
CHANNELS = ("release", "distribution")


def main(arguments: Sequence[str]) -> int:
    """Build into the output folder; 1 if that is not possible, after telling why."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "out/packages")
    parser.add_argument(
        "--channel",
        choices=CHANNELS,
        default="release",
        help="distribution: whoever ships it brings the updates too, so it never looks for any",
    )
    parser.add_argument("--formats", nargs="+", default=["deb", "rpm", "tar"], metavar="FORMAT")
    args = parser.parse_args(arguments)
    os.umask(0o022)
    try:
        for path in build(args.output, args.formats, args.channel):
            say(f"{path.stat().st_size / 1e6:7.1f} MB  {path.name}")
    except bundle.BuildFailed as problem:
        say(f"No packages: {problem}")
        return 1
    return 0


def build(output: Path, wanted: Sequence[str], channel: str = "release") -> list[Path]:
    """Build the formats wanted; returns what stands in the folder. Raises BuildFailed."""
    started = time.monotonic()
    info = build_info.of_checkout()
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="chat-copilot-package-") as folder:
        work = Path(folder)
        made = bundle.build(work / "bundle", info)
        parts = components.components(made.pieces)
        name = f"{bundle.PROGRAM}-{info.version}"
        jobs: list[tuple[Callable[[Path, BuildInfo, Path], None], Path, BuildInfo, Path]] = []
        if "tar" in wanted:
            own = info.on("portable")
            root = work / f"{name}-linux-{formats.architecture()}"
            stage.portable(made, parts, own, root)
            jobs.append((formats.tar_xz, root, own, output / f"{root.name}.tar.xz"))
        for packager, pack in (("deb", formats.deb), ("rpm", formats.rpm)):
            if packager in wanted:
                own = info.on(channel if channel == "distribution" else packager)
                root = work / packager
                stage.system(made, parts, own, root)
                file = output / f"{name}-{formats.architecture()}.{packager}"
                jobs.append((pack, root, own, file))
        with ThreadPoolExecutor() as pool:
            for done in [pool.submit(job, *arguments) for job, *arguments in jobs]:
                done.result()
        if "folder" in wanted:
            for program in (made.folder, made.bare):
                shutil.copytree(program, output / program.name, symlinks=True)
        (output / f"{name}.cdx.json").write_text(sbom.document(parts, info), encoding="utf-8")
    files = sorted(path for path in output.iterdir() if path.is_file())
    sums = "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)
    (output / "SHA256SUMS").write_text(sums, encoding="utf-8")
    say(f"Built {info.version} ({info.commit}) in {time.monotonic() - started:.0f} s")
    return files


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
