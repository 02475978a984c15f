"""The languages that can be translated into: tags (BCP 47), names, direction, and what people type.

Names in a language's own words are those of Unicode's CLDR.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from copilot.core.errors import InputError

UNDETERMINED: Final = "und"
"""The tag of what is in no language that could be told (ISO 639-2)."""

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language: BCP 47 tag, English name, its own name, and the name that prompts use."""

    tag: str
    name: str
    own_name: str
    direction: Direction
    prompt_name: str


# tag | English name | own name | what else people call it, comma-separated
_LEFT_TO_RIGHT = """
en|English|English|eng,anglais,inglés,englisch,英语,英文,英語
zh-Hans|Chinese (Simplified)|简体中文|zh,zh-CN,zh-SG,zh-MY,cmn,chinese,mandarin,simplified
zh-Hant|Chinese (Traditional)|繁體中文|zh-TW,zh-HK,zh-MO,traditional,taiwanese,taiwanese mandarin
yue|Cantonese|粵語|zh-yue,yue-HK,粤语,广东话,廣東話
ja|Japanese|日本語|jpn,jp,日语,日文,日語
ko|Korean|한국어|kor,kr,韩语,韩文,韓語,朝鲜语,조선말
es|Spanish|Español|spa,castellano,castilian,espanol,西班牙语,西语
pt|Portuguese|Português|por,pt-PT,european portuguese,葡萄牙语,葡语
pt-BR|Portuguese (Brazil)|Português (Brasil)|brazilian,brazilian portuguese,brasileiro,巴西葡萄牙语
fr|French|Français|fra,fre,francais,法语,法文,法語
de|German|Deutsch|ger,deu,德语,德文,德語
it|Italian|Italiano|ita,意大利语,意大利文
nl|Dutch|Nederlands|nld,dut,flemish,vlaams,荷兰语
pl|Polish|Polski|pol,波兰语
sv|Swedish|Svenska|swe,瑞典语
no|Norwegian|Norsk|nb,nn,nor,nob,bokmål,norwegian bokmål,norsk bokmål,挪威语
da|Danish|Dansk|dan,丹麦语
fi|Finnish|Suomi|fin,芬兰语
is|Icelandic|Íslenska|isl,冰岛语
cs|Czech|Čeština|ces,cze,cz,cestina,捷克语
sk|Slovak|Slovenčina|slk,slo,斯洛伐克语
sl|Slovenian|Slovenščina|slv,slovene,斯洛文尼亚语
hr|Croatian|Hrvatski|hrv,克罗地亚语
bs|Bosnian|Bosanski|bos,波斯尼亚语
sr|Serbian|Српски|srp,srpski,sr-Cyrl,sr-Latn,塞尔维亚语
hu|Hungarian|Magyar|hun,匈牙利语
ro|Romanian|Română|ron,rum,romana,moldovan,罗马尼亚语
bg|Bulgarian|Български|bul,保加利亚语
mk|Macedonian|Македонски|mkd,马其顿语
ru|Russian|Русский|rus,俄语,俄文,俄語
uk|Ukrainian|Українська|ukr,ua,乌克兰语
be|Belarusian|Беларуская|bel,白俄罗斯语
el|Greek|Ελληνικά|ell,gre,gr,希腊语
tr|Turkish|Türkçe|tur,turkce,土耳其语
az|Azerbaijani|Azərbaycanca|aze,azeri,阿塞拜疆语
kk|Kazakh|Қазақша|kaz,哈萨克语
uz|Uzbek|Oʻzbekcha|uzb,乌兹别克语
ky|Kyrgyz|Кыргызча|kir,吉尔吉斯语
mn|Mongolian|Монгол|mon,蒙古语
ka|Georgian|ქართული|kat,geo,格鲁吉亚语
hy|Armenian|Հայերեն|hye,arm,亚美尼亚语
vi|Vietnamese|Tiếng Việt|vie,vn,tieng viet,越南语,越语
th|Thai|ไทย|tha,ภาษาไทย,泰语,泰文
lo|Lao|ລາວ|老挝语
km|Khmer|ខ្មែរ|khm,cambodian,高棉语,柬埔寨语
my|Burmese|မြန်မာ|mya,bur,myanmar,缅甸语
id|Indonesian|Bahasa Indonesia|ind,in,bahasa,印尼语,印度尼西亚语
ms|Malay|Bahasa Melayu|msa,may,melayu,马来语
jv|Javanese|Basa Jawa|jav,jawa,爪哇语
tl|Filipino|Filipino|fil,tgl,tagalog,pilipino,菲律宾语,他加禄语
hi|Hindi|हिन्दी|hin,हिंदी,印地语
bn|Bengali|বাংলা|ben,bangla,孟加拉语
mr|Marathi|मराठी|mar,马拉地语
ne|Nepali|नेपाली|nep,尼泊尔语
gu|Gujarati|ગુજરાતી|guj,古吉拉特语
pa|Punjabi|ਪੰਜਾਬੀ|pan,panjabi,旁遮普语
ta|Tamil|தமிழ்|tam,泰米尔语
te|Telugu|తెలుగు|tel,泰卢固语
kn|Kannada|ಕನ್ನಡ|kan,卡纳达语
ml|Malayalam|മലയാളം|mal,马拉雅拉姆语
bo|Tibetan|བོད་སྐད་|bod,tib,藏语
si|Sinhala|සිංහල|sin,sinhalese,僧伽罗语
am|Amharic|አማርኛ|amh,阿姆哈拉语
sw|Swahili|Kiswahili|swa,swh,斯瓦希里语
af|Afrikaans|Afrikaans|afr,南非荷兰语
ca|Catalan|Català|cat,valencian,加泰罗尼亚语
gl|Galician|Galego|glg,加利西亚语
eu|Basque|Euskara|eus,baq,巴斯克语
ga|Irish|Gaeilge|gle,gaelic,爱尔兰语
cy|Welsh|Cymraeg|cym,wel,威尔士语
et|Estonian|Eesti|est,爱沙尼亚语
lv|Latvian|Latviešu|lav,拉脱维亚语
lt|Lithuanian|Lietuvių|lit,立陶宛语
sq|Albanian|Shqip|sqi,alb,阿尔巴尼亚语
mt|Maltese|Malti|mlt,马耳他语
eo|Esperanto|Esperanto|epo,世界语
"""
_RIGHT_TO_LEFT = """
ar|Arabic|العربية|ara,arb,عربي,阿拉伯语
fa|Persian|فارسی|fas,per,farsi,波斯语
ur|Urdu|اردو|urd,乌尔都语
he|Hebrew|עברית|heb,iw,希伯来语
ps|Pashto|پښتو|pus,普什图语
ug|Uyghur|ئۇيغۇرچە|uig,uighur,维吾尔语
yi|Yiddish|ייִדיש|yid,意第绪语
"""
_MORE_NAMES = {
    "zh-Hans": "中文,汉语,普通话,国语,简体,简中,简体字,simplified chinese,chinois,chino,中国語",
    "zh-Hant": "繁体,繁體,繁中,正體,正體中文,繁体中文,台灣中文,國語,漢語,traditional chinese",
}
# What a model is told, where the plain name leaves something open.
_PROMPT_NAMES = {
    "zh-Hans": "Simplified Chinese (简体中文, as written in mainland China)",
    "zh-Hant": "Traditional Chinese (繁體中文, as written in Taiwan)",
    "yue": "written Cantonese (粵語口語, in Traditional characters)",
    "pt": "European Portuguese",
    "pt-BR": "Brazilian Portuguese",
    "no": "Norwegian Bokmål",
    "sr": "Serbian in Cyrillic script",
}
_RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})


def _rows(table: str, direction: Direction) -> list[tuple[Language, tuple[str, ...]]]:
    rows: list[tuple[Language, tuple[str, ...]]] = []
    for row in table.strip().splitlines():
        tag, name, own_name, more = row.split("|")
        known = Language(tag, name, own_name, direction, _PROMPT_NAMES.get(tag, name))
        rows.append((known, (*more.split(","), *_MORE_NAMES.get(tag, tag).split(","))))
    return rows


def _folded(text: str) -> str:
    """As names are compared: without case, accents, punctuation ("pt_BR" is "pt br")."""
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", text.casefold())
        if char.isalnum() or char in " -_"
    )
    return " ".join(re.split(r"[\s_-]+", bare.strip()))


_ROWS = [*_rows(_LEFT_TO_RIGHT, "ltr"), *_rows(_RIGHT_TO_LEFT, "rtl")]

LANGUAGES: Final[Mapping[str, Language]] = MappingProxyType({row.tag: row for row, _ in _ROWS})
"""By tag, those that most people chat in first."""

_BY_NAME: Final = {
    _folded(name): row.tag
    for row, more in reversed(_ROWS)
    for name in (*more, row.name, row.own_name, row.tag)
}


def language(tag: str) -> Language:
    """The language with this tag. Raises InputError for one that is not in the table."""
    try:
        return LANGUAGES[tag]
    except KeyError:
        raise _unknown(tag) from None


def parse_language(text: str) -> str:
    """The tag of what a person typed: a tag of any form or a name in many languages.

    Regions and scripts that make no difference here are let go ("en-GB" is "en"). Raises InputError
    that names what is near.
    """
    wanted = _folded(text)
    if found := _BY_NAME.get(wanted):
        return found
    parts = wanted.split(" ")
    if len(parts) > 1 and re.fullmatch(r"[a-z]{2,3}", parts[0]):
        if parts[0] == "zh":
            traditional = {"hant", "tw", "hk", "mo"} & set(parts)
            return "zh-Hant" if traditional and "hans" not in parts else "zh-Hans"
        subtags = all(re.fullmatch(r"[a-z]{4}|[a-z]{2}|[0-9]{3}", part) for part in parts[1:])
        if subtags and parts[0] in LANGUAGES:
            return parts[0]
    raise _unknown(text)


def direction_of(tag: str) -> Direction:
    """Which way the language is written; left to right if nothing is known of it."""
    primary, *subtags = tag.casefold().split("-")
    scripts = [subtag for subtag in subtags if len(subtag) == 4]
    if scripts:
        return "rtl" if scripts[0] in _RTL_SCRIPTS else "ltr"
    known = LANGUAGES.get(primary)
    return known.direction if known is not None else "ltr"


def same_language(one: str, other: str) -> bool:
    """Whether who reads `other` can read a text in `one` without a translation.

    The two written forms of Chinese are told apart, regions are not; "zh" is either form.
    """
    if UNDETERMINED in (one, other):
        return False
    if one.split("-")[0] != other.split("-")[0]:
        return False
    scripts = [
        {part.casefold() for part in tag.split("-") if len(part) == 4} for tag in (one, other)
    ]
    return not all(scripts) or scripts[0] == scripts[1]


def _unknown(text: str) -> InputError:
    import difflib  # hardly ever needed, and large

    wanted = _folded(text)
    near = difflib.get_close_matches(wanted, _BY_NAME, n=6, cutoff=0.7)
    near += [name for name in _BY_NAME if len(wanted) > 2 and name.startswith(wanted)]
    tags = list(dict.fromkeys(_BY_NAME[name] for name in near))[:3]
    meant = " or ".join(f"{LANGUAGES[tag].name} ({tag})" for tag in tags)
    shown = text.strip()[:40]
    title = f"There is no language {shown!r} here." if shown else "No language is named."
    hint = f"Did you mean {meant}?" if meant else "Give a name or a tag: English, 中文, pt-BR."
    return InputError(title, hint)
