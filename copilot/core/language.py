"""Which language a chat line is in, as far as quick replies need it: Chinese, English or another.

Without any model, and in microseconds; `identify` tells every language, for translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from copilot.core.han_forms import SIMPLIFIED, TRADITIONAL

UNKNOWN = ""
ENGLISH = "en"
CHINESE = "zh"
TRADITIONAL_CHINESE = "zh-Hant"
FOREIGN = "other"

_SCRIPTS = (
    # Kana and Hangul come before Han, because Japanese and Korean lines may hold Han as well.
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\u1100-\u11ff\uac00-\ud7a3]")),
    (CHINESE, re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    (FOREIGN, re.compile(r"[\u0370-\u03ff\u0530-\u10ff\u1780-\u17ff]")),
)
_LATIN_WORD = re.compile(r"[a-z\u00c0-\u024f']+")
_ACCENTED = re.compile(r"[\u00bf\u00a1\u00c0-\u024f\u1e00-\u1eff]")
# Loanwords that English writes with an accent.
_ENGLISH_ACCENTED = frozenset({"café", "résumé", "fiancé", "fiancée", "cliché", "naïve"})
# Frequent words of other languages in Latin script that English chat does not use.
_FOREIGN_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        que por para como esta estoy donde cuando hola gracias buenos buenas dias noches
        muy pero vamos quieres tienes puedes puedo tengo mucho nos vemos hoy ahora bien
        hasta luego te quiero
        je tu vous nous il elle est les des une pas pour avec dans merci bonjour salut quand
        oui mais tout suis c'est j'ai t'es sera bisous demain
        ich du wir ihr der das und ist nicht mit auf bei wann heute morgen danke hallo kannst hast
        bist habe guten abend bitte gerne schon noch
        eu voce obrigado obrigada bom dia boa tudo bem onde quando estou vou uma hoje amanha passei
        minha meu
        ciao grazie sono che cosa dove quando oggi domani stasera buongiorno
        ik jij niet waar wanneer vandaag morgen dank hoe gaat het een
        merhaba nasilsin tesekkurler evet hayir
        terima kasih apa kabar saya kamu tidak aku
        """,
    )
)


def language_of(text: str) -> str:
    """The language of one line.

    "zh", "zh-Hant", "en", "ja", "ko", "ru", `FOREIGN` for any other, `UNKNOWN` where there are no
    letters to tell by. Latin script counts as English unless accents or words speak against it,
    so that slang and typing errors pass: a short line without either can be taken for English.
    """
    for language, letters in _SCRIPTS:
        if letters.search(text):
            if language == CHINESE and _is_traditional(text):
                return TRADITIONAL_CHINESE
            return language
    words = [word.strip("'") for word in _LATIN_WORD.findall(text.casefold())]
    if not any(words):
        return UNKNOWN
    if any(_ACCENTED.search(word) for word in words if word not in _ENGLISH_ACCENTED) or any(
        mark in text for mark in "¿¡"
    ):
        return FOREIGN
    foreign = sum(word in _FOREIGN_WORDS for word in words)
    return FOREIGN if foreign * 3 >= len(words) and foreign else ENGLISH


def _is_traditional(text: str) -> bool:
    chars = frozenset(text)
    return len(chars & TRADITIONAL) > len(chars & SIMPLIFIED)


def language_of_chat(newest_first: Iterable[str]) -> str:
    """The language of the first line that tells one."""
    return next((found for found in map(language_of, newest_first) if found), UNKNOWN)
