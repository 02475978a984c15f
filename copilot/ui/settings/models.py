"""The page of models: who does what, whom there is, and whom to add."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from copilot.core.configuring import JOBS, Provider
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.settings.add_provider import AddProvider
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.providers import Providers
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate


def models(desk: Desk, _services: Services) -> QScrollArea:
    """Jobs, providers, and the ways to add one."""
    return kit.page(
        kit.heading(_tr("Settings", "Models")),
        kit.text(
            _tr(
                "Settings",
                "Quick replies come from this machine and need no model. For everything else, "
                "choose who is asked; several are asked in turn when one fails.",
            ),
            muted=True,
        ),
        _Jobs(desk),
        kit.heading(_tr("Settings", "Providers"), 2),
        Providers(desk),
        kit.heading(_tr("Settings", "Add one"), 2),
        AddProvider(desk),
    )


def _job_words(job: str) -> str:
    return {
        "replies": _tr("Settings", "Replies"),
        "topics": _tr("Settings", "Topics"),
        "translation": _tr("Settings", "Translation"),
        "skills": _tr("Settings", "Skills"),
    }[job]


class _Jobs(QFrame):
    """For each job the model that is asked, and the one that stands in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        kit.pad(column)
        column.setSpacing(0)
        self._choices: dict[str, tuple[Choice, Choice]] = {}
        for job in JOBS:
            first, second = self._choice(job), self._choice(job)
            first.setAccessibleName(_job_words(job))
            second.setAccessibleName(
                _tr("Settings", "{job}: if it fails").format(job=_job_words(job))
            )
            self._choices[job] = (first, second)
            both = QWidget()
            line = kit.row(first, second)
            line.setContentsMargins(0, 0, 0, 0)
            both.setLayout(line)
            column.addWidget(kit.setting(_job_words(job), both))
        desk.renew_with(self._renew)

    def _choice(self, job: str) -> Choice:
        control = Choice()
        control.setMinimumContentsLength(11)
        control.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        control.activated.connect(partial(self._chosen, job))
        return control

    def _renew(self) -> None:
        available = [
            label
            for one in self._desk.configuring.providers()
            if one.has_key
            for label in _labels(one)
        ]
        for job, controls in self._choices.items():
            route = cast("tuple[str, ...]", self._desk.configuring.value(f"jobs.{job}"))
            nobody = (_tr("Settings", "nobody"), _tr("Settings", "nobody else"))
            for place, control in enumerate(controls):
                chosen = route[place] if place < len(route) else ""
                labels = [*available, *([chosen] if chosen not in ("", *available) else [])]
                with QSignalBlocker(control):
                    control.clear()
                    control.addItem(nobody[place], "")
                    for label in labels:
                        control.addItem(label, label)
                    control.setCurrentIndex(max(0, control.findData(chosen)))
            controls[1].setEnabled(bool(route))

    def _chosen(self, job: str, _index: int) -> None:
        field = f"jobs.{job}"
        route = cast("tuple[str, ...]", self._desk.configuring.value(field))
        chosen = [cast("str", control.currentData()) for control in self._choices[job]]
        # What the person wrote by hand beyond the second stays.
        wanted = dict.fromkeys(label for label in (*chosen, *route[2:]) if label)
        if not chosen[0]:
            wanted = {}
        self._desk.set(field, tuple(wanted) or None)


def _labels(one: Provider) -> Sequence[str]:
    if one.engine or not one.model:
        return (one.name,)
    return (f"{one.name}/{one.model}",)
