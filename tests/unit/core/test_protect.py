"""What must not be translated comes back, whatever a model makes of its placeholders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.glossary import Term
from copilot.core.protect import Problem, Protected, protect, settle
from copilot.core.redaction import Vault, restore, restore_growing

TERMS = (Term("merge request", "合并请求"), Term("云", "cloud"))
SOURCE = "@Anna the Merge Request is at https://a.io/x call 13812345678 👍"


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def protected(vault: Vault) -> Protected:
    return protect(SOURCE, vault, terms=TERMS)


def test_everything_leaves_as_placeholders(protected: Protected, vault: Vault) -> None:
    assert protected.masked.text == ("⟨KEEP_1⟩ the ⟨TERM_1⟩ is at ⟨KEEP_2⟩ call ⟨PHONE_1⟩ 👍")
    assert [line.text for line in protected.legend] == ["⟨TERM_1⟩ = Merge Request → 合并请求"]
    assert not protected.nothing_to_say
    # What is kept is no secret, and is not counted as one.
    assert dict(vault.items()) == {"⟨PHONE_1⟩": "13812345678"}
    assert len(vault) == 1
    assert protected.masked.placeholders() == {"⟨PHONE_1⟩"}


@pytest.mark.parametrize(
    "answer",
    [
        # reordered, re-cased, other brackets, translated kinds
        "打⟨PHONE_1⟩，[keep_1] 的【term 1】在<KEEP_2> 👍",
        "打 《电话_1》，{KEEP-1} 的（术语 1）在【保留_2】 👍",
        "call ＜ＰＨＯＮＥ＿１＞ ⟨KEEP\\_1⟩ ⟨Term_1⟩ ⟨Keep_2⟩👍",
    ],
)
def test_a_distorted_answer_is_put_right(answer: str, protected: Protected, vault: Vault) -> None:
    settled = settle(answer, protected, vault)
    assert settled.ok, settled.problems
    for part in ("13812345678", "@Anna", "合并请求", "https://a.io/x"):
        assert settled.text.count(part) == 1


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        # lost at the start and the end
        (
            "⟨TERM_1⟩在⟨KEEP_2⟩，打⟨PHONE_1⟩",
            "@Anna 合并请求在https://a.io/x，打13812345678 👍",
        ),
        # left in the source's words; written twice; in brackets once more
        (
            "⟨KEEP_1⟩ merge request 在⟨KEEP_2⟩ (⟨KEEP_2⟩)，打⟨PHONE_1⟩⟨PHONE_1⟩👍",
            "@Anna 合并请求 在https://a.io/x，打13812345678👍",
        ),
        # written out by the legend; a number that does not exist
        (
            "⟨KEEP_1⟩ 合并请求在⟨KEEP_7⟩，打⟨PHONE_1⟩👍",
            "@Anna 合并请求在https://a.io/x，打13812345678👍",
        ),
    ],
)
def test_repairs(answer: str, text: str, protected: Protected, vault: Vault) -> None:
    settled = settle(answer, protected, vault)
    assert (settled.text, settled.problems) == (text, ())


@pytest.mark.parametrize(
    ("answer", "problems"),
    [
        (
            "⟨KEEP_1⟩ 那个请求，打⟨PHONE_1⟩👍",
            [Problem("term", "合并请求"), Problem("missing", "https://a.io/x")],
        ),
        (
            "⟨KEEP_1⟩ ⟨TERM_1⟩ ⟨KEEP_2⟩ ⟨PHONE_1⟩ or ⟨KEEP_2⟩ ⟨PHONE_9⟩👍👍🎉",
            [
                Problem("extra", "https://a.io/x"),
                Problem("extra", "⟨PHONE_9⟩"),
                Problem("extra", "👍"),
                Problem("extra", "🎉"),
            ],
        ),
        # said twice in a row, but with something between that is no echo
        (
            "⟨KEEP_1⟩ (⟨KEEP_1⟩ again) ⟨TERM_1⟩ ⟨KEEP_2⟩ ⟨PHONE_1⟩👍",
            [Problem("extra", "@Anna")],
        ),
    ],
)
def test_what_cannot_be_repaired_is_told(
    answer: str, problems: list[Problem], protected: Protected, vault: Vault
) -> None:
    settled = settle(answer, protected, vault)
    assert list(settled.problems) == problems
    assert not settled.ok


def test_one_at_the_end_is_put_there_again(vault: Vault) -> None:
    protected = protect("see\n`x = 1`", vault)
    assert settle("看", protected, vault).text == "看\n`x = 1`"


def test_emoji_of_the_ends_come_back(vault: Vault) -> None:
    protected = protect("🎉 great 😀 news 👍👍", vault)
    settled = settle("好消息", protected, vault)
    assert settled.text == "🎉 好消息 👍👍"
    assert settled.problems == (Problem("missing", "😀"),)
    only_last = settle("🎉 好😀消息 👍", protected, vault)
    assert (only_last.text, only_last.problems) == ("🎉 好😀消息 👍👍", ())


def test_emoji_in_the_middle_and_nothing_but_emoji(vault: Vault) -> None:
    assert settle("好", protect("ok 😀 yes", vault), vault).problems == (Problem("missing", "😀"),)
    assert settle("好", protect("🎉 great", vault), vault).text == "🎉 好"
    assert settle("", protect("👍🎉", vault), vault).text == "👍🎉"
    assert settle("呵 👍", protect("🎉 👍", vault), vault).text == "🎉 呵 👍"


@pytest.mark.parametrize(
    ("source", "answer", "missing"),
    [
        ("it is 1,299 now", "es sind 1.299 jetzt", []),
        ("room 305", "الغرفة ٣٠٥", []),
        ("10,000 people", "1万人", []),
        ("room 305", "Zimmer 350", ["305"]),
        ("at 10:30", "um halb elf", []),
        ("at 10:00", "在十点钟", []),
        ("at 0900", "九点", []),
        ("1000 thanks for 250 euros", "Tausend Dank für zweihundertfünfzig Euro", []),
        ("room 350", "Zimmer 305", ["350"]),
        ("room 350", "房间三五零", []),
        ("room 305", "das Zimmer", ["305"]),
    ],
)
def test_numbers(source: str, answer: str, missing: list[str], vault: Vault) -> None:
    settled = settle(answer, protect(source, vault), vault)
    assert [problem.text for problem in settled.problems] == missing
    assert settled.ok


def test_nothing_to_say(vault: Vault) -> None:
    for text in ("👍 https://a.io", "12:30!", "@anna 13812345678", "> all quoted"):
        assert protect(text, vault).nothing_to_say
    assert not protect("ok", vault).nothing_to_say
    assert not protect("Jira", vault, terms=[Term("Jira", "Jira")]).nothing_to_say


def test_names_and_what_looks_like_a_placeholder(vault: Vault) -> None:
    protected = protect("Tom said [keep_1]", vault, names=["Tom"])
    assert protected.masked.text == "⟨KEEP_1⟩ said ⟨LITERAL_1⟩"
    assert settle("⟨KEEP_1⟩说⟨LITERAL_1⟩", protected, vault).text == "Tom说[keep_1]"
    assert not protected.legend


def test_a_private_term_is_hidden_in_the_legend_too(vault: Vault) -> None:
    protected = protect("ask HQ", vault, terms=[Term("HQ", "HQ 13812345678")])
    assert [line.text for line in protected.legend] == ["⟨TERM_1⟩ = HQ → HQ ⟨PHONE_1⟩"]
    assert settle("问⟨TERM_1⟩", protected, vault).text == "问HQ 13812345678"


def test_it_can_be_shown_while_it_arrives(protected: Protected, vault: Vault) -> None:
    assert protected.masked
    assert restore_growing("在⟨KEEP_2⟩ ⟨TER", vault) == "在https://a.io/x "


PIECES = st.sampled_from(
    ["@anna ", "https://a.io ", "ok ", "云", "`x`", "13812345678 ", "👍", "[keep_1] ", "12 ", "\n"]
)


@given(st.lists(PIECES, max_size=8))
def test_an_answer_like_the_question_needs_no_repair(pieces: list[str]) -> None:
    vault, text = Vault(), "".join(pieces)
    protected = protect(text, vault, terms=[Term("云", "cloud", whole_word=False)])
    assert restore(protected.masked.text, vault) == text.replace("云", "cloud")
