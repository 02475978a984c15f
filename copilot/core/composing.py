"""What the panel shows, composed of what is seen, thought and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copilot.core import unseen
from copilot.core.asking import Question
from copilot.core.attention import Attention
from copilot.core.cast import Cast
from copilot.core.errors import CopilotError, OverBudget, ProviderUnreachable
from copilot.core.model import (
    Blocked,
    Card,
    ChatView,
    Notice,
    PanelState,
    Phase,
    Reach,
    Sight,
)
from copilot.core.parts import Parts
from copilot.core.thinking import Thinking

_ABOUT = 300
"""Characters of the text that suggestions are about."""
_LOOKED_AT = 2000


def without_chat(sight: Sight, notice: Notice | None, *, opened: bool) -> PanelState:
    """The panel while no chat has the keyboard."""
    if isinstance(sight, Blocked) and sight.chosen:
        action = sight.remedy or "open-settings"
        told = Notice(sight.reason, sight.hint, action, calm=True)
        return PanelState(Phase.EMPTY, opened, sight.app_name, notice=notice or told)
    if isinstance(sight, Blocked):
        told = Notice(sight.reason, sight.hint, sight.remedy)
        return PanelState(Phase.BLOCKED, opened, sight.app_name, notice=told)
    return PanelState(Phase.EMPTY, opened, notice=notice)


def with_chat(view: ChatView, cast: Cast, parts: Parts, hotkeys: Sequence[str]) -> PanelState:
    """The panel beside a chat; `hotkeys` are the labels of the first cards' combinations.

    What the model's provider has to say stands behind what the session has to say itself.
    """
    thinking, attention, notice = cast.thinking, cast.attention, cast.notices.current
    keys = [card.key for card in thinking.cards]
    answer = thinking.answer
    rule = parts.rules.of(view.identity)
    return PanelState(
        phase=_phase(thinking, notice),
        visible=attention.opened or (_has_news(view, cast) and not attention.is_hidden(view)),
        app_name=view.app_name,
        contact=unseen.visible(view.conversation.contact),
        badge=(*sorted(view.reads, reverse=True), *([view.writes] if view.writes else [])),
        section=attention.section,
        cards=_with_hotkeys(thinking.cards, hotkeys),
        marked=keys.index(attention.marked) if attention.marked in keys else 0,
        notice=notice or _told(thinking.error),
        can_undo=cast.writing.holds(view),
        reach=rule.reach,
        strict=rule.masking == "strict",
        masked=answer.masked,
        masking=answer.masking,
        model=answer.model,
        tokens=answer.tokens,
        tokens_estimated=answer.estimated,
        cost=answer.cost,
        expected=answer.expected,
        has_model=has_model(view, attention, parts),
        wish=attention.wish,
        about=_about(thinking.question),
        editing=cast.editing.key,
        typing=cast.typist.typing,
        skills=cast.skills.choices(view),
        answer=cast.skills.answer,
        translation=cast.translating.state,
        composing=view.composing,
        anchor=view.caret,
        draft_area=view.draft_area,
        window_area=view.window_area,
    )


def has_model(view: ChatView, attention: Attention, parts: Parts) -> bool:
    """Whether suggestions of the open section can be asked for about this chat."""
    if parts.asker is None or parts.rules.of(view.identity).reach is Reach.NOBODY:
        return False
    return parts.asker.may_ask(view.identity, attention.section)


def _has_news(view: ChatView, cast: Cast) -> bool:
    """Whether there is something that the person did not ask for and will want to see."""
    return (
        bool(cast.thinking.cards)
        or cast.notices.current is not None
        or cast.troubles.are_news(cast.thinking)
        or cast.writing.holds(view)
        or cast.translating.has_news(view)
    )


def _about(question: Question | None) -> str:
    """What the suggestions answer or finish, as far as it can be seen; "" for topics."""
    if question is None or question.section != "replies":
        return ""
    said = question.conversation.messages
    text = question.draft.text or (said[-1].text if said else "")
    # What is not seen is taken out first: else a text could be made of nothing but that.
    return unseen.visible(text[:_LOOKED_AT]).strip()[:_ABOUT]


def _told(error: CopilotError | None) -> Notice | None:
    if error is None:
        return None
    action = "open-settings" if isinstance(error, OverBudget) else "refresh"
    return Notice(error.title, error.hint, action, error.retryable, calm=_is_offline(error))


def _phase(thinking: Thinking, notice: Notice | None) -> Phase:
    if thinking.busy:
        return Phase.STREAMING if thinking.answer.drafted else Phase.THINKING
    if notice is None and isinstance(thinking.error, OverBudget):
        return Phase.OVER_BUDGET
    if notice is None and _is_offline(thinking.error):
        return Phase.OFFLINE
    if thinking.error is not None if notice is None else not notice.calm:
        return Phase.ERROR
    return Phase.DONE if thinking.cards else Phase.EMPTY


def _is_offline(error: CopilotError | None) -> bool:
    return isinstance(error, ProviderUnreachable) and error.offline


def _with_hotkeys(cards: tuple[Card, ...], labels: Sequence[str]) -> tuple[Card, ...]:
    return tuple(
        replace(card, hotkey=labels[i]) if i < len(labels) else card for i, card in enumerate(cards)
    )
