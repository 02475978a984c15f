"""Collects the texts of the interface for translators, and compiles what they translated.

    python packaging/translations.py update     after texts changed: the .ts files get the new ones
    python packaging/translations.py compile    after translating: makes the .qm files
    python packaging/translations.py check      whether both were done, and Chinese is complete

Texts of the windows stand in calls of Qt's `translate`; they are found here, since lupdate passes
over those whose number is not a plain name. Errors and notices of the other rooms know no Qt; they
are found by their form, since all of them are arguments of a class that is raised or shown, and go
to translators in the context "Message" with {1}, {2} … for what is filled in.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources/translations"
LANGUAGES = ("zh_CN", "zh_TW", "ja")
COMPILED = (*LANGUAGES, "en")
"""English has a file too, written by hand: how one thing is said, and how many."""
COMPLETE = "zh_CN"
"""In this language nothing may be missing."""
NAME = "chat-copilot"
CONTEXT = "Message"
_TRANSLATE = {"_tr", "translate", "QT_TRANSLATE_NOOP"}
_TOLD = {
    *("Notice", "Blocked", "Check", "HotkeyProblem", "ChordError", "CallFailed", "RouteProblem"),
    *("Reason", "Refusal", "BadLine", "Fault"),
}
"""What carries texts to people and is no error of `copilot.core.errors`."""
_NOT_TOLD = {"Fault": 1}
"""So many arguments at the beginning are for others than people."""
_WORDS = {"doubt", "trouble", "hint"}
"""Arguments of any call that are told."""
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def words(package: Path = ROOT / "copilot/ui") -> list[tuple[str, str]]:
    """The texts of the windows with their contexts, in the order of the sources."""
    found: dict[tuple[str, str], None] = {}
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call)]
        for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
            match call.args:
                case [ast.Constant(str(context)), ast.Constant(str(text)), *_] if (
                    _called(call.func) in _TRANSLATE
                ):
                    found[context, text] = None
                case _:
                    pass
    return list(found)


def messages(package: Path = ROOT / "copilot") -> list[str]:
    """The texts that other rooms than ui tell people, sorted; {1} is what is filled in first."""
    errors = ast.parse((package / "core/errors.py").read_text(encoding="utf-8"))
    told = _TOLD | {node.name for node in errors.body if isinstance(node, ast.ClassDef)}
    found: set[str] = set()
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0] == "ui":
            continue
        module = ast.parse(path.read_text(encoding="utf-8"))
        named = _assigned(one for one in module.body if not isinstance(one, _SCOPES))
        for scope in module.body:
            within = named | _assigned(ast.walk(scope)) if isinstance(scope, _SCOPES) else named
            for argument in _told_in(scope, told):
                found.update(filter(_is_told, _texts(argument, within)))
    return sorted(found)


def _told_in(scope: ast.stmt, told: set[str]) -> Iterator[ast.expr]:
    """What is given to something that carries texts, or is what one carries by itself."""
    for node in ast.walk(scope):
        match node:
            case ast.Call(func, args, keywords):
                name = _called(func)
                if name in told:
                    yield from args[_NOT_TOLD.get(name, 0) :]
                yield from (one.value for one in keywords if name in told or one.arg in _WORDS)
            case ast.ClassDef(name, body=body) if name in told:
                yield from (
                    one.value for one in body if isinstance(one, ast.AnnAssign) if one.value
                )
            case _:
                pass


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    """What names may stand for: all that is assigned to them."""
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets, value):
                pass
            case ast.AnnAssign(target, _, ast.expr() as value):
                targets = [target]
            case _:
                continue
        for target in targets:
            match target, value:
                case ast.Name(name), _:
                    found.setdefault(name, []).append(value)
                case ast.Tuple(several), ast.Tuple(values) if len(several) == len(values):
                    for one, its in zip(several, values, strict=True):
                        if isinstance(one, ast.Name):
                            found.setdefault(one.id, []).append(its)
                case ast.Tuple(several), _:
                    for one in several:
                        if isinstance(one, ast.Name):
                            found.setdefault(one.id, []).append(value)
                case _:
                    pass
    return found


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _texts(node: ast.expr, named: Mapping[str, Sequence[ast.expr]]) -> Iterator[str]:
    """The texts that it may be, and those that may be filled in."""
    inside: Iterable[ast.expr | None] = ()
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr(values):
            text, filled = "", list[ast.expr]()
            for value in values:
                if isinstance(value, ast.FormattedValue):
                    filled.append(value.value)
                    text += f"{{{len(filled)}}}"
                elif isinstance(value, ast.Constant):
                    text += str(value.value)
            yield text
            inside = filled
        case ast.Name(name):
            # Without the name itself: what is made from it may be assigned to it again.
            named, inside = {**named, name: ()}, named.get(name, ())
        case ast.IfExp(body=body, orelse=orelse):
            inside = (body, orelse)
        case ast.BoolOp(values=values) | ast.Tuple(values) | ast.Dict(values=values):
            inside = values
        case ast.Subscript(value):
            inside = (value,)
        case ast.Call(ast.Attribute(value, "get" | "strip"), args):
            inside = (value, *args[1:])
        case _:
            pass
    for one in inside:
        if one is not None:
            yield from _texts(one, named)


def _is_told(text: str) -> bool:
    """Whether it is a sentence: not a name, a path or a word of a protocol."""
    own = re.sub(r"\{\d\}", "", text)
    return text == text.strip() and " " in text and sum(map(str.isalpha, own)) > 2


def update(folder: Path = FOLDER) -> None:
    """Bring the .ts files and the list of messages up to date; what is translated stays."""
    folder.mkdir(parents=True, exist_ok=True)
    told = messages()
    (folder / "messages.json").write_text(
        json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    with tempfile.TemporaryDirectory(dir=ROOT, prefix=".translations-") as scratch:
        stand_in = Path(scratch) / "words.py"
        texts = [*words(), *((CONTEXT, text) for text in told)]
        stand_in.write_text("".join(_call(*one) for one in texts), encoding="utf-8")
        for language in LANGUAGES:
            options = ["-tr-function-alias", "translate+=_tr", "-no-obsolete", "-silent"]
            target = ["-locations", "none", "-ts", str(_file(folder, language, "ts"))]
            _run("lupdate", [*options, str(stand_in), *target])


def _call(context: str, text: str) -> str:
    """A line that lupdate understands."""
    return f"_tr({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})\n"


def release(folder: Path = FOLDER, into: Path | None = None) -> None:
    """Compile the .ts files into .qm files, in `into` or beside them."""
    for language in COMPILED:
        target = _file(into or folder, language, "qm")
        _run("lrelease", ["-silent", str(_file(folder, language, "ts")), "-qm", str(target)])


def unfinished(folder: Path, language: str) -> list[str]:
    """The texts that nobody has translated into that language yet."""
    tree = ElementTree.parse(_file(folder, language, "ts"))
    return [
        message.findtext("source", "")
        for message in tree.iter("message")
        if (made := message.find("translation")) is not None and made.get("type") == "unfinished"
    ]


def _file(folder: Path, language: str, ending: str) -> Path:
    return folder / f"{NAME}_{language}.{ending}"


def _run(tool: str, arguments: Iterable[str]) -> None:
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        raise SystemExit("PySide6 is not installed here.")
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(package.origin).parent / f"{tool}{suffix}"
    subprocess.run([program, *arguments], cwd=ROOT, check=True, timeout=120)


def check() -> list[str]:
    """What is to be done, a line each; empty if everything is up to date and Chinese complete."""
    todo: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "translations"
        shutil.copytree(FOLDER, fresh)
        update(fresh)
        release(FOLDER, fresh)
        todo += (f"not translated: {text!r}" for text in unfinished(fresh, COMPLETE))
        english = _file(FOLDER, "en", "ts").read_text(encoding="utf-8")
        counted = (text for _, text in words() if "%n" in text)
        todo += (f"one or many in English: {text!r}" for text in counted if text not in english)
        for name in ("messages.json", *(_file(fresh, one, "qm").name for one in COMPILED)):
            if (fresh / name).read_bytes() != (FOLDER / name).read_bytes():
                todo.append(f"{name} is old")
    return todo


def main() -> int:
    """Do what the command line says; 1 if something is left to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=("update", "compile", "check"))
    work: str = parser.parse_args().work
    if work == "check":
        todo = check()
        print(*todo, sep="\n")  # noqa: T201
        return 1 if todo else 0
    if work == "update":
        update()
    release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
