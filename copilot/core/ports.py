"""What core needs from outside. Every method that waits is a coroutine of the caller's loop."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from copilot.core.bounds import Bounds
from copilot.core.cost import Bill, Cost, Spent, Tokens
from copilot.core.model import (
    ChatIdentity,
    ChatView,
    Message,
    SelectedText,
    Sight,
    Suggestion,
    Written,
)

if TYPE_CHECKING:
    from copilot.core.contacts import Contact, Wishes
    from copilot.core.inspection import Departing, Sent
    from copilot.core.levels import Level
    from copilot.core.memory import Formality, Pair, Translation
    from copilot.core.redaction import MaskedText


class Eyes(Protocol):
    """Sees the focused chat of whatever application has the keyboard."""

    def sights(self) -> AsyncIterator[Sight]:
        """What is seen now and after every change; when the taker is slow only the newest waits."""
        ...

    async def look(self) -> Sight:
        """Read the focused chat afresh.

        Raises AccessibilityOff if there is no accessibility bus.
        """
        ...

    async def rest(self, on: bool) -> None:
        """While `on`, read nothing of any application; `sights` and `look` see nothing."""
        ...

    async def restrict(self, bounds: Bounds) -> None:
        """Read only what these bounds allow, from now on."""
        ...

    async def deny(self, app: str) -> None:
        """Read nothing of this application, by its name in ChatIdentity, from now on."""
        ...

    async def accessible(self) -> bool:
        """Whether accessibility is switched on in this session.

        Raises AccessibilityOff where there is nothing to switch.
        """
        ...

    async def enable(self) -> None:
        """Switch accessibility on for the session; only after the person agreed."""
        ...

    async def restart(self) -> None:
        """Restart the application that is blocked, so that it can be read.

        Only after the person agreed: what was not sent in it may be lost. Raises DesktopError.
        """
        ...


class DraftWriter(Protocol):
    """Writes into drafts and reads back."""

    async def write(self, view: ChatView, text: str) -> Written:
        """Replace the draft of `view` by `text`.

        Raises ChatChanged if the chat or its draft is no longer what `view` says, WriteFailed if
        no way of writing worked. In both cases the draft is as it was.
        """
        ...

    async def undo(self, written: Written) -> None:
        """Restore the draft. Raises ChatChanged if it is no longer what was written."""
        ...

    async def copy(self, text: str) -> None:
        """Put `text` on the clipboard, because the person asked to copy it."""
        ...

    async def return_to(self, view: ChatView) -> None:
        """Give the window in which `view` was seen the keyboard, which one of ours has now.

        Raises DesktopError if it can't be, within two seconds.
        """
        ...


class Selection(Protocol):
    """Reads and replaces the text that is selected in any application."""

    async def selected(self) -> SelectedText | None:
        """What is selected in the application that has the keyboard, None if nothing is.

        Raises SelectionRefused where it may not be read: a password, an application that the
        person excluded. Raises DesktopError if the application does not hand it out.
        """
        ...

    async def replace(self, selected: SelectedText, text: str) -> SelectedText:
        """Put `text` in the place of the selected one, read back.

        The answer is the new text in its place: replacing that by the old one is the undo. Raises
        ChatChanged if it is not what and where it was, WriteFailed if it can't be replaced. In
        both cases the field is as it was.
        """
        ...


@dataclass(frozen=True, slots=True)
class HotkeyProblem:
    """A combination that can't be used: `reason` is a sentence for the person."""

    action: str
    chord: str
    reason: str


class Hotkeys(Protocol):
    """Global key combinations ("Ctrl+Alt+1") bound to action names."""

    async def bind(
        self, chords: Mapping[str, str], on_press: Callable[[str], None]
    ) -> Sequence[HotkeyProblem]:
        """Replace all bindings (action → chord); `on_press` runs in the caller's loop."""
        ...

    async def release(self) -> None:
        """Give all combinations back."""
        ...


@dataclass(frozen=True, slots=True)
class ModelMessage:
    """One message of a prompt."""

    role: Literal["system", "user", "assistant"]
    content: MaskedText


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """One request. `max_tokens` bounds the answer; `temperature` is in the provider's units.

    `billed` hears, in the caller's loop, of every call that was really made for this request as
    soon as it has ended, in whatever way. `departing` hears of each as it leaves. `masking` is the
    level at which it was masked; the gate says so (core.discretion). `wanted` says that the person
    asks for it by hand, now, whatever went wrong before.
    """

    messages: tuple[ModelMessage, ...]
    max_tokens: int = 320
    temperature: float = 0.7
    billed: Callable[[Bill], None] | None = field(default=None, compare=False, repr=False)
    departing: Departing | None = field(default=None, compare=False, repr=False)
    masking: Level = field(default="standard", compare=False)
    wanted: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A piece of the answer's text; reasoning parts never arrive here as their own event."""

    text: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them; `cached_tokens` are part of `prompt_tokens`."""

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an answer; `reason` is "stop", "length", "refusal" or the provider's word."""

    reason: str


ModelEvent = TextDelta | Usage | Finished


class Model(Protocol):
    """A language model. Closing the generator early closes the connection."""

    @property
    def name(self) -> str:
        """The model's name as the person knows it."""
        ...

    async def warm(self) -> None:
        """Prepare, so that the first answer need not wait for a connection. Never fails."""
        ...

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """Ask, and yield the answer as it comes. Raises ModelError and its kin."""
        ...


class Embedder(Protocol):
    """Turns texts into vectors of equal length, normalised, so that a dot product compares."""

    @property
    def name(self) -> str: ...

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """Blocking; call it off the loop."""
        ...


class Matcher(Protocol):
    """Compares a line with a fixed list of known lines."""

    @property
    def name(self) -> str: ...

    @property
    def threshold(self) -> float:
        """From which confidence on a match is worth showing, in the scale of this matcher."""
        ...

    def compare(self, text: str) -> Sequence[float]:
        """How alike `text` is to each known line, in their order: at most 1, 0 for unrelated.

        Blocking, milliseconds; callable from any thread.
        """
        ...


class LanguageGuesser(Protocol):
    """Guesses languages by how their words are spelled. Callable from any thread."""

    def prepare(self) -> None:
        """Load what guessing needs. Blocking, most of a second, once."""
        ...

    def guess(self, text: str, among: Sequence[str]) -> Mapping[str, float]:
        """How likely each of these languages (ISO 639-1) is; together 1, or all 0.

        Some 20 µs; blocking like `prepare` if that was not called.
        """
        ...


class History(Protocol):
    """Keeps what happened, where the person wants that. Its troubles are its own: none raises."""

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """The chat as it is in sight; `new` are the messages that this session finds new."""
        ...

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Suggestions were shown."""
        ...

    async def took(self, view: ChatView, suggestion: Suggestion, written: str = "") -> None:
        """A suggestion replaced the draft of `view`; what is sent tells whether it was edited.

        `written` is what the person had made of it before, "" where they had not touched it.
        """
        ...

    async def replaced(self, view: ChatView, text: str) -> None:
        """A text that was no suggestion (a translation) replaced the draft of `view`."""
        ...

    async def undid(self, view: ChatView) -> None:
        """What was put last into a draft of this chat was taken out again."""
        ...

    async def dismissed(self, view: ChatView) -> None:
        """The person closed the panel on what was offered last."""
        ...

    async def asked(self, sent: Sent) -> None:
        """A model was asked, and its answer has ended. Originals of masked text are not kept."""
        ...


class TranslationMemory(Protocol):
    """Remembers translations, so that a repeated text costs nothing. Never raises."""

    async def find(self, text: str, pair: Pair, formality: Formality = "") -> str | None:
        """The result for exactly this text (see `same_text`), None if there is none."""
        ...

    async def keep(self, translation: Translation) -> None:
        """Remember it; a newer result for the same replaces the older one."""
        ...


class Contacts(Protocol):
    """What is known of the people one chats with, by application and contact. Never raises."""

    async def of(self, chat: ChatIdentity) -> Contact:
        """What is known; an empty `Contact` if nothing is."""
        ...

    async def wish(self, chat: ChatIdentity, wishes: Wishes) -> None:
        """Keep what the person wants with this contact, instead of what they wanted before."""
        ...

    async def speak(self, chat: ChatIdentity, theirs: str, mine: str) -> None:
        """Keep which languages the person chose with this contact; other wishes stay."""
        ...

    async def forget(self, chat: ChatIdentity) -> None:
        """Forget all that was learned and wished."""
        ...


@dataclass(frozen=True, slots=True)
class Charge:
    """One call to a model as the ledger keeps it; `chat` is None where there was none."""

    provider: str
    model: str
    skill: str
    chat: ChatIdentity | None
    tokens: Tokens
    cost: Cost


class Ledger(Protocol):
    """Keeps what was spent. Its troubles are its own: nothing here raises."""

    async def spent(self) -> Spent:
        """What was spent today and this month, by all processes of this person."""
        ...

    async def add(self, charge: Charge) -> Spent:
        """Keep one call; returns the sums that include it."""
        ...


class Clock(Protocol):
    """Time, so that tests need not wait."""

    def monotonic(self) -> float:
        """Seconds."""
        ...

    async def sleep(self, seconds: float) -> None: ...
