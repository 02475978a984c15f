"""The story itself: no Qt, no operating system, no network, no files."""
