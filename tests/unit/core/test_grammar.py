"""Whatever a model writes within the grammar of a skill becomes the suggestions it asks for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot.core.grammar import grammar, longest_text
from copilot.core.model import Stance
from copilot.core.parsing import SuggestionParser
from copilot.core.redaction import Vault
from tests.lab_llm.skills import skill

NAMES = ("reply", "complete", "topics")


def as_regex(gbnf: str) -> str:
    """The same language as a regular expression: our grammars never refer to themselves."""
    rules = dict(line.split(" ::= ", 1) for line in gbnf.splitlines())

    def of(body: str) -> str:
        tokens = re.findall(r'"(?:[^"\\]|\\.)*"|\[(?:[^\]\\]|\\.)*\]|\{\d+,\d+\}|\||[\w-]+', body)
        parts: list[str] = []
        for token in tokens:
            if token[0] == '"':
                parts.append(re.escape(token[1:-1].replace("\\n", "\n")))
            elif token[0] in "[{|":
                parts.append(token)
            else:
                parts.append(f"(?:{of(rules[token])})")
        return "".join(parts)

    return of(rules["root"])


ANSWERS = {
    name: st.from_regex(as_regex(grammar(skill(name), 12)), fullmatch=True) for name in NAMES
}


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_answer_parses(name: str, data: st.DataObject) -> None:
    one = skill(name)
    answer = data.draw(ANSWERS[name])
    parser = SuggestionParser(one, Vault())
    parser.feed(answer)
    drafted = parser.finish()
    stances: dict[str, str] = {}
    for line in answer.splitlines():
        *marks, text = line.split("|")
        stances.setdefault(plain(text), marks[1] if name == "reply" else one.stances[0].value)
    # "/0" is a way to say that nothing calls for a reply; what is all marks may be their wrapping.
    for silence in ("", "0", "0none", "na", "none", "noreply"):
        stances.pop(silence, None)
    found = {plain(d.text): d.stance.value for d in drafted if plain(d.text)}
    assert found == stances
    assert all(d.whole for d in drafted)


def plain(text: str) -> str:
    """Equal for texts that say the same."""
    return re.sub(r"[\W_]+", "", text.replace("\\n", "\n").casefold())


@pytest.mark.parametrize(
    "text", ["好的，周五见", "Да, конечно!", "はい", "👍🏽 sí", "⟨PHONE_1⟩", "<3"]
)
def test_any_language_can_be_written(text: str) -> None:
    assert re.fullmatch(as_regex(grammar(skill("topics"))), f"1|{text}\n2|{text}\n3|{text}\n")


@pytest.mark.parametrize(
    "answer",
    [
        "1|agree|yes\n2|agree|sure\n3|ask|when?\n",  # a stance twice
        "1|agree|yes\n2|ask|when?\n",  # one is missing
        "1|agree|yes\n2|ask|\n3|delay|later\n",  # no text
        "1|agree|yes\n2|maybe|well\n3|delay|later\n",  # no stance of the skill
        "Sure! Here are three:\n1|agree|yes\n2|ask|when?\n3|delay|later\n",
        "1|agree|[them] yes\n2|ask|when?\n3|delay|later\n",
        f"1|agree|{'a' * 201}\n2|ask|when?\n3|delay|later\n",
    ],
)
def test_what_the_skill_does_not_want_cannot_be_written(answer: str) -> None:
    assert not re.fullmatch(as_regex(grammar(skill("reply"), 200)), answer)


def test_stances_come_again_only_when_all_were_used() -> None:
    five = replace(skill("reply"), count=3, stances=(Stance.AGREE, Stance.ASK))
    pattern = as_regex(grammar(five))
    assert re.fullmatch(pattern, "1|ask|a\n2|agree|b\n3|ask|c\n")
    assert re.fullmatch(pattern, "1|ask|a\n2|agree|b\n3|agree|c\n")
    assert not re.fullmatch(pattern, "1|ask|a\n2|ask|b\n3|agree|c\n")


@pytest.mark.parametrize("name", NAMES)
def test_all_texts_fit_into_the_answer(name: str) -> None:
    one = skill(name)
    longest = longest_text(one, one.limits.answer_tokens)
    assert longest * one.count <= one.limits.answer_tokens * 2
    assert longest >= 40
    assert longest_text(one, 100_000) <= 2000
