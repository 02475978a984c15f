"""A desktop of its own: X display, D-Bus session, window manager, tray, keyring, home."""

from __future__ import annotations

import contextlib
import getpass
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, TypeVar

from tests.desktop.lab import processes
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.x11 import Screen, Window

T = TypeVar("T")
Keyring = Literal["unlocked", "locked"]
SIZE = 1600, 1000
"""Of the screen in pixels, unless another one is wanted."""

# What a program needs of the machine; everything else (proxies, virtual environments, the
# person's own session) would make runs differ.
_KEPT = ("PATH", "TZ", "COVERAGE_PROCESS_START")
_SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin:/usr/games"


@dataclass(frozen=True)
class Program:
    """A program that runs in a session; `log` holds all it wrote."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    @property
    def output(self) -> str:
        return self.log.read_text(errors="replace")


class DesktopSession:
    """A private desktop; use it as a context manager.

    `env` is what its programs get, `home` their home directory, `folder` holds everything of the
    session and goes with it. `accessibility` switches `org.a11y.Status.IsEnabled` on.
    """

    def __init__(
        self,
        *,
        accessibility: bool = True,
        tray: bool = True,
        keyring: Keyring | None = None,
        size: tuple[int, int] = SIZE,
    ) -> None:
        self._accessibility = accessibility
        self._tray = tray
        self._keyring: Keyring | None = keyring
        self._size = size
        self._token = secrets.token_hex(8)
        self._programs: list[Program] = []
        self._ending = contextlib.ExitStack()
        # Short: a socket's path may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="lab-"))
        self.folder.chmod(0o755)  # servers that may not run as root work in a folder below
        self.home = self.folder / "home"
        self.logs = self.folder / "logs"
        self.env = self._environment()
        self.display = ""

    def _environment(self) -> dict[str, str]:
        runtime = self.folder / "run"
        temporary = self.folder / "tmp"
        for path in (self.home, self.logs, runtime, temporary):
            path.mkdir(mode=0o700)
        env = {name: os.environ[name] for name in _KEPT if name in os.environ}
        env["PATH"] = f"{env.get('PATH', '')}:{_SYSTEM_PATH}".lstrip(":")
        user = getpass.getuser()
        env |= {
            "HOME": str(self.home),
            "USER": user,
            "LOGNAME": user,
            "LANG": "C.UTF-8",
            "TMPDIR": str(temporary),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
            # The machine's own services (network, login, mounts) have no say in here.
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={runtime}/no-system-bus",
            "GIO_USE_VFS": "local",
            "GIO_USE_VOLUME_MONITOR": "unix",
            processes.MARKER: self._token,
        }
        return env

    def __enter__(self) -> Self:
        try:
            self._start_display()
            self._start_bus()
            self._start_desktop()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- programs ---------------------------------------------------------------------------

    def spawn(
        self,
        argv: Sequence[str | Path],
        *,
        env: Mapping[str, str] | None = None,
        name: str | None = None,
        cwd: Path | None = None,
        pass_fds: Sequence[int] = (),
        user: str | None = None,
        stdin: int = subprocess.DEVNULL,
    ) -> Program:
        """Start a program that lives until `close()`.

        `env` is added to the session's; `user` drops root's rights (nothing happens when we are
        not root). It also ends with the thread that calls this, should that be killed.
        """
        name = name or Path(argv[0]).name
        log = self.logs / f"{len(self._programs):02}-{name}.log"
        prefix = ["setpriv", "--pdeathsig", "KILL"]
        if user is not None and os.geteuid() == 0:
            prefix += ["--reuid", user, "--regid", user, "--clear-groups"]
        with log.open("wb") as out:
            process = subprocess.Popen(
                [*prefix, "--", *map(str, argv)],
                env={**self.env, **(env or {})},
                cwd=cwd or self.home,
                stdin=stdin,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=pass_fds,
            )
        program = Program(name, process, log)
        self._programs.append(program)
        return program

    def run(
        self,
        argv: Sequence[str | Path],
        *,
        env: Mapping[str, str] | None = None,
        timeout: float = 10,
        text: str | None = None,
    ) -> str:
        """Run a program to its end and return its output; `text` is its standard input.

        Raises LabError if it fails.
        """
        done = subprocess.run(
            [str(arg) for arg in argv],
            env={**self.env, **(env or {})},
            cwd=self.home,
            input=text,
            stdin=subprocess.DEVNULL if text is None else None,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
        if done.returncode != 0:
            raise LabError(f"{argv[0]} failed with {done.returncode}: {done.stderr or done.stdout}")
        return done.stdout

    def stop(self, program: Program, patience: float = 3.0) -> None:
        """End a program and all that it started."""
        processes.end(lambda: processes.in_sessions([program.process.pid]), patience)
        program.process.wait(5)

    def kill(self, program: Program) -> None:
        """Kill a program as a crash would."""
        for pid in processes.in_sessions([program.process.pid]):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        program.process.wait(5)

    def wait_for(
        self,
        predicate: Callable[[], T | None],
        timeout: float = 10,
        what: str = "a condition",
        program: Program | None = None,
    ) -> T:
        """Return the first true answer of `predicate`; `program` must go on running meanwhile.

        Raises LabError with the end of the program's log.
        """

        def ask() -> T | None:
            answer = predicate()
            if not answer and program is not None and not program.running:
                raise LabError(
                    f"{program.name} ended, waiting for {what}: {program.output[-2000:]}"
                )
            return answer

        try:
            return processes.wait_for(ask, timeout, what)
        except LabError as error:
            if program is None or not program.running:
                raise
            raise LabError(f"{error}; log of {program.name}: {program.output[-2000:]}") from None

    # -- keyboard, pointer, windows, picture ----------------------------------------------------

    def xdotool(self, *args: str | int) -> str:
        """Run xdotool and return what it prints, stripped."""
        return self.run(["xdotool", *map(str, args)], timeout=60).strip()

    def key(self, *chords: str) -> None:
        """Press key combinations ("ctrl+v", "Return") one after the other."""
        self.xdotool("key", "--clearmodifiers", *chords)

    def type_text(self, text: str, delay_ms: int = 12) -> None:
        """Type ASCII `text`. Other letters get lost at this speed: paste them."""
        self.xdotool("type", "--clearmodifiers", "--delay", delay_ms, "--", text)

    def click(self, x: int, y: int) -> None:
        """Click with the left button at this point of the display."""
        self.xdotool("mousemove", x, y, "click", 1)

    def active_window(self) -> int:
        """The id of the window with the keyboard, 0 if there is none."""
        return self.screen.active

    def windows(self, *, pid: int | None = None, title: str | None = None) -> list[Window]:
        """The managed windows, of this process, with exactly this title."""
        return [
            window
            for window in self.screen.windows()
            if pid in (None, window.pid) and title in (None, window.title)
        ]

    def activate(self, window: int) -> None:
        """Give a window the keyboard and wait until it has it."""
        self.xdotool("windowactivate", "--sync", window)
        self.wait_for(lambda: self.active_window() == window, 5, f"window {window} to be active")

    def set_clipboard(self, text: str) -> None:
        """Own the clipboard with `text`, as a program that copied it would."""
        source = self.folder / "clipboard.txt"
        source.write_text(text, encoding="utf-8")
        self.spawn(["xclip", "-quiet", "-selection", "clipboard", "-i", source], name="xclip")
        self.wait_for(lambda: self.clipboard() == text, 5, "the clipboard")

    def clipboard(self) -> str:
        """The text on the clipboard, "" if there is none."""
        with contextlib.suppress(LabError):
            return self.run(
                ["xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING"], timeout=5
            )
        return ""

    def paste(self, text: str) -> None:
        """Put any `text` into the focused field through the clipboard."""
        self.set_clipboard(text)
        self.key("ctrl+v")

    def screenshot(self, path: Path) -> Path:
        """Write the display to `path` as PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.screen.screenshot(path)
        return path

    # -- start and end ---------------------------------------------------------------------

    def _start_display(self) -> None:
        reader, writer = os.pipe()
        try:
            xvfb = self.spawn(
                ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp", "-noreset",
                 "-screen", "0", f"{self._size[0]}x{self._size[1]}x24"],
                pass_fds=[writer],
            )  # fmt: skip
            os.set_blocking(reader, False)
            number = self.wait_for(lambda: _read_line(reader), 20, "the X display", xvfb)
        finally:
            os.close(reader)
            os.close(writer)
        self.display = f":{number}"
        self.env["DISPLAY"] = self.display
        self.screen = Screen(self.display)
        self._ending.callback(self.screen.close)

    def _start_bus(self) -> None:
        # It starts services by itself and hands them its own environment, which has to be whole.
        address = self.env["DBUS_SESSION_BUS_ADDRESS"]
        bus = self.spawn(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1",
             f"--address={address}"]
        )  # fmt: skip
        self.wait_for(lambda: "unix:" in bus.output, 10, "the D-Bus session", bus)

    def _start_desktop(self) -> None:
        openbox = self.spawn(["openbox"])
        self.wait_for(lambda: self.screen.managed, 10, "the window manager", openbox)
        if self._tray:
            trayer = self.spawn(
                ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request",
                 "--height", "28", "--SetDockType", "true", "--SetPartialStrut", "true"]
            )  # fmt: skip
            self.wait_for(lambda: self.screen.tray, 10, "the tray", trayer)
        if self._accessibility:
            self.set_accessibility(True)
        if self._keyring is not None:
            self.start_keyring(self._keyring)

    def set_accessibility(self, on: bool) -> None:
        """Set `org.a11y.Status.IsEnabled`, starting the accessibility bus."""
        self.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
             "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled",
             f"variant:boolean:{'true' if on else 'false'}"],
            timeout=30,
        )  # fmt: skip

    def start_keyring(self, state: Keyring) -> None:
        """Start the keychain with a login collection whose password is "pw"."""
        keyring = ["gnome-keyring-daemon", "--components=secrets", "--daemonize"]
        self.run([*keyring, "--unlock"], text="pw", timeout=20)
        if state == "locked":
            self.lock_keyring()

    def lock_keyring(self) -> None:
        """Lock the keychain's login collection."""
        self.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets",
             "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
             "array:objpath:/org/freedesktop/secrets/collection/login"]
        )  # fmt: skip

    def forbid_service(self, name: str) -> None:
        """From now on D-Bus can't start this service, as if it were not installed."""
        folder = Path(self.env["XDG_DATA_HOME"]) / "dbus-1" / "services"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.service").write_text(
            f"[D-BUS Service]\nName={name}\nExec=/bin/false\n", encoding="utf-8"
        )
        self.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus",
             "/org/freedesktop/DBus", "org.freedesktop.DBus.ReloadConfig"]
        )  # fmt: skip

    def living(self) -> dict[int, str]:
        """Pid → command line of every process of this session that lives."""
        found = processes.marked(self._token)
        for pid in processes.in_sessions(p.process.pid for p in self._programs):
            found.setdefault(pid, "(child)")
        return found

    def close(self) -> None:
        """End every process of the session, also those that D-Bus started, and remove its files.

        Raises LabError if one survives.
        """
        self._ending.close()
        base = {p.process.pid for p in self._programs if p.name in ("Xvfb", "dbus-daemon")}
        try:
            # Clients first: they end in order while their display and bus are still there.
            processes.end(lambda: self.living().keys() - base)
            processes.end(self.living)
        finally:
            for program in self._programs:
                program.process.wait(5)
                if program.process.stdin is not None:
                    program.process.stdin.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def _read_line(fd: int) -> str:
    """What a non-blocking pipe has to say so far, "" if nothing."""
    with contextlib.suppress(BlockingIOError):
        return os.read(fd, 32).decode().strip()
    return ""
