"""The commands about texts: what models make of them, and what is hidden from models."""

from __future__ import annotations

from copilot.commands.parsers.values import NewCommand, count


def add(command: NewCommand) -> None:
    """Add them."""
    _add_suggest(command)
    _add_translate(command)
    _add_mask(command)
    _add_sent(command)
    _add_detect(command)


def _add_suggest(command: NewCommand) -> None:
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


def _add_translate(command: NewCommand) -> None:
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


def _add_mask(command: NewCommand) -> None:
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


def _add_sent(command: NewCommand) -> None:
    sent = command(
        "sent",
        "show what was sent to models, to whom, and what was hidden in it",
        "  chat-copilot sent                 # the latest calls, one a line\n"
        "  chat-copilot sent --last          # all of the newest, exactly as it left\n"
        "  chat-copilot sent 3 --json\n",
    )
    one = sent.add_mutually_exclusive_group()
    one.add_argument("number", nargs="?", type=count, metavar="N", help="all of the Nth newest")
    one.add_argument("--last", action="store_true", help="all of the newest")
    sent.add_argument("--json", action="store_true", help="print JSON")


def _add_detect(command: NewCommand) -> None:
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
