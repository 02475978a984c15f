"""Skills of one's own are joined to ours; a broken one is named and does no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.errors import SettingsError
from copilot.core.own_skills import MOST, Joined, SkillFile, join

GOOD = """
name = "roast"
title = "Roast"
description = "Laughs at it."
inputs = ["conversation", "draft"]
instructions = "i"
task = "t"
[output]
form = "answer"
"""


def only(text: str, taken: tuple[str, ...] = ("reply", "explain")) -> Joined:
    return join([SkillFile("roast.toml", text)], taken)


def test_good() -> None:
    [skill] = only(GOOD).skills
    assert (skill.name, skill.title, skill.insertable) == ("roast", "Roast", False)
    assert skill.in_my_language
    assert only(GOOD).notice() is None
    [skill] = only(f"{GOOD}insertable = true").skills
    assert (skill.insertable, skill.in_my_language) == (True, False)
    [skill] = only(f"{GOOD}my_language = false").skills
    assert (skill.insertable, skill.in_my_language) == (False, False)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"answer"', '"suggestions"\nstances = ["agree"]', "output.form"),
        ('form = "answer"', 'stances = ["agree"]', "output.form"),
        ('"answer"', '"lines"', "output.form"),
        ('"answer"', '"answer"\ncount = 3', "output.count"),
        ('"answer"', '"answer"\ninsertable = "yes"', "output.insertable"),
        ('"answer"', '"answer"\nmy_language = "de"', "output.my_language"),
        ('["conversation", "draft"]', '["lines"]', "inputs"),
        ('"roast"', '"Roast it"', "name"),
        ('"roast"', '"../roast"', "name"),
        ('"roast"', '"reply"', "name"),
        ('"Roast"', f'"{"x" * 41}"', "title"),
        ('"Roast"', '"Roast\\nme"', "title"),
        ('"Roast"', '"Roast\\u202eme"', "title"),
        ('"Laughs at it."', f'"{"x" * 161}"', "description"),
    ],
)
def test_bad(old: str, new: str, field: str) -> None:
    assert old in GOOD
    joined = only(GOOD.replace(old, new, 1))
    assert joined.skills == ()
    [(name, error)] = joined.broken
    assert (name, error.field) == ("roast.toml", field)
    notice = joined.notice()
    assert notice is not None
    assert "roast.toml" in notice.title


@pytest.mark.parametrize("text", ["name = ", "a = " + "[" * 5000, "a = " + "9" * 9000])
def test_no_toml(text: str) -> None:
    [(_, error)] = only(f"\n{text}").broken
    assert error.title == "roast.toml is not valid TOML."


def test_the_line_of_broken_toml_is_named() -> None:
    [(_, error)] = only("\n\nname = \n").broken
    assert error.line == 3
    assert "line 3" in error.hint


def test_no_name_is_taken_twice() -> None:
    joined = join([SkillFile("a.toml", GOOD), SkillFile("b.toml", GOOD)], ())
    assert len(joined.skills) == 1
    [(name, error)] = joined.broken
    assert name == "b.toml"
    assert "a.toml has it already" in error.hint
    [(_, error)] = only(GOOD.replace("roast", "explain")).broken
    assert "comes with Chat Copilot" in error.hint


def test_the_others_are_there_though_some_are_broken() -> None:
    broken = [SkillFile(f"{n}.toml", "x") for n in range(6)]
    unread = SkillFile("z.toml", SettingsError("The skill in z.toml can't be read: no."))
    joined = join([*broken, SkillFile("a.toml", GOOD), unread], ())
    assert [skill.name for skill in joined.skills] == ["roast"]
    notice = joined.notice()
    assert notice is not None
    told = "7 of your own skills can't be used: 0.toml, 1.toml, 2.toml, 3.toml …"
    assert notice.title == told


def test_there_is_an_end_to_them() -> None:
    many = [SkillFile(f"{n}.toml", GOOD.replace("roast", f"r{n}")) for n in range(MOST + 5)]
    joined = join(many, ())
    assert len(joined.skills) == MOST
    assert [one.name for one in joined.broken] == [f"{MOST}.toml"]


@given(st.text())
def test_whatever_stands_in_a_file_is_a_skill_or_told(text: str) -> None:
    joined = only(text)
    assert len(joined.skills) + len(joined.broken) == 1
