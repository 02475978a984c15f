"""The commands for what is kept: terms, keys, history, contacts and rules of chats."""

from __future__ import annotations

import argparse

from copilot.commands.parsers.values import NewCommand, count, day


def add(command: NewCommand) -> None:
    """Add them."""
    _add_glossary(command)
    _add_key(command)
    _add_history(command)
    _add_contact(command)
    _add_chats(command)


def _add_glossary(command: NewCommand) -> None:
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


def _add_key(command: NewCommand) -> None:
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


def _add_history(command: NewCommand) -> None:
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
    search.add_argument("--since", type=day, metavar="DATE", help="seen since, as 2026-11-22")
    search.add_argument("--until", type=day, metavar="DATE", help="seen before that day")
    search.add_argument("--limit", type=count, default=50, metavar="N", help="the newest N (50)")
    search.add_argument("--json", action="store_true", help="print JSON")
    export = action("export", "write everything that is kept, as JSON Lines, in clear")
    export.add_argument("--markdown", action="store_true", help="to read, instead of JSON Lines")
    export.add_argument("--output", metavar="FILE", help="a new file instead of standard output")
    action("import", "read an export back", chats=False).add_argument("file", metavar="FILE")
    forget = action("forget", "forget for good")
    forget.add_argument(
        "--message", type=count, action="append", metavar="NUMBER", help="as `search` prints it"
    )
    forget.add_argument("--everything", action="store_true", help="all chats")
    forget.add_argument("--yes", action="store_true", help="do not stop to say how much it is")
    action("keep", "set what a chat keeps").add_argument(
        "what", metavar="WHAT", help="a number of days, suggestions, nothing, or default"
    )
    status = action("status", "say what is kept and whether it opens", chats=False)
    status.add_argument("--json", action="store_true", help="print JSON")
    action("phrase", "make a recovery phrase and show it once", chats=False)
    recover = action(
        "recover", "put the key back with the phrase, from standard input", chats=False
    )
    recover.add_argument(
        "--from",
        dest="origin",
        metavar="KEYCHAIN",
        help="take it from another keychain: one of keyring's (kwallet.DBusKeyring), or the D-Bus "
        "address of the session that has it",
    )


def _add_contact(command: NewCommand) -> None:
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


def _add_chats(command: NewCommand) -> None:
    chats = command(
        "chats",
        "print how many chats are never sent, or to local models only",
        "  chat-copilot chats\n  chat-copilot chats --clear\n",
    )
    shown = chats.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print JSON")
    shown.add_argument("--clear", action="store_true", help="remove all of these rules")
