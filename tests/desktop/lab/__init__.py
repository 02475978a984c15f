"""The desktop laboratory: a private X display with real chat clients, their servers and peers."""
