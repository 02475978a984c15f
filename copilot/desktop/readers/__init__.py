"""Readers: a neutral snapshot in, a conversation out; one small pure file per application."""
