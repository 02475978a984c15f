"""The texts of the window that shows what was sent, in one place for translators (Qt Linguist)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from copilot.core.cost import Exchange
from copilot.core.inspection import HERE, Outcome, Sent
from copilot.ui.messages import said

# Linguist's extractor reads literals only, so every text is spelled out in a call of its own.
_tr = QCoreApplication.translate


def word(name: str) -> str:
    """Labels and short sentences, by a short name."""
    words = {
        "title": _tr("Sent", "What was sent"),
        "calls": _tr("Sent", "Requests, the newest first"),
        "text": _tr("Sent", "The text as it left"),
        "hidden": _tr("Sent", "What its placeholders hide"),
        "placeholder": _tr("Sent", "Placeholder"),
        "original": _tr("Sent", "Stands for"),
        "why": _tr("Sent", "Why it was hidden"),
        "copy": _tr("Sent", "Copy as it left"),
        "close": _tr("Sent", "Close"),
        "empty": _tr("Sent", "No model has been asked yet"),
        "empty-help": _tr(
            "Sent", "As soon as one is, exactly what was sent to it, and what was hidden, is here."
        ),
        "memory": _tr(
            "Sent", "The latest requests, from memory. What placeholders hide never left."
        ),
        "not-kept": _tr("Sent", "not kept"),
        "text-not-kept": _tr("Sent", "The text of this request was not kept."),
    }
    return words[name]


def skill(name: str) -> str:
    """What a request was for."""
    names = {
        "reply": _tr("Sent", "replies"),
        "complete": _tr("Sent", "your draft"),
        "topics": _tr("Sent", "topics"),
        "translate": _tr("Sent", "translation"),
        "check": _tr("Sent", "check of a translation"),
    }
    return names.get(name, name)


def role(name: str, *, last: bool) -> str:
    """The heading above one message of a prompt."""
    if last:
        return _tr("Sent", "Your chat, as it left")
    headings = {
        "system": _tr("Sent", "Instructions"),
        "user": _tr("Sent", "Example"),
        "assistant": _tr("Sent", "Answer of the example"),
    }
    return headings.get(name, name)


def time(call: Sent) -> str:
    """When it was sent, for the list."""
    return QLocale().toString(_moment(call).time(), "HH:mm:ss")


def chat(call: Sent) -> str:
    """With whom the chat is; what it was for where there is none."""
    return call.chat.contact if call.chat is not None and call.chat.contact else skill(call.skill)


def summary(call: Sent, exchange: Exchange) -> str:
    """One line about a call, below its time: who was asked for what, and how it went."""
    end = "" if call.outcome is Outcome.ANSWERED else outcome(call)
    parts = [call.model, skill(call.skill), end, cost(call, exchange), _few(call)]
    return " · ".join(part for part in parts if part)


def receiver(call: Sent) -> str:
    """To whom it went, as a heading."""
    if call.host == HERE:
        return _tr("Sent", "To {model} on this machine").format(model=call.model)
    return _tr("Sent", "To {model} at {host}").format(model=call.model, host=call.host)


def facts(call: Sent, exchange: Exchange) -> str:
    """When, for what, how it ended and what it cost."""
    when = QLocale().toString(_moment(call), QLocale.FormatType.ShortFormat)
    about = skill(call.skill)
    if call.chat is not None and call.chat.contact:
        about = _tr("Sent", "{skill} for {contact}").format(skill=about, contact=call.chat.contact)
    parts = [when, call.provider, about, outcome(call), tokens(call), cost(call, exchange)]
    return " · ".join(part for part in parts if part)


def outcome(call: Sent) -> str:
    """How it ended."""
    match call.outcome:
        case Outcome.UNDER_WAY:
            return _tr("Sent", "under way…")
        case Outcome.ANSWERED:
            return _tr("Sent", "answered")
        case Outcome.REFUSED:
            return _tr("Sent", "the model declined to answer")
        case Outcome.CANCELLED:
            return _tr("Sent", "cancelled")
        case Outcome.FAILED:
            return _tr("Sent", "failed")


def trouble(call: Sent) -> str:
    """Why it failed; "" if it did not."""
    return said(call.trouble)


def tokens(call: Sent) -> str:
    """How many tokens it took; "" where none were counted."""
    if call.tokens is None:
        return ""
    text = _tr("Sent", "%n tokens", "", call.tokens.total)
    return f"~{text}" if call.tokens.estimated else text


def _few(call: Sent) -> str:
    if call.tokens is None:
        return ""
    text = _tr("Sent", "%n tok", "", call.tokens.total)
    return f"~{text}" if call.tokens.estimated else text


def cost(call: Sent, exchange: Exchange) -> str:
    """What it cost; "" where that is not known."""
    text = call.cost_text(exchange)
    return _tr("Sent", "free") if text == "free" else text


def hidden(call: Sent) -> str:
    """The heading above the list of what was hidden, or why there is none."""
    if call.hidden:
        return _tr("Sent", "Hidden in it: %n", "", len(call.hidden))
    if call.masking == "off":
        return _tr("Sent", "Nothing was hidden: masking is off for this model.")
    return _tr("Sent", "There was nothing to hide.")


def why(reason: str) -> str:
    """Why something was hidden."""
    return said(reason)


def tip(original: str, reason: str) -> str:
    """What hovering over a placeholder tells."""
    return f"{original or word('not-kept')}\n{why(reason)}"


def _moment(call: Sent) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(call.when * 1000))
