"""Calls to models for the gallery's picture of what was sent."""

from __future__ import annotations

from copilot.core.cost import Bill, OwnPrice, Tariff, Tokens
from copilot.core.inspection import HERE, Ending, Inspection, Outcome
from copilot.core.model import ChatIdentity, Conversation, Draft, Message
from copilot.core.private import private_finder
from copilot.core.prompt import build
from copilot.core.redaction import Vault
from tests.lab_llm.skills import skill

_ANNA = ChatIdentity("gajim", "1", "Anna Lindqvist")
_LI = ChatIdentity("gajim", "1", "李雷")
_REMOTE = Tariff("anthropic", "claude-haiku-4-5", OwnPrice("USD", 1.0, 5.0))
_CHINESE = Tariff("deepseek", "deepseek-chat", OwnPrice("CNY", 2.0, 3.0))
_LOCAL = Tariff("mine", "qwen2.5-1.5b-instruct-q4", free=True)
_ENGLISH = (
    ("them", "Are you coming to 12 North Oak Ave, Apt 5, Springfield, IL 62704 tonight?"),
    ("me", "Yes. Call me at +44 20 7946 0958 if you're late."),
    ("them", "The code is 482913. https://example.org/join?token=a8f1c2d3e4 – it stays $25."),
    ("them", "And nobody must know of Nightingale."),
)
_HAN = (
    ("them", "晚上一起吃火锅吗？我的电话是138 1234 5678"),
    ("me", "好啊"),
    ("them", "地址：杭州市西湖区文三路 100 号 3 栋 2 单元 501 室，验证码 482913"),
)


def calls() -> Inspection:
    """Four calls that ended in different ways, the newest in Chinese."""
    seconds = iter(range(1_795_000_000, 1_795_100_000, 37))
    inspection = Inspection(lambda: float(next(seconds)))

    def ask(
        chat: ChatIdentity,
        name: str,
        said: tuple[tuple[str, str], ...],
        tariff: Tariff,
        host: str,
        ending: Ending,
    ) -> None:
        vault = Vault()
        talk = Conversation(chat.contact, tuple(Message(*message) for message in said))
        draft = Draft("好的，七点到，" if name == "complete" else "")
        find = private_finder(words=["Nightingale"])
        request = build(skill(name), talk, draft, vault, find=find)
        inspection.departing(name, chat, vault)(request, tariff, host)(ending)

    def answered(tariff: Tariff, tokens: Tokens) -> Ending:
        return Ending(Outcome.ANSWERED, Bill(tariff, tokens))

    failed = Ending(Outcome.FAILED, trouble="anthropic wants us to wait before the next question.")
    ask(_ANNA, "reply", _ENGLISH[:2], _LOCAL, HERE, answered(_LOCAL, Tokens(350, 20)))
    ask(_ANNA, "topics", _ENGLISH[1:2], _REMOTE, "api.anthropic.com", failed)
    ask(
        *(_ANNA, "reply", _ENGLISH, _REMOTE, "api.anthropic.com"),
        answered(_REMOTE, Tokens(431, 44)),
    )
    estimated = answered(_CHINESE, Tokens(388, 31, estimated=True))
    ask(_LI, "complete", _HAN, _CHINESE, "api.deepseek.com", estimated)
    return inspection
