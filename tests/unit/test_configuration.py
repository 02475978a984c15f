"""Settings as windows see them: read, changed, followed; providers and their keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.configuration import Configuration
from copilot.core.errors import (
    InputError,
    KeychainLocked,
    KeychainMissing,
    KeyMissing,
    SettingsError,
)
from copilot.store import settings as settings_file
from copilot.store.secrets import KeyringSecrets
from copilot.store.session_keys import SessionKeys
from copilot.store.settings import Settings
from copilot.store.state import State


class Keychain:
    """Holds secrets in memory, as keyring's backends do."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.kept[service, username]


class Bench:
    """A configuration over a file and a keychain of its own."""

    def __init__(self, folder: Path, text: str = "") -> None:
        self.file = folder / "settings.toml"
        if text:
            self.file.write_text(text, encoding="utf-8")
        self.keychain: Keychain | None = Keychain()
        self.secrets = SessionKeys(KeyringSecrets(State(folder / "state.json"), find=self._find))
        self.applied: list[Settings] = []
        self.told = 0
        self.configuration = Configuration(
            self.file, settings_file.load(self.file), self.secrets, self._apply
        )
        self.configuration.follow(self._tell)

    def _find(self) -> Keychain:
        if self.keychain is None:
            raise KeychainMissing("There is no keychain in this session.", "Start one.")
        return self.keychain

    def _apply(self, before: Settings, settings: Settings) -> None:
        assert before != settings
        self.applied.append(settings)

    def _tell(self) -> None:
        self.told += 1


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_every_field_of_the_template_has_a_value(bench: Bench) -> None:
    c = bench.configuration
    assert c.value("panel.theme") == "system"
    assert c.value("hotkeys.choose1") == "Ctrl+Alt+1"
    assert c.value("budget.day_money") == 0
    assert c.value("budget.when_over") == "warn"
    assert c.value("network.proxy") == ""
    assert c.value("masking.words") == ()
    assert c.value("jobs.replies") == ()
    with pytest.raises(KeyError):
        c.value("panel.nonsense")
    with pytest.raises(KeyError):
        c.value("budget.spending")


async def test_a_change_is_written_applied_and_told(bench: Bench) -> None:
    await bench.configuration.change({"panel.theme": "dark", "masking.words": ("Ada", "Köln")})
    assert settings_file.load(bench.file).panel.theme == "dark"
    assert bench.applied[-1].masking.words == ("Ada", "Köln")
    assert bench.configuration.value("panel.theme") == "dark"
    assert bench.told == 1


async def test_none_takes_a_field_back_to_its_default(tmp_path: Path) -> None:
    bench = Bench(tmp_path, '# mine\n[panel]\ntheme = "dark"\n')
    await bench.configuration.change({"panel.theme": None})
    assert bench.configuration.value("panel.theme") == "system"
    assert "# mine" in bench.file.read_text()


async def test_what_cannot_be_set_changes_nothing(bench: Bench) -> None:
    with pytest.raises(SettingsError):
        await bench.configuration.change({"panel.theme": "pink", "quick_replies.enabled": False})
    assert not bench.applied
    assert bench.configuration.value("quick_replies.enabled") is True


async def test_a_change_by_hand_is_followed_and_a_broken_file_is_told(bench: Bench) -> None:
    bench.file.write_text('[panel]\ntheme = "light"\n', encoding="utf-8")
    await bench.configuration.read_again()
    assert bench.configuration.value("panel.theme") == "light"
    bench.file.write_text("[panel\n", encoding="utf-8")
    await bench.configuration.read_again()
    assert bench.configuration.problem is not None
    assert bench.configuration.value("panel.theme") == "light"
    assert bench.told == 2


async def test_a_provider_is_added_used_and_removed_with_its_key(bench: Bench) -> None:
    c = bench.configuration
    await c.store_key("deepseek", "sk-0123456789abcdef")
    assert [one.name for one in c.providers()] == ["deepseek"]
    assert c.providers()[0].has_key
    await c.change({"jobs.replies": ("deepseek",)})
    assert c.value("jobs.replies") == (f"deepseek/{c.providers()[0].model}",)
    assert c.providers()[0].jobs == ("replies",)
    await c.remove("deepseek")
    assert c.providers() == ()
    assert bench.keychain is not None
    assert not bench.keychain.kept
    assert c.value("jobs.replies") == ()


async def test_a_server_of_ones_own_and_a_model_file(bench: Bench, tmp_path: Path) -> None:
    c = bench.configuration
    await c.add("mine", address="http://127.0.0.1:8080/v1", model="qwen")
    await c.add("local", engine=str(tmp_path / "nothing.gguf"))
    assert {one.name: one.here for one in c.providers()} == {"mine": True, "local": True}
    check = await c.test("local")
    assert not check.ok
    assert "nothing.gguf" in check.detail
    with pytest.raises(InputError):
        await c.store_key("mine", "sk-0123456789")
    with pytest.raises(SettingsError):
        await c.add("bad", address="not an address", model="m")


async def test_a_provider_without_key_says_what_to_do(bench: Bench) -> None:
    check = await bench.configuration.test("deepseek")
    assert not check.ok
    assert check.todo == "Paste its key first."


async def test_following_ends(bench: Bench) -> None:
    heard: list[int] = []
    end = bench.configuration.follow(lambda: heard.append(1))
    end()
    await bench.configuration.change({"panel.theme": "dark"})
    assert not heard


def test_the_catalogue_is_offered(bench: Bench) -> None:
    offers = {offer.name: offer for offer in bench.configuration.offers()}
    assert offers["deepseek"].needs_key
    assert offers["ollama"].local
    assert not offers["ollama"].needs_key


def all_written(folder: Path) -> str:
    return "".join(file.read_text() for file in folder.rglob("*") if file.is_file())


async def test_without_a_keychain_a_key_lasts_for_this_session(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.keychain = None
    c = bench.configuration
    await c.store_key("deepseek", "sk-0123456789abcdef")
    (provider,) = c.providers()
    assert (provider.has_key, provider.forgets_key) == (True, True)
    assert bench.secrets.get("deepseek") == "sk-0123456789abcdef"
    assert "0123456789abcdef" not in all_written(tmp_path)
    another = Bench(tmp_path)
    another.keychain = None
    with pytest.raises(KeychainMissing, match="settings, under Models"):
        another.secrets.get("deepseek")
    await c.remove("deepseek")
    assert c.providers() == ()


async def test_a_keychain_that_comes_later_takes_the_key(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    keychain, bench.keychain = bench.keychain, None
    await bench.configuration.store_key("deepseek", "sk-0123456789abcdef")
    bench.keychain = keychain
    await bench.configuration.store_key("deepseek", "sk-0123456789abcdef")
    assert keychain is not None
    assert list(keychain.kept.values()) == ["sk-0123456789abcdef"]
    assert not bench.configuration.providers()[0].forgets_key
    await bench.configuration.remove("deepseek")
    assert keychain.kept == {}
    with pytest.raises(KeyMissing):
        bench.secrets.get("deepseek")


async def test_a_locked_keychain_is_no_reason_to_keep_a_key_in_memory(bench: Bench) -> None:
    def locked(service: str, username: str, password: str, /) -> None:
        raise KeychainLocked("The keychain is locked.", "Unlock it.")

    assert bench.keychain is not None
    bench.keychain.set_password = locked  # pyright: ignore[reportAttributeAccessIssue] - as if
    with pytest.raises(KeychainLocked):
        await bench.configuration.store_key("deepseek", "sk-0123456789abcdef")
    assert bench.configuration.providers() == ()


async def test_profiles_of_applications_are_fields(bench: Bench) -> None:
    c = bench.configuration
    assert c.value("applications.org.gnome.fractal.reads") == "all"
    await c.change(
        {"applications.org.gnome.fractal.reads": "draft", "applications.gajim.writes": "keys"}
    )
    assert c.value("applications.org.gnome.fractal.reads") == "draft"
    assert c.value("applications.gajim.writes") == "keys"
    assert '[applications."org.gnome.fractal"]' in bench.file.read_text()
    with pytest.raises(KeyError):
        c.value("applications.gajim.colour")


NEWER = """# Mine, from a newer version.
version = 3

[panel]
theme = "dark"  # at night
glow = true

[future.deep]
more = { a = 1 }

[jobs]
vision = "eyes"

[applications.gajim]
glance = "never"  # what is that?
"""


async def test_what_only_a_newer_version_knows_is_told_and_kept(tmp_path: Path) -> None:
    bench = Bench(tmp_path, NEWER)
    c = bench.configuration
    assert {one.split(": ")[1].split(" ")[0] for one in c.warnings} == {
        "version",
        "panel.glow",
        "future",
        "jobs.vision",
        "applications.gajim.glance",
    }
    assert bench.file.read_text(encoding="utf-8") == NEWER
    await c.change({"panel.theme": "light", "applications.gajim.reads": "draft"})
    text = bench.file.read_text(encoding="utf-8")
    kept = text.replace('"light"', '"dark"').replace('reads = "draft"\n', "")
    assert kept == NEWER
    assert c.value("applications.gajim.reads") == "draft"


async def test_a_value_that_only_a_newer_version_knows_is_named_and_left(tmp_path: Path) -> None:
    newer = '[panel]\ntheme = "sepia"\n'
    bench = Bench(tmp_path)
    bench.file.write_text(newer, encoding="utf-8")
    await bench.configuration.read_again()
    assert bench.configuration.problem is not None
    assert "line 2" in bench.configuration.problem.title
    assert "light, dark" in bench.configuration.problem.title
    with pytest.raises(SettingsError, match=r"panel\.theme"):
        await bench.configuration.change({"quick_replies.enabled": False})
    assert bench.file.read_text(encoding="utf-8") == newer
