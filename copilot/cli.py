"""The command line: which commands there are, what they take, and how their failures are told."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import cast

from copilot.commands.exits import FAILED, INTERRUPTED, OK
from copilot.core.errors import CopilotError

_EXIT_CODES = """exit codes:
  0  done
  1  an error, told on standard error with what to do about it
  2  wrong usage
  3  nothing there (no chat has the keyboard, a check of doctor fails, no key is stored)
"""

_OVERVIEW = f"""examples:
  chat-copilot run                       start it; its icon appears in the tray
  chat-copilot practice                  try everything in a chat with a scripted friend
  chat-copilot doctor                    see what works here and what to do about the rest
  chat-copilot trigger choose1           for desktops where a shortcut has to call a command

{_EXIT_CODES}"""


# Those that are started with nobody waiting at a terminal, so that each millisecond shows.
_AT_ONCE = frozenset({"run", "trigger", "practice", "demo"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _speak_utf8()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    args = build_parser(typed[0] if typed else "").parse_args(typed)
    command = cast("str", args.command)
    try:
        # Each command imports what it needs, so that `--help` and `trigger` start at once.
        run = cast(
            "Callable[[argparse.Namespace], int]",
            importlib.import_module(f"copilot.commands.{command}").main,
        )
        code = run(args)
        sys.stdout.flush()
        return code
    except CopilotError as error:
        print(f"chat-copilot: {error.title}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # `chat-copilot watch | head`: the reader has gone, and the interpreter's own flush at
        # exit must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if args.debug:
            raise
        return _unexpected(command, error)


def build_parser(typed: str = "") -> argparse.ArgumentParser:
    """All commands and their options; of some, when they are typed, that one alone.

    All of them take 10 ms, which the icon in the tray would come later.
    """
    parser = argparse.ArgumentParser(
        prog="chat-copilot",
        description="Replies, topics and translation beside the draft you are typing.",
        epilog=_OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print which build this is")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, summary: str, examples: str) -> argparse.ArgumentParser:
        if typed in _AT_ONCE and name != typed:
            return cast("argparse.ArgumentParser", _NotTyped())
        one = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"examples:\n{examples}\n{_EXIT_CODES}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.add_argument(
            "--debug", action="store_true", help="log more; show Python's traceback of a bug"
        )
        return one

    _add_running(command)
    if typed not in _AT_ONCE or typed == "trigger":
        _add_trigger(command)  # its actions come with all of core's values: 15 ms
    _add_looking(command)
    _add_suggest(command)
    _add_translate(command)
    _add_mask(command)
    _add_upkeep(command)
    _add_sent(command)
    _add_detect(command)
    _add_glossary(command)
    _add_key(command)
    _add_history(command)
    _add_contact(command)
    _add_chats(command)
    _add_usage(command)
    _add_providers(command)
    _add_engine(command)
    return parser


class _Version(argparse.Action):
    """Reads what the package step wrote only when somebody asks for it."""

    def __call__(self, *_: object) -> None:
        from copilot.store import build

        print(f"chat-copilot {build.read().line}")
        raise SystemExit(OK)


class _NotTyped:
    """Takes the arguments of a command that was not typed, and forgets them."""

    def __getattr__(self, _name: str) -> Callable[..., _NotTyped]:
        return lambda *_, **__: self


_NewCommand = Callable[[str, str, str], argparse.ArgumentParser]


def _add_running(command: _NewCommand) -> None:
    run = command(
        "run",
        "start Chat Copilot, or bring up the one that runs",
        "  chat-copilot run\n",
    )
    run.add_argument(
        "--log-chats",
        action="store_true",
        help="write chat texts into the log too (only to find a bug; it warns)",
    )
    demo = command(
        "demo",
        "play the whole loop in the practice chat and print each step with its time",
        "  chat-copilot demo\n  chat-copilot demo --screenshot demo.png\n",
    )
    demo.add_argument("--screenshot", metavar="FILE", help="save a picture of the last step")
    demo.add_argument("--language", choices=("en", "zh"), default="", help="what the friend speaks")
    demo.add_argument("--json", action="store_true", help="print the steps as JSON")
    practice = command(
        "practice",
        "open a practice chat with a scripted friend; no account, no key",
        "  chat-copilot practice\n  chat-copilot practice --language zh\n",
    )
    practice.add_argument(
        "--language", choices=("en", "zh"), default="", help="what the friend speaks"
    )
    practice.add_argument(
        "--silent", action="store_true", help="the friend only says what is sent to the window"
    )


def _add_trigger(command: _NewCommand) -> None:
    trigger = command(
        "trigger",
        "have the running instance do something, as a hotkey would",
        "  chat-copilot trigger open\n"
        "  chat-copilot trigger choose1      # bind this to a shortcut of your desktop\n",
    )
    trigger.add_argument(
        "action", metavar="ACTION", help=f"one of: {', '.join(_actions())}", choices=_actions()
    )
    trigger.add_argument("--json", action="store_true", help="print the answer as JSON")


def _add_looking(command: _NewCommand) -> None:
    read = command(
        "read",
        "print the chat that has the keyboard: contact, messages, draft",
        "  chat-copilot read --wait 5        # five seconds to click into the chat\n"
        "  chat-copilot read --json | jq .draft.text\n",
    )
    read.add_argument(
        "--wait",
        type=_seconds,
        default=0.0,
        metavar="SECONDS",
        help="wait up to so long for a chat to have the keyboard",
    )
    read.add_argument("--json", action="store_true", help="print JSON")
    watch = command(
        "watch",
        "print every change of the chat that has the keyboard, one JSON object a line",
        "  chat-copilot watch\n  chat-copilot watch --count 1 | jq .messages\n",
    )
    watch.add_argument("--count", type=_count, metavar="N", help="end after N lines")
    watch.add_argument("--seconds", type=_seconds, metavar="S", help="end after so many seconds")
    doctor = command(
        "doctor",
        "check what works on this desktop, and say what to do about the rest",
        "  chat-copilot doctor\n  chat-copilot doctor --online --json\n",
    )
    doctor.add_argument(
        "--online",
        action="store_true",
        help="also ask configured providers that are not on this machine for their list of models",
    )
    shown = doctor.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print JSON")
    shown.add_argument("--window", action="store_true", help="show it in a window")


def _add_suggest(command: _NewCommand) -> None:
    suggest = command(
        "suggest",
        "suggest replies to conversations from files",
        "  chat-copilot suggest --conversation chat.json\n"
        "  chat-copilot suggest --conversation *.json     # one answer a line, in their order\n"
        "  chat-copilot read --json | chat-copilot suggest --conversation -\n"
        "\na conversation:\n"
        '  {"contact": "Mia", "messages": [{"from": "them", "text": "Lunch?"}], "draft": ""}\n'
        "its answer:\n"
        '  {"suggestions": [{"text": "Sure, …", "stance": "agree", "source": "instant"}]}\n',
    )
    suggest.add_argument(
        "--conversation",
        nargs="+",
        required=True,
        metavar="FILE",
        help="JSON, or JSON Lines with one conversation a line; - is standard input",
    )
    suggest.add_argument(
        "--topics", action="store_true", help="suggest something to talk about, not replies"
    )
    source = suggest.add_mutually_exclusive_group()
    source.add_argument(
        "--provider", metavar="NAME", help="ask this provider, model (NAME/MODEL) or alias"
    )
    source.add_argument(
        "--offline", action="store_true", help="quick replies only, whatever the settings say"
    )
    suggest.add_argument(
        "--show-sent", action="store_true", help="tell with each answer what was sent to models"
    )
    suggest.add_argument("--json", action="store_true", help="print JSON (which it always does)")


def _add_translate(command: _NewCommand) -> None:
    translate = command(
        "translate",
        "translate a text, printed sentence by sentence as it arrives",
        "  echo 'See you at 7!' | chat-copilot translate --to zh-Hans\n"
        "  chat-copilot translate --to English --file letter.txt > letter.en.txt\n"
        "  chat-copilot translate --to ja --variant polite --json < draft.txt\n",
    )
    translate.add_argument(
        "--from", dest="source", metavar="LANGUAGE", help="a tag or a name; told by itself if left"
    )
    translate.add_argument("--to", required=True, metavar="LANGUAGE", help="a tag or a name")
    translate.add_argument("--file", metavar="FILE", help="instead of standard input")
    translate.add_argument(
        "--variant", choices=("casual", "polite", "shorter"), help="say it in another way"
    )
    translate.add_argument(
        "--glossary", metavar="FILE", help="terms as CSV instead of your own glossary"
    )
    translate.add_argument(
        "--provider", metavar="NAME", help="ask this provider, model (NAME/MODEL) or alias"
    )
    translate.add_argument("--json", action="store_true", help="print one JSON object a sentence")


def _add_upkeep(command: _NewCommand) -> None:
    command(
        "about",
        "show in a window which build this is, and whose work is in it",
        "  chat-copilot about\n",
    )
    crashes = command(
        "crashes",
        "show reports of crashes, which stay on this machine and hold no texts",
        "  chat-copilot crashes\n  chat-copilot crashes --last > report.txt\n",
    )
    shown = crashes.add_mutually_exclusive_group()
    shown.add_argument("--last", action="store_true", help="print the newest report")
    shown.add_argument("--delete", action="store_true", help="delete all reports")
    shown.add_argument("--json", action="store_true", help="print JSON")

    update = command(
        "update",
        "see whether there is a newer release; nothing is installed",
        "  chat-copilot update --check\n",
    )
    update.add_argument(
        "--check", action="store_true", required=True, help="ask now for news of releases"
    )
    update.add_argument("--json", action="store_true", help="print JSON")


def _add_mask(command: _NewCommand) -> None:
    mask = command(
        "mask",
        "show what would be hidden of a text before it leaves this machine",
        "  echo 'call me at 138 1234 5678' | chat-copilot mask\n"
        "  chat-copilot mask --level strict --json < chat.txt\n",
    )
    mask.add_argument(
        "--level",
        choices=("off", "standard", "strict"),
        default="standard",
        help="strict hides names and places behind cue words and whole URLs too",
    )
    mask.add_argument("--json", action="store_true", help="print one JSON object a line")


def _add_sent(command: _NewCommand) -> None:
    sent = command(
        "sent",
        "show what was sent to models, to whom, and what was hidden in it",
        "  chat-copilot sent                 # the latest calls, one a line\n"
        "  chat-copilot sent --last          # all of the newest, exactly as it left\n"
        "  chat-copilot sent 3 --json\n",
    )
    one = sent.add_mutually_exclusive_group()
    one.add_argument("number", nargs="?", type=_count, metavar="N", help="all of the Nth newest")
    one.add_argument("--last", action="store_true", help="all of the newest")
    sent.add_argument("--json", action="store_true", help="print JSON")


def _add_detect(command: _NewCommand) -> None:
    detect = command(
        "detect",
        "name the language of each line of standard input, as it comes",
        "  echo '你好' | chat-copilot detect\n"
        "  chat-copilot detect --likely de --likely nl --json < chat.txt\n",
    )
    detect.add_argument(
        "--likely",
        action="append",
        default=[],
        metavar="LANGUAGE",
        help="a language to expect: others need clearer words then; may be repeated",
    )
    detect.add_argument("--json", action="store_true", help="print one JSON object a line")


def _add_glossary(command: _NewCommand) -> None:
    glossary = command(
        "glossary",
        "keep terms that are always translated in the same way",
        "  chat-copilot glossary add 'merge request' 合并请求 --from en --to zh\n"
        "  chat-copilot glossary import terms.csv\n"
        "  chat-copilot glossary list\n"
        "\na file of terms, of which the last four fields may be missing:\n"
        "  source,target,from,to,match_case,whole_word\n"
        "  merge request,合并请求,en,zh-Hans,no,yes\n",
    )
    actions = glossary.add_subparsers(dest="glossary_action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="print the terms")
    listed.add_argument("--json", action="store_true", help="print JSON")
    add = actions.add_parser("add", help="add a term, or change how it is translated")
    remove = actions.add_parser("remove", help="remove a term")
    for action in (add, remove):
        action.add_argument("source", metavar="TERM")
        if action is add:
            action.add_argument("target", metavar="TRANSLATION")
        action.add_argument("--from", dest="from_language", default="", metavar="LANGUAGE")
        action.add_argument("--to", dest="to_language", default="", metavar="LANGUAGE")
    add.add_argument("--match-case", action="store_true", help="only as it is written")
    add.add_argument("--part-of-word", action="store_true", help="inside of longer words too")
    actions.add_parser("import", help="add the terms of a CSV file").add_argument(
        "file", metavar="FILE"
    )
    export = actions.add_parser("export", help="print the terms as CSV")
    export.add_argument("--output", metavar="FILE", help="a new file, ready for spreadsheets")


def _add_key(command: _NewCommand) -> None:
    key = command(
        "key",
        "keep the keys of providers in the keychain",
        "  chat-copilot key set mine         # asks for the key, without showing it\n"
        "  pass show mine | chat-copilot key set mine\n"
        "  chat-copilot key list\n",
    )
    actions = key.add_subparsers(dest="key_action", required=True, metavar="ACTION")
    store = actions.add_parser("set", help="store a key, read from standard input")
    store.add_argument("name", metavar="NAME")
    names = actions.add_parser("list", help="print the names of the stored keys, never the keys")
    names.add_argument("--json", action="store_true", help="print JSON")
    delete = actions.add_parser("delete", help="remove a key")
    delete.add_argument("name", metavar="NAME")


def _add_history(command: _NewCommand) -> None:
    history = command(
        "history",
        "search, take along and forget what is kept of chats",
        "  chat-copilot history search 火锅 --contact anna\n"
        "  chat-copilot history export --output chats.jsonl\n"
        "  chat-copilot history forget --contact anna --yes\n"
        "  chat-copilot history keep nothing --contact anna\n"
        "  chat-copilot history phrase       # words that give the key back without a keychain\n",
    )
    actions = history.add_subparsers(dest="history_action", required=True, metavar="ACTION")

    def action(name: str, summary: str, *, chats: bool = True) -> argparse.ArgumentParser:
        one = actions.add_parser(name, help=summary)
        if chats:
            one.add_argument("--contact", default="", metavar="NAME", help="with this contact")
            one.add_argument("--app", default="", metavar="APP", help="in this application")
        return one

    search = action("search", "find messages and more; parts of words and any language")
    search.add_argument("text", metavar="TEXT")
    search.add_argument(
        "--in",
        dest="kind",
        choices=("messages", "translations", "requests"),
        default="messages",
        help="what is looked through (messages); requests are masked, as they left",
    )
    search.add_argument("--since", type=_day, metavar="DATE", help="seen since, as 2026-11-22")
    search.add_argument("--until", type=_day, metavar="DATE", help="seen before that day")
    search.add_argument("--limit", type=_count, default=50, metavar="N", help="the newest N (50)")
    search.add_argument("--json", action="store_true", help="print JSON")
    export = action("export", "write everything that is kept, as JSON Lines, in clear")
    export.add_argument("--markdown", action="store_true", help="to read, instead of JSON Lines")
    export.add_argument("--output", metavar="FILE", help="a new file instead of standard output")
    action("import", "read an export back", chats=False).add_argument("file", metavar="FILE")
    forget = action("forget", "forget for good")
    forget.add_argument(
        "--message", type=_count, action="append", metavar="NUMBER", help="as `search` prints it"
    )
    forget.add_argument("--everything", action="store_true", help="all chats")
    forget.add_argument("--yes", action="store_true", help="do not stop to say how much it is")
    action("keep", "set what a chat keeps").add_argument(
        "what", metavar="WHAT", help="a number of days, suggestions, nothing, or default"
    )
    status = action("status", "say what is kept and whether it opens", chats=False)
    status.add_argument("--json", action="store_true", help="print JSON")
    action("phrase", "make a recovery phrase and show it once", chats=False)
    action("recover", "put the key back with the phrase, from standard input", chats=False)


def _add_contact(command: _NewCommand) -> None:
    contact = command(
        "contact",
        "see and set what is known of the people you write to",
        "  chat-copilot contact list\n"
        "  chat-copilot contact set anna@example.org --note 'my aunt, likes gardens'\n"
        "  chat-copilot contact set Mei --language chinese --my-language en --formality casual\n"
        "  chat-copilot contact set Mei --note ''       # takes the note away\n"
        "  chat-copilot contact forget anna@example.org\n",
    )
    actions = contact.add_subparsers(dest="contact_action", required=True, metavar="ACTION")

    def action(name: str, summary: str, *, named: bool = True) -> argparse.ArgumentParser:
        one = actions.add_parser(name, help=summary)
        if named:
            one.add_argument("name", metavar="NAME", help="the contact")
        one.add_argument("--app", default="", metavar="APP", help="in this application")
        one.add_argument("--json", action="store_true", help="print JSON")
        return one

    action("list", "print everybody of whom something is known", named=False)
    action("show", "print what is known, and what of it a model is told")
    wish = action("set", "set what you want with a contact; an empty value unsets it")
    wish.add_argument("--note", metavar="TEXT", help="goes along when a model is asked, masked")
    wish.add_argument("--language", metavar="LANGUAGE", help="what they write in; a tag or a name")
    wish.add_argument("--my-language", metavar="LANGUAGE", help="what you read them in")
    wish.add_argument("--formality", choices=("casual", "polite", ""), help="how you want to sound")
    action("forget", "forget what was learned and set; the chat itself is kept")


def _add_providers(command: _NewCommand) -> None:
    providers = command(
        "providers",
        "list the providers that are known, and which of them are set up",
        "  chat-copilot providers\n"
        "  chat-copilot providers --json | jq '.providers[] | select(.set_up) | .name'\n",
    )
    providers.add_argument("--json", action="store_true", help="print JSON, with prices")
    models = command(
        "models",
        "list the models that the key of a provider can use",
        "  chat-copilot models deepseek\n  chat-copilot models ollama --json\n",
    )
    models.add_argument("name", metavar="NAME", help="a provider of the settings or the catalogue")
    models.add_argument("--json", action="store_true", help="print JSON")


def _add_engine(command: _NewCommand) -> None:
    engine = command(
        "engine",
        "run a model of this machine, or find those that run already",
        "  chat-copilot engine ~/models/some-model.gguf\n"
        "  chat-copilot engine --find                # Ollama, LM Studio, llama.cpp, vLLM\n"
        "  chat-copilot engine --demo-model          # a toy, English only, to see it work\n",
    )
    what = engine.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE", help="a model in the GGUF format")
    what.add_argument(
        "--demo-model", action="store_true", help="run the small demo model (experimental)"
    )
    what.add_argument(
        "--find", action="store_true", help="look for model servers that run on this machine"
    )
    engine.add_argument(
        "--show-key", action="store_true", help="print the key that the engine asks for"
    )
    engine.add_argument("--json", action="store_true", help="print JSON")


def _add_chats(command: _NewCommand) -> None:
    chats = command(
        "chats",
        "print how many chats are never sent, or to local models only",
        "  chat-copilot chats\n  chat-copilot chats --clear\n",
    )
    shown = chats.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print JSON")
    shown.add_argument("--clear", action="store_true", help="remove all of these rules")


def _add_usage(command: _NewCommand) -> None:
    usage = command(
        "usage",
        "print which models were asked, and what it cost",
        "  chat-copilot usage --days 7\n  chat-copilot usage --by model --csv > models.csv\n",
    )
    usage.add_argument(
        "--days", type=_days, default=30, metavar="N", help="the last N days (30), today included"
    )
    usage.add_argument(
        "--by",
        choices=("day", "provider", "model", "skill", "chat"),
        default="day",
        help="what a line stands for (day); chats are shown as hashes, never by name",
    )
    shown = usage.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print JSON")
    shown.add_argument("--csv", action="store_true", help="print comma-separated values")


def _actions() -> tuple[str, ...]:
    from copilot.core.actions import ACTIONS

    return tuple(ACTIONS)


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 86_400:
        raise argparse.ArgumentTypeError("must be from 0 to 86400 seconds")
    return value


def _days(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 36_500:
        raise argparse.ArgumentTypeError("must be from 1 to 36500 days")
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def _day(text: str) -> float:
    from datetime import datetime

    return datetime.fromisoformat(text).timestamp()


def _speak_utf8() -> None:
    # Chats hold every script; what the terminal's locale lacks must not end a command.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _unexpected(command: str, error: Exception) -> int:
    from copilot.store import logs, paths
    from copilot.store.crashes import Crashes

    here = paths.find()
    logs.note_failure(here, f"{command} ended by a bug", error)
    Crashes(here).note(f"chat-copilot {command}", error)
    print(f"chat-copilot: {command} failed because of a bug of ours.", file=sys.stderr)
    print(
        "  `chat-copilot crashes --last` shows where it happened, without any of your texts.",
        file=sys.stderr,
    )
    return FAILED
