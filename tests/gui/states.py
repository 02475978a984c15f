"""States of the panel as tests and the gallery show them: every phase, several scripts."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.model import Notice, PanelState, Phase, Reach, Source, Stance
from tests.gui.state_parts import KEYS as KEYS
from tests.gui.state_parts import card as card
from tests.gui.state_parts import chat as chat
from tests.gui.state_parts import translation as translation
from tests.gui.states_skills import SKILLS
from tests.gui.states_translation import DRAFTING as DRAFTING
from tests.gui.states_translation import HEARD as HEARD
from tests.gui.states_translation import LONG_LINE as LONG_LINE
from tests.gui.states_translation import RAIN as RAIN
from tests.gui.states_translation import READ_IN_ARABIC as READ_IN_ARABIC
from tests.gui.states_translation import TALK as TALK
from tests.gui.states_translation import TRANSLATIONS
from tests.gui.states_translation import ZH_EN as ZH_EN

CHINESE = replace(
    chat(
        "李华",
        "Gajim",
        card(0, "没问题，我六点四十到，顺便把伞带上。"),
        card(1, "雨太大的话，要不要改到明天中午？", Stance.DELAY),
        card(2, "你那边地铁口还是商场门口等", Stance.ASK, streaming=True),
        phase=Phase.STREAMING,
    ),
    badge=("draft", "chat", "paste"),
)
THINKING = replace(
    chat(
        "Anna",
        "Telegram",
        card(0, "Congratulations!! When do you start? 🎉", Stance.ASK, Source.INSTANT),
        card(1, "", streaming=True),
        card(2, "", streaming=True),
        phase=Phase.THINKING,
    ),
    badge=("screen",),
    masked=0,
    tokens=0,
    cost="",
    model="deepseek-chat",
)
LONG = replace(
    chat(
        "Dr. Maximiliane von Hohenstein-Österreich, Büro für Angelegenheiten",
        "A very long application name indeed",
        card(
            0,
            "Thanks for the long explanation! I read all of it twice and I think you are right "
            "about the schedule, but before I say yes I would like to know what happens with the "
            "two weeks in March, because Tom is away then and nobody else knows how the import "
            "works, and I would rather not promise something that we can't keep in the end.",
            Stance.ASK,
        ),
        card(1, "https://example.org/" + "averylongpathwithoutanybreak" * 4),
        card(2, "First line\nSecond line\n\nFourth line", Stance.DELAY),
    ),
    tokens=18250,
    tokens_estimated=True,
    cost="~¥0.027",
    model="anthropic/claude-something-with-a-long-name",
)
ARABIC = chat(
    "ليلى",
    "Dino",
    card(0, "نعم بالطبع، سأكون هناك في الساعة السابعة 🙂"),
    card(
        1,
        "آسف، لا أستطيع اليوم. هل يناسبك يوم الأحد بعد الظهر؟ يمكننا أن نلتقي عند محطة المترو.",
        Stance.DECLINE,
    ),
    card(2, "أين نلتقي؟ عند مقهى Central", Stance.ASK, streaming=True),
    phase=Phase.STREAMING,
)
JAPANESE = chat(
    "桜", "Psi+", card(0, "了解です！駅の改札前で直接待ち合わせしましょう😊"), card(1, "いいよ！")
)
WRITTEN = replace(chat("李华", "Gajim", card(0, "没问题，我六点四十到。")), can_undo=True)
TOPICS = replace(
    chat(
        "Anna",
        "Pidgin",
        card(0, "How did the climbing course go that you wanted to try?", Stance.TOPIC),
        card(1, "Any plans for the long weekend?", Stance.TOPIC, Source.INSTANT),
    ),
    section="topics",
)
UNREACHABLE = replace(
    chat("Anna", "Pidgin", card(0, "Sure, see you at seven!", source=Source.INSTANT)),
    phase=Phase.ERROR,
    masked=0,
    tokens=0,
    notice=Notice(
        "deepseek can't be reached: the connection was refused.",
        "Look at your network connection and at base_url in settings.toml.",
        "refresh",
        retryable=True,
    ),
)
OVER_BUDGET = replace(
    chat("Anna", "Pidgin", card(0, "Sure, see you at seven!", source=Source.INSTANT)),
    phase=Phase.OVER_BUDGET,
    masked=0,
    tokens=0,
    cost="",
    notice=Notice(
        "Today's budget for models is used up.",
        "Replies come from this machine until tomorrow, or raise the limit in settings.",
        "open-settings",
    ),
)
REFUSED = replace(
    chat("Anna", "Pidgin", card(0, "Sure, see you at seven!")),
    phase=Phase.ERROR,
    notice=Notice(
        "This text was made for another conversation.",
        "Go back to it, or copy the text instead.",
        "copy",
    ),
)
BLOCKED = PanelState(
    phase=Phase.BLOCKED,
    visible=True,
    app_name="Chromium",
    notice=Notice(
        "Chromium does not show its pages to assistive programs.",
        "It has to be started with --force-renderer-accessibility (for good, on Debian: "
        'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --force-renderer-accessibility" '
        "in a file in /etc/chromium.d/). "
        "Restarting it now closes it first: send or save what you have typed.",
        "restart-with-accessibility",
    ),
)

LOCAL = replace(WRITTEN, can_undo=False, model="qwen3-4b", cost="free", expected="free")


STATES: dict[str, PanelState] = {
    **TRANSLATIONS,
    "chinese": CHINESE,
    "thinking": THINKING,
    "long": LONG,
    "arabic": ARABIC,
    "japanese": JAPANESE,
    "marked-second": replace(CHINESE, marked=1, phase=Phase.DONE),
    "written": WRITTEN,
    "topics": TOPICS,
    "empty": chat("Anna", "Pidgin", phase=Phase.EMPTY),
    "no-topic": replace(chat("Anna", "Pidgin", phase=Phase.EMPTY), section="topics"),
    "no-chat": PanelState(visible=True),
    "thinking-bare": chat("Anna", "Pidgin", phase=Phase.THINKING),
    "unreachable": UNREACHABLE,
    "over-budget": OVER_BUDGET,
    "local": LOCAL,
    "never-sent": replace(
        WRITTEN, can_undo=False, reach=Reach.NOBODY, model="", tokens=0, masked=0
    ),
    "local-only": replace(LOCAL, reach=Reach.LOCAL, strict=True, masking="strict"),
    "local-unmasked": replace(LOCAL, masking="off", masked=0),
    "denied": PanelState(
        visible=True,
        app_name="KeePassXC",
        notice=Notice(
            "Password managers are never read.",
            'To have it read all the same, add "keepassxc" to reading.lift in the settings.',
            "open-settings",
            calm=True,
        ),
    ),
    "refused": REFUSED,
    **SKILLS,
    "paused": PanelState(phase=Phase.PAUSED, visible=True),
    "blocked": BLOCKED,
}
