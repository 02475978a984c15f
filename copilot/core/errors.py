"""What can go wrong, in words for a person: a title, a next step, and whether a retry helps.

CopilotError
├── SettingsError            settings.toml can't be used (line and field are named)
├── InputError               a file or an argument that was given can't be used
├── SecretsError
│   ├── KeychainMissing      no keychain on this desktop
│   ├── KeychainLocked       there is one, but it is locked
│   └── KeyMissing           no key is stored under that name
├── ModelError
│   ├── ModelMissing         no model is set up for this
│   ├── ProviderUnknown      settings name a provider that is not defined
│   ├── ProviderUnreachable  refused, no route, no such host, broken TLS
│   ├── ProviderTimeout      connected, but it stays silent
│   ├── KeyRejected          401, 403
│   ├── TryLater             retry_after: seconds that the provider asks for
│   │   ├── RateLimited      429
│   │   └── ProviderFailed   5xx
│   ├── RequestRefused       other 4xx: the model or the request is wrong
│   ├── OverBudget           the person's own limit is reached: nobody was asked
│   ├── ChatWithheld         the person does not allow this for the chat: nobody was asked
│   ├── StreamBroken         the answer ended too early or is not what the dialect allows
│   └── EngineFailed         the model on this machine can't be started, or keeps ending
├── DesktopError
│   ├── DisplayMissing       no display to show anything on
│   ├── AccessibilityOff     the accessibility bus can't be had
│   ├── SelectionRefused     what is selected may not be read
│   ├── ChatChanged          the chat or its draft is no longer the one the text was made for
│   └── WriteFailed          no way of writing worked in this application
│       └── OnlyCopied       the person chose that nothing is written there
├── InstanceError
│   ├── NotRunning           no running instance answers
│   └── AlreadyRunning       one runs already
├── UpdatesUnknown           news of releases can't be had, or not be trusted
├── RulesNotKept             what the person allows for a chat can't be written down
└── HistoryError             what is kept of chats can't be opened or written
    └── HistoryLocked        its key can't be had: unlock, another keychain, recovery phrase
"""

from __future__ import annotations


class CopilotError(Exception):
    """An error with a `title` (what happened), a `hint` (what to do) and `retryable`.

    Both texts are shown to the person and may be logged: they never hold chat text or keys.
    """

    retryable = False

    def __init__(self, title: str, hint: str = "", *, retryable: bool | None = None) -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint
        if retryable is not None:
            self.retryable = retryable

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".strip()


class SettingsError(CopilotError):
    """settings.toml can't be used. `line` counts from 1 (0 if unknown), `field` is dotted."""

    def __init__(self, title: str, hint: str = "", *, line: int = 0, field: str = "") -> None:
        super().__init__(title, hint)
        self.line = line
        self.field = field


class InputError(CopilotError):
    """A file or an argument that was given can't be used."""


class SecretsError(CopilotError):
    """Something about the operating system's keychain."""


class KeychainMissing(SecretsError):
    """There is no keychain that keeps secrets encrypted."""


class KeychainLocked(SecretsError):
    """The keychain is locked and was not unlocked."""

    retryable = True


class KeyMissing(SecretsError):
    """No key is stored under that name."""


class ModelError(CopilotError):
    """Something about the model or its provider."""


class ModelMissing(ModelError):
    """The settings name no model for this."""


class ProviderUnknown(ModelError):
    """Settings name a provider that is not defined."""


class ProviderUnreachable(ModelError):
    """The provider's address can't be connected to.

    `offline` where that is likely this machine's connection: nobody outside can be reached.
    """

    retryable = True

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        retryable: bool | None = None,
        offline: bool = False,
    ) -> None:
        super().__init__(title, hint, retryable=retryable)
        self.offline = offline


class ProviderTimeout(ModelError):
    """The provider was reached but stayed silent."""

    retryable = True


class KeyRejected(ModelError):
    """The provider does not accept the key."""


class TryLater(ModelError):
    """It may go well later. `retry_after` is in seconds, None if the provider did not say."""

    retryable = True

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        retry_after: float | None = None,
        retryable: bool | None = None,
    ) -> None:
        super().__init__(title, hint, retryable=retryable)
        self.retry_after = retry_after


class RateLimited(TryLater):
    """The provider asks to wait, or has no credit left to spend (which no waiting changes)."""


class RequestRefused(ModelError):
    """The provider says that the request or the model name is wrong."""


class ProviderFailed(TryLater):
    """The provider failed on its side."""


class OverBudget(ModelError):
    """A limit that the person set is reached: the model was not asked."""


class ChatWithheld(ModelError):
    """The person does not allow this chat to reach that model: it was not asked."""


def withheld() -> ChatWithheld:
    """No model may be asked about a chat."""
    return ChatWithheld(
        "Nothing was sent: you allow no model for this chat.",
        "What you allow for a chat is under … in the panel.",
    )


class StreamBroken(ModelError):
    """The answer ended too early or can't be decoded."""

    retryable = True


class EngineFailed(ModelError):
    """The engine on this machine can't be started, or it keeps ending."""


class DesktopError(CopilotError):
    """Something about other applications' windows."""


class DisplayMissing(DesktopError):
    """There is no display."""


class AccessibilityOff(DesktopError):
    """The accessibility bus can't be had."""


class SelectionRefused(DesktopError):
    """What is selected may not be read: a password, or an application that was excluded."""


class ChatChanged(DesktopError):
    """The chat or its draft is no longer the one the text was made for: nothing was written."""


class WriteFailed(DesktopError):
    """No way of writing worked; the draft is as it was."""


class OnlyCopied(WriteFailed):
    """Nothing was to be written here: the text is on the clipboard, as the person chose."""


class InstanceError(CopilotError):
    """Something about the running instance."""


class NotRunning(InstanceError):
    """No running instance answers."""


class AlreadyRunning(InstanceError):
    """An instance runs already in this session."""


class RulesNotKept(CopilotError):
    """What the person allows for a chat can't be written down; it holds until the end."""


class DataTooNew(CopilotError):
    """A newer version of the program has written a file, which is left as it is."""


class HistoryError(CopilotError):
    """What is kept of chats can't be opened or written; what was kept before is as it was."""


class HistoryLocked(HistoryError):
    """The key of the history can't be had. No new one is made while there is a history."""


class UpdatesUnknown(CopilotError):
    """News of releases can't be had, or not be trusted."""
