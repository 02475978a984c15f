"""Skills that people write themselves or share: joined to ours, or refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copilot.core.errors import SettingsError
from copilot.core.model import Notice
from copilot.core.skills import Skill, parse_skill
from copilot.core.unseen import visible

MOST = 40
"""So many are offered; the list is still one that people can read."""
_NAMED = 4
"""So many of several broken files are named."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 40, 160


class SkillFile(NamedTuple):
    """A file with its text, or the error that kept it from being read."""

    name: str
    content: str | SettingsError


class Broken(NamedTuple):
    """A file that can't be used, and why."""

    name: str
    error: SettingsError


class Joined(NamedTuple):
    """The skills that can be offered, and the files that are none."""

    skills: tuple[Skill, ...] = ()
    broken: tuple[Broken, ...] = ()

    def notice(self) -> Notice | None:
        """What the person should know of it; None if all is well."""
        if len(self.broken) > 1:
            names = ", ".join(one.name for one in self.broken[:_NAMED])
            more = "" if len(self.broken) <= _NAMED else " …"
            return Notice(
                f"{len(self.broken)} of your own skills can't be used: {names}{more}",
                "The log says what is wrong in each of them.",
            )
        return next((Notice(one.error.title, one.error.hint) for one in self.broken), None)


def join(files: Sequence[SkillFile], taken: Iterable[str]) -> Joined:
    """The skills of these files. `taken` are the names of ours, which nobody may take over."""
    origins = dict.fromkeys(taken, "")
    skills: list[Skill] = []
    broken: list[Broken] = []
    for file in files:
        try:
            if isinstance(file.content, SettingsError):
                raise file.content
            skill = _checked(parse_skill(file.content, file.name), file.name, origins)
        except SettingsError as error:
            broken.append(Broken(file.name, error))
            continue
        if len(skills) == MOST:
            error = SettingsError(
                f"The skill in {file.name} can't be used: there are more than {MOST}.",
                "Move files that you don't need out of the folder.",
            )
            broken.append(Broken(file.name, error))
            break
        origins[skill.name] = file.name
        skills.append(skill)
    return Joined(tuple(skills), tuple(broken))


def _checked(skill: Skill, origin: str, origins: dict[str, str]) -> Skill:
    """The skill, if it is one that people may add. Raises SettingsError with the field."""

    def wrong(field: str, rule: str) -> SettingsError:
        return SettingsError(
            f"The skill in {origin} can't be used: {field} is wrong.",
            f"{field} {rule}.",
            field=field,
        )

    if skill.form != "answer":
        raise wrong("output.form", 'is "answer" in skills of your own')
    if not _NAME.fullmatch(skill.name):
        raise wrong("name", "is a short word of small letters, digits, - and _")
    if skill.name in origins:
        other = origins[skill.name]
        raise SettingsError(
            f"The skill in {origin} can't be used: {skill.name} is the name of another one.",
            f"Give it another name: {other} has it already."
            if other
            else "Give it another name: this one comes with Chat Copilot.",
            field="name",
        )
    for field, text, longest in (
        ("title", skill.title, _LONGEST_TITLE),
        ("description", skill.description, _LONGEST_DESCRIPTION),
    ):
        if len(text) > longest or "\n" in text or visible(text) != text:
            raise wrong(field, f"is one line of at most {longest} visible characters")
    return skill
