"""Finds street addresses and licence plates and, where wanted, names and places behind cue words.

Street addresses are hidden from the number of the house on; a street or a town alone says little
and stays readable unless the person wants it strict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.core.finding import Finding

# "京A12345", "粤B·D12345", "沪A 1234学"
_CN_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?"
    r"(?=[A-Z\d]*\d{2})(?:[DF][A-HJ-NP-Z\d]\d{4}|\d{5}[DF]|[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳])"
    r"(?![A-Za-z\d])"
)
# "HH-AB 1234" (with its hyphen and gap) and "AB12 CDE" look like nothing else
_PLATE = re.compile(
    r"(?<![A-Za-z\d-])(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{2,4}[EH]?|[A-Z]{2}\d\d [A-Z]{3})(?![A-Za-z\d])"
)
_PLATE_SAID = re.compile(
    r"(?i:\b(?:licen[cs]e plate|number plate|plate number|plate no\.?|reg(?:istration)?|kennzeichen"
    r"|nummernschild|matr[ií]cula|targa)\b|车牌号?码?)(?:是|为|:|\s|#|(?i:is\b))*"
    r"((?=[A-Z .·-]*\d)(?=[\d .·-]*[A-ZÄÖÜ])[A-ZÄÖÜ\d](?:[ .·-]?[A-ZÄÖÜ\d]){3,9})(?![A-Za-z\d])",
    re.ASCII,
)

# What a Chinese address ends with: "路8号", "大道 100 号 3 栋 2 单元 501 室", "小区3栋501"
_CN_END = re.compile(
    r"(?:(?:路|街|大道|道|巷|弄|胡同|村|里|桥|段)(?:[东南西北中一二三四五六七八九十]{1,2}段)? ?"
    r"\d{1,5}(?:-\d{1,4})? ?[号弄](?!线|楼?车|公交|地铁)"
    r"|(?:小区|花园|大厦|公寓|广场|苑|庭|城|村) ?[\dA-Z]{1,4} ?(?:栋|幢|座|号楼|单元)"
    r"|(?:小区|花园|大厦|公寓|广场) ?[\dA-Z]{1,5} ?[室号])"
    r"(?:院|内)?(?: ?[\dA-Z]{1,5}(?:-\d{1,4})? ?(?:号楼|单元|栋|幢|座|楼|层|室|号|门)){0,5}"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Words that end what was said before an address: "我住在…", "寄到…", "地址是…"
_NOT_IN_PLACES = frozenset("我你他她它们在到去来往住是寄送给于址的了从和跟就这那请把帮家")
_UNITS = frozenset("省市区县州盟旗镇乡")
_LONGEST_ROAD, _LONGEST_ADDRESS = 8, 30

_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq"
    r"|Terrace|Way|Parkway|Pkwy|Highway|Hwy|Crescent|Close|Gardens|Alley)\b\.?"
)
_FURTHER = (
    r"(?:,? (?:[Aa]pt|[Ss]uite|[Uu]nit|[Ff]lat|#)\.? ?[\dA-Z]{1,5})?"
    r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+){0,2})?"
    r"(?:,? [A-Z]{2} \d{5}(?:-\d{4})?|,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|,? \d{5})?"
)
_WESTERN = (
    # "12 North Oak Ave, Apt 5, Springfield, IL 62704", "221B Baker Street, London NW1 6XE"
    re.compile(
        r"(?<![A-Za-z\d.,$€£-])\d{1,5}[A-Za-z]? (?:[NSEW]{1,2}\.? )?"
        rf"(?:(?:[A-Z][A-Za-z'’.]+|\d{{1,3}}(?:st|nd|rd|th)) ){{1,3}}?{_STREET}{_FURTHER}"
    ),
    # "i live at 12 maple street"
    re.compile(
        r"(?:\b(?:live|lives|living|staying|address|ship|send|deliver|come|meet)\b[a-z ]{0,12}"
        r"(?:at|on|to|is|:) )"
        r"(\d{1,5} (?:[a-z']+ ){1,3}?(?:street|avenue|road|lane|drive|boulevard))\b",
        re.IGNORECASE,
    ),
    # "Hauptstraße 5, 10115 Berlin"
    re.compile(
        r"\b[A-ZÄÖÜ][a-zäöüß]+(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)"
        r" \d{1,3}[a-z]?\b(?:,? \d{5} [A-ZÄÖÜ][a-zäöüß]+)?"
    ),
    # "12 rue de la Paix, 75002 Paris"
    re.compile(
        r"\b\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|impasse|chemin|allée|quai)"
        r"(?: (?:de|du|des|la|le|les)| de la)* ?(?:[ld]['’])?[A-ZÀ-Ý][\w'’-]+"
        r"(?:,? \d{5} [A-ZÀ-Ý][\w-]+)?"
    ),
    # "Calle Mayor 5", "Avenida de la Paz, 12"
    re.compile(
        r"\b(?:Calle|Avenida|Avda\.?|Plaza|Paseo|Rua|Via|Piazza)"
        r"(?: (?:de|del|la|las|los|da|do|di))* [A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?,? \d{1,4}\b"
    ),
)
_WESTERN_CUE = re.compile(r"\d [A-Za-z]|[a-zß.] \d")

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
    "魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万"
    "钱严覃武戴莫孔向汤"
)
_NAMES = (
    re.compile(
        r"(?:我叫|我是|名字是|名叫|叫做|姓名|收件人|联系人|户名|本人)[是为: ]*"
        rf"([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
    ),
    re.compile(
        rf"([{_SURNAMES}][\u4e00-\u9fff]{{0,2}}?)(?=先生|女士|小姐|老师|经理|总监|医生|师傅|同学"
        r"|阿姨|叔叔|律师|教授)"
    ),
    re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? ([A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)"
        r"|\b(?:(?:[Mm]y|[Hh]is|[Hh]er) name is|I am|I'm|I’m|[Tt]his is|[Nn]amed|[Cc]alled|Dear|Hi"
        r"|Hello|Hey) ([A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)"
    ),
)
_TOWN = re.compile(
    r"\b(?:in|at|from|to|near|via|towards) ((?:[A-Z][a-z'’-]+)(?: [A-Z][a-z'’-]+){0,2})"
)
_NO_TOWN = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Christmas|Easter|English|Chinese"
)
_CN_PLACE = re.compile(
    r"小区|大厦|医院|学校|大学|中学|小学|酒店|公园|机场|车站|[省市区县镇乡路街]"
    r"(?=$|[^\u4e00-\u9fff]|[的那这见等吃玩住有去来])"
)


def find_places(text: str, *, strict: bool = False) -> Iterator[Finding]:
    """Plates and street addresses in a flat text; if `strict`, also towns, streets and names."""
    if any("0" <= char <= "9" for char in text):
        for pattern in (_CN_PLATE, _PLATE):
            for found in pattern.finditer(text):
                yield Finding(*found.span(), "PLATE")
        for found in _PLATE_SAID.finditer(text):
            yield Finding(*found.span(1), "PLATE")
        yield from _addresses(text)
    if strict:
        yield from _names(text)


def _addresses(text: str) -> Iterator[Finding]:
    for end in _CN_END.finditer(text):
        start = _start_of_place(text, end.start())
        if start < end.start():
            yield Finding(start, end.end(), "ADDRESS")
    if _WESTERN_CUE.search(text):
        for pattern in _WESTERN:
            for found in pattern.finditer(text):
                yield Finding(*found.span(pattern.groups), "ADDRESS")


def _start_of_place(text: str, end: int) -> int:
    """Where the Chinese place that goes on at `end` begins.

    Backwards over characters as far as none says that something else stood there; without a
    province, town or district in it, no further than a road's name is long.
    """
    start, units = end, False
    while start and end - start < _LONGEST_ADDRESS:
        char, too_long = text[start - 1], not units and end - start >= _LONGEST_ROAD
        if char in _UNITS:
            units = True
        elif char == " " and start > 1 and text[start - 2] in _UNITS:
            pass
        elif not _HAN.match(char) or char in _NOT_IN_PLACES or too_long:
            break
        start -= 1
    return start


def _names(text: str) -> Iterator[Finding]:
    for pattern in _NAMES:
        for found in pattern.finditer(text):
            yield Finding(*found.span(found.lastindex or 0), "NAME")
    for found in _TOWN.finditer(text):
        if _NO_TOWN.match(found[1]) is None:
            yield Finding(*found.span(1), "PLACE")
    for found in _CN_PLACE.finditer(text):
        start = max(_start_of_place(text, found.start()), found.start() - 6)
        if found.start() - start >= 2:
            yield Finding(start, found.end(), "PLACE")
