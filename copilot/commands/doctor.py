"""`chat-copilot doctor`: what works on this desktop, and what to do about the rest."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable, Sequence
from functools import partial

from copilot.commands.check_runner import run_checks
from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.checks import Check
from copilot.core.errors import CopilotError, KeychainLocked, KeychainMissing
from copilot.store import instance, paths, settings
from copilot.store.chat_rules import RulesFile
from copilot.store.history.keys import HistoryKey
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings
from copilot.store.state import State

_LIMIT = 12.0  # seconds for all checks together
_PATIENCE = 8.0  # for the keychain


def main(args: argparse.Namespace) -> int:
    """Run all checks; the exit code says whether something is to be done."""
    if args.window:
        from copilot.start import find_resources
        from copilot.ui.doctor import show_checks

        find_resources()
        chosen, _ = settings.load_or_default(paths.find().settings_file)
        show_checks(lambda: _run(online=args.online), chosen.interface.language, chosen.panel)
        return OK
    checks = _run(online=args.online)
    ready = all(check.ok for check in checks)
    if args.json:
        print_json({"ok": ready, "checks": [dataclasses.asdict(check) for check in checks]})
    else:
        print(_as_text(checks))
    return OK if ready else NOT_READY


def _run(*, online: bool) -> tuple[Check, ...]:
    return run_checks(_checks(paths.find(), online=online), _LIMIT)


def _checks(here: Paths, *, online: bool) -> dict[str, Callable[[], Check]]:
    configured, problem = settings.load_or_default(here.settings_file)
    state = State(here.state_file)
    secrets = KeyringSecrets(state, patience=_PATIENCE)
    running = instance.is_running(here)
    checks: dict[str, Callable[[], Check]] = {}
    if sys.platform == "linux":
        from copilot.desktop.linux.checks import desktop_checks

        checks.update(desktop_checks(configured.hotkeys, running=running))
    for name, trouble in (("state", state.problem), ("chats", RulesFile(here.chats_file).problem)):
        if trouble is not None:
            checks[name] = partial(Check, name, False, trouble.title, trouble.hint)
    checks["keychain"] = lambda: _keychain(secrets, configured)
    if here.history_file.exists():
        checks["history"] = lambda: _history(HistoryKey(here.history_file, secrets))
    if problem is not None:
        checks["settings"] = lambda: Check("settings", False, problem.title, problem.hint)
    else:
        checks["settings"] = lambda: _settings(here, configured)
    from copilot.commands.provider_check import check_provider

    checks["provider"] = lambda: check_provider(configured, secrets, online=online)
    if any(one.engine for one in configured.providers.values()):
        from copilot.commands import engine_check

        if engine_check.engines_of(configured):
            checks[engine_check.NAME] = lambda: engine_check.check_engines(configured)
    return checks


def _keychain(secrets: KeyringSecrets, configured: Settings) -> Check:
    name = "keychain"
    needed = (
        any(provider.key for provider in configured.providers.values())
        or bool(secrets.names())
        or configured.history.enabled
    )
    try:
        backend = secrets.check()
    except KeychainMissing as error:
        return Check(name, not needed, error.title, error.hint)
    except KeychainLocked as error:
        return Check(name, not needed, f"{secrets.backend}: {error.title}", error.hint)
    elsewhere = sorted({secrets.stored_in(key) for key in secrets.names()} - {backend})
    if elsewhere:
        return Check(
            name,
            False,
            f"{backend} works, but keys were stored in another one: {', '.join(elsewhere)}",
            "Start the session with that keychain, or store the keys anew with "
            "`chat-copilot key set NAME`.",
        )
    return Check(name, True, f"{backend}: stores, gives back and forgets")


def _history(key: HistoryKey) -> Check:
    name = "history"
    try:
        key.fetch(quietly=True)
        known = key.known
    except CopilotError as error:
        return Check(name, False, error.title, error.hint)
    if known is None or known.wrapped is not None:
        return Check(name, True, "the keychain has its key, and there is a recovery phrase")
    return Check(
        name,
        True,
        "the keychain has its key; there is no recovery phrase",
        "`chat-copilot history phrase` makes one, should the keychain ever be lost.",
    )


def _settings(here: Paths, configured: Settings) -> Check:
    name = "settings"
    if not here.settings_file.exists():
        return Check(name, True, f"the defaults; {here.settings_file} does not exist")
    if not configured.warnings:
        return Check(name, True, str(here.settings_file))
    listed = "; ".join(map(str, configured.warnings))
    return Check(name, True, listed, f"Look at {here.settings_file}.")


def _as_text(checks: Sequence[Check]) -> str:
    width = max(len(check.name) for check in checks)
    lines: list[str] = []
    for check in checks:
        lines.append(f"{'ok' if check.ok else '!!'}  {check.name:<{width}}  {check.detail}")
        if check.todo:
            lines.append(f"    {'':<{width}}  → {check.todo}")
    return "\n".join(lines)
