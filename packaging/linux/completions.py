"""Completions of commands, options and fixed values for bash, zsh and fish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commands import PROGRAM, Command


def bash(commands: Sequence[Command]) -> str:
    """The file for bash-completion's folder, named as the program."""
    cases = "\n".join(
        f"    {_pattern(command)}) words={_quoted(' '.join(_words(command)))} ;;"
        for command in commands
    )
    values = "\n".join(
        f"    {pattern}) words={_quoted(' '.join(choices))} ;;"
        for pattern, choices in _fixed_values(commands)
    )
    files = "|".join(
        sorted({f for c in commands for o in c.options if o.takes_file for f in o.flags})
    )
    return f"""# Made from the program's own parser: do not edit.
_chat_copilot() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  local path= word words=
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    [[ $word == -* ]] || path+=" $word"
  done
  case "$path $previous" in
{values}
  esac
  case "$previous" in
    {files}) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  [[ -n $words ]] || case "$path" in
{cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ ${{#COMPREPLY[@]}} -gt 0 ]] || COMPREPLY=($(compgen -f -- "$current"))
}}
complete -F _chat_copilot {PROGRAM}
"""


def zsh(commands: Sequence[Command]) -> str:
    """The file `_chat-copilot` for zsh's folder of site functions."""
    cases = "\n".join(
        f"    {_pattern(command)}) described=({' '.join(_described(commands, command))}) ;;"
        for command in commands
    )
    values = "\n".join(
        f"    {pattern}) described=({' '.join(map(_quoted, choices))}) ;;"
        for pattern, choices in _fixed_values(commands)
    )
    return f"""#compdef {PROGRAM}
# Made from the program's own parser: do not edit.
_chat_copilot() {{
  local path= word
  local -a described
  for word in "${{(@)words[2,CURRENT-1]}}"; do
    [[ $word == -* ]] || path+=" $word"
  done
  case "$path $words[CURRENT-1]" in
{values}
  esac
  (( $#described )) || case "$path" in
{cases}
  esac
  _describe '{PROGRAM}' described || _files
}}
_chat_copilot "$@"
"""


def fish(commands: Sequence[Command]) -> str:
    """The file for fish's folder of completions."""
    lines = ["# Made from the program's own parser: do not edit."]
    top = commands[0].children
    for command in commands:
        if not command.words:
            condition = "__fish_use_subcommand"
        else:
            condition = "; and ".join(
                f"__fish_seen_subcommand_from {word}" for word in command.words
            )
        for child in command.children:
            told = _summary(commands, (*command.words, child))
            inner = condition
            if command.words:
                inner += f"; and not __fish_seen_subcommand_from {' '.join(command.children)}"
            lines.append(_fish_line(inner, f"-f -a {child}", told))
        for option in command.options:
            told = option.help.replace("%%", "%")
            if not option.flags:
                if option.choices:
                    lines.append(
                        _fish_line(condition, f"-f -a {_quoted(' '.join(option.choices))}", told)
                    )
                continue
            names = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
                for flag in option.flags
            )
            if option.choices:
                names += f" -x -a {_quoted(' '.join(option.choices))}"
            elif option.takes_file:
                names += " -r -F"
            elif option.value:
                names += " -x"
            lines.append(_fish_line(condition, names, told))
    assert top, "the parser has no commands"
    return "\n".join(lines) + "\n"


def _fish_line(condition: str, what: str, told: str) -> str:
    return f"complete -c {PROGRAM} -n {_quoted(condition)} {what} -d {_quoted(told)}"


def _pattern(command: Command) -> str:
    """What the words typed so far look like; operands may follow a command without children."""
    if not command.words:
        return '""'
    words = _quoted("".join(f" {word}" for word in command.words))
    return words if command.children else f"{words}*"


def _words(command: Command) -> list[str]:
    operands = [
        choice for option in command.options if not option.flags for choice in option.choices
    ]
    return [*command.children, *operands, *(flag for o in command.options for flag in o.flags)]


def _described(commands: Sequence[Command], command: Command) -> Iterator[str]:
    for child in command.children:
        yield _quoted(f"{child}:{_summary(commands, (*command.words, child))}")
    for option in command.options:
        for name in option.flags or option.choices:
            yield _quoted(f"{name}:{option.help.replace('%%', '%')}")


def _fixed_values(commands: Sequence[Command]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for command in commands:
        for option in command.options:
            for flag in option.flags if option.choices else ():
                words = "".join(f" {word}" for word in command.words)
                yield f"{_quoted(words)}*{_quoted(f' {flag}')}", option.choices


def _summary(commands: Sequence[Command], words: tuple[str, ...]) -> str:
    return next(command.summary for command in commands if command.words == words)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
