"""States of the panel with translations in them, as tests and the gallery show them."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.model import PanelState, Stance
from copilot.core.translation_state import (
    Flag,
    OutgoingTranslation,
    Pair,
    TranslationState,
    TranslationStatus,
    Variant,
)
from tests.gui.state_parts import card, chat, heard, translation

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
            doubt="A number in this translation may differ from the original.",
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
        heard(0, "Anna", "Hallo!", "", EN_AR, trouble="The model gave no translation of this."),
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

TRANSLATIONS: dict[str, PanelState] = {
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
}
