"""`chat-copilot suggest`."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copilot.core.chat_rules import ChatRule, ChatRules
from copilot.core.model import ChatIdentity, Reach
from copilot.store.chat_rules import RulesFile
from copilot.store.paths import Paths
from tests.lab_llm.scripted import ScriptedServer, answer, fail
from tests.unit.cli.conftest import Command, conversation

INVITED = conversation(("me", "hi"), ("them", "Want to have lunch together tomorrow?"))
ANSWERED = conversation(("them", "Lunch?"), ("me", "Sure, at noon"))


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    def write(text: str, name: str = "chat.json") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


def test_quick_replies_need_no_settings(copilot: Command, file: Callable[..., str]):
    outcome = copilot("suggest", "--conversation", file(INVITED))
    assert outcome.code == 0
    suggestions = outcome.json["suggestions"]
    assert len(suggestions) == 3
    assert all(set(suggestion) == {"text", "stance", "source"} for suggestion in suggestions)
    assert {suggestion["source"] for suggestion in suggestions} == {"instant"}
    assert len({suggestion["stance"] for suggestion in suggestions}) == 3


def test_silence_is_an_empty_list_and_no_failure(copilot: Command, file: Callable[..., str]):
    outcome = copilot("suggest", "--conversation", file(ANSWERED))
    assert (outcome.code, outcome.json) == (0, {"suggestions": []})


def test_several_files_and_json_lines_keep_their_order(copilot: Command, file: Callable[..., str]):
    lines = file(f"{ANSWERED}\n\n{INVITED}\n", "two.jsonl")
    spread = file(INVITED.replace(", ", ",\n "), "spread.json")
    outcome = copilot("suggest", "--conversation", lines, spread, file(ANSWERED))
    assert [len(one["suggestions"]) for one in outcome.lines] == [0, 3, 3, 0]


def test_standard_input(copilot: Command, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{INVITED}\n{ANSWERED}\n"))
    outcome = copilot("suggest", "--conversation", "-")
    assert [len(one["suggestions"]) for one in outcome.lines] == [3, 0]


def test_what_read_prints_can_be_given(copilot: Command, file: Callable[..., str]):
    seen = INVITED.replace('"draft": ""', '"draft": {"text": "Su", "caret": 2}, "app": "gajim"')
    outcome = copilot("suggest", "--conversation", file(seen))
    assert all(s["text"].startswith("Su") for s in outcome.json["suggestions"])


def test_topics(copilot: Command, file: Callable[..., str]):
    outcome = copilot("suggest", "--topics", "--conversation", file(ANSWERED))
    assert {s["stance"] for s in outcome.json["suggestions"]} == {"topic"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("{", "is not JSON at line 1"),
        ("", "is not JSON"),
        ("[]", "must be an object"),
        ('{"messages": "secret"}', "messages must be a list"),
        ('{"messages": [{"from": "me", "text": "a"}, "secret"]}', "messages[1] must be an object"),
        ('{"messages": [{"text": "secret"}]}', "messages[0].from must be a text"),
        ('{"messages": [{"from": "me"}]}', "messages[0].text must be a text"),
        ('{"messages": [{"from": "me", "text": "secret", "at": 3}]}', "messages[0].at"),
        ('{"contact": 3}', "contact must be a text"),
        ('{"draft": ["secret"]}', "draft must be"),
        ('{"draft": {"text": "secret", "caret": 99}}', "draft.caret"),
        (f'{INVITED}\n{{"messages": 1}}', "line 2: messages"),
        ("[" * 100_000, "nested"),
    ],
)
def test_bad_input_names_the_field_and_quotes_nothing(
    copilot: Command, file: Callable[..., str], text: str, field: str
):
    outcome = copilot("suggest", "--conversation", file(text))
    assert outcome.code == 1
    assert field in outcome.err
    assert "chat.json" in outcome.err
    assert "secret" not in outcome.err


def test_a_file_that_is_not_there_or_not_text(copilot: Command, tmp_path: Path):
    assert "can't be read" in copilot("suggest", "--conversation", "/no/such.json").err
    binary = tmp_path / "chat.json"
    binary.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in copilot("suggest", "--conversation", str(binary)).err


PROVIDER = '[providers.{name}]\nbase_url = "{url}"\nmodel = "m"\n'


async def in_thread(copilot: Command, *arguments: str) -> Any:
    return await asyncio.to_thread(copilot, *arguments)


async def test_the_provider_of_the_settings_answers(
    copilot: Command, file: Callable[..., str], configure: Callable[[str], None]
):
    async with ScriptedServer([answer("1|agree|Sure!\n2|decline|不行\n3|ask|When?\n")]) as server:
        configure(PROVIDER.format(name="x", url=server.base_url) + '[jobs]\nreplies = "x"\n')
        outcome = await in_thread(copilot, "suggest", "--conversation", file(INVITED))
        assert outcome.json["suggestions"] == [
            {"text": "Sure!", "stance": "agree", "source": "model"},
            {"text": "不行", "stance": "decline", "source": "model"},
            {"text": "When?", "stance": "ask", "source": "model"},
        ]
        offline = await in_thread(copilot, "suggest", "--offline", "--conversation", file(INVITED))
        assert {s["source"] for s in offline.json["suggestions"]} == {"instant"}
        assert len(server.exchanges) == 1


async def test_a_provider_by_name(
    copilot: Command, file: Callable[..., str], configure: Callable[[str], None]
):
    async with ScriptedServer([answer("1|agree|Sure!\n")]) as server:
        configure(PROVIDER.format(name="y", url=server.base_url))
        arguments = ("suggest", "--provider", "y", "--conversation", file(INVITED))
        outcome = await in_thread(copilot, *arguments)
        assert [s["text"] for s in outcome.json["suggestions"]] == ["Sure!"]


async def test_one_that_fails_does_not_take_the_others_along(
    copilot: Command, file: Callable[..., str], configure: Callable[[str], None]
):
    plays = [answer("1|agree|One\n"), fail(401), answer("1|agree|Three\n")]
    other = conversation(("them", "And now?"))
    third = conversation(("them", "And then?"))
    async with ScriptedServer(plays) as server:
        configure(PROVIDER.format(name="x", url=server.base_url) + '[jobs]\nreplies = "x"\n')
        given = file(f"{INVITED}\n{other}\n{third}\n")
        outcome = await in_thread(copilot, "suggest", "--conversation", given)
    assert outcome.code == 1
    assert [len(one["suggestions"]) for one in outcome.lines] == [1, 0, 1]
    assert "does not accept the key" in outcome.lines[1]["error"]["title"]
    assert "chat.json, line 2" in outcome.err
    assert "And now" not in outcome.err


async def test_what_was_sent_is_shown_if_wanted(
    copilot: Command, file: Callable[..., str], configure: Callable[[str], None]
):
    plays = [fail(401), answer("1|agree|Sure!\n"), answer("1|agree|Yes\n")]
    number = conversation(("them", "It's 138 1234 5678, call me!"))
    async with ScriptedServer(plays) as server:
        url = server.base_url
        configure(
            PROVIDER.format(name="x", url=url)
            + PROVIDER.format(name="y", url=url)
            + 'masking = "standard"\n'
            + '[jobs]\nreplies = ["x", "y"]\n'
        )
        given = file(f"{number}\n{ANSWERED}\n")
        arguments = ("suggest", "--show-sent", "--conversation", given)
        first, second = (await in_thread(copilot, *arguments)).lines
        offline = await in_thread(copilot, "suggest", "--offline", *arguments[1:])
        asked = [e.json["messages"] for e in server.exchanges if e.method == "POST"]
    calls = [*first["sent"], *second["sent"]]
    assert [(c["provider"], c["outcome"]) for c in calls] == [
        ("x", "failed"),
        ("y", "answered"),
        ("x", "answered"),
    ]
    assert [[(m["role"], m["text"]) for m in c["messages"]] for c in calls] == [
        [(m["role"], m["content"]) for m in messages] for messages in asked
    ]
    assert [h["original"] for h in calls[1]["hidden"]] == ["138 1234 5678"]
    assert [line["sent"] for line in offline.lines] == [[], []]


def test_a_provider_that_is_not_there(
    copilot: Command, file: Callable[..., str], configure: Callable[[str], None]
):
    configure(PROVIDER.format(name="x", url="http://127.0.0.1:9") + '[jobs]\nreplies = "x"\n')
    outcome = copilot("suggest", "--conversation", file(INVITED))
    assert outcome.code == 1
    assert "refused" in outcome.err


def test_unknown_provider_broken_settings_and_nothing_to_ask(
    copilot: Command, file: Callable[..., str], configure: Callable[[str], None]
):
    given = ("--conversation", file(INVITED))
    assert (
        "the provider 'z', which is not defined"
        in copilot("suggest", "--provider", "z", *given).err
    )
    configure("[quick_replies]\nenabled = false\n")
    assert "Nothing can answer" in copilot("suggest", *given).err
    configure("[jobs]\nreplies = 3\n")
    outcome = copilot("suggest", *given)
    assert (outcome.code, "line 2" in outcome.err) == (1, True)
    # What needs no settings works without them.
    assert copilot("suggest", "--offline", *given).code == 0


async def test_what_a_person_never_sends_is_not_sent_from_a_file_either(
    copilot: Command, here: Paths, file: Callable[..., str], configure: Callable[[str], None]
):
    seen = {"app": "gajim", "contact": "Mia", "messages": [{"from": "them", "text": "Lunch?"}]}
    rules = ChatRules(RulesFile(here.chats_file))
    rules.keep(ChatIdentity("gajim", "1", "Mia"), ChatRule(Reach.NOBODY))
    async with ScriptedServer([answer("1|agree|Sure!\n")]) as server:
        configure(PROVIDER.format(name="x", url=server.base_url) + '[jobs]\nreplies = "x"\n')
        given = file(f"{json.dumps(seen)}\n{json.dumps(seen | {'contact': 'Bob'})}\n")
        outcome = await in_thread(copilot, "suggest", "--conversation", given)
        assert len(server.exchanges) == 1
    assert outcome.code == 1
    assert "not sent" in outcome.lines[0]["error"]["title"]
    assert outcome.lines[0]["suggestions"] == []
    assert [s["text"] for s in outcome.lines[1]["suggestions"]] == ["Sure!"]
