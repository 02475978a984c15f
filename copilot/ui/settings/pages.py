"""The pages that are mostly fields: replies, hotkeys, privacy, system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QScrollArea, QWidget

from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui.messages import said
from copilot.ui.settings import controls
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate


def replies(desk: Desk, _services: Services) -> QScrollArea:
    """Quick replies, and how long answers may be."""
    return kit.page(
        kit.heading(_tr("Settings", "Replies")),
        kit.card(
            kit.setting(
                _tr("Settings", "Quick replies"),
                controls.switch(desk, "quick_replies.enabled"),
                _tr("Settings", "At once and offline, before any model answers."),
            ),
            kit.setting(
                _tr("Settings", "Understand more of them"),
                controls.switch(desk, "quick_replies.embeddings"),
                _tr("Settings", "Compares meanings instead of letters; takes about 45 MB."),
            ),
        ),
        kit.card(
            kit.setting(
                _tr("Settings", "Longest question"),
                controls.number(desk, "budget.max_prompt_tokens", 200_000, step=100),
                _tr("Settings", "In tokens. More of the talk is understood, and costs more."),
            ),
            kit.setting(
                _tr("Settings", "Longest answer"),
                controls.number(desk, "budget.max_answer_tokens", 16_000, step=20),
                _tr("Settings", "In tokens."),
            ),
        ),
    )


def _hotkey_words() -> dict[str, str]:
    return {
        "choose1": _tr("Settings", "Take the first reply"),
        "choose2": _tr("Settings", "Take the second reply"),
        "choose3": _tr("Settings", "Take the third reply"),
        "choose4": _tr("Settings", "Run the fourth skill"),
        "refresh": _tr("Settings", "Ask again"),
        "topics": _tr("Settings", "Show topics"),
        "skills": _tr("Settings", "Show skills"),
        "mark-next": _tr("Settings", "Mark the next reply"),
        "edit": _tr("Settings", "Edit the marked reply first"),
        "wish": _tr("Settings", "Ask for other replies in your words"),
        "translate": _tr("Settings", "Translate the draft, and back"),
        "translate-selection": _tr("Settings", "Translate the selected text"),
        "translation": _tr("Settings", "Show translations"),
        "dismiss": _tr("Settings", "Hide the panel"),
        "pin": _tr("Settings", "Keep the panel open"),
        "move-panel": _tr("Settings", "Move the panel to the next corner"),
        "undo": _tr("Settings", "Undo the last insertion"),
        "open": _tr("Settings", "Open the panel"),
    }


def hotkeys(desk: Desk, services: Services) -> QScrollArea:
    """The global key combinations, recorded by pressing them."""
    lines: list[QWidget] = []
    for action, words in _hotkey_words().items():
        try:
            desk.configuring.value(f"hotkeys.{action}")
        except KeyError:
            continue
        control = controls.chord(desk, f"hotkeys.{action}")
        control.recording.connect(services.recording)
        line = kit.setting(words, control)
        problem = kit.text("")
        problem.setProperty("alarm", True)
        lines += [line, problem]
        desk.renew_with(_problem_shown(problem, action, services))
    return kit.page(
        kit.heading(_tr("Settings", "Hotkeys")),
        kit.text(
            _tr(
                "Settings",
                "They work in every application. Click one and press the keys that you want.",
            ),
            muted=True,
        ),
        kit.card(*lines),
    )


def _problem_shown(label: QLabel, action: str, services: Services) -> Callable[[], None]:
    def show() -> None:
        problem = said(services.hotkey_problems().get(action, ""))
        label.setText(problem)
        label.setVisible(bool(problem))

    return show


def privacy(desk: Desk, services: Services) -> QScrollArea:
    """What is masked, what is kept, and how to be rid of it."""
    words = controls.lines(desk, "masking.words", _tr("Settings", "One in a line"))
    words.setAccessibleName(_tr("Settings", "Words that are always hidden"))
    days = controls.number(
        desk, "history.days", 36_500, special=_tr("Settings", "for ever"), step=30
    )
    phrase = kit.text("", selectable=True)
    phrase.setAccessibleDescription(_tr("Settings", "Recovery phrase"))
    phrase.hide()

    async def show_phrase() -> None:
        phrase.setText(await services.new_phrase())
        phrase.show()

    rules = kit.text("", muted=True)
    clear = kit.button(
        _tr("Settings", "Clear them"), lambda: desk.run(services.clear_rules(), "rules"), link=True
    )

    def count_rules() -> None:
        number = services.rules()
        rules.setText(_tr("Settings", "%n chats have a rule of their own.", "", number))
        clear.setVisible(number > 0)

    desk.renew_with(count_rules)
    return kit.page(
        kit.heading(_tr("Settings", "Privacy")),
        kit.heading(_tr("Settings", "What leaves this machine"), 2),
        kit.card(
            kit.setting(
                _tr("Settings", "Hide"),
                controls.choice(
                    desk,
                    "masking.level",
                    {
                        "off": _tr("Settings", "nothing"),
                        "standard": _tr("Settings", "numbers, addresses, keys"),
                        "strict": _tr("Settings", "names and places as well"),
                    },
                ),
                _tr(
                    "Settings",
                    "From models elsewhere. Models of this machine see everything, unless you say "
                    "otherwise.",
                ),
            ),
            kit.text(_tr("Settings", "Words that are always hidden")),
            words,
            kit.Beside(kit.button(_tr("Settings", "Look at what was sent…"), services.show_sent)),
        ),
        kit.card(_line(rules, clear)),
        kit.heading(_tr("Settings", "What is kept here"), 2),
        kit.card(
            kit.setting(
                _tr("Settings", "Keep a history"),
                controls.switch(desk, "history.enabled"),
                _tr("Settings", "Encrypted; its key lies in your keychain."),
            ),
            kit.setting(_tr("Settings", "Forget after days"), days),
            kit.Beside(
                kit.button(_tr("Settings", "Open the history…"), services.show_history),
                kit.button(
                    _tr("Settings", "New recovery phrase"),
                    lambda: desk.run(show_phrase(), "phrase"),
                ),
                kit.button(_tr("Settings", "Forget everything…"), lambda: _forget(desk, services)),
            ),
            phrase,
        ),
    )


def _forget(desk: Desk, services: Services) -> None:
    question = QMessageBox(
        QMessageBox.Icon.Warning,
        _tr("Settings", "Forget everything"),
        _tr("Settings", "Shall all that is kept of your chats be forgotten?"),
    )
    question.setInformativeText(
        _tr("Settings", "Messages, suggestions, translations and contacts. There is no way back.")
    )
    yes = question.addButton(
        _tr("Settings", "Forget everything"), QMessageBox.ButtonRole.DestructiveRole
    )
    question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
    question.exec()
    if question.clickedButton() is yes:
        desk.run(services.forget_everything(), "forget")


def _line(words: QWidget, button: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(words, 1)
    layout.addWidget(button)
    return line


def system(desk: Desk, services: Services) -> QScrollArea:
    """Start at log-in, the proxy, and the ways out of this window."""
    parts: list[QWidget] = [kit.heading(_tr("Settings", "System"))]
    if services.autostart() is not None:
        start = kit.Switch()

        async def switch() -> None:
            try:
                await services.switch_autostart(start.isChecked())
            except CopilotError as error:
                start.setChecked(bool(services.autostart()))
                desk.tell(error)

        start.setChecked(bool(services.autostart()))
        start.clicked.connect(lambda: desk.run(switch(), "autostart"))
        parts.append(kit.card(kit.setting(_tr("Settings", "Start when I log in"), start)))
    unknown = kit.text("", selectable=True)

    def show_warnings() -> None:
        lines = [said(one) for one in desk.configuring.warnings]
        if lines:
            lines.insert(0, _tr("Settings", "Some of it is not understood, and left as it is:"))
        unknown.setText("\n".join(lines))
        unknown.setVisible(bool(lines))

    desk.renew_with(show_warnings)
    parts += [
        kit.card(
            kit.setting(
                _tr("Settings", "Proxy"),
                controls.line(desk, "network.proxy", _tr("Settings", "as the system")),
                _tr("Settings", "An address such as socks5://127.0.0.1:1080, or “none”."),
            )
        ),
        kit.card(
            kit.text(
                _tr("Settings", "All of this stands in a file, which you may edit by hand:"),
                muted=True,
            ),
            kit.text(desk.configuring.file, selectable=True),
            unknown,
            kit.Beside(
                kit.button(_tr("Settings", "Open the file"), services.open_file),
                kit.button(_tr("Settings", "Check this machine"), services.doctor),
                kit.button(_tr("Settings", "First steps again"), services.welcome),
            ),
        ),
    ]
    return kit.page(*parts)


Page = Callable[[Desk, Services], QScrollArea]
