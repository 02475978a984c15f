"""States of the panel as tests and the gallery show them: every phase, several scripts."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.languages import LANGUAGES, direction_of
from copilot.core.model import Card, Notice, PanelState, Phase, Reach, Source, Stance
from copilot.core.translation_state import (
    Flag,
    IncomingTranslation,
    OutgoingTranslation,
    Pair,
    TranslationState,
    TranslationStatus,
    Variant,
)

KEYS = ("Ctrl+Alt+1", "Ctrl+Alt+2", "Ctrl+Alt+3")


def card(
    n: int,
    text: str,
    stance: Stance = Stance.AGREE,
    source: Source = Source.MODEL,
    *,
    streaming: bool = False,
) -> Card:
    """The nth card, from 0."""
    return Card(f"c{n}", text, stance, source, streaming, KEYS[n])


def chat(contact: str, app: str, *cards: Card, phase: Phase = Phase.DONE) -> PanelState:
    """A chat with suggestions of a model."""
    return PanelState(
        phase=phase,
        visible=True,
        app_name=app,
        contact=contact,
        badge=("draft", "chat", "accessibility"),
        cards=cards,
        model="qwen-plus" if cards else "",
        tokens=412 if cards else 0,
        cost="¥0.0006" if cards else "",
        expected="~¥0.0017" if cards else "",
        masked=2 if cards else 0,
    )


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
        "The model's address can't be reached.",
        "Check the network, or the address in settings. Quick replies go on without it.",
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
    notice=Notice("Nothing was written: the chat has changed.", "", "copy"),
)
BLOCKED = PanelState(
    phase=Phase.BLOCKED,
    visible=True,
    app_name="Chromium",
    notice=Notice(
        "Chromium was started without accessibility",
        "Restart it once with the switch; your tabs come back.",
        "restart-with-accessibility",
    ),
)

LOCAL = replace(WRITTEN, can_undo=False, model="qwen3-4b", cost="free", expected="free")


def heard(
    n: int,
    sender: str,
    original: str,
    text: str,
    pair: Pair,
    *,
    streaming: bool = False,
    remembered: bool = False,
    original_shown: bool = False,
    doubt: str = "",
    trouble: str = "",
) -> IncomingTranslation:
    """The nth foreign line, from 0."""
    return IncomingTranslation(
        f"line-{n}",
        sender,
        original,
        text,
        streaming,
        remembered,
        pair.theirs,
        pair.mine,
        direction_of(pair.mine),
        direction_of(pair.theirs),
        original_shown,
        doubt,
        trouble,
    )


def translation(
    pair: Pair,
    *lines: IncomingTranslation,
    outgoing: OutgoingTranslation | None = None,
    status: TranslationStatus = TranslationStatus.READY,
) -> TranslationState:
    """What is translated in a chat in this pair of languages."""
    choices = tuple(dict.fromkeys(tag for tag in (pair.mine, pair.theirs, *LANGUAGES) if tag))
    return TranslationState(
        status, pair, lines, outgoing, choices, model="qwen-plus", cost="¥0.0003", masked=1
    )


ZH_EN, EN_AR, ZH_JA = Pair("en", "zh-Hans"), Pair("ar", "de"), Pair("zh-Hans", "ja")

RAIN = heard(
    0,
    "李华",
    "路上小心，外面好像下雨了☔",
    "Watch out on the road, looks like it's raining outside ☔",
    ZH_EN,
)
HEARD = replace(
    chat(
        "李华",
        "WeChat",
        card(0, "没问题，我六点四十到，顺便把伞带上。"),
        card(1, "雨太大的话，要不要改到明天中午？", Stance.DELAY),
        card(2, "你那边地铁口还是商场门口等？", Stance.ASK),
    ),
    translation=translation(ZH_EN, RAIN),
)
DRAFTING = replace(
    HEARD,
    translation=translation(
        ZH_EN,
        RAIN,
        outgoing=OutgoingTranslation(
            "Let's celebrate on Friday night, and bring your sister along",
            "我们周五晚上庆祝一下吧，把你妹",
            stable=12,
            streaming=True,
        ),
    ),
)
TALK = replace(
    chat("李华", "WeChat"),
    section="translation",
    translation=translation(
        ZH_EN,
        heard(3, "李华", "那你几点能到？", "So what time can you", ZH_EN, streaming=True),
        replace(RAIN, key="line-2", original_shown=True),
        heard(
            1,
            "小王",
            "老地方见，别忘了带身份证",
            "See you at the usual place, don't forget your ID card",
            ZH_EN,
            remembered=True,
        ),
        heard(
            0,
            "李华",
            "周末去不去爬山？",
            "Are we going hiking at the weekend?",
            ZH_EN,
            doubt="A number of the original is missing.",
        ),
        outgoing=OutgoingTranslation(
            "Let's celebrate on Friday night!",
            "我们周五晚上庆祝一下吧！",
            stable=12,
            back="Let's celebrate on Friday night!",
            flag=Flag.AMBIGUOUS,
            why="“this Friday” or “every Friday”",
            variant=Variant.CASUAL,
        ),
    ),
)
READ_IN_ARABIC = replace(
    chat("Anna", "Dino"),
    section="translation",
    translation=translation(
        EN_AR,
        heard(
            1,
            "Anna",
            "Kommst du heute Abend mit ins Café Central? Tom bringt die Karten mit.",
            "هل ستأتي معنا الليلة إلى مقهى Café Central؟ سيُحضر Tom التذاكر معه.",
            EN_AR,
            original_shown=True,
        ),
        heard(0, "Anna", "Hallo!", "", EN_AR, trouble="The model's address can't be reached."),
        outgoing=OutgoingTranslation(
            "نعم، سأكون هناك في السابعة",
            "Ja, ich bin um sieben da",
            stable=24,
            back="نعم، سأكون هناك في الساعة السابعة",
            flag=Flag.RUDE,
            why="بلا تحية",
        ),
    ),
)
READ_IN_CHINESE = replace(
    chat("桜", "Psi+", card(0, "了解です！駅で待ち合わせしましょう😊")),
    translation=translation(
        ZH_JA,
        heard(
            0,
            "桜",
            "今度の土曜日、直接駅の改札前で待ち合わせでもいいですか？",
            "这周六直接在车站检票口前碰头可以吗？",
            ZH_JA,
        ),
        outgoing=OutgoingTranslation(
            "好啊，三点骨头汤店见",
            "いいよ！三時に骨スープの店で会おう。直接行くね",
            stable=23,
            back="好啊！三点在骨头汤店见。我直接去。",
        ),
    ),
)
LONG_LINE = replace(
    HEARD,
    translation=translation(
        ZH_EN,
        replace(RAIN, text="I have thought about it for the whole week. " * 24),
        outgoing=OutgoingTranslation(
            "…", "我整个星期都在想这件事。" * 24, stable=6, streaming=True, current=False
        ),
    ),
)
STATES: dict[str, PanelState] = {
    "heard": HEARD,
    "drafting": DRAFTING,
    "talk": TALK,
    "read-in-arabic": READ_IN_ARABIC,
    "read-in-chinese": READ_IN_CHINESE,
    "long-line": LONG_LINE,
    "translation-off": replace(
        TALK, translation=replace(translation(Pair("en")), status=TranslationStatus.OFF)
    ),
    "translation-no-model": replace(TALK, translation=TranslationState(TranslationStatus.NO_MODEL)),
    "translation-withheld": replace(
        TALK, translation=translation(ZH_EN, status=TranslationStatus.WITHHELD)
    ),
    "translation-held-back": replace(
        TALK,
        translation=translation(ZH_EN, replace(RAIN, text=""), status=TranslationStatus.HELD_BACK),
    ),
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
    "paused": PanelState(phase=Phase.PAUSED, visible=True),
    "blocked": BLOCKED,
}
