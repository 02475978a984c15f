"""The commands about providers and models, and what they cost."""

from __future__ import annotations

from copilot.commands.parsers.values import NewCommand, days


def add(command: NewCommand) -> None:
    """Add them."""
    _add_usage(command)
    _add_providers(command)
    _add_engine(command)


def _add_usage(command: NewCommand) -> None:
    usage = command(
        "usage",
        "print which models were asked, and what it cost",
        "  chat-copilot usage --days 7\n  chat-copilot usage --by model --csv > models.csv\n",
    )
    usage.add_argument(
        "--days", type=days, default=30, metavar="N", help="the last N days (30), today included"
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


def _add_providers(command: NewCommand) -> None:
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


def _add_engine(command: NewCommand) -> None:
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
