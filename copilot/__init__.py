"""Chat Copilot: replies, topics and translation beside the draft you are typing."""

__version__ = "0.1.0.dev0"
