"""The engine's process: what it is told and by which way, and why it may not start."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from copilot.core.errors import EngineFailed
from copilot.llm.engine import machine
from copilot.llm.engine.demo import demo_file
from copilot.llm.engine.process import EngineOptions, EngineProcess, examine, options_for
from tests.lab_llm.smollm import model_file

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value)) + value.encode()


def gguf(architecture: str = "llama", *, version: int = 3, rest: bytes = b"") -> bytes:
    """The head of a GGUF file with one key."""
    head = struct.pack("<4sIQQ", b"GGUF", version, 1, 1)
    return head + text("general.architecture") + struct.pack("<I", 8) + text(architecture) + rest


def write(folder: Path, content: bytes, name: str = "model.gguf") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def started(file: Path, **more: float) -> None:
    """Start it and end it. Raises EngineFailed."""
    process = EngineProcess(EngineOptions(file, context=512, **more), examine(file))  # pyright: ignore[reportArgumentType]
    try:
        process.ready()
    finally:
        process.stop()
    assert not process.alive


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a GGUF"),
        (b"<html>Not found</html>" * 9, "not a GGUF"),
        (b"GGUF" + bytes(100), "not a GGUF"),
        (gguf(version=0x03000000), "not a GGUF"),  # of a machine with the other byte order
        (gguf("nomic-bert"), "does not write text"),
        (gguf("clip"), "does not write text"),
        (gguf("from-the-future", rest=bytes(64)), "kind of model|damaged"),
        (gguf("llama", rest=os.urandom(5000)), "damaged or incomplete"),
    ],
)
def test_files_that_are_no_models(content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=said) as raised:
        started(write(tmp_path, content))
    assert raised.value.hint
    assert "model.gguf" in raised.value.title


def test_a_download_that_broke_off(tmp_path: Path) -> None:
    with model_file().open("rb") as whole:
        part = write(tmp_path, whole.read(3_000_000))
    with pytest.raises(EngineFailed, match="damaged or incomplete"):
        started(part)


def test_an_architecture_that_the_engine_does_not_know(tmp_path: Path) -> None:
    whole = model_file().read_bytes()
    with pytest.raises(EngineFailed, match="does not know"):
        started(write(tmp_path, whole.replace(text("llama"), text("llamo"), 1)))


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="can't be opened"):
        examine(tmp_path / "none.gguf")
    with pytest.raises(EngineFailed, match="can't be opened"):
        examine(tmp_path)


def test_too_little_memory_is_said_before_it_is_taken() -> None:
    with pytest.raises(EngineFailed, match=r"needs about 0\.3 GB, 0\.1 GB are free"):
        examine(model_file(), free=lambda: 100_000_000)
    assert examine(model_file(), free=lambda: None).chats


def test_the_engine_is_not_installed() -> None:
    with pytest.raises(EngineFailed, match="not installed") as raised:
        examine(model_file(), find=lambda _: None)
    assert raised.value.hint.startswith(f"Install it: {sys.executable} -m pip install")
    assert raised.value.hint.endswith(" xllamacpp")


def test_it_takes_too_long_to_load() -> None:
    with pytest.raises(EngineFailed, match="took too long"):
        started(model_file(), load_seconds=0.01)


def test_the_demo_model_is_only_taken_by_its_name() -> None:
    demo = options_for("demo-model")
    assert demo.file == demo_file()
    assert demo.letters
    with pytest.raises(EngineFailed, match="demo model is not installed"):
        examine(Path("demo-model"))
    assert options_for("~/m.gguf", context=99) == EngineOptions(Path.home() / "m.gguf", 99)


@linux
def test_the_key_is_in_no_list_of_processes() -> None:
    process = EngineProcess(EngineOptions(model_file(), context=512), examine(model_file()))
    try:
        place = process.ready()
        assert len(place.key) > 40
        assert place.key not in repr(place)
        for name in ("cmdline", "environ"):
            assert place.key.encode() not in Path(f"/proc/{process.pid}/{name}").read_bytes()
        assert place.base_url.startswith("http://127.0.0.1:")
        request = urllib.request.Request(f"{place.base_url}/models")
        with pytest.raises(urllib.error.HTTPError, match="401") as refused:
            urllib.request.urlopen(request, timeout=10)
        refused.value.close()
        request.add_header("Authorization", f"Bearer {place.key}")
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert model_file().stem in answer.read().decode()
    finally:
        process.stop()


PARENT = """
import sys
from pathlib import Path
from copilot.llm.engine.process import EngineOptions, EngineProcess, examine
file = Path(sys.argv[1])
process = EngineProcess(EngineOptions(file, context=512), examine(file))
process.ready()
print(process.pid, flush=True)
sys.stdin.read()
"""


@linux
def test_it_ends_with_its_parent_however_that_ends() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(model_file())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        parent.wait(10)
    # A handle of a process becomes readable when it ends.
    import select

    ended, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert ended


def test_one_core_stays_free() -> None:
    assert 1 <= machine.spare_cores() <= max(1, (os.cpu_count() or 1) - 1)


def test_where_the_system_does_not_tell(tmp_path: Path) -> None:
    assert machine.free_memory(tmp_path / "none") is None
    assert machine.free_memory(write(tmp_path, b"MemAvailable:   12 kB\n")) == 12_288
    assert machine.memory_of(2**30) is None
