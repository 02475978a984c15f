"""Other applications' windows: the only room that touches accessibility, input and capture."""
