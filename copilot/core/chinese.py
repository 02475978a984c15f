"""Tells Simplified from Traditional Chinese, Cantonese and Japanese in lines of Han characters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from copilot.core.han_forms import SIMPLIFIED, TRADITIONAL

HANS: Final = "zh-Hans"
HANT: Final = "zh-Hant"

# Characters of both forms that one side of the strait writes far more often.
_MORE_SIMPLIFIED: Final = frozenset("咋啥咱俺甭哦里后着干面只准系松卷斗谷丑冲叶吁呗")
_MORE_TRADITIONAL: Final = frozenset("喔欸齁唷妳佔牠餒醬囧著耶啦臉")
# "嘅", "喺", "唔": what only Cantonese writes.
_CANTONESE: Final = frozenset("嘅喺咗冇啲哋嚟嗰嘢唔佢咁瞓攞噉嗌咩嬲揾冧")
_SURELY_CANTONESE: Final = frozenset("嘅喺咗冇啲哋嚟嗰嘢唔佢")
# Characters that Japan simplified in its own way.
_JAPANESE: Final = frozenset(
    "気対発広駅円図売読帰焼桜黒様込働峠畑枠辻栃匂渋弁単歳県鉄検験経戦伝転変"
)
_WEAK = 0.5


def written_form(
    said: str, likely: Collection[str], before: Sequence[str], *, kana: bool
) -> tuple[str, float]:
    """ "ja", "zh-Hans", "zh-Hant" or "yue", and how sure that is.

    A line that both forms write alike is taken for the form spoken before, else for the likely
    one, else for Simplified.
    """
    if kana:
        return "ja", 0.99
    chars = frozenset(said)
    simplified = len(chars & SIMPLIFIED) + _WEAK * len(chars & _MORE_SIMPLIFIED)
    traditional = len(chars & TRADITIONAL) + _WEAK * len(chars & _MORE_TRADITIONAL)
    japanese = len(chars & _JAPANESE)
    spoken = next((tag for tag in before if tag in (HANS, HANT, "yue", "ja")), "")
    if (japanese and not chars & SIMPLIFIED) or (spoken == "ja" and simplified < 1):
        return "ja", 0.8
    cantonese = chars & _CANTONESE
    if (cantonese & _SURELY_CANTONESE or len(cantonese) > 1) and (not likely or "yue" in likely):
        return "yue", 0.95
    if simplified != traditional:
        tag = HANS if simplified > traditional else HANT
        apart, both = abs(simplified - traditional), simplified + traditional
        return tag, 0.5 + 0.49 * apart / (both + 0.2)
    forms = [tag for tag in (HANS, HANT) if tag in likely]
    if spoken:
        return spoken, 0.7
    return (forms[0], 0.65) if len(forms) == 1 else (HANS, 0.55)
