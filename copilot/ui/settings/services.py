"""What the settings window can have done, besides changing fields."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass

from copilot.core.applications import KnownApplication
from copilot.core.archiving import Usage
from copilot.core.configuring import Configuring


@dataclass(frozen=True, slots=True)
class Services:
    """The doings of the application that belong to settings.

    `applications` are those that chats were seen in, and those that are named. `hotkey_problems`
    has a sentence for each combination (by action) that the desktop refuses; while `recording` no
    hotkey acts. `autostart` is None where it can't be switched. `used` is what models cost in
    the last days, so many. `rules` is how many chats have a rule of their own, `terms` how many the
    glossary has, whose files are CSV.
    """

    configuring: Configuring
    applications: Callable[[Sequence[str]], Awaitable[Sequence[KnownApplication]]]
    open_file: Callable[[], object]
    show_sent: Callable[[], object]
    show_history: Callable[[], object]
    doctor: Callable[[], object]
    welcome: Callable[[], object]
    hotkey_problems: Callable[[], Mapping[str, str]]
    recording: Callable[[bool], object]
    autostart: Callable[[], bool | None]
    switch_autostart: Callable[[bool], Coroutine[None, None, None]]
    used: Callable[[int], Coroutine[None, None, Usage]]
    new_phrase: Callable[[], Coroutine[None, None, str]]
    forget_everything: Callable[[], Coroutine[None, None, None]]
    rules: Callable[[], int]
    clear_rules: Callable[[], Coroutine[None, None, None]]
    terms: Callable[[], int]
    open_glossary: Callable[[], object]
    import_glossary: Callable[[str], Coroutine[None, None, None]]
    export_glossary: Callable[[str], Coroutine[None, None, None]]
