"""Skill → a grammar that leaves a model no other form than the one that we read.

Format: GBNF, https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md
"""

from __future__ import annotations

from copilot.core.model import Stance
from copilot.core.skills import Skill

_LONGEST = 1600
"""Characters. llama.cpp takes no repetition of more than 2000."""
_SHORTEST = 40

# What would end the line or its fields, what nobody sees (controls, marks that turn the order
# around), and brackets: small models repeat the tags of the prompt, "[them]".
_NEVER = r"\x00-\x1f\x7f-\x9f|｜\[\]<>◁▷\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
# No text begins with 0: alone it would mean that nothing calls for a reply.
_FIRST = rf'[^ 　\xa00{_NEVER}] | "<3"'
_CHARACTER = rf'[^{_NEVER}] | "<3"'


def grammar(skill: Skill, longest: int = 200, letters: str = "") -> str:
    """The lines `number|stance|text` that `skill` asks for, `number|text` if it has one stance.

    All of its suggestions, no stance twice before each was used, any script, `longest` characters
    a text at most. `letters` restricts the texts to these characters, written as the inside of a
    character class ("A-Za-z ,.!?"); then they begin with a Latin letter.
    """
    longest = min(max(longest, 2), _LONGEST)
    lines = _lines_with_stances(skill) if len(skill.stances) > 1 else _lines(skill)
    first, char = ("[A-Za-z]", f"[{letters}]") if letters else (_FIRST, _CHARACTER)
    return (
        f"{lines}text ::= first rest\nfirst ::= {first}\nrest ::= char{{0,{longest - 1}}}\n"
        f"char ::= {char}\n"
    )


def longest_text(skill: Skill, answer_tokens: int) -> int:
    """How long a text may be, in characters, so that all fit into an answer of so many tokens.

    Reckoned with two characters a token: an English text stays well below that. In scripts where
    a character is a token or more, the last text of an answer may be cut off and left out.
    """
    return min(max(answer_tokens * 2 // skill.count, _SHORTEST), _LONGEST)


def _lines(skill: Skill) -> str:
    marks = (f'"{number}|" text "\\n"' for number in range(1, skill.count + 1))
    return f"root ::= {' '.join(marks)}\n"


def _lines_with_stances(skill: Skill) -> str:
    """One rule for each set of stances that may have been used when a line begins."""
    rules: dict[str, str] = {}

    def rule(number: int, used: frozenset[Stance]) -> str:
        left = [stance for stance in skill.stances if stance not in used] or list(skill.stances)
        used = used if len(left) < len(skill.stances) else frozenset()
        places = [str(i) for i, stance in enumerate(skill.stances) if stance in used]
        name = "-".join(["line", str(number), *places])
        if name not in rules:
            rules[name] = ""  # keeps its place before those that it leads to
            rules[name] = " | ".join(line(number, stance, used) for stance in left)
        return name

    def line(number: int, stance: Stance, used: frozenset[Stance]) -> str:
        told = f'"{stance.value}|" text "\\n"'
        if number == skill.count:
            return told
        return f'{told} "{number + 1}|" {rule(number + 1, used | {stance})}'

    start = rule(1, frozenset())
    listed = "".join(f"{name} ::= {body}\n" for name, body in rules.items())
    return f'root ::= "1|" {start}\n{listed}'
