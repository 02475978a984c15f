"""The texts of the history window, in one place for translators (Qt Linguist)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from copilot.core.archiving import KeptChat
from copilot.core.model import ME, THEM

_tr = QCoreApplication.translate


def word(name: str) -> str:
    """Labels and short sentences, by a short name."""
    words = {
        "title": _tr("History", "History"),
        "find-chat": _tr("History", "Find a chat"),
        "every-app": _tr("History", "All applications"),
        "all-chats": _tr("History", "All chats"),
        "chats": _tr("History", "Chats and contacts"),
        "search": _tr("History", "Search in what was said"),
        "messages": _tr("History", "Messages"),
        "suggestions": _tr("History", "Suggestions"),
        "translations": _tr("History", "Translations"),
        "requests": _tr("History", "Requests"),
        "contact": _tr("History", "Contact"),
        "usage": _tr("History", "Usage"),
        "found": _tr("History", "What was found, the newest first"),
        "detail": _tr("History", "The chosen entry"),
        "nobody": _tr("History", "No chat"),
        "me": _tr("History", "Me"),
        "nothing": _tr("History", "Nothing was found."),
        "looking": _tr("History", "Searching…"),
        "close": _tr("History", "Close"),
        "export": _tr("History", "Export…"),
        "forget": _tr("History", "Forget…"),
        "forget-message": _tr("History", "Forget this message…"),
        "forget-chat": _tr("History", "Forget this chat…"),
        "forget-period": _tr("History", "Forget a period…"),
        "forget-everything": _tr("History", "Forget everything…"),
        "cancel": _tr("History", "Cancel"),
        "forgetting": _tr("History", "Forgetting. No file keeps it afterwards…"),
        "forgotten": _tr("History", "It is forgotten."),
        "not-kept": _tr("History", "New messages are not kept: the history is switched off."),
        "copy": _tr("History", "Copy"),
    }
    return words[name]


def who(name: str) -> str:
    """Whose messages are shown."""
    names = {
        "": _tr("History", "Anybody's"),
        "me": _tr("History", "Mine"),
        "others": _tr("History", "Theirs"),
    }
    return names[name]


def span(name: str) -> str:
    """From when on."""
    names = {
        "": _tr("History", "At any time"),
        "1": _tr("History", "Today"),
        "7": _tr("History", "Last 7 days"),
        "30": _tr("History", "Last 30 days"),
        "365": _tr("History", "Last year"),
        "between": _tr("History", "Between two days"),
    }
    return names[name]


def outcome(name: str) -> str:
    """What became of a suggestion, with a sign that is seen without colours."""
    names = {
        "": _tr("History", "Whatever became of it"),
        "offered": _tr("History", "○ offered"),
        "taken": _tr("History", "✓ taken"),
        "sent": _tr("History", "✓ sent as it was"),
        "edited": _tr("History", "✎ edited, then sent"),
        "refused": _tr("History", "✕ passed over"),
        "dismissed": _tr("History", "✕ closed"),
        "undone": _tr("History", "↶ taken back"),
    }
    return names.get(name, name)


def keep(name: str) -> str:
    """How long a chat is kept."""
    if name.isdigit():
        return _tr("History", "everything, for %n days", "", int(name))
    names = {
        "": _tr("History", "as set for all chats"),
        "suggestions": _tr("History", "only what became of suggestions"),
        "nothing": _tr("History", "nothing"),
    }
    return names.get(name, name)


def skill(name: str) -> str:
    """What something was offered for."""
    names = {
        "quick": _tr("History", "quick replies"),
        "reply": _tr("History", "replies"),
        "complete": _tr("History", "your draft"),
        "topics": _tr("History", "topics"),
        "translate": _tr("History", "translation"),
        "check": _tr("History", "check of a translation"),
    }
    return names.get(name, name)


def habit(name: str) -> str:
    """How the person writes to somebody, as core.manner describes it."""
    start, end = "greets with “", "”"
    if name.startswith(start):
        greeting = name.removeprefix(start).removesuffix(end)
        return _tr("History", "greeting with “{word}”").format(word=greeting)
    names = {
        "short": _tr("History", "short messages"),
        "medium length": _tr("History", "messages of medium length"),
        "long": _tr("History", "long messages"),
        "lower case": _tr("History", "lower case"),
        "no full stops": _tr("History", "no full stops"),
        "no emoji": _tr("History", "no emoji"),
        "rarely emoji": _tr("History", "rarely emoji"),
        "some emoji": _tr("History", "some emoji"),
        "often emoji": _tr("History", "often emoji"),
        "polite": _tr("History", "polite"),
        "casual": _tr("History", "casual"),
    }
    return names.get(name, name)


def formality(name: str) -> str:
    """How the person wants to sound."""
    names = {
        "": _tr("History", "as I usually do"),
        "casual": _tr("History", "casual"),
        "polite": _tr("History", "polite"),
    }
    return names[name]


def sender(name: str, contact: str) -> str:
    """Who said something."""
    return {ME: word("me"), THEM: contact}.get(name, name)


def heading(sender_name: str, contact: str) -> str:
    """Who said it and in which chat, above a message."""
    if sender_name == ME:
        return _tr("History", "Me, to {contact}").format(contact=contact)
    if sender_name in (THEM, contact):
        return contact
    return _tr("History", "{sender} in {contact}").format(sender=sender_name, contact=contact)


def moment(seconds: float) -> str:
    """When it was, short: the time of today, otherwise the day."""
    when = QDateTime.fromMSecsSinceEpoch(round(seconds * 1000))
    if datetime.fromtimestamp(seconds).date() == datetime.now().date():
        return QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
    return QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)


def moment_in_full(seconds: float) -> str:
    """When it was, day and time."""
    when = QDateTime.fromMSecsSinceEpoch(round(seconds * 1000))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def chat_about(chat: KeptChat) -> str:
    """The second line of a chat."""
    if chat.keep in ("suggestions", "nothing"):
        return f"{chat.app_name or chat.app} · {keep(chat.keep)}"
    count = _tr("History", "%n messages", "", chat.messages)
    return f"{chat.app_name or chat.app} · {count}"


def counted(rows: int, *, whole: bool) -> str:
    """How much was found."""
    if not rows:
        return word("nothing")
    if whole:
        return _tr("History", "%n found", "", rows)
    return _tr("History", "%n and more found", "", rows)


def to_language(source: str, target: str) -> str:
    """From which language into which."""
    if not source:
        return _tr("History", "into {target}").format(target=target)
    return _tr("History", "{source} → {target}").format(source=source, target=target)


def sent_instead() -> str:
    """Above what was sent in place of a suggestion."""
    return _tr("History", "What was sent")


def draft_was() -> str:
    """Above the draft that a suggestion was made for."""
    return _tr("History", "The draft at that time")


def original() -> str:
    """Above a text whose language is not known."""
    return _tr("History", "Original")


def of_all(app: str, messages: int) -> str:
    """The second line of the entry that stands for all chats, or all of an application."""
    count = _tr("History", "%n messages", "", messages)
    return f"{app} · {count}" if app else count


def whose() -> str:
    """The name of the choice of senders."""
    return _tr("History", "Whose messages")


def when() -> str:
    """The name of the choice of times."""
    return _tr("History", "When")


def became() -> str:
    """The name of the choice of outcomes."""
    return _tr("History", "What became of it")


def progress() -> str:
    """The name of the bar that says how far an export is."""
    return _tr("History", "How far the export is")


def written(file: str) -> str:
    """An export is done."""
    return _tr("History", "Written to {file}, which is not encrypted.").format(file=file)


def cancelled() -> str:
    """An export was stopped."""
    return _tr("History", "Cancelled; no file was written.")


def not_kept(contact: str) -> str:
    """A chat was to be shown of which there is nothing."""
    return _tr("History", "Nothing is kept of the chat with {contact}.").format(contact=contact)


def failed() -> str:
    """Something of ours went wrong."""
    return _tr("History", "That did not work. Nothing was changed.")
