"""Skills are read from TOML, and what is wrong in one is named."""

from __future__ import annotations

import pytest

from copilot.core.errors import SettingsError
from copilot.core.model import Message, Stance
from copilot.core.skills import Limits, parse_skill
from tests.lab_llm.skills import FOLDER, skill

GOOD = """
name = "reply"
title = "Replies"
description = "d"
inputs = ["conversation"]
instructions = "i"
task = "t"
[output]
stances = ["agree", "ask"]
[[examples]]
chat = ["them: hi: you", "me: yes"]
answer = "a"
"""


def test_good() -> None:
    parsed = parse_skill(GOOD, "x.toml")
    assert parsed.stances == (Stance.AGREE, Stance.ASK)
    assert (parsed.count, parsed.limits) == (3, Limits())
    [example] = parsed.examples
    assert example.conversation.messages == (Message("them", "hi: you"), Message("me", "yes"))
    assert example.draft.text == ""


@pytest.mark.parametrize("name", ["reply", "complete", "topics"])
def test_ours(name: str) -> None:
    ours = skill(name)
    assert ours.name == name
    assert ours.count == 3
    assert len(ours.examples) == 2
    assert ("draft" in ours.inputs) == (name == "complete")


@pytest.mark.parametrize(("name", "form"), [("translate", "lines"), ("check", "fields")])
def test_ours_of_translation(name: str, form: str) -> None:
    ours = skill(name)
    assert (ours.name, ours.form) == (name, form)
    assert "lines" in ours.inputs
    assert (ours.stances, ours.count, ours.examples) == ((), 0, ())


def test_all_of_ours_are_tested() -> None:
    ours = {"reply", "complete", "topics", "translate", "check"}
    ours |= {"explain", "summary", "advice", "proofread"}  # test_skill_asker.py
    assert {file.stem for file in FOLDER.iterdir()} == ours


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('name = "reply"', "", "name"),
        ('title = "Replies"', "title = 3", "title"),
        ('description = "d"', 'description = " "', "description"),
        ('["conversation"]', "[]", "inputs"),
        ('["conversation"]', '["conversation", 3]', "inputs"),
        ('["conversation"]', '"conversation"', "inputs"),
        ('["conversation"]', '["screen"]', "inputs"),
        ("[output]", "[output]\ncount = 0", "output.count"),
        ("[output]", '[output]\nform = "poem"', "output.form"),
        ("[output]", '[output]\nform = "lines"', "output.stances"),
        ("[output]", "[output]\ncount = true", "output.count"),
        ("[output]", "[output]\nform = 1", "output.form"),
        ('"agree", "ask"', '"agree", "shout"', "output.stances"),
        ("[output]", "[limits]\ntemperature = 3\n[output]", "limits.temperature"),
        ("[output]", '[limits]\ntemperature = "hot"\n[output]', "limits.temperature"),
        ("[output]", "[limits]\nprompt_tokens = 1.5\n[output]", "limits.prompt_tokens"),
        ("[output]", "[limits]\nmoney = 1\n[output]", "limits.money"),
        ('task = "t"', 'task = "t"\nlimits = 3', "limits"),
        ('task = "t"', 'task = "t"\ncolour = "red"', "colour"),
        ('"them: hi: you"', '"hi"', "examples[0].chat"),
        ('"them: hi: you"', '"anna: hi"', "examples[0].chat"),
        ('answer = "a"', "", "examples[0].answer"),
        ('answer = "a"', 'answer = "a"\ndraft = 3', "examples[0].draft"),
        ('answer = "a"', 'answer = "a"\nlang = "zh"', "examples[0].lang"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, field: str) -> None:
    assert old in GOOD
    with pytest.raises(SettingsError) as raised:
        parse_skill(GOOD.replace(old, new), "mine.toml")
    assert raised.value.field == field
    assert "mine.toml" in raised.value.title
    assert field in raised.value.hint


@pytest.mark.parametrize("value", ["3", "[3]"])
def test_examples_are_tables(value: str) -> None:
    text = GOOD.partition("[output]")[0] + f'examples = {value}\n[output]\nstances = ["agree"]'
    with pytest.raises(SettingsError) as raised:
        parse_skill(text, "mine.toml")
    assert raised.value.field == "examples"


def test_broken_toml_names_the_line() -> None:
    with pytest.raises(SettingsError) as raised:
        parse_skill(GOOD + "\nname = = 3", "mine.toml")
    assert raised.value.line == GOOD.count("\n") + 2
    with pytest.raises(SettingsError):
        parse_skill('a = "', "mine.toml")
