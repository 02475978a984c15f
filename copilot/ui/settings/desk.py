"""Between the controls and the settings: every change is in force at once, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from copilot.core.configuring import Configuring, Value
from copilot.core.errors import CopilotError
from copilot.core.tasks import TaskSet
from copilot.ui.messages import said

_tr = QCoreApplication.translate

Show = Callable[[Value], None]


class Desk(QObject):
    """Reads and changes fields for the controls of one window.

    `trouble` carries why something can't be, "" once it is over; `changed` that a page can be
    undone, or no longer.
    """

    trouble = Signal(str)
    changed = Signal()

    def __init__(self, configuring: Configuring, work: TaskSet, parent: QObject) -> None:
        super().__init__(parent)
        self.configuring = configuring
        self.page = ""
        """The page that is shown: what is changed there is undone there."""
        self._work = work
        self._shows: list[tuple[str, Show]] = []
        self._renewals: list[Callable[[], None]] = []
        self._before: dict[str, dict[str, Value]] = {}
        self._end = configuring.follow(self.refresh)

    def bind(self, field: str, show: Show) -> None:
        """Show this field in a control, now and after every change."""
        self._shows.append((field, show))
        show(self.configuring.value(field))

    def renew_with(self, renew: Callable[[], None]) -> None:
        """Call `renew` now and after every change, for what is more than one field."""
        self._renewals.append(renew)
        renew()

    def set(self, field: str, value: Value | None) -> None:
        """Change one field, because the person did."""
        self.change({field: value})

    def change(self, changes: Mapping[str, Value | None]) -> None:
        """Change several fields at once."""
        values = {field: self.configuring.value(field) for field in changes}
        if all(changes[field] == value for field, value in values.items()):
            return
        kept = self._before.setdefault(self.page, {})
        for field, value in values.items():
            kept.setdefault(field, value)
        self.run(self.configuring.change(dict(changes)), "change")

    def can_undo(self) -> bool:
        """Whether something of the shown page was changed since the window was opened."""
        return any(
            self.configuring.value(field) != value
            for field, value in self._before.get(self.page, {}).items()
        )

    def undo(self) -> None:
        """Set the fields of the shown page as they were when the window was opened."""
        before = self._before.pop(self.page, {})
        if before:
            self.run(self.configuring.change(dict(before)), "undo")

    def run(
        self, work: Coroutine[None, None, object], name: str, *, by_itself: bool = False
    ) -> None:
        """Do something that takes a while; an error is told.

        What the person did takes the last trouble off; what happens `by_itself` does not.
        """
        if not by_itself:
            self.trouble.emit("")
        self._work.start(self._watched(work), name)

    async def _watched(self, work: Coroutine[None, None, object]) -> None:
        try:
            await work
        except CopilotError as error:
            self.tell(error)
            self.refresh(keep_trouble=True)
        self.changed.emit()

    def refresh(self, *, keep_trouble: bool = False) -> None:
        """Show what is in force now."""
        for field, show in self._shows:
            show(self.configuring.value(field))
        for renew in self._renewals:
            renew()
        if not keep_trouble and self.configuring.problem is not None:
            self.tell(self.configuring.problem)
        self.changed.emit()

    def tell(self, error: CopilotError) -> None:
        """Say what went wrong and what to do."""
        self.trouble.emit(f"{said(error.title)} {said(error.hint)}".strip())

    def fail(self) -> None:
        """Something has failed, and not in a way that was thought of."""
        self.trouble.emit(_tr("Settings", "That did not work. Nothing was changed."))

    def leave(self) -> None:
        """Show nothing any more; what is under way is still done."""
        self._end()
        self._shows.clear()
        self._renewals.clear()
