"""The settings window: pages of controls that are bound to fields of settings.toml."""
