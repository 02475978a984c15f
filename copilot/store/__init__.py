"""Paths, settings, secrets, and the running instance."""
