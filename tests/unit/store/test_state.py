"""state.json."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

from copilot.store.state import State


def test_remembers_texts_and_tables(tmp_path: Path):
    file = tmp_path / "state" / "state.json"
    state = State(file)
    assert state.text("accessibility") == ""
    assert dict(state.table("ways")) == {}
    state.set_text("accessibility", "declined")
    state.table("ways")["gajim"] = "accessibility"

    again = State(file)
    assert again.text("accessibility") == "declined"
    assert dict(again.table("ways")) == {"gajim": "accessibility"}
    del again.table("ways")["gajim"]
    assert dict(state.table("ways")) == {}
    assert file.stat().st_mode & 0o777 == 0o600


def test_two_tables_do_not_undo_each_other(tmp_path: Path):
    state = State(tmp_path / "state.json")
    first, second = state.table("ways"), state.table("ways")
    first["a"] = "1"
    second["b"] = "2"
    assert dict(state.table("ways")) == {"a": "1", "b": "2"}


def test_threads_lose_nothing(tmp_path: Path):
    state = State(tmp_path / "state.json")
    table = state.table("ways")
    threads = [
        threading.Thread(target=table.__setitem__, args=(f"n{number}", "paste"))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(state.table("ways")) == 8


@pytest.mark.parametrize("text", ["{broken", "[1, 2]", '{"ways": [1], "seen": "x", "t": 3}'])
def test_what_is_not_understood_is_nothing_remembered(tmp_path: Path, text: str):
    file = tmp_path / "state.json"
    file.write_text(text, encoding="utf-8")
    state = State(file)
    assert (state.text("t"), dict(state.table("ways"))) == ("", {})


def test_a_broken_file_is_set_aside_not_lost(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    file = tmp_path / "state.json"
    file.write_text("{broken", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        State(file).set_text("a", "b")
    assert State(file).text("a") == "b"
    assert (tmp_path / "state.json.unreadable-1").read_text(encoding="utf-8") == "{broken"
    assert "broken" not in caplog.text


def test_a_place_that_can_not_be_written_is_a_log_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    blocked = tmp_path / "file"
    blocked.touch()
    with caplog.at_level(logging.WARNING):
        State(blocked / "state.json").set_text("a", "b")
    assert "can't be written" in caplog.text
