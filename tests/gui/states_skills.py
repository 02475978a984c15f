"""States of the panel with wishes, editing and skills in them, as tests and the gallery show."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.intents import OWN_WORDS
from copilot.core.model import Notice, PanelState, Phase, SkillAnswer, SkillChoice, Source, Stance
from tests.gui.state_parts import card, chat

CHOICES = (
    SkillChoice("explain", "Explain", "What they mean.", "conversation"),
    SkillChoice("summary", "Summary", "What was agreed.", "conversation"),
    SkillChoice("proofread", "Proofread", "The draft without its mistakes.", "draft", ready=False),
    SkillChoice("advice", "Advice", "Two or three ways to go on.", "conversation"),
    SkillChoice(
        "haiku",
        "As a haiku",
        "Says my draft in seventeen syllables, with a season in it and without any rhyme at all.",
        "draft",
        ready=False,
    ),
)
SKILL_LIST = replace(
    chat("Anna", "Gajim"),
    section="skills",
    has_model=True,
    skills=CHOICES,
)
ANSWER = SkillAnswer(
    "explain",
    "Explain",
    """They are **happy for you**, and they ask when you begin, because they want to *celebrate \
before that*.

| they write | which means |
|---|---|
| `ttyl` | talk to you later |
| 加油 | keep going! |

- “no worries” is said where nothing has to be forgiven
- the [place they name](https://example.org/cafe) opens at six
""",
    model="qwen-plus",
    masked=2,
    cost="¥0.0011",
)
ANSWERED = replace(SKILL_LIST, answer=ANSWER)
ANSWERING = replace(
    ANSWERED,
    answer=replace(
        ANSWER, text="They are **happy for you**, and they ask", streaming=True, cost="", masked=0
    ),
)
LONG_ANSWER = replace(
    ANSWERED,
    answer=replace(
        ANSWER,
        name="summary",
        title="Summary",
        text="\n\n".join(
            f"{n}. 周五晚上七点在老地方见，记得带身份证。Anna brings the tickets, Tom drives."
            for n in range(1, 18)
        ),
    ),
)
PROOFREAD = replace(
    SKILL_LIST,
    answer=SkillAnswer(
        "proofread",
        "Proofread",
        "I would love to come, but I'm not sure yet. I'll let you know!",
        insertable=True,
        model="qwen-plus",
        cost="free",
    ),
)
FAILED = replace(
    SKILL_LIST,
    answer=SkillAnswer(
        "advice",
        "Advice",
        "Say first what you want",
        trouble="deepseek can't be reached: the connection was refused.\n"
        "Look at your network connection and at base_url in settings.toml.",
    ),
)
WISHED = replace(
    chat(
        "Anna",
        "Telegram",
        card(0, "Congrats! When do you start? 🎉", Stance.ASK),
        card(1, "So happy for you!"),
        card(2, "Drinks on Friday?", Stance.ASK),
    ),
    wish="kinder",
    about="I got the job!!",
)
OFFLINE = replace(
    chat("Anna", "Pidgin", card(0, "Sure, see you at seven!", source=Source.INSTANT)),
    phase=Phase.OFFLINE,
    masked=0,
    tokens=0,
    cost="",
    model="",
    notice=Notice(
        "deepseek can't be found: its host name is unknown.",
        "Look at your network connection and at base_url in settings.toml.",
        "refresh",
        retryable=True,
        calm=True,
    ),
)
PAUSED_APP = PanelState(
    visible=True,
    app_name="Telegram",
    notice=Notice("Paused for this application.", "Nothing in it is read.", "resume", calm=True),
)
SKILLS: dict[str, PanelState] = {
    "wished": WISHED,
    "own-wish": replace(WISHED, wish="less eager, with a joke about the weather"),
    "editing": replace(WISHED, wish="", editing="c0"),
    "wishing": replace(WISHED, wish="", editing=OWN_WORDS),
    "skills": SKILL_LIST,
    "skills-no-model": replace(SKILL_LIST, skills=(), has_model=False),
    "answering": ANSWERING,
    "answer-awaited": replace(ANSWERED, answer=SkillAnswer("advice", "Advice", streaming=True)),
    "answer": ANSWERED,
    "answer-long": LONG_ANSWER,
    "answer-insertable": PROOFREAD,
    "answer-failed": FAILED,
    "offline": OFFLINE,
    "paused-app": PAUSED_APP,
}
