"""Every text of the panel and the tray, in one place for translators (Qt Linguist)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from copilot.core.model import PanelState, Phase, Reach
from copilot.core.translation_state import TranslationStatus

# Linguist's extractor reads literals only, so every text is spelled out in a call of its own.
_tr = QCoreApplication.translate


def unread(state: PanelState) -> bool:
    """Whether this application is not read because the person wants that."""
    return state.phase is Phase.EMPTY and bool(state.app_name) and not state.contact


def status(state: PanelState) -> str:
    """The phase in words, for the state dot."""
    match state.phase:
        case Phase.EMPTY:
            return _tr("Panel", "not read") if unread(state) else _tr("Panel", "watching")
        case Phase.THINKING:
            return _tr("Panel", "thinking")
        case Phase.STREAMING:
            return _tr("Panel", "writing")
        case Phase.DONE:
            return _tr("Panel", "ready")
        case Phase.ERROR:
            return _tr("Panel", "something went wrong")
        case Phase.OVER_BUDGET:
            return _tr("Panel", "over budget: replies come from this machine")
        case Phase.PAUSED:
            return _tr("Panel", "paused")
        case Phase.BLOCKED:
            return _tr("Panel", "can't read this window")
        case Phase.OFFLINE:
            return _tr("Panel", "offline: replies come from this machine")


def paused_until(time: str) -> str:
    """The status of a pause that ends by itself, at `time` ("14:05")."""
    return _tr("Tray", "paused until {time}").format(time=time)


def message(state: PanelState) -> tuple[str, str, str]:
    """Title, explanation and action in place of what there is nothing of; "" for none."""
    if state.phase is Phase.PAUSED:
        return (
            _tr("Panel", "Paused"),
            _tr("Panel", "Nothing is read and nothing is sent until you resume."),
            "resume",
        )
    if state.notice is not None:
        return "", "", ""
    in_sight = state.phase is not Phase.BLOCKED and bool(state.contact or state.app_name)
    if state.section == "translation" and in_sight:
        from copilot.ui import translation_words  # the tray's icon need not wait for it

        return translation_words.message(state)
    if state.section == "skills" and state.phase is not Phase.BLOCKED:
        from copilot.ui import skill_words

        return skill_words.message(state)
    if state.cards or _translates(state):
        return "", "", ""
    return (*_nothing(state), "")


def _translates(state: PanelState) -> bool:
    """Whether a translation is shown where no suggestion is to come."""
    made = state.translation
    if made.status not in (TranslationStatus.READY, TranslationStatus.HELD_BACK):
        return False
    something = bool(made.incoming) or made.outgoing is not None
    return something and state.phase in (Phase.EMPTY, Phase.DONE)


def _nothing(state: PanelState) -> tuple[str, str]:
    if state.phase is Phase.THINKING:
        return _tr("Panel", "Thinking…"), _tr("Panel", "Replies appear here word by word.")
    if state.phase is Phase.BLOCKED:
        return _tr("Panel", "Can't read this window"), _tr("Panel", "The application hides it.")
    if not state.contact and not state.app_name:
        return (
            _tr("Panel", "No chat in sight"),
            _tr("Panel", "Click into the message field of a chat, and replies appear here."),
        )
    if state.can_undo:
        return (
            _tr("Panel", "It stands in your draft"),
            _tr("Panel", "Sending stays with you."),
        )
    if state.section == "topics":
        return (
            _tr("Panel", "No topic yet"),
            _tr("Panel", "When the talk goes quiet, something to talk about appears here."),
        )
    return (
        _tr("Panel", "Nothing to suggest yet"),
        _tr("Panel", "Start typing, or wait for a message."),
    )


def blocked_title(reason: str) -> str:
    """The heading above why a window can't be read."""
    return _tr("Panel", "Can't read this window: {reason}").format(reason=reason)


_KEY_SIGNS = {"ctrl": "⌃", "control": "⌃", "alt": "⌥", "shift": "⇧", "super": "❖", "meta": "❖"}


def keys(chord: str) -> str:
    """A key combination as short as it can be: "Ctrl+Alt+1" becomes "⌃⌥1"."""
    if "+" not in chord.rstrip("+"):
        return chord
    *modifiers, key = chord.split("+")
    return "".join(_KEY_SIGNS.get(m.strip().lower(), f"{m}+") for m in modifiers) + key


def masked(state: PanelState) -> str:
    """How many private details were hidden before anything left this machine."""
    if state.masking == "off":
        return _tr("Panel", "not masked")
    if state.masked == 0:
        return _tr("Panel", "nothing to mask")
    return _tr("Panel", "%n masked", "", state.masked)


def masked_help(state: PanelState) -> str:
    """The same in whole sentences, with the level at which it was done."""
    if state.masking == "off":
        return _tr("Panel", "Nothing was hidden: your settings trust this model with everything.")
    lines = [word("masked-help")]
    if state.masking == "strict":
        lines.append(_tr("Panel", "Names, places and whole web addresses were hidden too."))
    return "\n".join(lines)


def reach(value: Reach) -> str:
    """The label of the button for whom a chat may reach."""
    match value:
        case Reach.ANYONE:
            return _tr("Panel", "Any model")
        case Reach.LOCAL:
            return _tr("Panel", "Local models only")
        case Reach.NOBODY:
            return _tr("Panel", "Never send")


def reach_help(value: Reach) -> str:
    """What that means, in a sentence."""
    match value:
        case Reach.ANYONE:
            return _tr("Panel", "The models of your settings may be asked about this chat.")
        case Reach.LOCAL:
            return _tr("Panel", "Only models that run on this machine are asked about this chat.")
        case Reach.NOBODY:
            return _tr("Panel", "No model is asked about this chat; quick replies stay.")


def rule(state: PanelState) -> str:
    """What the person allows for this chat, where it is less than usual: "never sent"."""
    if state.reach is Reach.NOBODY:
        return _tr("Panel", "never sent")
    names = {Reach.LOCAL: _tr("Panel", "local only")}
    parts = [names.get(state.reach, ""), _tr("Panel", "names hidden") if state.strict else ""]
    return " · ".join(filter(None, parts))


def rule_help(state: PanelState) -> str:
    """The same in whole sentences."""
    lines = [reach_help(state.reach)] if state.reach is not Reach.ANYONE else []
    if state.strict:
        lines.append(word("strict-help"))
    return "\n".join(lines)


def whose_rules(state: PanelState) -> str:
    """For what the buttons below hold: the chat, or the application where no chat is told apart."""
    if "chat" in state.badge:
        return _tr("Panel", "This chat")
    return _tr("Panel", "All chats of {app}").format(app=state.app_name)


def deny_app(app_name: str) -> str:
    """The label of the button that has an application never read again."""
    if not app_name:
        return _tr("Panel", "Don't read this application")
    return _tr("Panel", "Don't read {app}").format(app=app_name)


def pause_app(app_name: str) -> str:
    """The label of what has an application rest until it is resumed."""
    if not app_name:
        return _tr("Tray", "Pause in this application")
    return _tr("Tray", "Pause in {app}").format(app=app_name)


def resume_app(app_name: str) -> str:
    """The label of what ends that rest."""
    return _tr("Tray", "Resume in {app}").format(app=app_name)


def newer_version(version: str) -> str:
    """The title of the news that there is a release."""
    return _tr("Tray", "Chat Copilot {version} is there").format(version=version)


def of_translation(state: PanelState) -> PanelState:
    """The state with what the foot says of the latest translation instead of the suggestions."""
    made = state.translation
    return replace(
        state,
        phase=Phase.OVER_BUDGET if state.phase is Phase.OVER_BUDGET else Phase.DONE,
        model=made.model,
        cost=made.cost,
        masked=made.masked,
        masking=state.masking or "standard",
        tokens=0,
        expected="",
    )


def cost(state: PanelState) -> str:
    """What the answer cost, as "¥0.0006 · 412 tok"; "" if there was none.

    Without an answer yet, about the most that it will cost: "≤ ¥0.002".
    """
    if state.phase is Phase.OVER_BUDGET:
        return _tr("Panel", "over budget")
    if not state.tokens and state.cost:
        return _money(state.cost)
    if not state.tokens:
        waiting = state.phase in (Phase.THINKING, Phase.STREAMING) and _is_money(state.expected)
        return f"≤ {state.expected.removeprefix('~')}" if waiting else ""
    tokens = _tr("Panel", "%n tok", "", state.tokens)
    if state.tokens_estimated:
        tokens = f"~{tokens}"
    return f"{_money(state.cost)} · {tokens}" if state.cost else tokens


def cost_help(state: PanelState) -> str:
    """The same in whole sentences, and what asking costs."""
    lines: list[str] = []
    if state.phase is Phase.OVER_BUDGET:
        lines.append(_tr("Panel", "Your budget is used up; no model is asked until it is renewed."))
    if state.tokens:
        if state.cost == "free":
            lines.append(_tr("Panel", "This answer cost nothing: its model runs on this machine."))
        elif state.cost:
            lines.append(_tr("Panel", "This answer cost {cost}.").format(cost=state.cost))
        else:
            lines.append(_tr("Panel", "The price of this model is not known."))
        if state.tokens_estimated:
            lines.append(_tr("Panel", "Estimated: the provider did not tell its own numbers."))
    if asking := asking_cost(state):
        lines.append(asking)
    return "\n".join(lines)


def asking_cost(state: PanelState) -> str:
    """What asking now would cost, in a sentence; "" where it is not known."""
    if state.expected == "free":
        return _tr("Panel", "Asking costs nothing.")
    if not state.expected:
        return ""
    most = state.expected.removeprefix("~")
    return _tr("Panel", "Asking costs at most about {cost}.").format(cost=most)


def _money(text: str) -> str:
    return _tr("Panel", "free") if text == "free" else text


def _is_money(text: str) -> bool:
    return text not in ("", "free")


def badge(parts: tuple[str, ...]) -> str:
    """How this chat is read and written: "draft ✓ chat ✓ paste"."""
    names = {
        "draft": _tr("Panel", "draft ✓"),
        "chat": _tr("Panel", "chat ✓"),
        "screen": _tr("Panel", "read from screen"),
        "accessibility": _tr("Panel", "direct"),
        "paste": _tr("Panel", "paste"),
        "keys": _tr("Panel", "keys"),
        "copy": _tr("Panel", "copied"),
    }
    return " ".join(names.get(part, part) for part in parts)


def badge_help(parts: tuple[str, ...]) -> str:
    """The badge in whole sentences."""
    sentences = {
        "draft": _tr("Panel", "Your draft is read."),
        "chat": _tr("Panel", "The conversation is read."),
        "screen": _tr("Panel", "The window is read from the screen."),
        "accessibility": _tr("Panel", "Text is put into the draft directly."),
        "paste": _tr("Panel", "Text is pasted; your clipboard is given back."),
        "keys": _tr("Panel", "Text is typed key by key."),
        "copy": _tr("Panel", "Text is only copied, as you chose for this application."),
    }
    return "\n".join(sentences[part] for part in parts if part in sentences)


def action(name: str) -> str:
    """The label of a notice's button."""
    match name:
        case "refresh":
            return _tr("Panel", "Try again")
        case "copy":
            return _tr("Panel", "Copy it instead")
        case "undo":
            return _tr("Panel", "Undo")
        case "resume":
            return _tr("Panel", "Resume")
        case "enable-accessibility":
            return _tr("Panel", "Switch accessibility on")
        case "restart-with-accessibility":
            return _tr("Panel", "Restart it so that it can be read")
        case "open-settings":
            return _tr("Panel", "Open settings")
        case "open-settings-file":
            return _tr("Panel", "Open the settings file")
        case "open-keychain":
            return _tr("Panel", "Open the keychain")
        case "translate-now":
            return _tr("Panel", "Translate now")
        case "copy-translation":
            return _tr("Panel", "Copy it instead")
        case "recover-history":
            return _tr("Panel", "Enter the recovery phrase")
        case _:
            return name.replace("-", " ").capitalize()


def word(name: str) -> str:
    """Labels of buttons and menu entries, by a short name."""
    words = {
        "replies": _tr("Panel", "Replies"),
        "topics": _tr("Panel", "Topics"),
        "translation": _tr("Panel", "Translation"),
        "skills": _tr("Panel", "Skills"),
        "refresh": _tr("Panel", "Ask again"),
        "dismiss": _tr("Panel", "Hide until the next message"),
        "pin": _tr("Panel", "Keep open"),
        "pin-help": _tr("Panel", "The panel stays where it is, whatever window you go to."),
        "drag-help": _tr("Panel", "Drag to move; double-click to go back beside the text."),
        "follow": _tr("Panel", "Back beside the text"),
        "follow-help": _tr("Panel", "Forgets the place that you gave the panel in this app."),
        "more": _tr("Panel", "More"),
        "pause": _tr("Panel", "Pause"),
        "settings": _tr("Panel", "Settings"),
        "hide": _tr("Panel", "Hide"),
        "undo": _tr("Panel", "Undo"),
        "undo-help": _tr("Panel", "Put the draft back as it was"),
        "copy": _tr("Panel", "Copy"),
        "copied": _tr("Panel", "Copied"),
        "panel": _tr("Panel", "Chat Copilot"),
        "suggestions": _tr("Panel", "Suggestions"),
        "masked-help": _tr(
            "Panel",
            "Private details replaced by placeholders before anything was sent.\n"
            "Click to see what was sent.",
        ),
        "strict": _tr("Panel", "Hide names too"),
        "strict-help": _tr("Panel", "Names and places of this chat are hidden from models, too."),
        "deny-help": _tr("Panel", "Nothing of it is read again, until you change the settings."),
        "tray-open": _tr("Tray", "Open"),
        "tray-pause": _tr("Tray", "Pause"),
        "tray-pause-hour": _tr("Tray", "Pause for an hour"),
        "tray-pause-day": _tr("Tray", "Pause until tomorrow"),
        "tray-resume": _tr("Tray", "Resume"),
        "tray-translate": _tr("Tray", "Translate a text…"),
        "tray-practice": _tr("Tray", "Practice chat"),
        "tray-history": _tr("Tray", "History"),
        "tray-sent": _tr("Tray", "What was sent"),
        "tray-settings": _tr("Tray", "Settings"),
        "tray-doctor": _tr("Tray", "Doctor"),
        "tray-about": _tr("Tray", "About"),
        "tray-quit": _tr("Tray", "Quit"),
    }
    return words[name]
