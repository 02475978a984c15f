"""Which languages are written in a script, and which letters each of them has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ONLY_LANGUAGE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Hang": "ko", "Thai": "th", "Grek": "el", "Guru": "pa", "Gujr": "gu", "Taml": "ta",
        "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Laoo": "lo", "Tibt": "bo",
        "Mymr": "my", "Khmr": "km", "Geor": "ka", "Armn": "hy", "Ethi": "am", "Beng": "bn",
    }
)  # fmt: skip
"""Scripts of one language, nearly."""

# Letters beyond A to Z, or beyond the basic ones of the script.
_LETTERS: Final = {
    "Latn": {
        "en": "éèïöñç", "es": "áéíóúüñ", "pt": "áâãàçéêíóôõúü", "fr": "àâæçéèêëîïôœùûüÿ",
        "de": "äöüß", "it": "àèéìíîòóùú", "nl": "éèëïóöüáêij", "pl": "ąćęłńóśźż",
        "sv": "åäöé", "no": "åæøéêóòô", "da": "åæøé", "fi": "äöå", "is": "áðéíóúýþæö",
        "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž", "hr": "čćđšž",
        "hu": "áéíóöőúüű", "ro": "ăâîșşțţ", "tr": "çğıöşüâîû", "az": "çəğıöşü",
        "uz": "ʻʼ", "id": "é", "ms": "é", "jv": "éè", "tl": "ñ", "sw": "", "af": "êëéôèîïû",
        "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "ca": "àçéèíïóòúü·", "gl": "áéíóúñü", "eu": "ñ", "ga": "áéíóú", "cy": "âêîôûŵŷëïö",
        "et": "äõöüšž", "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž", "sq": "çë", "mt": "ċġħżàèìòù",
        "eo": "ĉĝĥĵŝŭ",
    },
    "Cyrl": {
        "ru": "ёъыэщ", "uk": "іїєґщ", "be": "іўёыэ", "bg": "ъщ", "mk": "ѓѕјљњќџѐѝ", "sr": "ђјљњћџ",
        "kk": "әғқңөұүһіыэёъщ", "ky": "ңөүыэёъщ", "mn": "өүыэёъщ",
    },
    "Arab": {
        "ar": "ةىيكإأآؤئءۀ", "fa": "پچژگکیآئءأؤة", "ur": "ٹڈڑںےھہیکگپچژۓآئءؤأۂ",
        "ps": "ټډړږښڼپچژګکیېۍئآءڅځېۀ", "ug": "ەېۇۆۈۋڭپچژگئھىيك",
    },
    "Deva": {"hi": "ड़ढ़ज़फ़क़ख़ग़ऑ", "mr": "ळऱॲऑ", "ne": ""},
    "Hebr": {"he": "", "yi": "ײױװ"},
}  # fmt: skip
_SPECIAL: Final = {
    script: frozenset("".join(letters.values())) for script, letters in _LETTERS.items()
}
_LACKING: Final = {
    script: {tag: _SPECIAL[script] - frozenset(own) for tag, own in letters.items()}
    for script, letters in _LETTERS.items()
}

MOST_SPOKEN: Final = frozenset({"en", "es", "pt", "fr", "de", "ru", "ar", "hi"})
"""Languages that many people write whose own it is not."""

_CHATTED = "en es pt fr de it nl pl sv da no fi cs ro hu tr vi id ru uk bg sr ar fa ur hi mr he"
MOST_CHATTED: Final = frozenset(_CHATTED.split())
"""Languages that a line is in rather than in a related one, until words say otherwise."""


WRITTEN_IN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {script: tuple(letters) for script, letters in _LETTERS.items()}
)
"""Script → the languages among which words have to tell."""


def strange_letters(line: str, script: str) -> Mapping[str, int]:
    """How many kinds of letters the line has that a language lacks, where it lacks any."""
    special = _SPECIAL[script].intersection(line)
    if not special:
        return {}
    return {
        tag: count for tag, lacking in _LACKING[script].items() if (count := len(special & lacking))
    }
