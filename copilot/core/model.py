"""The frozen values that travel through the rooms: what is seen, suggested and shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from copilot.core.translation_state import TranslationState

ME = "me"
THEM = "them"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation.

    `sender` is `ME`, `THEM` or, where several people talk, the name that the application shows.
    `at` is the time exactly as the application shows it, None where it shows none.
    """

    sender: str
    text: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """What has been said with one contact, oldest first, as far as the application shows it."""

    contact: str
    messages: tuple[Message, ...] = ()

    @property
    def last_incoming(self) -> Message | None:
        """The newest message that somebody else wrote, None if there is none."""
        return next((m for m in reversed(self.messages) if m.sender != ME), None)

    @property
    def timeless(self) -> Conversation:
        """Without times, which some applications tell in ever other words ("2 min ago")."""
        if all(message.at is None for message in self.messages):
            return self
        return replace(self, messages=tuple(Message(m.sender, m.text) for m in self.messages))

    def goes_on_after(self, before: Conversation) -> bool:
        """Whether something was said since `before`; times don't count.

        It was not where only older messages came into sight or left it.
        """
        if self == before:
            return False  # as nearly always: there is one look for each key that is pressed
        old, new = before.timeless.messages, self.timeless.messages
        shared = min(len(old), len(new))
        if not shared:
            return old != new
        return old[-shared:] != new[-shared:]


@dataclass(frozen=True, slots=True)
class Draft:
    """The text being typed. `caret` counts code points from its start."""

    text: str = ""
    caret: int = 0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the desktop, in physical pixels from the top left of the first screen."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ChatIdentity:
    """Which chat this is; two views with equal identity show the same chat.

    `app` is the stable name of the application ("gajim"), `window` an opaque key that stays the
    same while that window lives, `contact` the name or address of the other side.
    """

    app: str
    window: str
    contact: str


@dataclass(frozen=True, slots=True)
class ChatView:
    """One look at the focused chat.

    `field` is an opaque key of the draft's text field; only the desktop room can read it.
    `caret` and `draft_area` are None where the application does not tell; `composing` is true
    while an input method holds unfinished text. `reads` and `writes` say, for the badge, what is
    read ("draft", "chat") and how text is written ("accessibility", "paste", "keys", "copy" for on
    the clipboard only, "").
    """

    identity: ChatIdentity
    app_name: str
    window_title: str
    conversation: Conversation
    draft: Draft
    caret: Rect | None = None
    draft_area: Rect | None = None
    window_area: Rect | None = None
    field: str = ""
    composing: bool = False
    reads: frozenset[str] = frozenset({"draft", "chat"})
    writes: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """The focused application can't be read.

    `reason` is a sentence for the person, `hint` the one thing to do, `remedy` the name of an
    action that the application can carry out itself after asking ("enable-accessibility",
    "restart-with-accessibility", "resume"), "" if there is none. `chosen` is true where it could be
    read but is not to be: nothing is wrong then.
    """

    app: str
    app_name: str
    reason: str
    hint: str
    remedy: str = ""
    chosen: bool = False


Sight = ChatView | Blocked | None
"""What the desktop sees: a chat, an application that can't be read, or no chat at all."""


class Stance(StrEnum):
    """What a reply does; three suggestions differ in it on purpose."""

    AGREE = "agree"
    DECLINE = "decline"
    ASK = "ask"
    DELAY = "delay"
    COMPLETE = "complete"
    TOPIC = "topic"


class Source(StrEnum):
    """Where a suggestion comes from: curated quick replies on this machine, or a model."""

    INSTANT = "instant"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text offered for the draft. It replaces the whole draft when it is chosen."""

    text: str
    stance: Stance
    source: Source


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was written into a draft and read back: what undo needs.

    `way` is "accessibility", "paste" or "keys".
    """

    view: ChatView
    before: Draft
    after: Draft
    way: str


@dataclass(frozen=True, slots=True)
class SelectedText:
    """Text that the person selected in whatever application has the keyboard.

    `app` and `window` are as in `ChatIdentity`; `area` is where the text stands, or the pointer
    where the application does not tell, None if nobody does. `field` and `start` (code points) are
    the place in `around`, the whole text of the field it is in; both texts are empty where that is
    not known. Only an `editable` one can be replaced.
    """

    text: str
    app: str
    app_name: str
    window: str = ""
    area: Rect | None = None
    editable: bool = False
    field: str = ""
    start: int = 0
    around: str = ""


class Phase(StrEnum):
    """The states of the panel, each of which has its own words."""

    EMPTY = "empty"
    THINKING = "thinking"
    STREAMING = "streaming"
    DONE = "done"
    ERROR = "error"
    OVER_BUDGET = "over budget"
    PAUSED = "paused"
    BLOCKED = "blocked"
    OFFLINE = "offline"
    """No model can be reached: what is on this machine goes on."""


class Reach(StrEnum):
    """Who may be asked about a chat."""

    ANYONE = "anyone"
    LOCAL = "local"
    """Models of this machine only."""
    NOBODY = "nobody"


Section = Literal["replies", "topics", "translation", "skills"]


@dataclass(frozen=True, slots=True)
class Card:
    """One suggestion as the panel shows it.

    `key` stays the same while its text grows; `streaming` is true until the text is whole; an
    empty text is a place held for one that is still being thought of.
    """

    key: str
    text: str
    stance: Stance
    source: Source
    streaming: bool = False
    hotkey: str = ""


@dataclass(frozen=True, slots=True)
class SkillChoice:
    """A skill that the person can run here.

    `title` and `description` are as its file says them. `ready` is false where what it reads is not
    there: a draft (`needs` is "draft") or a conversation ("conversation").
    """

    name: str
    title: str
    description: str
    needs: str = ""
    ready: bool = True


@dataclass(frozen=True, slots=True)
class SkillAnswer:
    """What a skill has answered, in Markdown, as far as it has arrived.

    An `insertable` one is a plain text for the draft, which it can replace once it neither streams
    nor has trouble. `cost`, `model` and `masked` are as in PanelState. `trouble` says why there is
    none, or no more of it, and in a second line what to do; "" if all is well.
    """

    name: str
    title: str
    text: str = ""
    streaming: bool = False
    insertable: bool = False
    model: str = ""
    masked: int = 0
    cost: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know, with the next step. `action` names an intent or is "".

    A `calm` one tells of nothing that went wrong.
    """

    title: str
    hint: str = ""
    action: str = ""
    retryable: bool = False
    calm: bool = False


@dataclass(frozen=True, slots=True)
class PanelState:
    """Everything that the panel shows; the panel is a pure function of it.

    `cost` is what the answer cost ("¥0.0006", "~$0.01" where estimated, "free", "" if unknown),
    `expected` the most, about, that asking costs. `tokens_estimated` where nobody counted them.
    `reach` and `strict` are what the person allows for this chat, `masking` is the level at which
    the answer's request was masked ("" where nobody was asked).
    `has_model` where suggestions can be asked for with a `wish`, which is the one in force ("" for
    none); `about` is the text that the suggestions answer or finish. `editing` is the key of the
    card that the person is editing, or `OWN_WORDS`. `typing` while keys are being pressed in the
    chat, `composing` while an input method holds unfinished text.
    """

    phase: Phase = Phase.EMPTY
    visible: bool = False
    app_name: str = ""
    contact: str = ""
    badge: tuple[str, ...] = ()
    section: Section = "replies"
    cards: tuple[Card, ...] = ()
    marked: int = 0
    notice: Notice | None = None
    can_undo: bool = False
    reach: Reach = Reach.ANYONE
    strict: bool = False
    masked: int = 0
    masking: str = ""
    model: str = ""
    tokens: int = 0
    tokens_estimated: bool = False
    cost: str = ""
    expected: str = ""
    has_model: bool = False
    wish: str = ""
    about: str = ""
    editing: str = ""
    typing: bool = False
    composing: bool = False
    skills: tuple[SkillChoice, ...] = ()
    answer: SkillAnswer | None = None
    translation: TranslationState = field(default_factory=TranslationState)
    anchor: Rect | None = None
    draft_area: Rect | None = None
    window_area: Rect | None = None
