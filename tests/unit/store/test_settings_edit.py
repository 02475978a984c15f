"""Changing settings.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.core.errors import SettingsError
from copilot.store import settings, settings_edit

WRITTEN = """# mine
[panel]   # looks
theme = "light"  # for now

[future]
thing = [1, 2]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "settings.toml"
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_only_what_changes_changes(file: Path):
    settings_edit.update(file, {"panel.theme": "dark"})
    assert file.read_text(encoding="utf-8") == WRITTEN.replace('"light"', '"dark"')


def test_new_tables_and_dotted_names(file: Path):
    name = ("providers", "my.model")
    settings_edit.update(
        file,
        {(*name, "base_url"): "https://x/v1", (*name, "model"): "m", "jobs.replies": "my.model"},
    )
    text = file.read_text(encoding="utf-8")
    assert text.startswith(WRITTEN)
    assert "[providers]" not in text
    found = settings.load(file).provider_for("replies")
    assert found is not None
    assert found.model == "m"


def test_removing(file: Path):
    settings_edit.update(file, {"panel.theme": None, "no.such": None})
    assert settings.load(file).panel.theme == "system"
    assert "no" not in file.read_text(encoding="utf-8").replace("now", "")


def test_a_missing_file_is_made(tmp_path: Path):
    path = tmp_path / "new" / "settings.toml"
    settings_edit.update(path, {"panel.theme": "dark"})
    assert settings.load(path).panel.theme == "dark"


def test_a_change_that_is_not_valid_is_not_written(file: Path):
    with pytest.raises(SettingsError):
        settings_edit.update(file, {"panel.theme": "purple"})
    assert file.read_text(encoding="utf-8") == WRITTEN


def test_a_broken_file_is_never_overwritten(file: Path):
    file.write_text("[broken", encoding="utf-8")
    with pytest.raises(SettingsError):
        settings_edit.update(file, {"panel.theme": "dark"})
    settings_edit.ensure(file)
    assert file.read_text(encoding="utf-8") == "[broken"


def test_starting_afresh_keeps_the_broken_file(file: Path):
    for text in ("[broken", "[broken again"):
        file.write_text(text, encoding="utf-8")
        aside = settings_edit.start_afresh(file)
        assert aside.read_text(encoding="utf-8") == text
        assert settings.load(file) == settings.Settings()


def test_a_linked_file_stays_linked_and_keeps_its_mode(file: Path, tmp_path: Path):
    file.chmod(0o640)
    link = tmp_path / "settings.toml"
    link.symlink_to(file)
    settings_edit.update(link, {"panel.theme": "dark"})
    assert link.is_symlink()
    assert settings.load(file).panel.theme == "dark"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file_and_no_rest(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        settings_edit.update(file, {"panel.theme": "dark"})
    assert file.read_text(encoding="utf-8") == WRITTEN
    assert list(file.parent.iterdir()) == [file]


def test_new_files_are_private(tmp_path: Path):
    path = tmp_path / "settings.toml"
    assert settings_edit.ensure(path) == path
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_application_is_denied_once(file: Path):
    settings_edit.deny(file, "gajim")
    settings_edit.deny(file, "signal")
    settings_edit.deny(file, "gajim")
    assert settings.load(file).reading.deny == ("gajim", "signal")
    broken = file.with_name("broken.toml")
    broken.write_text("[reading")
    with pytest.raises(SettingsError):
        settings_edit.deny(broken, "gajim")
    assert broken.read_text() == "[reading"
