"""Qt only: bridge, tray, panel, practice chat, theme."""

from copilot.ui.imports import stop_reading_sources

# Before any other module of ours can be imported with Qt there: that is why nobody outside of this
# package imports PySide6.
stop_reading_sources()
