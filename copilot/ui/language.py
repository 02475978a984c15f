"""The language of the interface: that of the system, or the one that the person chose."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

SEARCH_PREFIX = "translations"
"""Qt's search path (QDir) for the compiled translations; without it everything is English."""

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", "ja": "日本語"}
)
"""The languages that there are (BCP 47), each in its own words."""

_INSTALLED = "installed translators"
_FILES = {"en": "en", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "ja": "ja"}


def of_system() -> str:
    """The first language that the system prefers and that there is, English if there is none."""
    for wanted in QLocale.system().uiLanguages():
        if found := _known(QLocale(wanted)):
            return found
    return "en"


def _known(locale: QLocale) -> str:
    match locale.language():
        case QLocale.Language.English:
            return "en"
        case QLocale.Language.Japanese:
            return "ja"
        case QLocale.Language.Chinese:
            traditional = locale.script() == QLocale.Script.TraditionalChineseScript
            return "zh-Hant" if traditional else "zh-Hans"
        case _:
            return ""


def use(wanted: str = "system") -> str:
    """Show all texts in this language from now on; returns the one that is shown.

    `wanted` is one of LANGUAGES or "system". Windows that are open hear of it as a
    LanguageChange event. Without a QCoreApplication nothing happens.
    """
    chosen = wanted if wanted in LANGUAGES else of_system()
    application = QCoreApplication.instance()
    if application is None:
        return chosen
    # Kept with the application: among its children PySide6 would look for them for 10 ms.
    earlier: list[QTranslator] = application.property(_INSTALLED) or []
    for old in earlier:
        application.removeTranslator(old)
        old.deleteLater()
    installed: list[QTranslator] = []
    if chosen in _FILES:
        code = _FILES[chosen]
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name in (f"{qt}/qtbase_{code}.qm", f"{SEARCH_PREFIX}:chat-copilot_{code}.qm"):
            translator = QTranslator(application)
            if translator.load(name):
                application.installTranslator(translator)
                installed.append(translator)
    application.setProperty(_INSTALLED, installed)
    QLocale.setDefault(QLocale.system() if chosen == of_system() else QLocale(chosen))
    return chosen
