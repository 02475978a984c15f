"""`chat-copilot doctor` where there is nothing, and its checks of the provider."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable

import pytest

from copilot.commands.check_runner import run_checks
from copilot.core.checks import Check
from copilot.core.errors import WriteFailed
from copilot.store.paths import Paths
from tests.lab_llm.scripted import Exchange, Play, ScriptedServer, fail
from tests.unit.cli.conftest import Command

NAMES = ["display", "accessibility", "tray", "hotkeys", "keychain", "settings", "provider"]
PROVIDER = '[providers.x]\nbase_url = "{url}"\nmodel = "m"\n[jobs]\nreplies = "x"\n'


@pytest.fixture(autouse=True)
def no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring.core

    monkeypatch.setattr(keyring.core, "_keyring_backend", None)


def checks_of(outcome_json: dict[str, list[dict[str, object]]]) -> dict[str, dict[str, object]]:
    return {str(check["name"]): check for check in outcome_json["checks"]}


def test_where_there_is_nothing_each_check_says_what_to_do(copilot: Command):
    outcome = copilot("doctor", "--json")
    assert outcome.code == 3
    checks = outcome.json["checks"]
    assert [check["name"] for check in checks] == NAMES
    assert all(set(check) == {"name", "ok", "detail", "todo"} for check in checks)
    failed = {check["name"] for check in checks if not check["ok"]}
    # Neither a keychain nor a provider is needed for quick replies.
    assert failed == {"display", "accessibility", "tray", "hotkeys"}
    assert all(check["todo"] for check in checks if not check["ok"])
    assert all(name in copilot("doctor").out for name in NAMES)


def test_what_a_newer_version_wrote_is_told(copilot: Command, here: Paths):
    for file in (here.state_file, here.chats_file):
        file.parent.mkdir(parents=True)
        file.write_text('{"form": 99}', encoding="utf-8")
    checks = checks_of(copilot("doctor", "--json").json)
    for name in ("state", "chats"):
        assert checks[name]["ok"] is False
        assert "newer version" in str(checks[name]["detail"])
        assert "pdate Chat Copilot" in str(checks[name]["todo"])


def test_settings_are_judged(copilot: Command, configure: Callable[[str], None]):
    configure('[panel]\nthem = "dark"\n')
    check = checks_of(copilot("doctor", "--json").json)["settings"]
    assert check["ok"] is True
    assert "line 2: panel.them" in str(check["detail"])
    configure("[panel\n")
    check = checks_of(copilot("doctor", "--json").json)["settings"]
    assert check["ok"] is False
    assert "line 1" in str(check["detail"])


def test_a_key_that_is_needed_and_missing(copilot: Command, configure: Callable[[str], None]):
    configure(PROVIDER.format(url="http://127.0.0.1:9").replace("[jobs]", 'key = "x"\n[jobs]'))
    checks = checks_of(copilot("doctor", "--json").json)
    assert checks["keychain"]["ok"] is False
    assert checks["provider"]["ok"] is False


def models(*names: str) -> Play:
    async def play(exchange: Exchange) -> None:
        await exchange.head(200, content_type="application/json")
        await exchange.chunk(json.dumps({"data": [{"id": name} for name in names]}).encode())
        await exchange.end()

    return play


def page(status: int) -> Play:
    async def play(exchange: Exchange) -> None:
        await exchange.head(status, content_type="text/html")
        await exchange.chunk(b"<html>log in</html>")
        await exchange.end()

    return play


@pytest.mark.parametrize(
    ("play", "ok", "words"),
    [
        (models("m", "n"), True, "answers"),
        (models("n"), False, "does not list that model"),
        (models(), True, "lists no models"),
        (fail(404), True, "lists no models"),
        (page(200), False, "web page"),
        (page(404), False, "web page"),
        (fail(401), False, "does not accept the key"),
        (fail(500), False, "failed on its side"),
    ],
)
async def test_a_provider_on_this_machine_is_asked(
    copilot: Command, configure: Callable[[str], None], play: Play, ok: bool, words: str
):
    async with ScriptedServer([play]) as server:
        configure(PROVIDER.format(url=server.base_url))
        outcome = await asyncio.to_thread(copilot, "doctor", "--json")
        check = checks_of(outcome.json)["provider"]
        assert (check["ok"], words in str(check["detail"])) == (ok, True)
        assert [(e.method, e.path, e.body) for e in server.exchanges] == [
            ("GET", "/v1/models", b"")
        ]


def test_a_provider_elsewhere_is_not_asked_unless_wanted(
    copilot: Command, configure: Callable[[str], None]
):
    # Not an address of the loopback, yet nothing leaves this machine.
    configure(PROVIDER.format(url="http://0.0.0.0:9/v1"))
    check = checks_of(copilot("doctor", "--json").json)["provider"]
    assert check["ok"] is True
    assert "not asked" in str(check["detail"])
    assert "--online" in str(check["todo"])
    check = checks_of(copilot("doctor", "--json", "--online").json)["provider"]
    assert check["ok"] is False
    assert "x can't be" in str(check["detail"])


def test_checks_run_side_by_side_and_none_holds_up_the_others():
    both = threading.Barrier(2)
    forever = threading.Event()

    def meets(name: str) -> Check:
        both.wait(10)
        return Check(name, True, "met")

    def hangs() -> Check:
        forever.wait(60)
        return Check("hung", True, "")

    def ours() -> Check:
        raise WriteFailed("It failed.", "Do this.")

    def foreign() -> Check:
        raise ValueError("secret")

    try:
        outcomes = run_checks(
            {
                "hung": hangs,
                "a": lambda: meets("a"),
                "b": lambda: meets("b"),
                "ours": ours,
                "foreign": foreign,
            },
            0.3,
        )
    finally:
        forever.set()
    assert [outcome.name for outcome in outcomes] == ["hung", "a", "b", "ours", "foreign"]
    assert [outcome.ok for outcome in outcomes] == [False, True, True, False, False]
    assert outcomes[3] == Check("ours", False, "It failed.", "Do this.")
    assert "ValueError" in outcomes[4].detail
    assert "secret" not in outcomes[4].detail
