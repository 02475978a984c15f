"""The floor for streaming: httpx under qasync, and a label in a window that is there already."""

from __future__ import annotations

import json
import sys

import httpx
import qasync  # pyright: ignore[reportMissingTypeStubs]
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

AREA = (40, 600, 380, 300)


async def main(url: str) -> None:
    """Ask again and again, and show the first piece of each answer."""
    label = QLabel("")
    label.setWindowFlags(
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
    )
    label.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    label.setGeometry(*AREA)
    label.show()
    async with httpx.AsyncClient(timeout=None) as client:
        while True:
            label.setText("")
            async with client.stream("POST", url, json={"stream": True}) as answer:
                said = ""
                async for line in answer.aiter_lines():
                    if line.startswith("data: {"):
                        delta = json.loads(line[6:])["choices"][0]["delta"]
                        said += delta.get("content") or ""
                        label.setText(said)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    qasync.run(main(sys.argv[1]))  # pyright: ignore[reportUnknownMemberType]
