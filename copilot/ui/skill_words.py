"""Every text of the panel's skills: what each does, what it lacks, what its answer is made of."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from copilot.core.model import PanelState, Phase, SkillAnswer, SkillChoice
from copilot.ui.messages import said

_tr = QCoreApplication.translate


def title(name: str, written: str) -> str:
    """What a skill is called; one of the person's own as its file has it `written`."""
    match name:
        case "explain":
            return _tr("Skills", "Explain")
        case "summary":
            return _tr("Skills", "Summary")
        case "proofread":
            return _tr("Skills", "Proofread")
        case "advice":
            return _tr("Skills", "Advice")
        case _:
            return written or name


def description(choice: SkillChoice) -> str:
    """What it does, in a sentence."""
    match choice.name:
        case "explain":
            return _tr(
                "Skills",
                "What they mean: what stands between the lines, idioms, what they want of you.",
            )
        case "summary":
            return _tr("Skills", "What you have agreed on in this talk, and what is still open.")
        case "proofread":
            return _tr("Skills", "Your draft without its mistakes, still in your voice.")
        case "advice":
            return _tr("Skills", "Two or three ways to go on, with what speaks for each.")
        case _:
            return choice.description


def lacks(choice: SkillChoice) -> str:
    """Why it can't be run now, "" if it can."""
    if choice.ready:
        return ""
    if choice.needs == "draft":
        return _tr("Skills", "Needs a draft: type something first.")
    return _tr("Skills", "Needs a conversation: nothing of it can be seen here.")


def run_help(chord: str) -> str:
    """What a click does, and the keys that do the same."""
    if not chord:
        return _tr("Skills", "Click to run it")
    return _tr("Skills", "Click or press {keys} to run it").format(keys=chord)


def trouble(answer: SkillAnswer) -> str:
    """Why there is no answer, or no more of it: the sentence, and the next step below it."""
    return "\n".join(said(line) for line in answer.trouble.split("\n") if line)


def status(answer: SkillAnswer) -> str:
    """What happens to the answer now, for everybody who does not see it grow."""
    if answer.streaming:
        return _tr("Skills", "writing…") if answer.text else _tr("Skills", "thinking…")
    return ""


def message(state: PanelState) -> tuple[str, str, str]:
    """Title, explanation and action where there is no skill to run."""
    if state.skills or state.answer is not None:
        return "", "", ""
    if not state.contact and not state.app_name:
        return (
            _tr("Panel", "No chat in sight"),
            _tr("Panel", "Click into the message field of a chat, and replies appear here."),
            "",
        )
    return (
        _tr("Skills", "Skills need a model"),
        _tr("Skills", "Choose one in the settings; one on this machine will do."),
        "open-settings",
    )


def of_answer(state: PanelState) -> PanelState:
    """The state with what the foot says of a skill's answer instead of the suggestions."""
    answer = state.answer or SkillAnswer("", "")
    over = state.phase is Phase.OVER_BUDGET
    return replace(
        state,
        phase=Phase.OVER_BUDGET if over and not answer.model else Phase.DONE,
        model=answer.model,
        cost=answer.cost,
        masked=answer.masked,
        masking=(state.masking or "standard") if answer.model else "",
        tokens=0,
        expected="",
    )


def of_running(state: PanelState) -> PanelState:
    """The state with the phase of a skill that runs, where its answer is what is seen."""
    answer = state.answer
    if state.section != "skills" or answer is None or not answer.streaming:
        return state
    return replace(state, phase=Phase.STREAMING if answer.text else Phase.THINKING)


def link(address: str) -> str:
    """The question before a link is opened."""
    return _tr("Skills", "Open this link in your browser?\n{address}").format(address=address)


def word(name: str) -> str:
    """Labels of buttons, by a short name."""
    words = {
        "list": _tr("Skills", "Skills"),
        "answer": _tr("Skills", "Answer"),
        "back": _tr("Skills", "Back to all skills"),
        "insert": _tr("Skills", "Put into draft"),
        "insert-help": _tr("Skills", "It takes the draft's place; sending stays with you"),
        "copy": _tr("Skills", "Copy"),
        "close": _tr("Skills", "Close"),
        "window": _tr("Skills", "Read it in a window"),
        "again": _tr("Skills", "Run again"),
        "stop": _tr("Skills", "Stop"),
        "open-link": _tr("Skills", "Open"),
        "leave-link": _tr("Skills", "Don't open"),
    }
    return words[name]
