"""The commands of `chat-copilot`, one small module each; `copilot.cli` imports the one it needs."""
