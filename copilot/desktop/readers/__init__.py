"""Neutral tree snapshots to drafts and conversations; one small pure file per application."""
