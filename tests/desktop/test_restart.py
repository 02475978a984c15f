"""An application that must be restarted to be read: said when asked, and done when agreed to."""

from __future__ import annotations

import json
from pathlib import Path

from tests.desktop.lab.a11y import AccessibilityTree, Accessible
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.session import DesktopSession

PAGE = """<!doctype html><meta charset="utf-8"><title>Chat with Mia</title>
<h1>Mia</h1>
<ul aria-label="Messages" style="list-style:none">
 <li><b>Mia</b> <time>14:02</time> <p>Are you free tonight? 🙂</p></li>
 <li><b>Me</b> <time>14:03</time> <p>Not sure yet</p></li>
 <li><b>Mia</b> <time>14:04</time> <p>Let me know, okay?</p></li>
</ul>
<textarea aria-label="Message" rows="3" autofocus></textarea>
"""

TITLE = "Chat with Mia - Chromium"


def test_chromium_is_restarted_with_its_flag(desktop: DesktopSession, tmp_path: Path) -> None:
    page = tmp_path / "chat.html"
    page.write_text(PAGE, encoding="utf-8")
    browser = Chromium(desktop, page.as_uri(), accessible=False)
    before = browser.pid
    with Copilot(desktop) as copilot:
        desktop.activate(browser.window)
        copilot.trigger("open")
        said = copilot.wait_for_words("does not show its pages")
        assert "Chromium" in said
        copilot.wait_for_words("--force-renderer-accessibility")
        copilot.click("Restart it so that it can be read")

        window = desktop.wait_for(
            lambda: next((w for w in desktop.windows(title=TITLE) if w.pid != before), None),
            30,
            "Chromium to be back",
        )
        assert window is not None
        command = Path(f"/proc/{window.pid}/cmdline").read_text()
        assert "--force-renderer-accessibility" in command
        assert "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" in command
        desktop.activate(window.id)
        with AccessibilityTree(desktop) as tree:
            draft = desktop.wait_for(lambda: _draft(tree, window.pid), 30, "the page's draft")
            assert draft is not None
            desktop.click(*draft.centre)
        chat = json.loads(copilot.command("read", "--wait", "20", "--json"))
        assert [m["text"] for m in chat["messages"]][-1] == "Let me know, okay?"


def _draft(tree: AccessibilityTree, pid: int) -> Accessible | None:
    application = tree.application(pid)
    return application.find(role="entry", name="Message") if application is not None else None
