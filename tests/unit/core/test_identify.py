"""Which language a line is in: what scripts, letters and words tell without any model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from copilot.core.chat_words import LANGUAGES_OF, is_laughter, is_neutral, plain
from copilot.core.identify import Identified, Identifier, Part
from copilot.core.languages import LANGUAGES
from copilot.core.letters import ONLY_LANGUAGE, WRITTEN_IN, strange_letters
from copilot.core.scripts import Run, runs


class Clueless:
    """Thinks every language equally likely, and remembers what it was asked."""

    def __init__(self) -> None:
        self.prepared = 0
        self.asked: list[str] = []

    def prepare(self) -> None:
        self.prepared += 1

    def guess(self, text: str, among: Sequence[str]) -> Mapping[str, float]:
        self.asked.append(text)
        return dict.fromkeys(among, 1 / len(among))


@pytest.fixture
def identifier() -> Identifier:
    return Identifier(Clueless())


@pytest.mark.parametrize(
    ("line", "tag"),
    [
        ("你到哪儿了", "zh-Hans"),
        ("你到哪裡了", "zh-Hant"),
        ("好的", "zh-Hans"),  # both forms write it so
        ("我是說台灣的门", "zh-Hant"),  # more of one form than of the other
        ("我今日返嚟", "yue"),
        ("佢哋去边度", "yue"),
        ("今どこ", "ja"),
        ("ありがとう", "ja"),
        ("東京駅", "ja"),
        ("東京の", "ja"),
        ("老地方見の感覺", "zh-Hant"),
        ("지금 어디야", "ko"),
        ("ㅋㅋㅋ", "und"),
        ("哈哈", "und"),
        ("¯\\_(ツ)_/¯", "und"),
        ("อยู่ไหน", "th"),
        ("που είσαι", "el"),
        ("তুমি কোথায়", "bn"),
        ("как дела", "ru"),
        ("що ти робиш", "uk"),
        ("где он?", "ru"),
        ("وين انت هلا", "ar"),
        ("کجا هستی", "fa"),
        ("آپ کہاں ہیں", "ur"),
        ("तुम कहाँ हो", "hi"),
        ("तू कुठे आहेस", "mr"),
        ("where are you", "en"),
        ("it's what I don't know", "en"),
        ("não sei onde você está", "pt"),
        ("nao sei onde vc ta", "pt"),
        ("ich weiß nicht wo du bist", "de"),
        ("không biết", "vi"),
        ("ok lol", "und"),
        ("lol 👍 https://a.io/the/and/you @the_and #the", "und"),
        ("> where are you", "und"),
        ("", "und"),
        ("12:30?!", "und"),
        ("qwrt", "und"),
        # the language of the words that carry the sentence
        ("帮我 book 一个 meeting room", "zh-Hans"),
        ("the 火锅 place is closed today", "en"),
        ("see u at 三里屯 tonight ok?", "en"),
        ("オフィスのwifiパスワード", "ja"),
        ("오늘 meeting 몇 시야", "ko"),
        ("แชร์ link ให้หน่อย", "th"),
        ("कल की meeting cancel हो गई", "hi"),
        ("ok 好吧", "zh-Hans"),
        ("Анна 说你在等我们", "zh-Hans"),
        ("@Юля can you join us", "en"),
    ],
)
def test_the_language_of_a_line(line: str, tag: str, identifier: Identifier) -> None:
    found = identifier.identify(line)
    assert found.tag == tag
    assert found.known == (tag != "und")
    assert 0 <= found.confidence <= 1


def test_what_the_person_reads_is_likelier(identifier: Identifier) -> None:
    assert not identifier.identify("paella").known
    assert identifier.identify("paella", {"es", "zh-Hans"}).tag == "es"
    # … but clear words are believed all the same.
    assert identifier.identify("wir kommen heute nicht", {"en"}).tag == "de"
    assert identifier.identify("好的", {"zh-Hant", "en"}).tag == "zh-Hant"
    assert identifier.identify("好的", {"zh-Hant", "zh-Hans"}).tag == "zh-Hans"
    assert identifier.identify("佢哋去边度", {"zh-Hant"}).tag == "zh-Hans"


def test_what_was_said_before_counts_a_little(identifier: Identifier) -> None:
    assert identifier.identify("vamos", before=["pt-BR", "pt"]).tag == "pt"
    assert identifier.identify("vamos", before=["es", "es"]).tag == "es"
    assert identifier.identify("好的", before=["en", "zh-Hant"]).tag == "zh-Hant"
    assert identifier.identify("大丈夫", before=["ja"]).tag == "ja"
    assert identifier.identify("大丈夫说", before=["ja"]).tag == "zh-Hans"
    assert identifier.identify("where are you", before=["de", "ru", "zh-Hans"]).tag == "en"


def test_parts_by_script(identifier: Identifier) -> None:
    assert identifier.identify("你好 Ich weiß nicht 我").parts == (
        Part(0, 2, "zh-Hans"),
        Part(3, 17, "de"),
        Part(18, 19, "zh-Hans"),
    )
    assert identifier.identify("東京のnice meetingです").parts == (
        Part(0, 3, "ja"),
        Part(3, 15, "en"),
        Part(15, 17, "ja"),
    )
    assert identifier.identify("  where? ").parts == (Part(2, 7, "en"),)
    assert Identified().parts == ()


def test_an_apostrophe_at_the_end_joins_nothing_to_the_start(identifier: Identifier) -> None:
    for line in ("A'", "who's the boss'", "'"):
        identifier.identify(line)


def test_only_the_start_of_a_long_text_is_looked_at() -> None:
    guesser = Clueless()
    Identifier(guesser).identify("where are you " * 10_000)
    assert len(guesser.asked[0]) <= 2000


def test_the_model_is_prepared_and_asked_only_for_what_scripts_leave_open() -> None:
    guesser = Clueless()
    identifier = Identifier(guesser)
    for line in ("你好", "지금", "ok", "👍"):
        identifier.identify(line)
    assert guesser.asked == []
    identifier.prepare()
    assert guesser.prepared == 1


def test_words_letters_and_scripts() -> None:
    assert plain("não") == "nao"
    assert plain("ışık") == "isik"
    assert plain("её") == "её"
    assert is_neutral("hahahahahaha")
    assert not is_neutral("hah a")
    assert is_laughter("ㅠㅠ")
    assert not is_laughter("哈尔滨")
    assert set(LANGUAGES_OF["nicht"]) == {"de"}
    assert {tag for tags in LANGUAGES_OF.values() for tag in tags} <= set(LANGUAGES)
    assert "Hani" not in WRITTEN_IN
    written = {tag for among in WRITTEN_IN.values() for tag in among}
    assert written | set(ONLY_LANGUAGE.values()) <= set(LANGUAGES)
    assert strange_letters("hello", "Latn") == {}
    strange = strange_letters("größe", "Latn")
    assert "de" not in strange
    assert strange["en"] == 1
    assert list(runs("hi 你好の")) == [Run(0, 2, "Latn"), Run(3, 5, "Hani"), Run(5, 6, "Kana")]
