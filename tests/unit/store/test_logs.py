"""Logs hold no chat text and no keys, whatever is logged."""

from __future__ import annotations

import gc
import io
import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from copilot.core.errors import WriteFailed
from copilot.core.model import Draft, Message
from copilot.store import logs
from copilot.store.paths import Paths

SECRET = "meet me at nine"


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """A screen to log to; afterwards logging is as it was before."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    root, ours, chats = (logging.getLogger(n) for n in ("", "copilot", logs.CHATS))
    handlers, levels, silent = root.handlers[:], (root.level, ours.level), chats.disabled
    yield io.StringIO()
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    chats.disabled = silent


def written(here: Paths) -> str:
    return here.log_file.read_text(encoding="utf-8")


def test_our_news_are_plain_on_the_screen(here: Paths, screen: io.StringIO):
    logs.set_up(here, screen=screen)
    logging.getLogger("copilot.app").info("ready in %.2f s", 0.5)
    logging.getLogger("copilot.app").warning("no tray")
    assert screen.getvalue().splitlines() == ["ready in 0.50 s", "warning: no tray"]
    assert "INFO copilot.app: ready in 0.50 s" in written(here)
    assert here.log_file.stat().st_mode & 0o777 == 0o600


def test_values_of_ours_and_errors_are_named_not_shown(here: Paths, screen: io.StringIO):
    logs.set_up(here, screen=screen, debug=True)
    log = logging.getLogger("copilot.test")
    log.info("saw %s", Draft(SECRET))
    log.info("saw %s", [SECRET])
    log.info("saw %(what)s", {"what": Message("me", SECRET)})
    log.error("failed: %s", ValueError(SECRET))
    try:
        raise WriteFailed("No way of writing worked.") from ValueError(SECRET)
    except WriteFailed:
        log.exception("writing")
    text = screen.getvalue() + written(here)
    assert SECRET not in text
    assert "<Draft>" in text
    assert "ValueError" in text
    assert "WriteFailed: No way of writing worked." in text
    assert "test_logs.py" in text


def test_foreign_messages_are_named_not_shown(here: Paths, screen: io.StringIO):
    logs.set_up(here, screen=screen)
    logging.getLogger("asyncio").error("Task exception: %r", ValueError(SECRET))
    logging.getLogger("httpx").warning(SECRET)
    text = screen.getvalue() + written(here)
    assert SECRET not in text
    assert "message of asyncio" in text
    assert "message of httpx" in text


def test_chats_are_logged_only_when_asked_for(here: Paths, screen: io.StringIO):
    logs.set_up(here, screen=screen)
    logging.getLogger(logs.CHATS).info("draft %r", SECRET)
    assert SECRET not in written(here) + screen.getvalue()


def test_logging_chats_warns(here: Paths, screen: io.StringIO):
    logs.set_up(here, screen=screen, log_chats=True)
    logging.getLogger(logs.CHATS).info("draft %r", SECRET)
    assert "warning: chats are logged" in screen.getvalue()
    assert SECRET in written(here)
    assert SECRET not in screen.getvalue()


def test_what_nobody_caught_is_named_not_shown(
    here: Paths, screen: io.StringIO, capsys: pytest.CaptureFixture[str]
):
    logs.set_up(here, screen=screen)
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)

    def fail() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    class Held:
        def __del__(self) -> None:
            fail()

    Held()
    gc.collect()
    text = written(here)
    assert SECRET not in text + screen.getvalue() + capsys.readouterr().err
    assert text.count("ValueError at ") == 3


def test_no_log_file_is_no_reason_to_stop(here: Paths, screen: io.StringIO):
    here.state.parent.mkdir(parents=True, exist_ok=True)
    here.state.touch()
    logs.set_up(here, screen=screen)
    logging.getLogger("copilot").info("on")
    assert "can't be written" in screen.getvalue()
    assert screen.getvalue().endswith("on\n")


def test_a_wrong_format_is_still_a_line():
    record = logging.LogRecord("copilot", logging.INFO, "", 0, "%d items", ("x",), None)
    assert logs.SafeFormatter("%(message)s").format(record) == "%d items"


def test_one_failure_of_a_command(here: Paths):
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        logs.note_failure(here, "suggest ended by a bug", error)
    assert "suggest ended by a bug: ValueError at " in written(here)
    assert SECRET not in written(here)
