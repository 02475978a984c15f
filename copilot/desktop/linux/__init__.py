"""AT-SPI2 and X11."""
