"""Qt only: bridge, tray, panel, practice chat, theme."""
