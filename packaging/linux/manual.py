"""The manual page, in man(7), made of the program's own help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commands import PROGRAM, Command, Option

_FILES = (
    ("~/.config/chat-copilot/settings.toml", "what you have set"),
    ("~/.local/share/chat-copilot/", "what is kept of chats, encrypted, and what models have cost"),
    (
        "~/.local/state/chat-copilot/",
        "the log, reports of crashes, and what it remembers by itself",
    ),
)
_ENVIRONMENT = (
    ("CHAT_COPILOT_HOME", "a folder for all of the above, for portable use"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "folders in place of those above"),
    ("HTTPS_PROXY, ALL_PROXY", "the way to model providers, unless the settings name one"),
)


def page(commands: Sequence[Command], version: str, date: str) -> str:
    """The page for the program and all its commands."""
    top, *rest = commands
    lines = [
        f'.TH "{PROGRAM.upper()}" "1" "{date}" "{PROGRAM} {version}" "User Commands"',
        ".SH NAME",
        _text(f"{PROGRAM} - {top.summary[0].lower()}{top.summary[1:].rstrip('.')}"),
        ".SH SYNOPSIS",
        f".B {_text(PROGRAM)}",
        ".I COMMAND",
        "[...]",
        ".SH DESCRIPTION",
        _text(
            "It watches the draft that you are typing in a chat application and offers replies, "
            "topics and translation beside it. It never sends for you."
        ),
        ".SH OPTIONS",
        *_options(top.options),
        ".SH COMMANDS",
    ]
    for command in rest:
        lines += _command(command)
    lines += [".SH EXIT STATUS", *_verbatim(top.examples.partition("exit codes:\n")[2])]
    lines += [".SH FILES", *_terms(_FILES), ".SH ENVIRONMENT", *_terms(_ENVIRONMENT)]
    return "\n".join(lines) + "\n"


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_text(' '.join(command.words))}"
    yield f"{_text(command.summary[0].upper() + command.summary[1:])}."
    yield ".PP"
    yield f".B {_text(command.usage)}"
    yield from _options(command.options)
    examples = command.examples.partition("exit codes:\n")[0]
    examples = examples.removeprefix("examples:\n").rstrip()
    if examples and len(command.words) == 1:
        yield ".PP"
        yield "Examples:"
        yield from _verbatim(examples)


def _options(options: Sequence[Option]) -> Iterator[str]:
    for option in options:
        value = f" {_text(option.value)}" if option.value and option.flags else ""
        names = ", ".join(_text(flag) for flag in option.flags) or _text(option.value)
        yield ".TP"
        yield f"\\fB{names}\\fR\\fI{value}\\fR"
        yield _text(option.help.replace("%%", "%"))


def _terms(terms: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, told in terms:
        yield ".TP"
        yield f".B {_text(name)}"
        yield _text(told)


def _verbatim(text: str) -> Iterator[str]:
    yield ".PP"
    yield ".nf"
    yield from (_text(line) for line in text.strip("\n").splitlines())
    yield ".fi"


def _text(text: str) -> str:
    """Text of which man takes nothing for an instruction."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    escaped = escaped.replace("`", "\\(ga").replace("~", "\\(ti")
    return f"\\&{escaped}" if escaped.startswith((".", "\\(aq")) else escaped
